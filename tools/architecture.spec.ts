import { deepEqual, ok } from 'node:assert/strict';
import { cruise } from 'dependency-cruiser';
import { forbidden, options } from './dependency-rules.ts';

describe('architecture', () => {
  it('keeps every rule on what may import what', async () => {
    const { output } = await cruise(['src', 'test', 'tools'], {
      ...options,
      validate: true,
      ruleSet: { forbidden },
    });
    if (typeof output === 'string') throw new TypeError('expected a result');
    const { totalCruised, violations } = output.summary;
    ok(totalCruised > 100, `only ${totalCruised} modules were read: is the TypeScript parser installed?`);
    deepEqual(
      violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      [],
    );
  }).timeout(60_000);
});

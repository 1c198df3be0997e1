import { readFileSync } from 'node:fs';
import { ok } from 'node:assert/strict';
import type { Measured } from '../../tools/cost/estimate.ts';
import { measureIdle, measureWork } from '../../tools/cost/measure.ts';
import { steps } from '../../tools/cost/steps.ts';

const file = new URL('../../tools/cost/measured.json', import.meta.url);
const kept = JSON.parse(readFileSync(file, 'utf8')) as Measured;

describe('what was measured for the costs; otherwise: npm run cost -- --measure', function () {
  this.timeout(180_000);

  const near = (what: string, now: number, then: number): void =>
    ok(Math.abs(now - then) <= then * 0.2, `${what}: ${now}, and ${then} when it was measured`);

  it('is still so of a case', async () => {
    const { things } = await measureWork(steps().slice(0, 1));
    const [now, then] = [things, kept.things].map(({ case: one }) => one ?? { ru: NaN, kb: NaN });
    near('a case', now?.ru ?? NaN, then?.ru ?? NaN);
    near('kB of a case', now?.kb ?? NaN, then?.kb ?? NaN);
  });

  it('is still so of a bot that nobody asks anything', async () => {
    const idle = await measureIdle();
    for (const part of ['look', 'minute', 'readyz'] as const) near(part, idle[part], kept.idle[part]);
  });
});

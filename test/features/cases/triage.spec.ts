import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { demoCases } from '../../../src/demo/cases.ts';
import type { Intake } from '../../../src/features/cases/intake.ts';
import { gatesFor, propose } from '../../../src/features/cases/triage.ts';
import { demoIntake, expectedOutcomes } from './demo-cases.ts';

describe('proposing an outcome of triage', () => {
  for (const { key, intake } of demoCases) {
    it(`proposes ${expectedOutcomes[key] ?? '?'} for ${key}`, () => {
      strictEqual(propose(intake).outcome, expectedOutcomes[key]);
    });
  }

  const merel = demoIntake('merel');
  const table: readonly (readonly [string, Intake, ReturnType<typeof propose>])[] = [
    ['returns somebody of 22', { ...merel, age: 22 }, { outcome: 'return', because: 'too-old' }],
    ['takes somebody of 21', { ...merel, age: 21 }, { outcome: 'admit', because: 'complex' }],
    [
      'asks more when a field is open',
      { ...merel, careQuestion: '  ' },
      { outcome: 'ask-more', because: 'form-incomplete' },
    ],
    [
      'asks more when sharing was not asked',
      { ...merel, consentShare: 'not-asked' },
      { outcome: 'ask-more', because: 'form-incomplete' },
    ],
    [
      'gives advice only when the youth refuses',
      { ...merel, consentYouth: 'refused' },
      { outcome: 'advice-only', because: 'basis-refused' },
    ],
    [
      'asks more when the parents were not asked',
      { ...merel, consentGuardians: 'not-asked' },
      { outcome: 'ask-more', because: 'basis-not-asked' },
    ],
    [
      'gives priority to out-of-home placement',
      { ...merel, measure: 'out-of-home' },
      { outcome: 'priority', because: 'court-measure' },
    ],
    [
      'gives advice only with one life area',
      { ...merel, lifeAreas: ['mental'] },
      { outcome: 'advice-only', because: 'not-complex' },
    ],
    [
      'gives advice only with one party',
      { ...merel, parties: 'school' },
      { outcome: 'advice-only', because: 'not-complex' },
    ],
  ];
  for (const [name, intake, expected] of table) it(name, () => deepStrictEqual(propose(intake), expected));

  it('shows which gates are open in an empty form', () => {
    const { missing, ...gates } = gatesFor({});
    deepStrictEqual(gates, {
      acuteDanger: false,
      age: 'unknown',
      basis: { complete: false, refused: false, missing: ['age'] },
      complexity: { lifeAreas: false, parties: false, family: false },
      triedLocally: false,
    });
    strictEqual(missing.length, 16);
  });
});

import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { knownNames } from '../../../src/core/personal-data.ts';
import { demoCases } from '../../../src/demo/cases.ts';
import { guardTyped, isDay, pickTyped, readStep, typedOf, withStep } from '../../../src/features/cases/intake-form.ts';
import { demoIntake } from './demo-cases.ts';

const looking = { locale: 'nl', names: { known: knownNames([]), cover: false } } as const;

describe('reading the form', () => {
  for (const { key, intake } of demoCases) {
    it(`reads back what it shows of ${key}`, () => {
      const who = readStep('who', typedOf('who', intake));
      const question = readStep('question', typedOf('question', intake));
      deepStrictEqual({ ...who.part, ...question.part }, intake);
      deepStrictEqual([who.faults, question.faults], [[], []]);
    });
    it(`finds no personal data in ${key}`, () => {
      for (const step of ['who', 'question'] as const)
        deepStrictEqual(guardTyped(typedOf(step, intake), looking).faults, []);
    });
  }

  it('takes of a card only the fields of its step, in whatever form a client gives them', () => {
    const data = {
      case: 'c1',
      age: 15,
      incapable: true,
      pseudonym: '  Merel ',
      careQuestion: 'x',
      shareScope: '',
      other: {},
    };
    deepStrictEqual(pickTyped('who', data), { pseudonym: 'Merel', age: '15', incapable: 'true' });
  });

  it('puts one step in place of its old answers and leaves the other step', () => {
    const intake = demoIntake('merel');
    const { age, ...changed } = withStep(intake, 'who', { age: 16 });
    strictEqual(age, 16);
    deepStrictEqual(changed, readStep('question', typedOf('question', intake)).part);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('age', 'measure', 'measureDate', 'pseudonym', 'lifeAreas'), fc.string()),
        (typed) => {
          readStep('who', typed);
          readStep('question', typed);
        },
      ),
    );
  });

  const days: readonly (readonly [string, boolean])[] = [
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['2026-01-01T00:00', false],
  ];
  for (const [text, expected] of days)
    it(`${text} is ${expected ? 'a' : 'no'} day`, () => strictEqual(isDay(text), expected));
});

import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { SubmittedCase } from '../../../src/features/cases/case-state.ts';
import { typedOf } from '../../../src/features/cases/intake-form.ts';
import { isLate, statusView } from '../../../src/features/cases/view-case.ts';
import { listView } from '../../../src/features/cases/view-list.ts';
import { type Bench, openBench } from './bench.ts';
import { demoIntake } from './demo-cases.ts';
import { applicant, chair, stateAfter, submitted } from './stories.ts';

const beforeDue = new Date('2026-11-25T12:00:00.000Z');
const afterDue = new Date('2026-12-01T12:00:00.000Z');

describe('what readers see of a case', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench.store.close());

  const file = stateAfter(...submitted());
  const factsAt = async (now: Date): Promise<readonly object[]> => {
    const seen = { locale: 'nl', person: applicant, now } as const;
    return ((await statusView({ directory: bench.deps.directory }, file, seen)) as { facts: object[] }).facts;
  };

  describe('lateness', () => {
    it('is said with the date that has passed', async () =>
      deepStrictEqual((await factsAt(afterDue)).at(-1), {
        title: 'Uiterlijk',
        value: 'maandag 30 november (te laat)',
      }));

    it('is not said before, though the receipt was to be confirmed sooner', async () =>
      deepStrictEqual((await factsAt(beforeDue)).at(-1), { title: 'Uiterlijk', value: 'maandag 30 november' }));

    it('begins, for a step with only a day, when that day is over on a Dutch clock', () => {
      const step = { what: 'hand-over', due: '2026-11-30' } as const;
      strictEqual(isLate(step, new Date('2026-11-30T22:59:00.000Z')), false);
      strictEqual(isLate(step, new Date('2026-11-30T23:00:00.000Z')), true);
    });

    it('is never there without a date', () => strictEqual(isLate({ what: 'supplement' }, afterDue), false));
  });

  describe('a list', () => {
    type List = Readonly<{
      rows: readonly Readonly<{ line: string; isLate: boolean }>[];
      empty: string;
      mayStart: boolean;
      mayFilter: boolean;
    }>;
    const list = (cases: readonly SubmittedCase[], filter: object, now = beforeDue): List => {
      const state = { filter: { scope: 'own', ...filter } as const, cases, trail: [], regions: [] };
      return listView(state, { locale: 'nl', person: applicant, now }) as List;
    };

    it('marks a case that is late', () => {
      const [row] = list([file], {}, afterDue).rows;
      ok(row?.isLate === true && row.line.startsWith('Te laat: '));
    });

    it('marks no case whose date is still to come', () => {
      const [row] = list([file], {}).rows;
      ok(row?.isLate === false && row.line.endsWith('uiterlijk maandag 30 november'));
    });

    it('offers a beginning where there is nothing yet', () => {
      const { empty, mayStart, mayFilter } = list([], {});
      deepStrictEqual([empty.startsWith('Je hebt nog geen casussen.'), mayStart, mayFilter], [true, true, false]);
    });

    it('offers another filter where a filter leaves nothing', () => {
      const { empty, mayStart, mayFilter } = list([], { stage: 'closed' });
      deepStrictEqual([empty.includes('Kies een ander filter.'), mayStart, mayFilter], [true, false, true]);
    });
  });

  it('begins with the team’s cases for who is in a team, and with submitting for others', async () => {
    const first = async (person: typeof chair): Promise<unknown> => {
      const { card } = await bench.say(person, 'help');
      return (/"title":"([^"]*)","style":"positive"/.exec(card) ?? [])[1];
    };
    strictEqual(await first(chair), 'Casussen van mijn team');
    strictEqual(await first(applicant), 'Casus aanmelden');
  });

  describe('an example that is filled in', () => {
    const merel = demoIntake('merel');
    const start = async (): Promise<string> => {
      const { card } = await bench.click(applicant, 'dialog cases/start');
      return /"case":"([^"]*)"/.exec(card)?.[1] ?? '';
    };
    const saveQuestion = (id: string, question: object) =>
      bench.click(applicant, 'submit cases/intake-save-question', { case: id, ...question });
    const goOn = (id: string) =>
      bench.click(applicant, 'submit cases/intake-next', { case: id, example: 'merel', ...typedOf('who', merel) });
    const theirs = JSON.stringify(merel.youthVoice).slice(1, -1);

    it('fills in the second step when nothing was written there, whatever its boxes say', async () => {
      const id = await start();
      await saveQuestion(id, { familyImpact: 'false' });
      ok((await goOn(id)).card.includes(theirs));
    });

    it('leaves alone what somebody wrote there', async () => {
      const id = await start();
      await saveQuestion(id, { familyImpact: 'false', youthVoice: 'Naar buiten.' });
      const { card } = await goOn(id);
      ok(card.includes('Naar buiten.') && !card.includes(theirs));
    });
  });
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { PersonId } from '../../src/core/ids.ts';
import { budgetStream } from '../../src/features/budgets/budget-state.ts';
import type { Store } from '../../src/store/store.ts';
import { demoPerson } from '../support/feature-bench.ts';
import { allMet } from '../support/governance-walk.ts';
import { addsUp, followed, typesIn } from '../support/stored-governance.ts';
import { type Death, live, type Lived, openStage, type Stage, type Step } from './life.ts';

const [fatima, jan, els] = ['7', '9', '24'].map(demoPerson) as [PersonId, PersonId, PersonId];
const aldermen = ['24', '25', '26', '27'].map(demoPerson);
const advisers = ['30', '31', '32', '33', '12', '11', '2'].map(demoPerson);
const [request, proposal] = ['r-1', 'money-r-1'];

const clicks = (by: PersonId, verb: string, data: object): Step => {
  const id = `${by}-${verb}`;
  return (bot) => bot.click({ by, verb, data, id });
};

const asking = (by: PersonId, rest: object): Step =>
  clicks(by, 'budgets/ask-send', {
    ...{ request, careCosts: 'no', from: '2026-12-01', until: '2027-02-28', purpose: 'Iets tijdelijks starten.' },
    ...{ municipality: '0', ...allMet, ...rest },
  });

const voting = (vote: string, by: PersonId, choice: string): Step => {
  const id = `${by}-${vote}`;
  return async (bot) => {
    const seat = await bot.seatOf(vote, by);
    return bot.click({ by, verb: 'voting/cast', data: { vote, seat, choice, reason: '' }, id });
  };
};

/** One after another, and all again by whoever was cut off. */
const together =
  (steps: readonly Step[]): Step =>
  async (bot) => {
    for (const step of steps) await step(bot);
  };

const putForward = clicks(jan, 'decisions/put-forward', { proposal });
const deciding = (by: PersonId, rest: object = {}): Step =>
  clicks(by, 'decisions/decide-send', {
    ...{ proposal, verdict: 'adopt', motivation: 'Tijdelijk en nodig.', owner: jan, reviewOn: '2027-05-24', ...rest },
  });
const board = aldermen.map((by) => voting('money-r-1-d1', by, 'adopt'));

const lives: Readonly<Record<string, readonly Step[]>> = {
  'decided by a person': [asking(fatima, { case: 'case-2', line: 'start-up', amount: '24000' }), deciding(jan)],
  'decided by a body': [
    asking(fatima, { case: 'case-2', line: 'start-up', amount: '60000' }),
    putForward,
    ...board,
    deciding(els),
  ],
  'decided by a body after advice': [
    asking(jan, { case: '', line: 'start-up', amount: '60000' }),
    clicks(jan, 'decisions/amend-send', {
      ...{ proposal, subject: 'budget', name: 'Iets starten', text: 'Iets tijdelijks starten.', amount: '60000' },
      ...{ links: '', caseNumber: '', advice: 'true' },
    }),
    putForward,
    together(advisers.map((by) => voting('money-r-1-a1', by, 'agree'))),
    clicks(jan, 'decisions/to-decision', { proposal }),
    together(board),
    deciding(els, { followed: 'yes', summary: 'Er komt iets nieuws.' }),
  ],
};

/** How it all ends, without the moments: they differ with every life. */
async function keep(store: Store) {
  const { budget } = await addsUp(store, { centre: 'LI', year: 2026, line: 'start-up' });
  const { request: asked, proposal: raised, votes, happened } = await followed(store, request);
  const { at: _at, ...decision } = asked.decision ?? { at: '' };
  return {
    ...{ lines: budget.lines, holdings: budget.holdings, happened, money: asked.money, decision },
    stages: [asked.stage, raised.stage, raised.decision?.verdict, ...raised.settlements.map(({ outcome }) => outcome)],
    outcomes: votes.map(({ stage, outcome }) => ({ stage, ...outcome, closedAt: '' })),
    moneyMoved: await typesIn(store, budgetStream('LI', 2026)),
  };
}
type Kept = Awaited<ReturnType<typeof keep>>;

function checkSame(lived: Lived<Kept>, whole: Lived<Kept>, about: string): void {
  deepEqual(lived.kept, whole.kept, about);
  deepEqual(lived.sent, whole.sent, about);
  equal(lived.left, 0, about);
}

describe('money that is asked, advised on, decided and committed by a bot that is killed', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  for (const [name, steps] of Object.entries(lives))
    it(`ends as if nothing had happened, wherever it was cut off: ${name}`, async function () {
      this.timeout(120_000);
      const whole = await live(stage, { steps, keep });
      checkWhole(whole, name);
      const dying = async (death: Death) =>
        checkSame(await live(stage, { steps, keep, death }), whole, `killed ${death.when} write ${death.dieAt}`);
      await dying({ dieAt: 1, when: 'before' });
      // What is on disk after one write is what is there before the next.
      for (let dieAt = 1; dieAt <= whole.writes; dieAt++) await dying({ dieAt, when: 'after' });
      console.log(`      ${whole.writes} writes`);
    });
});

function checkWhole({ kept, left, writes }: Lived<Kept>, name: string): void {
  equal(left, 0);
  ok(writes > 20, `${writes} writes`);
  deepEqual(kept.stages, ['adopted', 'decided', 'adopt', 'adopted'], name);
  deepEqual(kept.moneyMoved.slice(-2), ['MoneyReserved', 'MoneyCommitted']);
  const results = kept.outcomes.map(({ stage, result, ballots }) => [stage, result, ballots]);
  const decided = ['closed', 'adopt', 4];
  if (name.endsWith('a person')) deepEqual(results, []);
  else deepEqual(results, name.endsWith('advice') ? [['closed', 'positive', 7], decided] : [decided]);
}

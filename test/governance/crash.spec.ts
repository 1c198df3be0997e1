import { deepEqual, equal, ok } from 'node:assert/strict';
import type { PersonId } from '../../src/core/ids.ts';
import { budgetStream, freeOf } from '../../src/features/budgets/budget-state.ts';
import { amountOf, isGranted, type RequestFile } from '../../src/features/budgets/request-state.ts';
import type { ProposalFile } from '../../src/features/decisions/index.ts';
import type { Store } from '../../src/store/store.ts';
import { demoPerson } from '../support/feature-bench.ts';
import { allMet } from '../support/governance-walk.ts';
import { addsUp, budgetIn, followed, requestsIn, typesIn } from '../support/stored-governance.ts';
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
  const reason = choice === 'reject' ? 'Er is gewoon aanbod.' : '';
  const id = `${by}-${vote}`;
  return async (bot) => {
    const seat = await bot.seatOf(vote, by);
    return bot.click({ by, verb: 'voting/cast', data: { vote, seat, choice, reason }, id });
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

/** Whatever the clocks do by then. */
const morning =
  (day: string): Step =>
  async (bot) => {
    bot.clock.to(`${day}T09:00:00.000Z`);
    await bot.work();
  };

const days = ['2026-12-08', '2026-12-20', '2027-03-01'];
const onWolf = asking(fatima, { case: 'case-2', line: 'start-up', amount: '60000' });
const adopted = { stages: ['adopted', 'decided', 'adopt', 'adopted'], moved: ['MoneyReserved', 'MoneyCommitted'] };
const released = ['MoneyReserved', 'MoneyReleased'];
const fourFor = ['closed', 'adopt', 4];

type Story = Readonly<{
  steps: readonly Step[];
  /** How many steps an earlier story begins with too: it is cut off in those. */
  known?: number;
  /** Of the request, the proposal, its decision and what was told of it; of the money; of each vote. */
  ends: Readonly<{ stages: readonly unknown[]; moved: readonly string[]; votes: readonly unknown[] }>;
}>;

const stories: Readonly<Record<string, Story>> = {
  'decided by a person': {
    steps: [asking(fatima, { case: 'case-2', line: 'start-up', amount: '24000' }), deciding(jan)],
    ends: { ...adopted, votes: [] },
  },
  'decided by a body': {
    steps: [onWolf, putForward, ...board, deciding(els)],
    ends: { ...adopted, votes: [fourFor] },
  },
  'decided by a body after advice': {
    steps: [
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
    ends: { ...adopted, votes: [['closed', 'positive', 7], fourFor] },
  },
  'refused by a body': {
    known: 2,
    steps: [
      onWolf,
      putForward,
      together(aldermen.map((by) => voting('money-r-1-d1', by, 'reject'))),
      deciding(els, { verdict: 'reject', alternative: 'Aanmelden in de buurregio.', contact: jan }),
    ],
    ends: {
      stages: ['rejected', 'decided', 'reject', 'rejected'],
      moved: released,
      votes: [['closed', 'reject', 4]],
    },
  },
  'taken back while the body votes': {
    known: 2,
    steps: [
      onWolf,
      putForward,
      ...board.slice(0, 2),
      clicks(fatima, 'budgets/withdraw-send', { request, text: 'Er is een plek.' }),
    ],
    ends: {
      stages: ['withdrawn', 'withdrawn', undefined, 'withdrawn'],
      moved: released,
      votes: [['cancelled', undefined, undefined]],
    },
  },
  'never decided': {
    known: 2,
    steps: [onWolf, putForward, ...days.map(morning)],
    ends: {
      stages: ['expired', 'expired', undefined, 'expired'],
      moved: released,
      votes: [['closed', 'no-quorum', 0]],
    },
  },
};

/** How it all ends, without the moments: they differ with every life. */
async function keep(store: Store) {
  const { budget } = await addsUp(store, { centre: 'LI', year: 2026, line: 'start-up' });
  const { request: asked, proposal: raised, votes, happened } = await followed(store, request);
  const { at: _at, ...decision } = asked.decision ?? { at: '' };
  return {
    numbers: [asked.number, raised.number],
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

  for (const [name, { steps, ends, known = 0 }] of Object.entries(stories))
    it(`ends as if nothing had happened, wherever it was cut off: ${name}`, async function () {
      this.timeout(120_000);
      const whole = await live(stage, { steps, keep });
      checkWhole(whole, ends);
      const dying = async (death: Death) =>
        checkSame(await live(stage, { steps, keep, death }), whole, `killed ${death.when} write ${death.dieAt}`);
      await dying({ dieAt: 1, when: 'before' });
      // What is on disk after one write is what is there before the next.
      const from = 1 + (whole.writesBy[known - 1] ?? 0);
      for (let dieAt = from; dieAt <= whole.writes; dieAt++) await dying({ dieAt, when: 'after' });
      console.log(`      after each of the writes ${from} to ${whole.writes}`);
    });

  it('is in step, also when whoever was cut off never comes back', async function () {
    this.timeout(120_000);
    const { steps = [] } = stories['decided by a person'] ?? {};
    const { writes } = await live(stage, { steps, keep: keepInStep, leaves: days });
    for (let dieAt = 1; dieAt <= writes; dieAt++) {
      const death: Death = { dieAt, when: 'after' };
      const { left } = await live(stage, { steps, keep: keepInStep, leaves: days, death });
      equal(left, 0, `killed after write ${dieAt}`);
    }
  });
});

/** What it holds in the end, set apart and committed. What a body voted for waits for its chair, however long. */
function heldBy(asked: RequestFile | undefined, raised: ProposalFile | undefined): readonly [number, number] {
  if (!asked || !raised) return [0, 0];
  if (isGranted(asked)) return [0, amountOf(asked)];
  return raised.stage === 'to-record' ? [asked.ask.cents, 0] : [0, 0];
}

/** However far it came: money is where the decision is, and no vote or proposal goes on without anybody who must act. */
async function keepInStep(store: Store): Promise<void> {
  const [asked] = await requestsIn(store, 'LI');
  const { proposal: raised, votes } = asked ? await followed(store, request) : { votes: [] };
  const [reserved, committed] = heldBy(asked, raised);
  const { holdings, lines } = await budgetIn(store, 'LI', 2026);
  for (const holding of holdings) deepEqual([holding.reserved, holding.committed], [reserved, committed]);
  const money = lines['start-up'];
  deepEqual([money.reserved, money.committed], [reserved, committed]);
  equal(freeOf(money) + reserved + committed, money.allocated);
  const pairs = ['adopted decided', 'ending decided', 'asked to-record', 'expired expired'];
  ok(!asked || pairs.includes(`${asked.stage} ${raised?.stage}`), `${asked?.stage} ${raised?.stage}`);
  for (const { stage } of votes) ok(stage === 'closed' || stage === 'cancelled', stage);
}

function checkWhole({ kept, left, writes }: Lived<Kept>, ends: Story['ends']): void {
  const votes = kept.outcomes.map(({ stage, result, ballots }) => [stage, result, ballots]);
  deepEqual({ stages: kept.stages, moved: kept.moneyMoved.filter((type) => type !== 'BudgetAllocated'), votes }, ends);
  deepEqual([left, writes > 20], [0, true]);
}

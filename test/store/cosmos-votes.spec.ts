import { ok } from 'node:assert/strict';
import { commandId } from '../../src/core/ids.ts';
import { defaultPatience } from '../../src/store/cosmos-patience.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { type CosmosDouble, startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { type OpenedCosmos, openCosmosStore } from '../support/cosmos-double/open-store.ts';
import { electionOn, handClock, newWorld, voter } from '../features/voting/election.ts';
import { everybodyVotes } from '../features/voting/load.ts';
import { opensAt, seatFor, toOpen } from '../features/voting/samples.ts';

/** The double, both bots and a thousand clicks share one process: whoever waits in its queue is not refused by a service. */
const patience = { ...defaultPatience, total: 60_000, attempt: 30_000 };

describe('votes on Cosmos DB', () => {
  let double: CosmosDouble;
  let opened: OpenedCosmos;
  before(async () => {
    double = await startCosmosDouble();
  });
  beforeEach(async () => {
    opened = await openCosmosStore(double, patience);
  });
  afterEach(() => opened.close());
  after(() => double.close());

  it('counts every last vote of five hundred at once, with at most one update of the channel a second', async function () {
    this.timeout(120_000);
    const { store, container } = opened;
    const measured = await everybodyVotes([store, cosmosStore({ container, patience })], { voters: 500 });
    console.log(`      ms: ${JSON.stringify(measured)}`);
    ok(measured.updates >= 2);
  });

  it('takes the first and the five-hundredth vote for the same charge', async function () {
    this.timeout(60_000);
    const clock = handClock(opensAt);
    const election = await electionOn({ store: opened.store, clock, world: newWorld() });
    await election.open(toOpen({ seats: Array.from({ length: 500 }, (_, n) => seatFor(voter(n))) }));
    for (const stage of ['opening', 'open'] as const) {
      await election.work();
      ok(['open', stage].includes((await election.vote()).stage));
    }
    const chargeOf = async (n: number) => {
      double.calm();
      await election.cast({ by: voter(n), n, choice: 'adopt', id: commandId(`vote-${String(n).padStart(3, '0')}`) });
      const charge = double.answered.reduce((sum, call) => sum + call.charge, 0);
      return { charge: Math.round(charge * 10) / 10, calls: double.answered.length };
    };
    const early = await chargeOf(0);
    for (let n = 1; n < 499; n++) await chargeOf(n);
    const late = await chargeOf(499);
    console.log(`      RU per vote turn (model): ${early.charge} for the first, ${late.charge} for the 500th`);
    ok(Math.abs(early.charge - late.charge) < 0.2 && early.calls === late.calls, JSON.stringify([early, late]));
  });
});

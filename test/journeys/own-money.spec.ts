import { deepEqual, equal } from 'node:assert/strict';
import { budgetStream } from '../../src/features/budgets/budget-state.ts';
import { holds } from '../support/case-walk.ts';
import { adviserNames, allMet, els, jan, voteOn } from '../support/governance-walk.ts';
import { addsUp, followed, typesIn } from '../support/stored-governance.ts';
import { openWorld, type World } from '../support/world.ts';
import { setClock } from '../support/tenant-controls.ts';

const board = ['Els Maes', 'Wim Theunissen', 'Karin Dohmen', 'Rob Verhagen'];
const others = ['Lotte Hendriks', 'Ruben Timmermans'];
const title = '(LI-G-2026-0001)';

describe('money of the centre itself', function () {
  this.timeout(60_000);
  let world: World;

  before(async () => {
    world = await openWorld();
    await setClock(world.tenant.url, '2026-11-23T09:00:00.000Z');
  });
  after(() => world.close());

  it('is asked by the project leader, who wants advice on it', async () => {
    const leader = world.as(jan);
    await leader.say('geld aanvragen');
    const form = await leader.open(await leader.card('Vraag geld aan'), 'Vraag geld aan');
    const second = await leader.next(form, 'Volgende', {
      ...{ careCosts: 'no', line: 'start-up', amount: '60.000', from: '2026-12-01', until: '2027-08-31' },
      purpose: 'Een kleinschalige woonvorm starten.',
    });
    holds((await leader.next(second, 'Vraag aan', allMet)).card, 'het geld is gereserveerd');
    const draft = await leader.card(title, 'Breng in');
    const amended = await leader.next(await leader.open(draft, 'Pas aan'), 'Bewaar', { advice: 'true' });
    holds(amended.card, 'Dit is een nieuwe versie');
    holds(await leader.click(await leader.card(title, 'Breng in'), 'Breng in'), 'Klankbord Limburg');
  });

  it('is advised on by the sounding board', async () => {
    for (const name of [...adviserNames, ...others]) await voteOn(world.as(name), title, { choice: 'agree' });
    const advised = await world.as(jan).card(title, 'Leg voor aan besluit');
    holds(advised.card, 'positief', '7 van 7');
    await world.as(jan).click(advised, 'Leg voor aan besluit');
  });

  it('is decided by the board, and recorded by its chair', async () => {
    for (const name of board) await voteOn(world.as(name), title, { choice: 'adopt' });
    const chair = world.as(els);
    const form = await chair.open(await chair.card(title, 'Leg vast'), 'Leg vast');
    const done = await chair.next(form, 'Leg het besluit vast', {
      ...{ verdict: 'adopt', motivation: 'Nodig en tijdelijk.', followed: 'yes', owner: world.as(jan).id },
      summary: 'Er komt een kleinschalige woonvorm.',
    });
    holds(done.card, 'Vastgelegd');
    await world.as(jan).card('Toegekend: LI-G-2026-0001');
  });

  it('is committed once, with one outcome of each vote, and nothing undone', async () => {
    await world.idle();
    const { requests } = await addsUp(world.store, { centre: 'LI', year: 2026, line: 'start-up' });
    deepEqual(
      requests.map(({ stage, ask: { cents } }) => [stage, cents]),
      [['adopted', 6_000_000]],
    );
    const { votes, happened } = await followed(world.store, requests[0]?.id ?? '');
    deepEqual(
      votes.map(({ stage, outcome }) => [stage, outcome?.counts]),
      [
        ['closed', { agree: 7 }],
        ['closed', { adopt: 4 }],
      ],
    );
    equal(
      Object.values(happened)
        .flat()
        .filter((type) => type === 'ProposalDecided').length,
      1,
    );
    const types = await typesIn(world.store, budgetStream('LI', 2026));
    deepEqual(types.slice(-2), ['MoneyReserved', 'MoneyCommitted']);
    deepEqual(await world.store.parked(10), []);
  });
});

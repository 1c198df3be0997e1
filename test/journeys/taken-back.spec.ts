import { deepEqual, ok } from 'node:assert/strict';
import { hasButton, holds } from '../support/case-walk.ts';
import { ballotOf, criteriaProposal, els, jan, voteOn, writeProposal } from '../support/governance-walk.ts';
import { openWorld, type World } from '../support/world.ts';
import { setClock } from '../support/tenant-controls.ts';

const title = 'Criteria die in het geheim gewogen worden';
const chosen = { secrecy: 'secret', quorum: '60', majority: 'two-thirds', closeEarly: 'true', days: '3' };
const how = 'Geheim · minstens 60% moet stemmen · minstens twee derde beslist';
const corrie = 'Corrie Wolters';
const aldermen = ['Els Maes', 'Wim Theunissen', 'Karin Dohmen', 'Rob Verhagen'];

describe('a vote that its chair takes back', function () {
  this.timeout(90_000);
  let world: World;
  let number: string;

  before(async () => {
    world = await openWorld();
    await setClock(world.tenant.url, '2026-11-23T09:00:00.000Z');
  });
  after(() => world.close());

  async function takeBack(chair: string, reason: string): Promise<void> {
    const manage = await world.as(chair).card(title, 'Verleng');
    const form = await world.as(chair).open(manage, 'Trek in');
    holds(await world.as(chair).next(form, 'Leg vast', { reason }), 'De stemming is ingetrokken');
  }

  it('is held as the author chose, which everybody who votes can read', async () => {
    number = await writeProposal(world.as, { ...criteriaProposal, name: title, ...chosen });
    const draft = await world.as(jan).card(number, 'Breng in');
    holds(draft.card, `${how} · 3 werkdagen`);
    await world.as(jan).click(draft, 'Breng in');
    holds((await ballotOf(world.as('Mieke Janssen'), title)).card, how, 'Dit is een geheime stemming', '26 november');
    holds((await world.as('Mieke Janssen').card(title, 'stemmen binnen')).card, how);
  });

  it('gives the proposal back to its author, who goes on without advice', async () => {
    await takeBack(corrie, 'Eerst cijfers.');
    holds((await world.as(jan).card(number, 'De adviesvraag over')).card, 'Eerst cijfers.');
    const back = await world.as(jan).card(number, 'Leg voor aan besluit');
    ok(hasButton(back, 'Breng in'));
    holds(await world.as(jan).click(back, 'Leg voor aan besluit'), 'Bestuurlijk overleg Limburg');
  });

  it('is asked again of the board by its chair, and then decides', async () => {
    await takeBack(els, 'Karin is er niet.');
    holds((await world.as(jan).card(number, 'De stemming over')).card, 'Karin is er niet.');
    const record = await world.as(els).card(title, 'Stem opnieuw');
    holds(record.card, 'De stemming is ingetrokken');
    await world.as(els).click(record, 'Stem opnieuw');
    for (const name of aldermen) await voteOn(world.as(name), title, { choice: 'adopt' });
    // Envelopes are brought to the urn after closing, and opened some time after that.
    for (const hour of ['17', '18', '19', '20']) {
      await setClock(world.tenant.url, `2026-11-26T${hour}:00:00.000Z`);
      await world.idle();
    }
    const chair = world.as(els);
    const form = await chair.open(await chair.card(title, 'Leg vast'), 'Leg vast');
    const done = await chair.next(form, 'Leg het besluit vast', {
      ...{ verdict: 'adopt', motivation: 'Helder.', owner: world.as(jan).id, summary: 'De criteria zijn vastgesteld.' },
    });
    holds(done.card, 'Vastgelegd');
    await world.idle();
    deepEqual(await world.store.parked(10), []);
  });
});

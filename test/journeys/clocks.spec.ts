import { deepEqual, equal } from 'node:assert/strict';
import { askMoney, decideOn, fatima, jan, runningCase, wolf } from '../support/governance-walk.ts';
import { decide, hasButton, holds, saysNothingPersonal, submitExample } from '../support/case-walk.ts';
import type { Persona } from '../support/persona.ts';
import { openWorld, type World } from '../support/world.ts';
import { morningOf, setClock } from '../support/tenant-controls.ts';

const [ruben, marieke, judith, wim] = ['Ruben Timmermans', 'Marieke Jansen', 'Judith Brouns', 'Wim Theunissen'];
const title = 'Beslis of de casus wordt opgenomen';

describe('the clocks of a case with a court measure that nobody triages', function () {
  this.timeout(90_000);
  let world: World;
  let number: string;
  before(async () => {
    world = await openWorld();
    await at('2026-11-23T09:00:00.000Z');
    ({ number } = await submitExample(world.as(ruben), 'wolf'));
    await world.idle();
  });
  after(() => world.close());

  async function at(now: string): Promise<void> {
    await setClock(world.tenant.url, now);
    await world.idle();
  }
  const morning = (day: string) => morningOf(world.tenant.url, day, () => world.idle());
  const reminders = (persona: Persona, kicker = 'Herinnering') =>
    persona.cards('Doorbraak', title, kicker, `Casus ${number}`);

  it('bring it to the mind of the chair a day before, some hours before, on its hour and the day after', async () => {
    const chair = world.as(marieke);
    const told: number[] = [];
    for (const now of ['23T16:00:10', '24T12:00:10', '24T16:00:10']) {
      await at(`2026-11-${now}.000Z`);
      told.push((await reminders(chair)).length);
    }
    await morning('2026-11-25');
    told.push((await reminders(chair)).length);
    deepEqual(told, [1, 2, 3, 4]);
    const late = await chair.card(title, 'Herinnering', '1 dag te laat');
    holds(late.card, 'Jij zorgt hiervoor.');
    equal(hasButton(late, 'Beoordeel'), true);
    equal(hasButton(late, 'Gedaan'), false);
    saysNothingPersonal(late.card, 'Wolf', 'Weert');
  });

  it('go to the officials after ten working days, and to nobody else', async () => {
    await morning('2026-12-08');
    deepEqual(
      await Promise.all(
        [judith, wim, fatima].map(async (name) => (await reminders(world.as(name), 'escalatie')).length),
      ),
      [1, 0, 0],
    );
    const asked = await world.as(judith).card('Ambtelijke escalatie', `Casus ${number}`);
    saysNothingPersonal(asked.card, 'Wolf', 'Weert');
    const form = await world.as(judith).open(asked, 'Antwoord');
    await world.as(judith).next(form, 'Bewaar', { note: 'Ik bel de voorzitter.' });
    await world.idle();
    holds((await world.as(marieke).card('Antwoord op een escalatie', title)).card, 'Judith Brouns antwoordde');
  });

  it('go to the alderman of the responsible municipality after ten more', async () => {
    await morning('2026-12-22');
    const asked = await world.as(wim).card('Bestuurlijke escalatie', `Casus ${number}`);
    equal(hasButton(asked, 'Antwoord'), true);
    saysNothingPersonal(asked.card, 'Wolf', 'Weert');
  });

  it('stop everywhere once the chair decides', async () => {
    // The newest card with that button is the reminder: the work is done from there.
    const decision = { outcome: 'priority', reason: 'De maatregel loopt.', processDirector: world.as(fatima).id };
    await decide(world.as(marieke), number, decision);
    await world.idle();
    for (const name of [marieke, judith, wim]) {
      const cards = await world.as(name).cards('Doorbraak', title, `Casus ${number}`);
      for (const seen of cards) {
        holds(seen.card, 'Gedaan op dinsdag 22 december 2026.');
        equal(hasButton(seen, 'Beoordeel') || hasButton(seen, 'Antwoord'), false);
      }
      equal(cards.length > 0, true, name);
    }
    const before = (await reminders(world.as(marieke))).length;
    await morning('2026-12-29');
    equal((await reminders(world.as(marieke))).length, before);
  });

  it('go on with the process director, who owes the conference by then', async () => {
    await world.as(fatima).say('mijn termijnen');
    holds((await world.as(fatima).card('Mijn termijnen', `Casus ${number}`)).card, 'Houd het eerste casusoverleg');
  });
});

describe('the clock of a decision about money', function () {
  this.timeout(90_000);
  let world: World;
  before(async () => {
    world = await openWorld();
    await setClock(world.tenant.url, '2026-11-23T09:00:00.000Z');
  });
  after(() => world.close());

  it('brings it to the mind of who decides, from where it is decided, and stops with the decision', async () => {
    const number = await runningCase(world.as, wolf);
    const ask = {
      ...{ line: 'availability', amount: '24.000', from: '2026-12-01', until: '2027-02-28' },
      ...{ purpose: 'Een maatwerkplek drie maanden beschikbaar houden.', municipality: '30.000' },
    };
    await askMoney(world.as, { director: fatima, number, ask });
    await world.idle();
    const reminders = () => world.as(jan).cards('Doorbraak', 'Neem een besluit over LI-V-2026-001');
    const told: number[] = [];
    // Ten working days. The day before is a Sunday, so that it waits for Monday morning; then four hours before, and on its hour.
    for (const now of ['2026-12-06T16:00:10', '2026-12-07T07:33:00', '2026-12-07T12:00:10', '2026-12-07T16:00:10']) {
      await setClock(world.tenant.url, `${now}.000Z`);
      await world.idle();
      told.push((await reminders()).length);
    }
    deepEqual(told, [0, 1, 2, 3]);
    for (const { card } of await reminders()) saysNothingPersonal(card, 'Wolf', 'maatwerkplek');
    const motivation = 'Tijdelijk, en de gemeente betaalt het vervolg.';
    const inputs = { verdict: 'adopt', motivation, owner: world.as(fatima).id };
    holds((await decideOn(world.as(jan), 'Neem een besluit over LI-V-2026-001', inputs)).card, 'Vastgelegd');
    await world.idle();
    for (const seen of await reminders()) {
      holds(seen.card, 'Gedaan op maandag 7 december 2026.');
      equal(hasButton(seen, 'Besluit nemen'), false);
    }
  });
});

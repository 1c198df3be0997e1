import { deepEqual, ok } from 'node:assert/strict';
import { formatEuros } from '../../src/core/money.ts';
import { hasButton, holds, saysNothingPersonal } from '../support/case-walk.ts';
import {
  askMoney,
  decideOn,
  egel,
  els,
  fatima,
  jan,
  kiezel,
  linde,
  openDecision,
  runningCase,
  voteOn,
  wolf,
} from '../support/governance-walk.ts';
import { eventually, type Inputs } from '../support/persona.ts';
import { openWorld, type World } from '../support/world.ts';
import { setClock } from '../support/tenant-controls.ts';

const euros = (amount: number): string => formatEuros(amount * 100, 'nl');

const adopt = (owner: string): Inputs => ({
  ...{ verdict: 'adopt', motivation: 'Tijdelijk, en de gemeente betaalt het vervolg.', owner },
});

describe('money of a centre', function () {
  this.timeout(90_000);
  let world: World;
  /** Asked anew: the card that was there before does not count. */
  const budgetOf = async (leader: string): Promise<object> => {
    const shown = () => world.as(leader).cards('Doorbraak', 'Per post');
    const before = (await shown()).length;
    await world.as(leader).say('budget');
    return eventually('the budget', async () => (await shown())[before]?.card);
  };

  before(async () => {
    world = await openWorld();
    await setClock(world.tenant.url, '2026-11-23T09:00:00.000Z');
  });
  after(() => world.close());

  describe('for Wolf: a place is kept available for three months, the municipality pays the care', () => {
    let number: string;
    const ask: Inputs = {
      ...{ line: 'availability', amount: '24.000', from: '2026-12-01', until: '2027-02-28' },
      ...{ purpose: 'Een maatwerkplek drie maanden beschikbaar houden.', municipality: '30.000' },
    };

    it('refuses the care costs of a youth in care, and says why', async () => {
      number = await runningCase(world.as, wolf);
      const card = await world.as(fatima).card(`Casus ${number}`, 'Geld aanvragen');
      const form = await world.as(fatima).open(card, 'Geld aanvragen');
      const again = await world.as(fatima).next(form, 'Volgende', { ...ask, careCosts: 'yes' });
      holds(again.card, 'gemeente');
      ok(hasButton(again, 'Volgende'), 'the first step is shown again');
    });

    it('blocks a must-criterion that is not met, with the rule', async () => {
      const criteria = { score3: 'not', reason3: 'Er is gewoon aanbod.' };
      const blocked = await askMoney(world.as, { director: fatima, number, ask, criteria });
      holds(blocked.card, '“Gewone zorg en geld van de gemeente lossen dit niet op” moet.');
      ok(hasButton(blocked, 'Vraag aan'));
    });

    it('is reserved when it is asked', async () => {
      holds((await askMoney(world.as, { director: fatima, number, ask })).card, 'het geld is gereserveerd');
      const status = await world.as(fatima).card('Geldaanvraag LI-G-2026', euros(24_000));
      saysNothingPersonal(status.card, 'Wolf', 'Weert');
      holds(await budgetOf(jan), `gereserveerd ${euros(24_000)}`);
    });

    it('is decided by the project leader within the mandate, and committed', async () => {
      const form = await openDecision(world.as(jan), number);
      holds(form.card, 'Besluit');
      saysNothingPersonal(form.card, 'Wolf', 'Weert');
      const wrong = await world.as(jan).next(form, 'Leg het besluit vast', { verdict: 'adopt', motivation: '' });
      holds(wrong.card, 'Schrijf op waarom.');
      const inputs = adopt(world.as(fatima).id);
      holds((await world.as(jan).next(wrong, 'Leg het besluit vast', inputs)).card, 'Vastgelegd');
      await world.as(fatima).card('LI-G-2026-0001', 'Tijdelijk, en de gemeente betaalt het vervolg.');
      await world.idle();
      holds(await budgetOf(jan), `vastgelegd ${euros(24_000)}`);
    });
  });

  describe('for others', () => {
    it('for Egel is refused with what can be done and who helps, and is free again', async () => {
      const number = await runningCase(world.as, egel);
      const ask = {
        ...{ line: 'guarantee', amount: '6000', from: '2026-12-01', until: '2027-03-31' },
        ...{ purpose: 'De behandeling nu laten beginnen.', guarantor: 'De verantwoordelijke gemeente' },
        ...{ guaranteeUntil: '2027-03-31', settlement: 'De gemeente betaalt terug zodra zij besloten heeft.' },
      };
      await askMoney(world.as, { director: fatima, number, ask });
      const bare = { verdict: 'reject', motivation: 'In de buurregio is gewoon aanbod.', alternative: '', contact: '' };
      const asked = await decideOn(world.as(jan), number, bare);
      ok(hasButton(asked, 'Leg het besluit vast'), 'a bare no is no answer');
      const done = await world.as(jan).next(asked, 'Leg het besluit vast', {
        ...bare,
        alternative: 'Aanmelden bij de aanbieder in de buurregio; de wachttijd is daar drie weken.',
        contact: world.as('Lotte Hendriks').id,
      });
      holds(done.card, 'Vastgelegd');
      const told = await world.as(fatima).card('LI-G-2026-0002', 'buurregio; de wachttijd', 'Lotte Hendriks');
      saysNothingPersonal(told.card, 'Egel', 'Venlo');
      await world.idle();
      const budget = JSON.stringify(await budgetOf(jan));
      ok(/garantiebudget[^}]*[\s\S]*?€.120\.000 vrij van €.120\.000/.test(budget), budget);
    });

    it('for Linde is a guarantee that is settled when the funding is clear', async () => {
      const number = await runningCase(world.as, linde);
      const annelies = world.as('Annelies Hofstra');
      const ask = {
        ...{ line: 'guarantee', amount: '15.000', from: '2026-12-01', until: '2027-03-22' },
        ...{ purpose: 'Starten op de zorgboerderij terwijl de bekostiging wordt uitgezocht.' },
        ...{ guarantor: 'Centrum Gelderland', guaranteeUntil: '2027-03-22' },
        settlement: 'Verrekenen zodra vaststaat wie betaalt.',
      };
      await askMoney(world.as, { director: 'Tom Bakker', number, ask });
      await decideOn(annelies, number, adopt(world.as('Tom Bakker').id));
      const status = await annelies.card('Geldaanvraag GE-G-2026-0001', 'Boek uitgave');
      const spent = await annelies.next(await annelies.open(status, 'Boek uitgave'), 'Boek uitgave', {
        ...{ amount: '9.000', day: '2026-11-23', text: 'Zorgboerderij, eerste maand.' },
      });
      holds(spent.card, `${euros(9_000)} geboekt`);
      const running = await annelies.card('Geldaanvraag GE-G-2026-0001', 'Verreken');
      const settled = await annelies.next(await annelies.open(running, 'Verreken'), 'Verreken', {
        ...{ amount: '9.000', day: '2026-11-23', text: 'Het zorgkantoor betaalt.' },
      });
      holds(settled.card, 'terug in het budget');
      await world.idle();
      holds(await budgetOf('Annelies Hofstra'), `verrekend ${euros(9_000)}`);
    });

    it('for Kiezel is above the project leader, so that the board votes and its chair records', async () => {
      const number = await runningCase(world.as, kiezel);
      const miriam = world.as('Miriam van Loon');
      const ask = {
        ...{ line: 'start-up', amount: '85.000', from: '2026-12-01', until: '2027-08-31' },
        purpose: 'Een kleinschalige woonvorm met twee plekken starten.',
      };
      await askMoney(world.as, { director: 'Tom Bakker', number, ask });
      const draft = await miriam.card(number, 'Breng in');
      holds(await miriam.click(draft, 'Breng in'), 'Bestuurlijk overleg Brabant en Zeeland');
      deepEqual(await world.as(els).cards('Doorbraak', number), []);
      for (const name of ['Gerard Smulders', 'Yvonne Kools', 'Ad de Rooij'])
        await voteOn(world.as(name), number, { choice: 'adopt' });
      const gerard = world.as('Gerard Smulders');
      const form = await gerard.open(await gerard.card(number, 'Leg vast'), 'Leg vast');
      await gerard.next(form, 'Leg het besluit vast', adopt(miriam.id));
      await world.as('Tom Bakker').card('BZ-G-2026-0001', 'Tijdelijk, en de gemeente betaalt het vervolg.');
      await world.idle();
      holds(await budgetOf('Miriam van Loon'), `vastgelegd ${euros(85_000)}`);
    });
  });

  describe('in the end', () => {
    it('leaves nothing undone', async () => {
      await world.idle();
      deepEqual(await world.store.parked(10), []);
    });
  });
});

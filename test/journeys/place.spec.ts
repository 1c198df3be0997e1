import { deepEqual, equal, ok } from 'node:assert/strict';
import { hasButton, holds, saysNothingPersonal, submitExample } from '../support/case-walk.ts';
import { egel, fatima, jan, runningCase, wolf } from '../support/governance-walk.ts';
import type { Persona, Seen } from '../support/persona.ts';
import {
  pressed,
  agree,
  askPlace,
  holdingOf,
  holdPlace,
  needs,
  offerCard,
  openPlaceForm,
  requestCard,
  searchPlaces,
} from '../support/place-walk.ts';
import { openWorld, type World } from '../support/world.ts';
import { setClock } from '../support/tenant-controls.ts';

const [dennis, carla, tom] = ['Dennis Aerts', 'Carla Nijs', 'Tom Bakker'];
const huis = 'maasduin-weert';
const bsn = '111222333';

/** Somebody else's card, as if it had come to them: as when it was forwarded. */
async function inHand(outsider: Persona, { card }: Seen): Promise<Seen> {
  return { message: (await outsider.card('Wat wil je doen?')).message, card };
}

describe('a place for Wolf, whose group stops in four weeks', function () {
  this.timeout(90_000);
  const logged: string[] = [];
  let world: World;
  let number: string;
  let other: string;
  /** What the director of the other case sees before Wolf's place is held. */
  let results: Seen;

  const at = (now: string) => setClock(world.tenant.url, now);

  before(async () => {
    world = await openWorld({ botLog: (line) => logged.push(line) });
    await at('2026-11-23T09:00:00.000Z');
    number = await runningCase(world.as, { ...wolf, inputs: { outcome: 'priority' } });
    other = await runningCase(world.as, egel);
  });
  after(() => world.close());

  describe('is asked for', () => {
    let second: Seen;

    it('after the question whether the help can come, and why not', async () => {
      const director = world.as(fatima);
      const first = await openPlaceForm(world.as, { director: fatima, number });
      holds(first.card, 'Kan de hulp naar de jongere toe komen');
      const empty = await director.next(first, 'Verder', { comes: 'no', reason: '' });
      holds(empty.card, 'Schrijf kort waarom de hulp niet naar de jongere toe kan komen.');
      const personal = await director.next(first, 'Verder', { comes: 'no', reason: `Het bsn is ${bsn}.` });
      holds(personal.card, 'burgerservicenummer');
      saysNothingPersonal(personal.card, bsn);
      second = await director.next(first, 'Verder', { comes: 'no', reason: 'De groep stopt over vier weken.' });
      holds(second.card, 'Wat is er nodig?', '2026-12-20');
    });

    it('in words that tell nobody who it is', async () => {
      const director = world.as(fatima);
      const telling = await director.next(second, 'Vraag aan', { ...needs, words: 'Een groep in Weert.' });
      holds(telling.card, 'Er staat een naam of plaats uit de casus in.');
      const missing = await director.next(second, 'Vraag aan', { ...needs, words: '' });
      holds(missing.card, 'Schrijf in algemene woorden wat de jongere nodig heeft.');
    });

    it('once, also when it is sent twice', async () => {
      const director = world.as(fatima);
      holds((await director.next(second, 'Vraag aan', needs)).card, 'De aanvraag staat.');
      await director.next(second, 'Vraag aan', needs);
      const card = await requestCard(director, number);
      holds(card.card, 'Wacht op een plek', 'Nummer 1 van 1', 'er is een maatregel van de rechter');
      await world.idle();
      equal((await director.cards('Doorbraak', `Plek bij casus ${number}`)).length, 1);
    });

    it('also for another case, which waits behind it', async () => {
      const asked = await askPlace(world.as, { director: fatima, number: other, inputs: { ages: '15' } });
      holds(asked.card, 'Nummer 2 van 2', 'de datum van de aanvraag');
      results = await searchPlaces(world.as(fatima), other);
    });
  });

  describe('is held', () => {
    it('from a list that says why each place fits', async () => {
      const found = await searchPlaces(world.as(fatima), number);
      holds(found.card, 'Huis aan de Maas', '1 plek vrij', 'oort past', 'n een regio van voorkeur', 'op tijd vrij');
      holds(found.card, 'Om te bespreken, sluit niemand uit: Omgaan met brandstichting');
      const button = holdingOf(found, huis);
      const [one, again] = await Promise.all([1, 2].map(() => pressed(world.as(fatima), button, 'Houd vast')));
      for (const held of [one, again]) holds(held?.card ?? {}, 'Plek vastgehouden', 'maandag 30 november');
    });

    it('by one request: the last place cannot be held for two', async () => {
      const late = await pressed(world.as(fatima), holdingOf(results, huis), 'Houd vast');
      holds(late.card, 'Deze plek is net weg.');
      ok(!JSON.stringify(late.card).includes(`"facility":"${huis}"`));
    });

    it('and asked of its contact, who sees the number and what is needed, and no more', async () => {
      const asked = await offerCard(world.as(dennis), number);
      holds(asked.card, 'Huis aan de Maas', '17 jaar', 'Kleinschalige woonvorm', needs['words'] ?? '');
      saysNothingPersonal(asked.card, 'Weert', 'Wolf', 'brandstichting', 'opa', 'Agressie op de groep', 'vier weken');
      equal((await world.as(dennis).cards('Doorbraak', `Plek gevraagd voor casus ${number}`)).length, 1);
      deepEqual(await world.as(dennis).cards('Doorbraak', other), []);
    });

    it('from nobody else: an outsider with the card in hand learns and does nothing', async () => {
      const outsider = world.as(carla);
      const contact = await inHand(outsider, await offerCard(world.as(dennis), number));
      const own = await inHand(outsider, await requestCard(world.as(fatima), number));
      holds(await outsider.click(contact, 'Bied aan'), 'Dit mag je hier niet zien of doen.');
      holds((await outsider.open(contact, 'Kan niet')).card, 'Dit mag je hier niet zien of doen.');
      const extend = await outsider.open(own, 'Houd langer vast');
      holds(extend.card, 'Dit mag je hier niet zien of doen.');
      ok(hasButton(await offerCard(world.as(dennis), number), 'Bied aan'), 'it was not offered');
    });
  });

  describe('becomes his', () => {
    it('when it is offered, once', async () => {
      const asked = await offerCard(world.as(dennis), number);
      holds((await pressed(world.as(dennis), asked, 'Bied aan')).card, 'Je bood de plek aan.');
      await world.as(dennis).click(asked, 'Bied aan');
      holds((await world.as(fatima).card('biedt de plek aan')).card, 'Huis aan de Maas');
      await world.idle();
      equal((await world.as(fatima).cards('Doorbraak', 'biedt de plek aan')).length, 1);
    });

    it('when youth and parents and the municipality agree, each in its turn', async () => {
      const director = world.as(fatima);
      const card = await director.card(`Plek bij casus ${number}`, 'Leg akkoord vast');
      const form = await director.open(card, 'Leg akkoord vast');
      const bare = { party: 'family', how: '' };
      holds((await director.next(form, 'Leg vast', bare)).card, 'Schrijf hoe en wanneer zij akkoord gaven');
      const personal = await director.next(form, 'Leg vast', { ...bare, how: `Bsn ${bsn}` });
      holds(personal.card, 'burgerservicenummer');
      saysNothingPersonal(personal.card, bsn);
      holds((await agree(director, number, 'family')).card, 'Het akkoord is vastgelegd.');
      await director.card(`Plek bij casus ${number}`, 'Nog akkoord nodig van: gemeente.');
      holds((await agree(director, number, 'municipality')).card, 'Het akkoord is vastgelegd.');
      const agreed = await director.card(`Plek bij casus ${number}`, 'Leg verhuizing vast');
      holds(agreed.card, 'Vanaf de dag van de verhuizing betaalt de gemeente de zorg.');
      await world.as(dennis).card(`Plek bij casus ${number}`, 'Iedereen is akkoord');
    });

    it('when he has moved in: from that day the municipality pays', async () => {
      await at('2026-11-26T09:00:00.000Z');
      const director = world.as(fatima);
      const card = await director.card(`Plek bij casus ${number}`, 'Leg verhuizing vast');
      const form = await director.open(card, 'Leg verhuizing vast');
      const early = await director.next(form, 'Leg vast', { day: '2026-12-24' });
      holds(early.card, 'kies een dag tot en met vandaag');
      holds((await director.next(form, 'Leg vast', { day: '2026-11-26' })).card, 'De verhuizing is vastgelegd.');
      const lives = await director.card(`Plek bij casus ${number}`, 'Woont er sinds');
      holds(lives.card, 'donderdag 26 november. De gemeente betaalt vanaf die dag de zorg.');
      await world.as(dennis).card(`Plek gevraagd voor casus ${number}`, 'Bewoond sinds');
      await world.idle();
      const cards = await world.as(fatima).cards('Doorbraak', `Plek bij casus ${number}`, 'Verhuizingen');
      deepEqual(
        cards.map((seen) => JSON.stringify(seen.card).includes('"6"')),
        [true],
      );
    });

    it('which the board of the centre shows, without him', async () => {
      await world.as(jan).say('plekken');
      const board = await world.as(jan).card('Plekken: Expertisecentrum Limburg');
      holds(board.card, 'Huis aan de Maas', 'Zorggroep Maasduin', '4 bezet', `1. ${other}`);
      saysNothingPersonal(board.card, number, 'Wolf', 'Weert');
    });
  });

  describe('that comes free', () => {
    it('is told by its contact, and to who waits', async () => {
      await world.as(dennis).say('plek vrij per 1 december');
      const form = await world.as(dennis).card('Plek vrij melden');
      const none = await world.as(dennis).click(form, 'Ja, meld vrij', { facility: huis, count: '9' });
      holds(none, 'Zoveel plekken kunnen niet vrijkomen');
      const free = { facility: huis, count: '1', from: '2026-12-01' };
      holds(await world.as(dennis).click(form, 'Ja, meld vrij', free), 'Eén plek bij Huis aan de Maas vrij');
      await world.as(fatima).card(`Plek bij casus ${other}`, 'Bij Huis aan de Maas is een plek vrij die past.');
      await world.as(jan).card(`Plek bij casus ${other}`, 'De procesregisseur kreeg bericht');
      const forwarded = await inHand(world.as(carla), form);
      holds(await world.as(carla).click(forwarded, 'Ja, meld vrij', free), 'Alleen een contactpersoon');
    });

    it('goes back by itself when nobody offers it, and both hear so', async () => {
      holds((await holdPlace(world.as(fatima), other, huis)).card, 'Plek vastgehouden');
      await offerCard(world.as(dennis), other);
      await at('2026-12-04T09:00:00.000Z');
      const back = 'De plek bij Huis aan de Maas is weer vrij: de tijd was om.';
      holds((await world.as(fatima).card(`Plek bij casus ${other}`, back)).card, 'De aanvraag zoekt verder.');
      await world.as(dennis).card(`Plek bij casus ${other}`, back);
      await world.idle();
      ok(!hasButton(await offerCard(world.as(dennis), other), 'Bied aan'));
      for (const name of [fatima, dennis]) equal((await world.as(name).cards('Doorbraak', back)).length, 1, name);
      holds((await searchPlaces(world.as(fatima), other)).card, 'Huis aan de Maas');
    });
  });

  describe('for a brother and a sister', () => {
    it('is one with room for both, or none', async () => {
      const { number: das } = await submitExample(world.as('Samira Haddad'), 'das');
      const inputs = { outcome: 'priority', reason: 'Samen.', processDirector: world.as(tom).id };
      const chair = world.as('Kees Willems');
      const triage = await chair.open(await chair.card(`Casus ${das}`, 'Beoordeel'), 'Beoordeel');
      await chair.next(triage, 'Leg vast', inputs);
      const together = { ages: '12, 10', kinds: 'family-home', from: '2026-12-07' };
      await askPlace(world.as, { director: tom, number: das, inputs: together });
      const found = await searchPlaces(world.as(tom), das);
      holds(found.card, 'Gezinshuis De Wilg', 'met instemming van beide regio’s');
      holds((await pressed(world.as(tom), holdingOf(found, 'linde-gezinshuis'), 'Houd vast')).card, '(2 plekken)');
      const asked = await offerCard(world.as(dennis), das);
      holds(asked.card, '12 en 10 jaar, samen');
      saysNothingPersonal(asked.card, 'Das', 'Hermelijn', 'Arnhem');
      await pressed(world.as(dennis), asked, 'Bied aan');
      for (const party of ['family', 'municipality', 'regions']) {
        ok(!hasButton(await requestCard(world.as(tom), das), 'Leg verhuizing vast'), party);
        await agree(world.as(tom), das, party);
        await world.idle();
      }
      await world.as(tom).card(`Plek bij casus ${das}`, 'Leg verhuizing vast');
    });
  });

  describe('in the end', () => {
    it('leaves nothing undone, and nothing of anybody in the log', async () => {
      await world.idle();
      deepEqual(await world.store.parked(10), []);
      for (const text of [bsn, 'Wolf', 'duidelijke regels']) ok(!logged.join('').includes(text), text);
    });
  });
});

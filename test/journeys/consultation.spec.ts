import { deepEqual, equal, ok } from 'node:assert/strict';
import { brokenAt } from '../../src/store/access-chain.ts';
import { channelOf, hasButton, holds, saysNothingPersonal } from '../support/case-walk.ts';
import {
  askQuestion,
  caseInConference,
  hanna,
  invitationOf,
  matchCard,
  tom,
  usualQuestion,
} from '../support/consultation-walk.ts';
import { call, eventually, type Persona, titlesOf } from '../support/persona.ts';
import { stored } from '../support/stored-consultations.ts';
import { openWorld, type World } from '../support/world.ts';

const experts = [
  'Femke Wiersma',
  'Willemijn Prins',
  'Naima Bouali',
  'Joost van Dalen',
  'Anouk Smits',
  'Lotte Hendriks',
];
const advice = {
  advice: 'Eet samen aan tafel met vaste prikkels, twee keer per dag.',
  basis: 'Zorgstandaard eetstoornissen, en ervaring met vier meisjes.',
  otherwise: 'Dan wordt zij voor de derde keer opgenomen.',
};

describe('a consultation about Merel', function () {
  this.timeout(60_000);
  let world: World;
  let number: string;
  let consultation: string;
  let first: Persona;
  let alternates: readonly Persona[];

  /** Those whose card asks them to say yes or no. */
  const invited = (count: number): Promise<readonly Persona[]> =>
    eventually(`${count} invitations`, async () => {
      const asked = await Promise.all(
        experts.map(async (name) => {
          const cards = await world.as(name).cards('Doorbraak', `Meedenken bij casus ${number}?`);
          return cards.some((card) => hasButton(card, 'Ik denk mee')) ? [world.as(name)] : [];
        }),
      );
      return asked.flat().length === count ? asked.flat() : undefined;
    });

  before(async () => {
    world = await openWorld();
    number = await caseInConference(world.as);
  });
  after(() => world.close());

  it('begins on the card of the case, with what the bot reads in it', async () => {
    const confirm = await askQuestion(world.as, number);
    holds(confirm.card, 'Eetstoornissen', 'Autisme (ASS)');
    holds(await world.as(tom).press(confirm, 'Zoek experts'), 'Je vraag is vastgelegd');
  });

  it('is answered by a proposal with reasons, and a hint at K-EET', async () => {
    const { card } = await matchCard(world.as, number);
    holds(card, 'K-EET', 'Femke Wiersma', 'Belasting', 'Stuur uitnodiging');
    saysNothingPersonal(card, 'Merel', 'Hoorn');
    consultation = /"consultation":"([\w-]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
  });

  it('invites nobody by itself', async () => {
    for (const name of experts) deepEqual(await world.as(name).cards('Doorbraak', number), []);
  });

  it('asks an autism expert when the process director says so', async () => {
    const answer = await world.as(tom).click(await matchCard(world.as, number), 'Stuur uitnodiging');
    holds(answer, 'Uitgenodigd: Femke Wiersma');
    const [femke] = await invited(1);
    equal(femke?.name, 'Femke Wiersma');
    first = femke!;
    const { card } = await invitationOf(first, number);
    holds(card, usualQuestion['question'] ?? '', 'Tijdelijk invliegen', '6 uur per maand');
    saysNothingPersonal(card, 'Merel', 'Hoorn', 'Hanna', 'ziekenhuis');
  });

  it('shows an expert who was not asked nothing, even with the card in hand', async () => {
    const erik = world.as('Erik Mulder');
    deepEqual(await erik.cards('Doorbraak', number), []);
    equal(await channelOf(erik, number), undefined);
  });

  it('hears why the first cannot, and proposes the next', async () => {
    const dialog = await first.open(await invitationOf(first, number), 'Ik kan niet');
    holds(
      await first.press(dialog, 'Verstuur', { reason: 'no-time', note: 'Vanaf februari wel.' }),
      'Dank voor je antwoord',
    );
    // The card of the consultation says it too, and comes first or last.
    await world
      .as(tom)
      .card('Femke Wiersma: kan niet', 'Geen tijd in deze periode', 'Er staat een nieuw voorstel klaar');
    const next = await eventually('a proposal without Femke', async () => {
      const seen = await matchCard(world.as, number);
      return JSON.stringify(seen.card).includes(`"out":"${first.id}"`) ? undefined : seen;
    });
    await world.as(tom).click(next, 'Stuur uitnodiging');
    alternates = await invited(2);
    ok(!alternates.some(({ name }) => name === first.name));
  });

  it('brings those who say yes into the channel, after the promise of secrecy', async () => {
    for (const alternate of alternates) {
      equal(await channelOf(alternate, number), undefined);
      const dialog = await alternate.open(await invitationOf(alternate, number), 'Ik denk mee');
      holds(await alternate.press(dialog, 'Ik denk mee', { secrecy: 'false' }), 'Vink aan dat je geheimhoudt');
      holds(await alternate.press(dialog, 'Ik denk mee', { secrecy: 'true' }), 'Dank je wel');
      equal(await eventually('the channel of the expert', () => channelOf(alternate, number)), number);
      const summary = await world.as(hanna).card('Experts die meedenken', alternate.name);
      saysNothingPersonal(summary.card, 'Merel');
    }
    equal(await channelOf(first, number), undefined);
  });

  it('lets the experts read the case, and logs it', async () => {
    const { access, caseStream } = await stored(world.store, consultation);
    for (const alternate of alternates) {
      const card = await alternate.card(`Consultatie bij casus ${number}`, 'Lees de casus');
      holds((await alternate.open(card, 'Lees de casus')).card, 'Merel', 'Eén plan in plaats van drie wachtlijsten.');
      const log = await access.read(caseStream);
      ok(log.some(({ userId, eventType }) => userId === alternate.id && eventType === 'case.details'));
      equal(brokenAt(log), undefined);
    }
  });

  it('takes the advice to the process director, who says what is done with it', async () => {
    for (const alternate of alternates) {
      const card = await alternate.card(`Consultatie bij casus ${number}`, 'Geef advies');
      const dialog = await alternate.open(card, 'Geef advies');
      holds(await alternate.press(dialog, 'Verstuur advies', advice), 'Je advies is verstuurd');
      const told = await world.as(tom).card(`Advies van ${alternate.name}`);
      saysNothingPersonal(told.card, 'vaste prikkels');
      const read = await world.as(tom).open(told, 'Lees en beoordeel');
      holds(read.card, advice.advice, advice.basis, advice.otherwise);
      holds(await world.as(tom).press(read, 'Leg vast', { verdict: 'followed' }), 'Vastgelegd: Gevolgd');
    }
    equal((await stored(world.store, consultation)).state.stage, 'advised');
  });

  it('asks after three and six months what it brought', async () => {
    for (const months of [3, 6]) {
      await call(`${world.tenant.url}/api/tenant/clock`, { advanceMs: 92 * 86_400_000 });
      const asked = await world.as(tom).card(`${months} maanden na het advies`);
      const answer = await world.as(tom).click(asked, 'Leg vast', { effect: 'helped', note: 'Eet weer mee.' });
      holds(answer, 'Het heeft geholpen');
    }
    equal((await stored(world.store, consultation)).state.stage, 'followed-up');
  });

  it('told everybody what they had to know, and nobody else anything', async () => {
    await world.idle();
    deepEqual(await world.store.parked(10), []);
    for (const name of ['Erik Mulder', 'Samira Haddad', 'Irene Lammers'])
      deepEqual(await world.as(name).cards('Doorbraak', number), []);
    const own = await first.cards('Doorbraak', `Consultatie bij casus ${number}`);
    deepEqual(
      own.flatMap(({ card }) => titlesOf(card)),
      [],
    );
  });
});

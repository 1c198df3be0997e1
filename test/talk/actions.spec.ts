import { deepEqual, equal, ok } from 'node:assert/strict';
import { decide, presetIn, submitExample } from '../support/case-walk.ts';
import { type Persona, type Seen, titlesOf } from '../support/persona.ts';
import { openTalking, type Talking } from '../support/talking.ts';

describe('days, amounts and people in what is asked', () => {
  let talking: Talking;
  let number = '';
  let running = '';
  const who = (name: string): Persona => talking.world.as(name);
  const chair = (): Persona => who('Kees Willems');
  before(async () => {
    talking = await openTalking({ now: '2026-11-26T10:00:00.000Z' });
    ({ number } = await submitExample(who('Hanna Bosman'), 'merel'));
    ({ number: running } = await submitExample(who('Ruben Timmermans'), 'wolf'));
    const processDirector = who('Fatima El Amrani').id;
    await decide(who('Marieke Jansen'), running, { reason: 'Maatregel: voorrang.', processDirector });
    await talking.world.idle();
  });
  after(() => talking.world.close());

  async function asked(someone: Persona, text: string): Promise<Seen> {
    equal((await talking.said(someone, text)).outcome, 'asked', text);
    return talking.last(someone);
  }

  // The space in an amount never breaks the line.
  const plain = (seen: unknown): string => JSON.stringify(seen).replaceAll('\u00A0', ' ');
  const says = ({ card }: Seen, text: string): void => ok(plain(card).includes(text), plain(card));

  async function ownDeadline(title: string, day: string): Promise<void> {
    await talking.said(chair(), 'mijn termijnen');
    const form = await chair().open(await talking.last(chair()), 'Nieuwe termijn');
    await chair().next(form, 'Bewaar', { title, day });
    await talking.world.idle();
  }

  it('moves no deadline when there is none to move', async () => {
    equal((await talking.said(chair(), 'verplaats de deadline naar vrijdag over een week')).outcome, 'no-deadline');
  });

  it('opens the move of the one deadline, filled in with the day it says in full', async () => {
    await ownDeadline('Brief sturen', '2026-12-15');
    const card = await asked(chair(), 'verplaats de deadline naar vrijdag over een week');
    says(card, 'Verplaatsen naar vrijdag 4 december 2026.');
    deepEqual(titlesOf(card.card), ['Brief sturen']);
    equal(presetIn(await chair().open(card, 'Brief sturen'), 'day'), '2026-12-04');
  });

  it('asks which day is meant', async () => {
    const card = await asked(chair(), 'verzet de deadline naar volgende vrijdag');
    deepEqual(titlesOf(card.card), ['vrijdag 27 november 2026', 'vrijdag 4 december 2026']);
    equal(presetIn(await chair().open(card, 'vrijdag 4 december 2026'), 'day'), '2026-12-04');
  });

  it('asks which deadline is meant, first the day and then which', async () => {
    await ownDeadline('Verslag lezen', '2026-12-16');
    const several = await asked(chair(), 'verplaats de deadline naar 18 december');
    deepEqual(titlesOf(several.card), ['Brief sturen', 'Verslag lezen']);
    const days = await asked(chair(), 'verzet de deadline naar volgende vrijdag');
    const chosen = await chair().click(days, 'vrijdag 4 december 2026');
    ok(JSON.stringify(chosen).includes('Verplaatsen naar vrijdag 4 december 2026.'));
    await talking.said(chair(), 'mijn termijnen');
    const second = await asked(chair(), 'verplaats de tweede naar 18 december');
    deepEqual(titlesOf(second.card), ['Brief sturen']);
  });

  it('hands a deadline over to whom was named, and asks when that can be several', async () => {
    const card = await asked(chair(), 'draag de taak over aan Fatima El Amrani');
    says(card, 'Overdragen aan Fatima El Amrani.');
    equal(presetIn(await chair().open(card, 'Verslag lezen'), 'person'), who('Fatima El Amrani').id);
  });

  it('says that a case has no deadline of theirs to move', async () => {
    equal(
      (await talking.said(chair(), `verplaats de deadline van casus ${number} naar vrijdag`)).outcome,
      'no-deadline',
    );
    equal(
      (await talking.said(who('Erik Mulder'), 'verplaats de deadline van casus 1 naar vrijdag')).outcome,
      'unknown-case',
    );
  });

  it('opens a request for money with the amount', async () => {
    const director = who('Fatima El Amrani');
    const card = await asked(director, `vraag 12.500 euro aan voor casus ${running}`);
    says(card, 'Ik begrijp: € 12.500.');
    equal(presetIn(await director.open(card, 'Geld aanvragen'), 'amount'), '12500');
    says(await asked(director, 'ik wil 12.500 euro aanvragen'), 'Ik begrijp: € 12.500.');
    await submitExample(who('Ruben Timmermans'), 'wolf');
    await talking.world.idle();
    const unnamed = await asked(who('Marieke Jansen'), 'ik wil 12.500 euro aanvragen');
    ok(plain(await who('Marieke Jansen').click(unnamed, running)).includes('Ik begrijp: € 12.500.'));
  });

  it('opens the settings with the days somebody is away', async () => {
    const card = await asked(chair(), 'ik ben van 3 tot 10 mei weg');
    says(card, 'maandag 3 mei 2027 tot en met maandag 10 mei 2027');
    const form = await chair().open(card, 'Doorgeven wanneer ik er ben');
    deepEqual([presetIn(form, 'awayFrom'), presetIn(form, 'awayUntil')], ['2027-05-03', '2027-05-10']);
  });

  it('opens a new deadline with its day', async () => {
    const card = await asked(chair(), 'maak een taak aan voor vrijdag over een week');
    equal(presetIn(await chair().open(card, 'Nieuwe termijn'), 'day'), '2026-12-04');
  });

  it('says honestly that it does not decide how long a place is held', async () => {
    const card = await asked(chair(), `houd een plek vast tot eind april voor casus ${number}`);
    says(card, 'vrijdag 30 april 2027');
    says(card, 'langer vragen kan op de kaart van de plek');
  });

  it('shows who may decide on an amount', async () => {
    const jan = who('Jan Peeters');
    equal((await talking.said(jan, 'wie beslist over 80.000 euro')).outcome, 'shown');
    const much = JSON.stringify((await talking.last(jan)).card);
    ok(much.includes('80.000'));
    equal((await talking.said(jan, 'wie beslist wat')).outcome, 'shown');
    ok(JSON.stringify((await talking.last(jan)).card).length > much.length);
  });
});

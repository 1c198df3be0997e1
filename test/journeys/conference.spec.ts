import { deepEqual, equal, ok } from 'node:assert/strict';
import { streamId } from '../../src/core/ids.ts';
import { brokenAt } from '../../src/store/access-chain.ts';
import { channelOf, decide, hasButton, holds, removalOf, submitExample } from '../support/case-walk.ts';
import { eventually, type Persona, type Seen } from '../support/persona.ts';
import { openWorld, type World } from '../support/world.ts';

/** One admitted case, from its channel to its closing and back. */
describe('a case conference', function () {
  this.timeout(60_000);
  let world: World;
  let number: string;
  const who = (name: string): Persona => world.as(name);

  before(async () => {
    world = await openWorld();
    ({ number } = await submitExample(who('Ruben Timmermans'), 'wolf'));
    await decide(who('Marieke Jansen'), number, {
      reason: 'Maatregel: voorrang.',
      processDirector: who('Fatima El Amrani').id,
      helpers: who('Lotte Hendriks').id,
    });
    await world.idle();
  });
  after(() => world.close());

  async function members(): Promise<readonly string[]> {
    const names = ['Ruben Timmermans', 'Marieke Jansen', 'Fatima El Amrani', 'Lotte Hendriks', 'Anouk Smits'];
    const all = [...names, 'Jan Peeters', 'Erik Mulder', 'Nora Visser'];
    const inside = await Promise.all(all.map(async (name) => (await channelOf(who(name), number)) !== undefined));
    return all.filter((_, index) => inside[index]);
  }

  async function summary(): Promise<Seen> {
    const title = await channelOf(who('Fatima El Amrani'), number);
    const [card] = await who('Fatima El Amrani').cards(title ?? '', 'Overleg over een casus.');
    if (!card) throw new Error('no summary card');
    return card;
  }

  async function caseId(): Promise<string> {
    const { items } = await world.store.find({
      type: 'case',
      where: [{ field: 'number', equals: number }],
      order: { field: 'number', direction: 'asc' },
      limit: 1,
    });
    return String((items[0]?.state as Record<string, unknown>)['id']);
  }

  it('is a closed channel with the people of the case, and nobody else', async () => {
    deepEqual(await members(), ['Ruben Timmermans', 'Marieke Jansen', 'Fatima El Amrani', 'Lotte Hendriks']);
  });

  it('is named after the case number only and begins with one summary card', async () => {
    const title = (await channelOf(who('Lotte Hendriks'), number)) ?? '';
    ok(title.includes(number));
    const threads = await who('Lotte Hendriks').threads(title);
    equal(threads.flatMap(({ root }) => root.cards).length, 1);
    holds((await summary()).card, 'Fatima El Amrani', 'Weert', 'casusoverleg');
  });

  it('shows the details to who is in the case, and logs the look', async () => {
    const dialog = await who('Lotte Hendriks').open(await summary(), 'Bekijk aanmelding');
    holds(dialog.card, 'Wolf', 'opa');
    const lines = await world.store.access.read(streamId('case', await caseId()));
    const last = lines.at(-1);
    deepEqual(
      [last?.userId, last?.outcome, last?.action, last?.caseKey],
      [who('Lotte Hendriks').id, 'allowed', 'read', number],
    );
    equal(brokenAt(lines), undefined);
  });

  it('refuses the details to an outsider who has the card, says what to do, and logs the refusal', async () => {
    const seen = await summary();
    const mine = await who('Erik Mulder').card('Wat wil je doen?');
    const dialog = await who('Erik Mulder').open({ message: mine.message, card: seen.card }, 'Bekijk aanmelding');
    equal(JSON.stringify(dialog.card).includes('Wolf'), false);
    holds(dialog.card, 'Dat kan nu niet');
    const lines = await world.store.access.read(streamId('case', await caseId()));
    deepEqual([lines.at(-1)?.userId, lines.at(-1)?.outcome], [who('Erik Mulder').id, 'refused']);
  });

  it('takes in a helper who joins later, and lets go of one who leaves', async () => {
    const director = who('Fatima El Amrani');
    const people = await director.open(await summary(), 'Mensen');
    const added = await director.next(people, 'Voeg toe', { person: who('Anouk Smits').id });
    await world.idle();
    ok((await members()).includes('Anouk Smits'));
    holds(added.card, 'Anouk Smits');
    const lotte = removalOf(added, who('Lotte Hendriks').id);
    await director.press(lotte, 'Haal weg');
    await world.idle();
    deepEqual(await members(), ['Ruben Timmermans', 'Marieke Jansen', 'Fatima El Amrani', 'Anouk Smits']);
  });

  it('brings in the centre without moving the responsibility', async () => {
    const director = who('Fatima El Amrani');
    const card = await director.card(number, 'Centrum betrekken');
    const form = await director.open(card, 'Centrum betrekken');
    await director.next(form, 'Betrek het centrum', { tried: 'Vijf plekken in de regio gevraagd.' });
    await world.idle();
    ok((await members()).includes('Jan Peeters'));
    holds((await summary()).card, 'Weert', 'Fatima El Amrani');
  });

  it('closes only with the process director, says so in the channel, and locks it', async () => {
    const director = who('Fatima El Amrani');
    const form = await director.open(await director.card(number, 'Afsluiten'), 'Afsluiten');
    await director.next(form, 'Vraag akkoord', {
      outcome: 'fitting-solution',
      moves: '1',
      lessonsCooperation: 'Eerder samen om tafel.',
      lessonsContent: 'Kleine groep werkt.',
    });
    await world.idle();
    const approval = await director.card(number, 'Akkoord, sluit af');
    await director.click(approval, 'Akkoord, sluit af');
    const title = (await channelOf(director, number)) ?? '';
    await eventually('the channel is locked', () => inState(director, title, true));
    equal((await director.cards(title, 'De casus is afgesloten')).length, 1);
  });

  it('answers a second click on the same approval with the present state', async () => {
    const director = who('Fatima El Amrani');
    const card = await director.card(number, 'Heropenen');
    equal(hasButton(card, 'Akkoord, sluit af'), false);
    equal((await director.cards((await channelOf(director, number)) ?? '', 'De casus is afgesloten')).length, 1);
  });

  it('opens again with a reason, in the same channel', async () => {
    const director = who('Fatima El Amrani');
    const form = await director.open(await director.card(number, 'Heropenen'), 'Heropenen');
    await director.next(form, 'Versturen', { reason: 'De plek stopt toch.' });
    const title = (await channelOf(director, number)) ?? '';
    await eventually('the channel is open', () => inState(director, title, false));
    await eventually('the summary says conference again', async () =>
      JSON.stringify((await summary()).card).includes('casusoverleg') ? true : undefined,
    );
  });

  async function inState(persona: Persona, title: string, archived: boolean): Promise<true | undefined> {
    const { teams } = await persona.conversations();
    const found = teams.flatMap(({ channels }) => channels).find((channel) => channel.title === title);
    return found?.archived === archived ? true : undefined;
  }
});

describe('a case with somebody of another organisation', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  it('gets a shared channel, in which the guest takes part', async () => {
    const { number } = await submitExample(world.as('Hanna Bosman'), 'merel');
    await decide(world.as('Kees Willems'), number, {
      reason: 'Zeldzame combinatie.',
      processDirector: world.as('Tom Bakker').id,
      helpers: world.as('Pieter Claes').id,
    });
    await world.idle();
    const { teams } = await world.as('Pieter Claes').conversations();
    const channels = teams.flatMap((team) => team.channels);
    deepEqual(
      channels.map(({ kind }) => kind),
      ['shared'],
    );
    equal((await world.as('Pieter Claes').cards(channels[0]?.title ?? '', number)).length, 1);
  });
});

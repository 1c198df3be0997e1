import { deepEqual, equal, ok } from 'node:assert/strict';
import { caseNumberIn, channelOf, fillInExample, holds, submitExample } from '../support/case-walk.ts';
import type { Persona } from '../support/persona.ts';
import { eventsOf } from '../support/stored-cases.ts';
import { answersTo, setFaults } from '../support/tenant-controls.ts';
import { closing, numbersOf, wholeStory } from '../support/whole-story.ts';
import { openWorld, type World } from '../support/world.ts';

const times = 5;
const allTaken = Array.from({ length: times }, () => 200);
const [hanna, kees, tom] = ['Hanna Bosman', 'Kees Willems', 'Tom Bakker'];
const reason = 'Past bij het expertteam.';

for (const [name, newId] of [
  ['the same activity id', false],
  ['new activity ids', true],
] as const) {
  describe(`everything delivered ${times} times at once under ${name}`, function () {
    this.timeout(60_000);
    let world: World;
    let number: string;
    const who = (person: string): Persona => world.as(person);
    const answers = (activity: string, act: () => Promise<unknown>): Promise<readonly number[]> =>
      answersTo(world.tenant.url, { activity, times }, act);

    before(async () => {
      world = await openWorld({ calm: true });
      await setFaults(world.tenant.url, { deliver: { times, newId } });
    });
    after(() => world.close());

    // Which copies came is in the memory of each instance; what is done is in the store, and done once.
    it('replies once to what somebody types, on each instance that it came to', async () => {
      const earlier = (await who(hanna).threads('Doorbraak')).length;
      deepEqual(await answers('message', () => who(hanna).say('aanmelden')), allTaken);
      const later = (await who(hanna).threads('Doorbraak')).slice(earlier);
      const replies = later.filter(({ root }) => root.from.isBot).length;
      ok(replies >= 1 && replies <= world.instances, `${replies} replies`);
      equal(later.length - replies, 1);
    });

    it('makes one case of one submission, with one number and one card for each', async () => {
      const form = await fillInExample(who(hanna), 'merel');
      const submit = async () => (number = caseNumberIn(await who(hanna).next(form, 'Meld aan')));
      deepEqual(await answers('invoke task/submit', submit), allTaken);
      await world.idle();
      deepEqual(await numbersOf(world.store, who(hanna)), [number]);
      equal(number.slice(-4), '0001');
      deepEqual(await cardsOf(number), { [hanna]: 1, [kees]: 1, [tom]: 0 });
    });

    it('decides once, and makes one channel', async () => {
      const form = await who(kees).open(await who(kees).card(number, 'Beoordeel'), 'Beoordeel');
      const inputs = { reason, processDirector: who(tom).id };
      const decide = async () => holds((await who(kees).next(form, 'Leg vast', inputs)).card, number);
      deepEqual(await answers('invoke task/submit', decide), allTaken);
      await world.idle();
      deepEqual(await cardsOf(number), { [hanna]: 1, [kees]: 1, [tom]: 1 });
      deepEqual(await titlesOfChannels(), [number]);
    });

    it('closes once on one approval, and says so once in the channel', async () => {
      const form = await who(tom).open(await who(tom).card(number, 'Afsluiten'), 'Afsluiten');
      await who(tom).next(form, 'Vraag akkoord', closing);
      await world.idle();
      const card = await who(tom).card(number, 'Akkoord, sluit af');
      const approve = async () => equal((await who(tom).click(card, 'Akkoord, sluit af')).type, 'card');
      deepEqual(await answers('invoke adaptiveCard/action', approve), allTaken);
      await world.idle();
      const title = (await channelOf(who(tom), number)) ?? '';
      equal((await who(tom).cards(title, 'De casus is afgesloten')).length, 1);
      deepEqual(await eventsOf(world.store, number), wholeStory);
    });

    async function cardsOf(of: string): Promise<Record<string, number>> {
      const counts = [hanna, kees, tom].map(async (person) => {
        const cards = await who(person).cards('Doorbraak', `Casus ${of}`);
        return [person, cards.length] as const;
      });
      return Object.fromEntries(await Promise.all(counts));
    }

    async function titlesOfChannels(): Promise<readonly string[]> {
      const { teams } = await who(tom).conversations();
      return teams
        .flatMap(({ channels }) => channels)
        .filter(({ kind }) => kind !== 'standard')
        .map(({ title }) => title);
    }
  });
}

describe('two people at one card at the same moment', function () {
  this.timeout(60_000);
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  it('one decision counts, and the other hears in words how it stands', async () => {
    const chair = world.as(kees);
    const { number } = await submitExample(world.as(hanna), 'merel');
    const card = await chair.card(number, 'Beoordeel');
    const [one, other] = await Promise.all([chair.open(card, 'Beoordeel'), chair.open(card, 'Beoordeel')]);
    const answers = await Promise.all([
      chair.next(one, 'Leg vast', { outcome: 'admit', reason, processDirector: world.as(tom).id }),
      chair.next(other, 'Leg vast', { outcome: 'ask-more', reason: 'De stem van de jongere ontbreekt.' }),
    ]);
    const late = answers.filter((answer) => JSON.stringify(answer.card).includes('al beoordeeld'));
    equal(late.length, 1);
    holds(late[0]!.card, 'Deze casus is al beoordeeld. De kaart laat zien wat er is besloten.');
    await world.idle();
    const decided = (await eventsOf(world.store, number)).filter((type) => /Admitted|SupplementAsked/.test(type));
    equal(decided.length, 1);
  });

  it('the centre is involved once when chair and process director ask for it together', async () => {
    const { number } = await submitExample(world.as('Ruben Timmermans'), 'wolf');
    const [chair, director] = [world.as('Marieke Jansen'), world.as('Fatima El Amrani')];
    const form = await chair.open(await chair.card(number, 'Beoordeel'), 'Beoordeel');
    await chair.next(form, 'Leg vast', { reason, processDirector: director.id });
    await world.idle();
    const card = await director.card(number, 'Centrum betrekken');
    const own = await chair.card(number);
    const both = await Promise.all([
      director.open(card, 'Centrum betrekken'),
      chair.open({ message: own.message, card: card.card }, 'Centrum betrekken'),
    ]);
    const tried = { tried: 'Vijf plekken in de regio gevraagd.' };
    const answers = await Promise.all([
      director.next(both[0], 'Betrek het centrum', tried),
      chair.next(both[1], 'Betrek het centrum', tried),
    ]);
    const late = answers.filter(({ card: shown }) => JSON.stringify(shown).includes('al betrokken'));
    equal(late.length, 1);
    equal((await eventsOf(world.store, number)).filter((type) => type === 'CentreInvolved').length, 1);
  });
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { submitExample } from '../support/case-walk.ts';
import { eventually, type Persona, type Seen, titlesOf } from '../support/persona.ts';
import { wishOf } from '../../src/talk/texts.ts';
import { unsureOf } from '../support/unsure.ts';
import { openWorld, type World } from '../support/world.ts';

type Line = Readonly<{ door?: string; verb?: string; outcome?: string }>;

describe('what people say in their own words', () => {
  let world: World;
  let number = '';
  const taken: Line[] = [];
  const written: string[] = [];
  before(async () => {
    world = await openWorld({
      botLogLevel: 'trace',
      botLog: (line) => {
        written.push(line);
        const parsed = JSON.parse(line) as Line;
        if (parsed.door !== undefined && parsed.door !== 'event') taken.push(parsed);
      },
    });
    ({ number } = await submitExample(world.as('Hanna Bosman'), 'merel'));
    await world.idle();
    taken.length = 0;
  });
  after(() => world.close());

  /** What the bot's log says of the turn, once it is over. */
  async function said(someone: Persona, text: string, where?: string): Promise<Line> {
    taken.length = 0;
    await someone.say(text, where);
    return eventually(`a turn for “${text}”`, async () => taken[0]);
  }

  async function texts(someone: Persona): Promise<readonly string[]> {
    await world.idle();
    return (await someone.threads('Doorbraak')).flatMap(({ root, replies }) =>
      [root, ...replies].map(({ text }) => text),
    );
  }

  async function lastCard(someone: Persona): Promise<Seen> {
    await world.idle();
    const cards = await someone.cards('Doorbraak');
    const last = cards.toSorted((one, other) => one.message.at.localeCompare(other.message.at)).at(-1);
    if (last === undefined) throw new Error('no card');
    return last;
  }

  const answered: readonly (readonly [string, string, string])[] = [
    ['Kees Willems', 'wat moet ik deze week allemaal nog doen', 'listed'],
    ['Kees Willems', 'laat eens zien welke casussen ik heb lopen', 'listed'],
    ['Jan Peeters', 'hoeveel geld zit er nog in de pot', 'shown'],
    ['Jan Peeters', 'op welke voorstellen moet ik nog stemmen', 'listed'],
    ['Kees Willems', 'ik heb iemand nodig die verstand heeft van eetstoornissen', 'listed'],
    ['Kees Willems', 'bij welk expertteam hoort de gemeente Venlo', 'shown'],
  ];
  for (const [who, text, outcome] of answered) {
    it(`answers “${text}”`, async () => {
      deepEqual(
        [await said(world.as(who), text)].map(({ verb, outcome: came }) => [verb, came]),
        [['talk', outcome]],
      );
    });
  }

  it('says what it cannot do in a chat, and where that is done', async () => {
    const kees = world.as('Kees Willems');
    equal((await said(kees, 'plan een overleg in voor volgende week dinsdag')).outcome, 'not-by-chat');
    ok((await texts(kees)).at(-1)?.includes('agenda van Teams'));
  });

  it('shows where to call to whoever may be in distress, in the language of the message', async () => {
    const hanna = world.as('Hanna Bosman');
    equal((await said(hanna, 'ik wil niet meer leven')).outcome, 'nood');
    const told = (await texts(hanna)).at(-1) ?? '';
    for (const number of ['112', '0800-2000', '113']) ok(told.includes(number), number);
    equal((await said(hanna, 'thank you very much for the help')).outcome, 'dank');
    equal((await texts(hanna)).at(-1), 'You are welcome.');
  });

  it('shows where to call first, and then asks to delete what is too personal', async () => {
    const hanna = world.as('Hanna Bosman');
    for (const text of [
      'ik wil dood, mijn bsn is 111222333',
      'mijn moeder is dronken en slaat alles kapot, bel 0612345678',
    ]) {
      equal((await said(hanna, text)).outcome, 'nood', text);
      const told = (await texts(hanna)).at(-1) ?? '';
      for (const part of ['112', '113', '0800-2000', 'verwijder straks je bericht']) ok(told.includes(part), part);
    }
    equal((await said(hanna, 'hoe staat het met hem, zijn bsn is 111222333')).outcome, 'personal-data');
    ok(!written.join('').includes('111222333'));
  });

  it('shows what can be asked when it does not understand', async () => {
    const kees = world.as('Kees Willems');
    await said(kees, 'hoe bak ik een appeltaart');
    ok(JSON.stringify((await lastCard(kees)).card).includes('Dat begreep ik niet'));
  });

  it('asks which is meant by three buttons, which do it', async () => {
    const jan = world.as('Jan Peeters');
    equal((await said(jan, 'hoe zit het met het geld en de plekken')).outcome, 'offered');
    const asked = await lastCard(jan);
    const titles = titlesOf(asked.card);
    equal(titles.length, 3);
    const answer = await jan.click(asked, titles[0] ?? '');
    ok(JSON.stringify(answer).length > 0);
    await eventually('the choice', async () => taken.find(({ verb }) => verb === 'talk/choose'));
    ok(!['failed', 'stale'].includes(taken.at(-1)?.outcome ?? ''));
  });

  it('finds a case by a part of its number, and does what binds by a button only', async () => {
    const chair = world.as('Kees Willems');
    equal((await said(chair, 'hoe staat het met casus 1')).outcome, 'shown');
    equal((await said(chair, 'vraag een consultatie aan voor casus 1')).outcome, 'asked');
    const asked = await lastCard(chair);
    deepEqual(titlesOf(asked.card), ['Consultatie vragen']);
    ok(JSON.stringify(asked.card).includes(number));
  });

  it('asks which case when none was named', async () => {
    const chair = world.as('Kees Willems');
    equal((await said(chair, 'ik wil een consultatie aanvragen')).outcome, 'asked');
    ok(titlesOf((await lastCard(chair)).card).every((title) => /^[A-Z]{2}-2026-\d{4}$/.test(title)));
  });

  it('says nothing of cases of others, whatever part of a number is given', async () => {
    const stranger = world.as('Erik Mulder');
    for (const text of ['hoe staat het met casus 1', 'vraag een consultatie aan voor casus 1']) {
      equal((await said(stranger, text)).outcome, 'unknown-case', text);
    }
    equal((await said(stranger, `vraag een consultatie aan voor ${number}`)).outcome, 'not-allowed');
  });

  it('takes no word of the language itself for a wish', () => {
    deepEqual(['toString', 'constructor', '__proto__'].map(wishOf), [undefined, undefined, undefined]);
  });

  it('writes nothing of a sentence in its log', async () => {
    await said(world.as('Kees Willems'), 'wie kan ons helpen bij een jongere met een zeldzame krokodillenangst');
    ok(!written.join('').includes('krokodillenangst'));
  });

  it('stays on this machine, as long as no language model is switched on', async () => {
    const called = new Set<string>();
    const note = (message: unknown): void => {
      called.add(String((message as { request: { origin?: unknown } }).request.origin));
    };
    subscribe('undici:request:create', note);
    await said(world.as('Hanna Bosman'), unsureOf('zwonkel'));
    unsubscribe('undici:request:create', note);
    const ours = new Set([world.bot, world.tenant.url, world.tenant.graphUrl].map((url) => new URL(url).origin));
    deepEqual(
      [...called].filter((origin) => !ours.has(origin)),
      [],
    );
  });
});

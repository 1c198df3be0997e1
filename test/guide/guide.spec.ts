import { deepEqual, equal, ok } from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { subjects } from '../../src/guide/examples.ts';
import { english } from '../../src/guide/texts.en.ts';
import { dutch } from '../../src/guide/texts.nl.ts';
import { eventually, type Persona, titlesOf } from '../support/persona.ts';
import { openWorld, type World } from '../support/world.ts';

type Turn = Readonly<{ door?: string; verb?: string; outcome?: string }>;

const people = parse(readFileSync(new URL('../../src/demo/people.csv', import.meta.url), 'utf8'), {
  columns: true,
}) as readonly Readonly<{ name: string; roles: string; tenant: string }>[];
/** One person of every set of roles that there is; guests have no chat with the bot. */
const own = people.filter(({ tenant }) => tenant === '');
const someone = [...Map.groupBy(own, ({ roles }) => roles).values()].map(([first]) => first!.name);
const served = ['listed', 'shown', 'asked', 'home', 'found', 'looked', 'none', 'empty'];

describe('what people can ask, as buttons', function () {
  this.timeout(60_000);
  let world: World;
  const turns: Turn[] = [];
  before(async () => {
    world = await openWorld({
      botLog: (line) => {
        const turn = JSON.parse(line) as Turn;
        if (turn.door === 'message' || turn.door === 'action' || turn.door === 'event') turns.push(turn);
      },
    });
    await world.idle();
  });
  after(() => world.close());

  const examples = async (persona: Persona) => {
    await persona.say('voorbeelden');
    return persona.card(dutch.cards.examples.title);
  };

  for (const name of someone) {
    it(`says what stands on it, for ${name}`, async () => {
      const persona = world.as(name);
      const card = await examples(persona);
      const titles = titlesOf(card.card);
      ok(titles.length >= 5, titles.join());
      const lost: string[] = [];
      for (const title of titles) {
        turns.length = 0;
        await persona.click(card, title);
        const { outcome = '' } = await eventually(title, async () => turns.find(({ verb }) => verb === 'guide/say'));
        if (!served.includes(outcome)) lost.push(`${title}: ${outcome}`);
      }
      deepEqual(lost, []);
    });
  }

  it('leaves out what somebody may not do', async () => {
    const titles = async (name: string) => titlesOf((await examples(world.as(name))).card);
    ok((await titles('Jan Peeters')).includes('Hoeveel geld is er nog?'));
    ok(!(await titles('Erik Mulder')).includes('Hoeveel geld is er nog?'));
    ok(!(await titles('Erik Mulder')).includes('Casussen van mijn team'));
  });

  it('is one press away from what was not understood', async () => {
    const erik = world.as('Erik Mulder');
    await erik.say('hoe bak ik een appeltaart');
    const home = await erik.card('Dat begreep ik niet', 'Meer voorbeelden');
    const { type } = await erik.click(home, 'Meer voorbeelden');
    equal(type, 'card');
  });

  it('has a heading for every subject, in both languages', () => {
    for (const texts of [dutch, english]) deepEqual(Object.keys(texts.subjects), [...subjects]);
  });
});

describe('where the app is added to a team', function () {
  this.timeout(60_000);
  let world: World;
  const greeted: Turn[] = [];
  before(async () => {
    world = await openWorld({
      botLog: (line) => {
        const turn = JSON.parse(line) as Turn;
        if (turn.verb === 'guide/greeting') greeted.push(turn);
      },
    });
    await world.idle();
  });
  after(() => world.close());

  const texts = async (name: string, where: string) =>
    (await world.as(name).threads(where)).flatMap(({ root, replies }) => [root, ...replies].map(({ text }) => text));

  it('it says who it is and whom it works with, once', async () => {
    const { teams } = await world.as('Marieke Jansen').conversations();
    const general = teams[0]?.channels[0]?.title ?? '';
    const told = (await texts('Marieke Jansen', general)).filter((text) => text.startsWith('Ik ben Doorbraak'));
    equal(told.length, 1);
    ok(told[0]?.includes('besloten kanaal'), told[0]);
    const [, named = ''] = /werk mee met ([^.]+)\. Voor/.exec(told[0] ?? '') ?? [];
    ok(named.includes('Expertteam Midden-Limburg') && named.includes(' en '), `all that meet there: ${named}`);
  });
});

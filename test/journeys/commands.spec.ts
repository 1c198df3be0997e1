import { deepEqual } from 'node:assert/strict';
import { fill, valuesOf } from '../../tools/app-package/fill.ts';
import { eventually } from '../support/persona.ts';
import { openWorld, type World } from '../support/world.ts';

/** What the bot's log says of one sentence: which route took it. */
type Line = Readonly<{ door?: string; verb?: string }>;

describe('the commands that Teams offers', () => {
  let world: World;
  const taken: string[] = [];
  before(async () => {
    world = await openWorld({
      botLog: (line) => {
        const { door, verb } = JSON.parse(line) as Line;
        if (door === 'message') taken.push(verb ?? '');
      },
    });
  });
  after(() => world.close());

  for (const [file, language] of Object.entries(fill(valuesOf('prod', {})).languages)) {
    it(`of ${file} are all understood`, async () => {
      const titles = Object.keys(language).filter((key) => /^bots.*\.title$/.test(key));
      const someone = world.as('Jan Peeters');
      const lost: string[] = [];
      for (const key of titles) {
        taken.length = 0;
        await someone.say(language[key] ?? '');
        const route = await eventually(`a route for ${language[key]}`, async () => taken[0]);
        if (['', 'talk', 'places/free'].includes(route)) lost.push(language[key] ?? '');
      }
      deepEqual(lost, []);
    });
  }
});

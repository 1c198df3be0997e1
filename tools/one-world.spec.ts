import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { boundToOne, onOneOnly } from './one-world.ts';

const folder = new URL('../test/journeys/', import.meta.url);
const journeys = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));

describe('journeys on two instances', () => {
  it('are all, but for those that are named with a reason', () => {
    ok(journeys.length > 15);
    const bound = journeys
      .filter((name) => !(name in onOneOnly))
      .map((name) => [name, boundToOne(readFileSync(new URL(name, folder), 'utf8'))])
      .filter(([, what]) => what !== undefined);
    deepEqual(bound, []);
  });

  it('leave out nothing that is not there, and nothing without a reason', () => {
    for (const [name, reason] of Object.entries(onOneOnly)) {
      ok(journeys.includes(name), name);
      ok(reason.length > 10, name);
    }
  });

  it('cannot be what brings its own bot, store or traces', () => {
    equal(boundToOne('world = await openWorld();'), undefined);
    equal(boundToOne('world = await openWorld({ calm: true }); const { store } = world;'), undefined);
    equal(boundToOne('world = await openWorld({ store });'), 'store');
    equal(boundToOne('const bot = botProcess({ tenant }); await openWorld()'), 'starts a bot of its own');
    equal(boundToOne('await startApp({})'), 'opens no world');
  });
});

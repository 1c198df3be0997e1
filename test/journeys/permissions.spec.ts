import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { permissionFor } from '../../src/graph/permissions.ts';
import { fill, valuesOf } from '../../tools/app-package/fill.ts';
import { channelOf, decide, submitExample } from '../support/case-walk.ts';
import { eventually, type Persona } from '../support/persona.ts';
import { readLog, setFaults } from '../support/tenant-controls.ts';
import { openWorld, type World } from '../support/world.ts';

/** What the manifest asks of a team's owner, and the script gives in the tenant. */
function asked(): readonly string[] {
  const { permissions } = fill(valuesOf('prod', {})).manifest['authorization'] as {
    permissions: { resourceSpecific: { name: string }[] };
  };
  const script = readFileSync(new URL('../../infra/grant-permissions.sh', import.meta.url), 'utf8');
  const given = [...script.matchAll(/^ {4}([\w.]+\.All) +#/gm)].map(([, name = '']) => name);
  return [...permissions.resourceSpecific.map(({ name }) => name), ...given].sort();
}

describe('permissions', function () {
  this.timeout(60_000);
  let world: World;
  let number: string;
  const director = (): Persona => world.as('Fatima El Amrani');

  beforeEach(async () => {
    world = await openWorld({ worker: { baseMs: 10, maxMs: 50, maxAttempts: 3 } });
    ({ number } = await submitExample(world.as('Ruben Timmermans'), 'wolf'));
    await decide(world.as('Marieke Jansen'), number, {
      ...{ reason: 'Maatregel: voorrang.', processDirector: director().id },
      helpers: world.as('Lotte Hendriks').id,
    });
    await world.idle();
  });
  afterEach(() => world.close());

  async function close(): Promise<void> {
    const form = await director().open(await director().card(number, 'Afsluiten'), 'Afsluiten');
    const lessons = { lessonsCooperation: 'Eerder samen om tafel.', lessonsContent: 'Kleine groep werkt.' };
    await director().next(form, 'Vraag akkoord', { outcome: 'fitting-solution', moves: '1', ...lessons });
    await world.idle();
    await director().click(await director().card(number, 'Akkoord, sluit af'), 'Akkoord, sluit af');
    await world.idle();
  }

  async function isLocked(): Promise<boolean> {
    const title = await channelOf(director(), number);
    const { teams } = await director().conversations();
    return teams.flatMap(({ channels }) => channels).find((channel) => channel.title === title)?.archived ?? false;
  }

  it('are exactly those that the calls of a case need, from its channel to its lock', async () => {
    const people = await director().open(await director().card(number, 'Mensen'), 'Mensen');
    await director().next(people, 'Voeg toe', { person: world.as('Anouk Smits').id });
    await close();
    const calls = (await readLog(world.tenant.url)).map(({ call: made }) => made.replace(/\?.*/, ''));
    const toGraph = calls.filter((made) => /^[A-Z]+ .*\/teams\/[^/]+\/(channels|members)/.test(made));
    const used = toGraph.map((made) => permissionFor(...(made.split(' ') as [string, string])) ?? made);
    deepEqual([...new Set(used)].sort(), asked());
  });

  it('that lock a channel may be missing: the case is closed, and what failed waits for an operator', async () => {
    await setFaults(world.tenant.url, { graph: { every: 1, answer: 403, match: '/archive$' } });
    await close();
    const title = (await channelOf(director(), number)) ?? '';
    await eventually('the farewell', async () => (await director().cards(title, 'De casus is afgesloten'))[0]);
    await eventually('work that was given up', async () => {
      const { parkedByKind } = await world.store.standing(new Date());
      return parkedByKind['case-channel'];
    });
    equal(await isLocked(), false);
  });
});

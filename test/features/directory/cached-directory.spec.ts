import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { loadDemo } from '../../../src/demo/load-demo.ts';
import {
  type CachedDirectory,
  createDirectory,
  expertTeamId,
  loadTerritory,
  type TerritoryRow,
} from '../../../src/features/directory/index.ts';
import type { Store } from '../../../src/store/store.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { clock, importAll, noon, peopleFile, smallTerritory, teamsFile } from './imported.ts';
import { eva, someone, westTeam } from './samples.ts';

describe('directory: what others may ask', () => {
  const store = openedStore(openTemporary);
  let now = noon.getTime();
  const directory = (): CachedDirectory =>
    createDirectory({ store: store(), territory: smallTerritory, clock: { now: () => new Date(now) } });
  beforeEach(async () => {
    now = noon.getTime();
    await importAll(store(), peopleFile, teamsFile);
  });

  const renamed = peopleFile
    .replace('Eva Bos', 'Eva de Bos')
    .replace('Wijkteam Zuid,applicant', 'Wijkteam Zuid,operator');

  it('knows people, all or those with a role', async () => {
    deepEqual(await directory().person(eva.id), eva);
    deepEqual(
      (await directory().people()).map(({ name }) => name),
      ['Eva Bos', 'Fatima El Amrani', 'Lotte Hendriks', 'Marieke Jansen'],
    );
    deepEqual(
      (await directory().people('chair')).map(({ name }) => name),
      ['Marieke Jansen'],
    );
  });

  it('knows nobody that was not imported', async () => {
    equal(await directory().person(someone(1234)), undefined);
    equal(await directory().nameOf(someone(1234)), '1234');
    equal(await directory().team(expertTeamId('east')), undefined);
    equal(await directory().landing('Atlantis', noon), undefined);
  });

  it('reads what somebody may do anew every time, and names within a minute or once told to forget', async () => {
    const asked = directory();
    equal(await asked.nameOf(eva.id), 'Eva Bos');
    await importAll(store(), renamed);
    deepEqual((await asked.person(eva.id))?.roles, ['operator']);
    equal(await asked.nameOf(eva.id), 'Eva Bos');
    asked.forget();
    equal(await asked.nameOf(eva.id), 'Eva de Bos');
  });

  it('is never more than a minute behind', async () => {
    const asked = directory();
    deepEqual((await asked.team(westTeam.id))?.name, 'Expertteam West');
    await importAll(store(), teamsFile.replace('Expertteam West', 'Expertteam Weert'));
    now += 60_000;
    deepEqual((await asked.team(westTeam.id))?.name, 'Expertteam Weert');
  });

  it('knows somebody new at once', async () => {
    const asked = directory();
    await asked.people();
    await importAll(store(), `${peopleFile}\n${someone(12)},Anouk Smits,Ervaring,helper`);
    equal(await asked.nameOf(someone(12)), 'Anouk Smits');
  });

  it('reads more people than fit on one page', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `${someone(1000 + n)},Naam ${n},Org,helper`);
    await importAll(store(), ['id,name,organisation,roles', ...many].join('\n'));
    equal((await directory().people('helper')).length, 121);
  });

  it('lands in every team of the region', async () => {
    await importAll(store(), teamsFile.replace('\nwest,Expertteam West,LI,li-west', '\nfar,Expertteam Ver,LI,li-west'));
    const landing = await directory().landing('gemeente li-stad', noon);
    deepEqual(
      landing?.teams.map(({ name }) => name),
      ['Expertteam Ver', 'Expertteam West'],
    );
    deepEqual(landing.municipality, {
      name: 'LI-stad',
      province: 'province of LI',
      region: 'li-west',
      centre: 'LI',
      toVerify: false,
    });
    equal(landing.centre.label, 'Expertisecentrum LI');
  });

  it('lands in the centre when the region has no team', async () => {
    const landing = await directory().landing('NO-stad', noon);
    deepEqual([landing?.teams, landing?.centre.code], [[], 'NO']);
  });
});

describe('directory: where every municipality lands', () => {
  let opened: Awaited<ReturnType<typeof openTemporary>>;
  let directory: CachedDirectory;
  let rows: readonly TerritoryRow[];
  before(async () => {
    opened = await openTemporary();
    const store: Store = opened.store;
    await loadDemo({ store, clock });
    const territory = await loadTerritory();
    directory = createDirectory({ store, territory, clock });
    rows = territory.rows;
  });
  after(() => opened.close());

  it('is somewhere, for all 342, on any day from the start of the list', async () => {
    const days = fc.date({
      min: new Date('2025-01-01T00:00:00Z'),
      max: new Date('2035-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    await fc.assert(
      fc.asyncProperty(days, async (on) => {
        for (const row of rows) {
          const landing = await directory.landing(row.name, on);
          equal(landing?.municipality.name, row.name);
          equal(landing.centre.code, row.centre);
          equal(landing.teams.length > 0, row.region !== 'gooi-en-vechtstreek');
        }
      }),
      { numRuns: 5 },
    );
  });

  it('is in one of the four regions and three teams of Limburg for Weert', async () => {
    const landing = await directory.landing('Weert', noon);
    deepEqual(
      landing?.teams.map(({ name }) => name),
      ['Expertteam Midden-Limburg'],
    );
    deepEqual(await directory.suggestions('Weertt', noon), ['Weert']);
  });
});

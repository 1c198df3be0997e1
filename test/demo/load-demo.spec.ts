import { deepEqual, equal, ok } from 'node:assert/strict';
import { loadDemo, loadDemoPlanning } from '../../src/demo/load-demo.ts';
import { personStream } from '../../src/features/directory/aggregates.ts';
import {
  createDirectory,
  expertTeamId,
  importFile,
  loadTerritory,
  regionCode,
} from '../../src/features/directory/index.ts';
import { boardOf, countsOf } from '../../src/features/planning/board.ts';
import { rowsOf } from '../../src/features/planning/planning-desk.ts';
import { createExpertRegister } from '../../src/features/experts/index.ts';
import { conceptId } from '../../src/matching/index.ts';
import { openedStore } from '../support/store-opened.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { clock, noon } from '../features/directory/imported.ts';
import { someone } from '../features/directory/samples.ts';

describe('demo: people, teams and centres', () => {
  const store = openedStore(openTemporary);
  const directory = async () => createDirectory({ store: store(), territory: await loadTerritory(), clock });
  beforeEach(() => loadDemo({ store: store(), clock }));

  it('are all there', async () => {
    const { people, teams, centre } = await directory();
    equal((await people()).length, 41);
    equal((await teams()).length, 40);
    equal((await centre('LI')).projectLeader, someone(9));
    deepEqual((await centre('NH')).staff, [someone(10)]);
  });

  it('have ten experts, each of whom is found by what they wrote', async () => {
    const experts = createExpertRegister({ store: store(), directory: await directory(), clock });
    const all = await experts.all();
    equal(all.length, 10);
    const { read } = await experts.matcher();
    deepEqual(
      all.filter(({ expert }) => read(expert.ownWords).concepts.length === 0),
      [],
    );
  });

  it('have three autism experts of different organisations, one of them in Noord-Holland', async () => {
    const directoryNow = await directory();
    const experts = createExpertRegister({ store: store(), directory: directoryNow, clock });
    const autism = (await experts.all()).filter(({ expert }) => expert.specialisms.includes(conceptId('autism')));
    const inNorthHolland = (await directoryNow.regions(noon)).filter(({ centre }) => centre === 'NH');
    equal(new Set(autism.map(({ expert }) => expert.organisation)).size, 3);
    equal(autism.filter(({ expert }) => inNorthHolland.some(({ code }) => expert.regions.includes(code))).length, 1);
  });

  it('have three teams for the four regions of Limburg (domain.md B2)', async () => {
    const limburg = (await (await directory()).teams()).filter(({ centre }) => centre === 'LI');
    deepEqual(
      limburg.map(({ id, regions, chair, processDirectors, members }) => [
        id,
        regions,
        chair,
        processDirectors,
        members,
      ]),
      [
        ['midden-limburg', ['midden-limburg-oost', 'midden-limburg-west']],
        ['noord-limburg', ['noord-limburg']],
        ['zuid-limburg', ['zuid-limburg']],
      ].map((team) => [...team, someone(5), [someone(7)], [someone(11)]]),
    );
  });

  it('have a team in every region but one (domain.md A5)', async () => {
    const { regions, teams } = await directory();
    const served = new Set((await teams()).flatMap((team) => team.regions));
    const without = (await regions(noon)).filter(({ code }) => !served.has(code));
    deepEqual(without, [{ code: regionCode('gooi-en-vechtstreek'), label: 'Gooi en Vechtstreek', centre: 'NH' }]);
  });

  it('have one Microsoft team for each centre', async () => {
    const ofCentre = new Map(
      (await (await directory()).teams()).map((team) => [team.centre, team.teamsGroupId.slice(-1)]),
    );
    deepEqual(
      [...ofCentre].sort(([, one], [, other]) => one.localeCompare(other)),
      [
        ['NO', '1'],
        ['OV', '2'],
        ['GE', '3'],
        ['UF', '4'],
        ['NH', '5'],
        ['ZH', '6'],
        ['BZ', '7'],
        ['LI', '8'],
      ],
    );
  });

  it('stay as somebody changed them when the demo is loaded again', async () => {
    const text = `id,name,organisation,roles\n${someone(1)},Hanna Bosman,Elders,applicant`;
    await importFile({ store: store(), territory: await loadTerritory(), clock }, { text });
    await loadDemo({ store: store(), clock });
    const { person, team } = await directory();
    equal((await person(someone(1)))?.organisation, 'Elders');
    equal((await team(expertTeamId('utrecht-stad')))?.name, 'Expertteam Utrecht Stad');
    equal((await store().history(personStream(someone(2)))).length, 1);
  });
});

describe('demo: the planning of Limburg', () => {
  const store = openedStore(openTemporary);
  beforeEach(() => loadDemo({ store: store(), clock }));
  const board = async () => boardOf(await rowsOf({ store: store() }, 'LI'), noon.toISOString());

  it('has something done, late, due and held up, whatever day it is', async () => {
    await loadDemoPlanning({ store: store(), clock });
    const { done, late, due, planned } = countsOf(await board());
    deepEqual([done, late, due, planned], [2, 1, 1, 11]);
    deepEqual(
      (await board()).flatMap(({ row, warnings }) => warnings.map(({ kind }) => `${row.about.id ?? ''} ${kind}`)),
      ['k2 held-up'],
    );
  });

  it('brings nobody anything on the first day', async () => {
    await loadDemoPlanning({ store: store(), clock });
    const moments = (await board()).flatMap(({ row }) => row.moments.map(({ at }) => at));
    ok(moments.length > 20);
    deepEqual(
      moments.filter((at) => at < '2026-11-03'),
      [],
    );
  });

  it('stays as it was left, also in a later month', async () => {
    await loadDemoPlanning({ store: store(), clock });
    const before = await rowsOf({ store: store() }, 'LI');
    const later = { now: () => new Date('2027-03-03T12:00:00.000Z') };
    await loadDemoPlanning({ store: store(), clock: later });
    deepEqual(await rowsOf({ store: store() }, 'LI'), before);
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import { createDirectory, importFile } from '../../../src/features/directory/index.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { clock, importAll, importText, noon, peopleFile, smallTerritory, teamsFile } from './imported.ts';
import { someone, westTeam } from './samples.ts';

const counts = (part: object) => ({ added: 0, changed: 0, unchanged: 0, closed: 0, ...part });

describe('directory: importing a file', () => {
  const store = openedStore(openTemporary);
  const directory = () => createDirectory({ store: store(), territory: smallTerritory, clock });

  describe('of people', () => {
    it('adds them', async () => {
      deepEqual(await importText(store(), peopleFile), {
        outcome: 'imported',
        kind: 'people',
        counts: counts({ added: 4 }),
      });
      deepEqual(await directory().person(someone(5)), {
        id: someone(5),
        name: 'Marieke Jansen',
        organisation: 'Expertteam West',
        roles: ['chair', 'helper'],
      });
    });

    it('reads tenant, mail address and an id in capitals', async () => {
      const id = '0000000A-0000-4000-8000-00000000000B';
      await importAll(store(), `id;name;organisation;roles;tenant;email\n${id};Bo;X;helper;${someone(3)};bo@x.example`);
      deepEqual(await directory().people(), [
        {
          id: id.toLowerCase(),
          name: 'Bo',
          organisation: 'X',
          roles: ['helper'],
          tenantId: someone(3),
          email: 'bo@x.example',
        },
      ]);
    });

    it('changes nothing the second time', async () => {
      await importAll(store(), peopleFile);
      deepEqual(await importText(store(), peopleFile), {
        outcome: 'imported',
        kind: 'people',
        counts: counts({ unchanged: 4 }),
      });
      equal((await store().history((await personStreams())[0]!)).length, 1);
    });

    it('changes who changed, also back to what they were', async () => {
      const moved = peopleFile.replace('Wijkteam Zuid', 'Wijkteam Noord');
      await importAll(store(), peopleFile);
      for (const text of [moved, peopleFile, moved, peopleFile]) {
        deepEqual(await importText(store(), text), {
          outcome: 'imported',
          kind: 'people',
          counts: counts({ changed: 1, unchanged: 3 }),
        });
      }
      equal((await directory().person(someone(1)))?.organisation, 'Wijkteam Zuid');
    });

    it('lets somebody leave, who may then do nothing and keeps a name', async () => {
      await importAll(
        store(),
        peopleFile,
        `id,name,organisation,roles,left\n${someone(1)},Eva Bos,Wijkteam Zuid,applicant,yes`,
      );
      equal(await directory().person(someone(1)), undefined);
      equal(await directory().nameOf(someone(1)), 'Eva Bos');
      equal((await directory().people()).length, 3);
    });

    it('imports the same file twice at the same time as once', async () => {
      const results = await Promise.all([importText(store(), peopleFile), importText(store(), peopleFile)]);
      deepEqual(
        results.map(({ outcome }) => outcome),
        ['imported', 'imported'],
      );
      for (const stream of await personStreams()) equal((await store().history(stream)).length, 1);
    });

    it('names every problem in every row, and imports none of them', async () => {
      const text = [
        'id,name,organisation,roles,email',
        'x,,Org,boss,nobody',
        `${someone(31)},A`,
        `${someone(32)},Zoë,Org,,`,
        `${someone(33)},Bo,Org,helper,`,
        `${someone(33)},Bo,Org,helper,`,
      ].join('\n');
      const result = await importText(store(), text);
      deepEqual(result.outcome === 'refused' && result.problems.map(({ row, column, found }) => [row, column, found]), [
        [2, 'id', 'x'],
        [2, 'name', ''],
        [2, 'roles', 'boss'],
        [2, 'email', 'nobody'],
        [3, undefined, '2'],
        [4, 'roles', undefined],
        [6, 'id', someone(33)],
      ]);
      deepEqual(await directory().people(), []);
    });

    it('leaves what is there as it is when only new people are wanted', async () => {
      const grown = `${peopleFile.replace('Wijkteam Zuid', 'Elders')}\n${someone(12)},Anouk Smits,Ervaring,helper`;
      await importAll(store(), peopleFile);
      const sources = { store: store(), territory: smallTerritory, clock };
      deepEqual(await importFile(sources, { text: grown, keepExisting: true }), {
        outcome: 'imported',
        kind: 'people',
        counts: counts({ added: 1, unchanged: 4 }),
      });
      equal((await directory().person(someone(1)))?.organisation, 'Wijkteam Zuid');
    });
  });

  async function personStreams() {
    const order = { field: 'name', direction: 'asc' } as const;
    const { items } = await store().find({ type: 'person', where: [], order, limit: 100 });
    return items.map(({ stream }) => stream);
  }

  describe('of expert teams', () => {
    it('adds them', async () => {
      await importAll(store(), peopleFile, teamsFile);
      deepEqual(await directory().teams(), [westTeam]);
    });
    it('changes nothing the second time', async () => {
      await importAll(store(), peopleFile, teamsFile);
      deepEqual(await importText(store(), teamsFile), {
        outcome: 'imported',
        kind: 'expert-teams',
        counts: counts({ unchanged: 1 }),
      });
    });
    it('refuses people that are not in the directory and regions that are not there', async () => {
      const result = await importText(store(), teamsFile.replace('li-west', 'atlantis'));
      deepEqual(result.outcome === 'refused' && result.problems.map(({ row, column, found }) => [row, column, found]), [
        [2, 'chair', someone(5)],
        [2, 'members', someone(11)],
        [2, 'process_directors', someone(7)],
        [2, 'regions', undefined],
      ]);
      deepEqual(await directory().teams(), []);
    });
  });

  describe('of centres', () => {
    const file = `code,label,coordinating_municipality,project_leader,staff\nLI,BEN Limburg,LI-stad,${someone(1)},${someone(1)};${someone(5)}`;
    it('changes their settings', async () => {
      await importAll(store(), peopleFile, file);
      deepEqual(await directory().centre('LI'), {
        code: 'LI',
        label: 'BEN Limburg',
        coordinatingMunicipality: 'LI-stad',
        projectLeader: someone(1),
        staff: [someone(1), someone(5)],
      });
      equal((await directory().centre('NO')).label, 'Expertisecentrum NO');
    });
    it('changes nothing the second time', async () => {
      await importAll(store(), peopleFile, file);
      deepEqual(await importText(store(), file), {
        outcome: 'imported',
        kind: 'centres',
        counts: counts({ unchanged: 1 }),
      });
    });
    it('refuses a coordinating municipality from outside the area', async () => {
      await importAll(store(), peopleFile);
      deepEqual(await importText(store(), file.replace('LI-stad', 'NO-stad')), {
        outcome: 'refused',
        kind: 'centres',
        problems: [
          { row: 2, column: 'coordinating_municipality', expected: 'a municipality in the area of the centre' },
        ],
      });
    });
  });

  describe('of bodies', () => {
    const header = 'id,kind,centre,name,members,valid_from,valid_to';
    const board = `${header}\nli-board,administrative-board,LI,Bestuurlijk overleg,${someone(1)},2026-01-01,`;
    it('adds, changes and dissolves them', async () => {
      await importAll(store(), peopleFile, board);
      deepEqual(await directory().bodies(noon), [
        {
          id: 'li-board',
          kind: 'administrative-board',
          centre: 'LI',
          name: 'Bestuurlijk overleg',
          members: [{ person: someone(1) }],
          validFrom: '2026-01-01',
        },
      ]);
      await importAll(store(), `${header}\nli-board,administrative-board,LI,x,${someone(1)},2026-01-01,2026-11-01`);
      deepEqual(await directory().bodies(noon), []);
    });
    it('changes nothing the second time', async () => {
      await importAll(store(), peopleFile, board);
      deepEqual(await importText(store(), board), {
        outcome: 'imported',
        kind: 'bodies',
        counts: counts({ unchanged: 1 }),
      });
    });
    it('refuses a member that is not in the directory', async () => {
      deepEqual(await importText(store(), board), {
        outcome: 'refused',
        kind: 'bodies',
        problems: [
          {
            row: 2,
            column: 'members',
            expected: 'somebody in the directory; import people first',
            found: someone(1),
          },
        ],
      });
    });
  });

  describe('of nothing it knows', () => {
    it('refuses another header', async () => {
      const result = await importText(store(), 'naam,adres\nA,B');
      deepEqual(result.outcome === 'refused' && [result.kind, result.problems.map(({ found }) => found)], [
        undefined,
        ['naam, adres'],
      ]);
    });
    it('refuses missing and unknown columns, and a file without rows', async () => {
      deepEqual(await importText(store(), 'id,name,roles,phone'), {
        outcome: 'refused',
        kind: 'people',
        problems: [
          { row: 1, column: 'organisation', expected: 'this column' },
          { row: 1, column: 'phone', expected: 'only columns id, name, organisation, roles, tenant, email, left' },
          { row: 2, expected: 'at least one row' },
        ],
      });
    });
  });
});

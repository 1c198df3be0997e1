import { deepEqual } from 'node:assert/strict';
import { createDirectory, workplaces } from '../../../src/features/directory/index.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { clock, importAll, importText, noon, peopleFile, smallTerritory } from './imported.ts';
import { someone } from './samples.ts';

const team = '10000000-0000-4000-8000-000000000009';
const channel = '19:klankbord@thread.tacv2';
const bodies = `id,kind,centre,name,members,valid_from,microsoft_team,channel
klankbord,sounding-board,LI,Klankbord,${someone(1)};${someone(5)},2026-01-01,${team},${channel}
overleg,administrative-board,LI,Overleg,${someone(7)},2026-01-01,,`;
const details = `body,member,role,chair,region,organisation,weight,deputies
klankbord,${someone(1)},Ouder,yes,li-west,Oudernetwerk,2,${someone(7)} from 2026-11-01 to 2026-11-30; ${someone(11)} from 2026-12-01
overleg,${someone(7)},Wethouder,no,,,,`;

const parent = {
  person: someone(1),
  ...{ role: 'Ouder', chair: true, region: 'li-west', organisation: 'Oudernetwerk', weight: 2 },
  deputies: [
    { person: someone(7), validFrom: '2026-11-01', validTo: '2026-11-30' },
    { person: someone(11), validFrom: '2026-12-01' },
  ],
};

describe('directory: importing who is what in a body', () => {
  const store = openedStore(openTemporary);
  const directory = () => createDirectory({ store: store(), territory: smallTerritory, clock });
  const members = async () => (await directory().bodies(noon)).map((body) => body.members);
  const refused = async (line: string) => {
    const result = await importText(store(), `${details.split('\n')[0] ?? ''}\n${line}`);
    return result.outcome === 'refused' ? result.problems : result.outcome;
  };
  beforeEach(() => importAll(store(), peopleFile, bodies));

  it('adds role, region, weight and deputies, and leaves other members as they are', async () => {
    const counts = { added: 0, changed: 2, unchanged: 0, closed: 0 };
    deepEqual(await importText(store(), details), { outcome: 'imported', kind: 'body-members', counts });
    deepEqual(await members(), [[parent, { person: someone(5) }], [{ person: someone(7), role: 'Wethouder' }]]);
  });

  it('changes nothing the second time', async () => {
    await importAll(store(), details);
    const counts = { added: 0, changed: 0, unchanged: 2, closed: 0 };
    deepEqual(await importText(store(), details), { outcome: 'imported', kind: 'body-members', counts });
  });

  it('stays when the bodies are imported again, for who stays', async () => {
    await importAll(store(), details, bodies.replace(`${someone(1)};${someone(5)}`, `${someone(1)};${someone(11)}`));
    deepEqual((await members())[0], [parent, { person: someone(11) }]);
  });

  it('keeps the channel of a body whose row names none', async () => {
    await importAll(store(), bodies.replace(`Klankbord,`, 'Klankbord Limburg,').replace(`${team},${channel}`, ','));
    const [body] = await directory().bodies(noon);
    deepEqual([body?.name, body?.channel], ['Klankbord Limburg', { teamId: team, channelId: channel }]);
  });

  it('refuses half a channel', async () => {
    const result = await importText(store(), bodies.replace(team, ''));
    const expected = 'both microsoft_team and channel, or neither';
    deepEqual(result.outcome === 'refused' && result.problems, [
      { row: 2, column: 'channel', expected, found: channel },
    ]);
  });

  it('refuses who is no member, a deputy nobody knows, and a cell that says something else', async () => {
    deepEqual(await refused(`overleg,${someone(1)},,,,,,`), [
      { row: 2, column: 'member', expected: 'a member of that body', found: someone(1) },
    ]);
    deepEqual(await refused(`overleg,${someone(7)},,,,,,${someone(99)} from 2026-01-01`), [
      {
        ...{ row: 2, column: 'deputies', found: someone(99) },
        expected: 'somebody in the directory; import people first',
      },
    ]);
    const cell = `${someone(1)} vanaf maandag`;
    deepEqual(await refused(`overleg,${someone(7)},,,,,,${cell}`), [
      {
        ...{ row: 2, column: 'deputies', found: cell },
        expected: '<Entra id> from <day> to <day>, with ; between them',
      },
    ]);
    deepEqual(await refused(`niets,${someone(7)},,,,,,`), [
      { row: 2, column: 'member', expected: 'a member of that body', found: someone(7) },
    ]);
  });

  it('tells which centre somebody works for or governs; a sounding board only advises', async () => {
    deepEqual(await workplaces(directory(), someone(7), noon), [{ centre: 'LI', as: 'member' }]);
    deepEqual(await workplaces(directory(), someone(1), noon), []);
  });
});

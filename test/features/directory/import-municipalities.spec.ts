import { deepEqual, equal } from 'node:assert/strict';
import { territoryStream } from '../../../src/features/directory/aggregates.ts';
import { createDirectory } from '../../../src/features/directory/index.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { clock, importAll, importText, noon, smallTerritory } from './imported.ts';
import { towns } from './samples.ts';

const header = 'municipality,province,region_code,region,centre,valid_from,valid_to,to_verify';
const known = towns.map(({ name, province, region, regionLabel, centre }) =>
  [name, province, region, regionLabel, centre, '2025-01-01', '', 'no'].join(','),
);
const file = (...rows: readonly string[]) => [header, ...rows].join('\n');
const newTown = 'LI-nieuw,province of LI,li-east,LI East,LI,2027-01-01,,yes';
const counts = (part: object) => ({ added: 0, changed: 0, unchanged: 0, closed: 0, ...part });

describe('directory: importing municipalities', () => {
  const store = openedStore(openTemporary);
  const directory = () => createDirectory({ store: store(), territory: smallTerritory, clock });
  const namesOn = async (on: Date) => (await directory().municipalities(on)).map(({ name }) => name);

  it('dates what is new and what is gone', async () => {
    const merged = known.filter((row) => !row.startsWith('LI-stad')).concat(newTown);
    deepEqual(await importText(store(), file(...merged)), {
      outcome: 'imported',
      kind: 'municipalities',
      counts: counts({ added: 1, unchanged: 7, closed: 1 }),
    });
    const others = towns.slice(0, -1).map(({ name }) => name);
    // Half past eleven in the evening of New Year's Eve and half past midnight, in Amsterdam.
    deepEqual(await namesOn(new Date('2026-12-31T22:30:00Z')), [...others, 'LI-stad']);
    deepEqual(await namesOn(new Date('2026-12-31T23:30:00Z')), [...others, 'LI-nieuw']);
  });

  it('changes nothing for what is known, and nothing the second time', async () => {
    const same = { outcome: 'imported', kind: 'municipalities', counts: counts({ unchanged: 8 }) };
    deepEqual(await importText(store(), file(...known)), same);
    equal((await store().history(territoryStream)).length, 0);
    await importAll(store(), file(...known, newTown));
    deepEqual(await importText(store(), file(...known, newTown)), { ...same, counts: counts({ unchanged: 9 }) });
  });

  it('refuses a part of the list', async () => {
    deepEqual(await importText(store(), file(newTown)), {
      outcome: 'refused',
      kind: 'municipalities',
      problems: [
        {
          row: 1,
          column: 'centre',
          expected: 'the whole list: every centre needs a municipality on the newest first day in the file',
        },
      ],
    });
    equal((await namesOn(noon)).length, 8);
  });

  it('refuses periods that overlap or run backward, and a region with two names', async () => {
    const result = await importText(
      store(),
      file(
        ...known,
        'LI-stad,province of LI,li-west,LI West,LI,2026-01-01,,no',
        'LI-kort,province of LI,li-west,LI West,LI,2025-01-01,2024-12-31,no',
        'LI-fout,province of LI,li-west,LI Westen,LI,2025-01-01,,no',
      ),
    );
    deepEqual(result.outcome === 'refused' && result.problems, [
      {
        row: 10,
        column: 'valid_from',
        expected: 'a period that does not overlap the one in row 9',
        found: '2026-01-01',
      },
      { row: 11, column: 'valid_to', expected: 'a day not before valid_from', found: '2024-12-31' },
      { row: 12, column: 'region', expected: 'LI West, as in row 9', found: 'LI Westen' },
    ]);
  });

  it('says no more about the list than what is wrong in its rows', async () => {
    const result = await importText(store(), file(newTown.replace(',yes', ',maybe')));
    deepEqual(result.outcome === 'refused' && result.problems, [
      { row: 2, column: 'to_verify', expected: 'yes or no', found: 'maybe' },
    ]);
  });
});

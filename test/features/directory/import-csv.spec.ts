import { deepEqual } from 'node:assert/strict';
import { readCsv } from '../../../src/features/directory/import-csv.ts';

const table = {
  ok: true,
  value: {
    header: ['id', 'name'],
    rows: [
      { row: 2, cells: { id: '1', name: 'Zoë' } },
      { row: 3, cells: { id: '2', name: 'Bo, junior; "B"' } },
    ],
    problems: [],
  },
};

describe('directory: reading CSV', () => {
  it('reads commas and line feeds', () => deepEqual(readCsv('id,name\n1,Zoë\n2,"Bo, junior; ""B"""\n'), table));
  it('reads what Dutch Excel writes: a byte order mark, semicolons and Windows line ends', () =>
    deepEqual(readCsv('\uFEFFid;name\r\n1;Zoë\r\n2;"Bo, junior; ""B"""\r\n'), table));
  it('takes spaces around cells and capitals in the header for nothing', () =>
    deepEqual(readCsv('ID , Name\n1, Zoë \n2,"Bo, junior; ""B"""'), table));
  it('skips empty rows and keeps counting', () =>
    deepEqual(readCsv('id;name\n\n1;Zoë\n;\n'), {
      ok: true,
      value: { ...table.value, rows: [{ row: 3, cells: { id: '1', name: 'Zoë' } }] },
    }));
  it('names rows whose cells do not fit, and reads the others', () =>
    deepEqual(readCsv('id,name\n1\n1,Zoë\n1,2,3'), {
      ok: true,
      value: {
        header: ['id', 'name'],
        rows: [{ row: 3, cells: { id: '1', name: 'Zoë' } }],
        problems: [
          { row: 2, expected: '2 cells, as in the header', found: '1' },
          { row: 4, expected: '2 cells, as in the header', found: '3' },
        ],
      },
    }));
  it('refuses a file that is not in UTF-8', () =>
    deepEqual(readCsv(Buffer.from('id,name\n1,Zo\xEB', 'latin1').toString('utf8')), {
      ok: false,
      problems: [{ row: 1, expected: 'a file in UTF-8 (in Excel: save as "CSV UTF-8")' }],
    }));
  it('refuses an empty file', () =>
    deepEqual(readCsv('\uFEFF\n'), {
      ok: false,
      problems: [{ row: 1, expected: 'a header with the names of the columns' }],
    }));
  it('refuses quotes that do not close', () => {
    const read = readCsv('id,name\n1,"Zoë\n2,Bo\n');
    deepEqual(read.ok ? [] : read.problems.map(({ expected }) => expected.slice(0, 'readable CSV'.length)), [
      'readable CSV',
    ]);
  });
});

import { deepEqual } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { directoryKinds, importFile, type ImportKind, type Problem } from '../../src/features/directory/index.ts';
import { importKinds } from '../../src/import-kinds.ts';
import { clock, importText, peopleFile, smallTerritory } from '../features/directory/imported.ts';
import { someone } from '../features/directory/samples.ts';
import { openTemporary } from '../support/store-sqlite.ts';

const kinds: readonly ImportKind[] = [...directoryKinds, ...importKinds()];
const blocked = { bsn: 'BSN 111222333', iban: 'NL91ABNA0417164300' } as const;
const refused = (kind: string) => `a text without personal data (this looks like: ${kind})`;

describe('security: files that are imported', () => {
  let opened: Awaited<ReturnType<typeof openTemporary>>;
  before(async () => {
    opened = await openTemporary();
    deepEqual((await importText(opened.store, peopleFile)).outcome, 'imported');
  });
  after(() => opened.close());

  const problemsOf = async (text: string): Promise<readonly Problem[] | 'imported'> => {
    const sources = { store: opened.store, territory: smallTerritory, clock, kinds: importKinds() };
    const result = await importFile(sources, { text });
    return result.outcome === 'imported' ? result.outcome : result.problems;
  };

  for (const { name, required, optional } of kinds) {
    const columns = [...required, ...optional];
    for (const column of columns) {
      it(`take no BSN and no account number as ${column} of ${name}, and do not repeat them`, async () => {
        for (const [kind, value] of Object.entries(blocked)) {
          const row = columns.map((each) => (each === column ? value : 'x')).join(';');
          deepEqual(await problemsOf(`${columns.join(';')}\n${row}`), [{ row: 2, column, expected: refused(kind) }]);
        }
      });
    }
  }

  it('name every row and kind, and go on to the other rows', async () => {
    const rows = [
      `${someone(1)};Eva Bos, 06-12345678;Wijkteam;applicant;eva@wijk.example`,
      'no id;Bo;Dorpsstraat 12, bsn 111222333;no role;',
      'no id;Lotte;Wijkteam;applicant;',
    ];
    deepEqual(await problemsOf(['id;name;organisation;roles;email', ...rows].join('\n')), [
      { row: 2, column: 'name', expected: refused('phone') },
      { row: 3, column: 'organisation', expected: refused('address') },
      { row: 3, column: 'organisation', expected: refused('bsn') },
      { row: 4, column: 'id', expected: 'an Entra object id (8-4-4-4-12 hexadecimal digits)', found: 'no id' },
    ]);
  });

  it('take a mail address where it belongs, and nowhere else', async () => {
    const header = 'id;name;organisation;roles;email';
    const person = (name: string, mail: string) => `${header}\n${someone(1)};${name};Wijkteam;applicant;${mail}`;
    deepEqual(await problemsOf(person('Eva Bos', 'eva@wijk.example')), 'imported');
    deepEqual(await problemsOf(person('eva@wijk.example', '')), [
      { row: 2, column: 'name', expected: refused('email') },
    ]);
  });

  it('do not repeat the names of columns that hold personal data, nor a line that is not CSV', async () => {
    deepEqual(await problemsOf('id;BSN 111222333\n1;2'), [{ row: 1, expected: refused('bsn') }]);
    deepEqual(await problemsOf('id;name\n1;BSN "111222333"'), [
      { row: 2, expected: 'readable CSV (Invalid Opening Quote)' },
    ]);
  });

  it('leave nothing of it in the store', async () => {
    for (const [kind, value] of Object.entries(blocked)) {
      deepEqual(await problemsOf(peopleFile.replace('Wijkteam Zuid', value)), [
        { row: 2, column: 'organisation', expected: refused(kind) },
      ]);
    }
    const parts = await Promise.all([opened.file, `${opened.file}-wal`].map((file) => readFile(file, 'latin1')));
    const kept = parts.join('');
    deepEqual(
      ['Wijkteam Zuid', '111222333', blocked.iban].map((text) => kept.includes(text)),
      [true, false, false],
    );
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { importCommand } from '../src/import.ts';
import { clock } from './features/directory/imported.ts';
import { someone } from './features/directory/samples.ts';
import { openedStore } from './support/store-opened.ts';
import { openTemporary } from './support/store-sqlite.ts';

describe('npm run import', () => {
  const store = openedStore(openTemporary);
  const demo = ['people.csv', 'expert-teams.csv', 'centres.csv'];

  async function run(files: readonly string[], texts: Readonly<Record<string, string>> = {}) {
    const printed: string[] = [];
    const read = async (file: string) =>
      texts[file] ?? readFile(new URL(`../src/demo/${file}`, import.meta.url), 'utf8');
    const print = (line: string) => printed.push(line);
    const code = await importCommand(files, { store: store(), readFile: read, print, clock });
    return { code, printed };
  }

  it('imports the files in the order given and says what it did', async () => {
    deepEqual(await run(demo), {
      code: 0,
      printed: [
        'people.csv (people): 41 new, 0 changed, 0 unchanged',
        'expert-teams.csv (expert-teams): 40 new, 0 changed, 0 unchanged',
        'centres.csv (centres): 8 new, 0 changed, 0 unchanged',
      ],
    });
  });

  it('imports experts once their people are there', async () => {
    deepEqual(
      (await run(['people.csv', 'experts.csv'])).printed.at(-1),
      'experts.csv (experts): 10 new, 0 changed, 0 unchanged',
    );
    deepEqual((await run(['experts.csv'])).printed, ['experts.csv (experts): 0 new, 0 changed, 10 unchanged']);
  });

  it('does not print what an expert wrote when it holds personal data', async () => {
    const wrong = `id,regions,hours_per_month,own_words\n${someone(1)},noord-limburg,4,Ik help bsn 111222333`;
    const { code, printed } = await run(['people.csv', 'wrong.csv'], { 'wrong.csv': wrong });
    deepEqual(
      [code, printed.slice(1)],
      [
        1,
        [
          'row 2, column own_words: expected a text without personal data (this looks like: bsn)',
          'wrong.csv: 1 problem, nothing imported. Mend the file and import it again.',
        ],
      ],
    );
  });

  it('changes nothing the second time', async () => {
    await run(demo);
    deepEqual((await run(demo)).printed, [
      'people.csv (people): 0 new, 0 changed, 41 unchanged',
      'expert-teams.csv (expert-teams): 0 new, 0 changed, 40 unchanged',
      'centres.csv (centres): 0 new, 0 changed, 8 unchanged',
    ]);
  });

  it('changes nothing for the municipalities that it brings along', async () => {
    const shipped = new URL('../src/features/directory/data/municipalities-2026.csv', import.meta.url);
    const { code, printed } = await run(['m.csv'], { 'm.csv': await readFile(shipped, 'utf8') });
    deepEqual({ code, printed }, { code: 0, printed: ['m.csv (municipalities): 0 new, 0 changed, 342 unchanged'] });
  });

  it('says how many municipalities a newer list closes', async () => {
    const shipped = new URL('../src/features/directory/data/municipalities-2026.csv', import.meta.url);
    const text = (await readFile(shipped, 'utf8')).replaceAll('2025-01-01', '2027-01-01').replace(/^Weert,.*\n/m, '');
    deepEqual((await run(['m.csv'], { 'm.csv': text })).printed, [
      'm.csv (municipalities): 0 new, 0 changed, 341 unchanged, 1 closed',
    ]);
  });

  it('lists every problem with its row and column, imports nothing of that file, and goes on', async () => {
    const wrong = '\uFEFFid;name;organisation;roles\r\nx;;Org;"chair;boss"\r\n';
    deepEqual(await run(['wrong.csv', 'people.csv'], { 'wrong.csv': wrong }), {
      code: 1,
      printed: [
        'row 2, column id: expected an Entra object id (8-4-4-4-12 hexadecimal digits), found "x"',
        'row 2, column name: expected a text, found ""',
        'row 2, column roles: expected roles from applicant, helper, chair, expert-team-member, process-director, centre-staff, project-leader, official, alderman, lived-experience, consulting-expert, privacy-officer, operator, found "chair;boss"',
        'wrong.csv: 3 problems, nothing imported. Mend the file and import it again.',
        'people.csv (people): 41 new, 0 changed, 0 unchanged',
      ],
    });
  });

  it('says so when a file cannot be read', async () => {
    const { code, printed } = await run(['nowhere.csv']);
    equal(code, 1);
    equal(printed[0]?.startsWith('nowhere.csv: cannot be read: ENOENT'), true);
  });

  it('says how to use it when no file is named', async () => {
    const { code, printed } = await run([]);
    equal(code, 2);
    equal(printed[0]?.split('\n')[0], 'Usage: npm run import -- <file.csv> [more files]');
  });
});

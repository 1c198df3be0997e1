import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { PersonalDataKind } from '../../src/core/personal-data.ts';
import { evaluateGuardFile } from '../../src/evaluation/guard.ts';
import { directoryKinds, type ImportKind } from '../../src/features/directory/index.ts';
import { importKinds } from '../../src/import-kinds.ts';
import type { Door } from '../../src/teams/routes.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const told = read('docs/personal-data.md');

/** The rows whose first cell names this. */
function rowsOf(name: string): readonly (readonly string[])[] {
  const rows = told
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1));
  return rows.filter(([first = '']) => first.includes(`\`${name}\``));
}

describe('docs/personal-data.md', () => {
  const kinds: Readonly<Record<PersonalDataKind, 'blocked' | 'covered'>> = {
    ...{ bsn: 'blocked', iban: 'blocked' },
    ...{ phone: 'covered', email: 'covered', address: 'covered', 'birth-date': 'covered', name: 'covered' },
  };
  for (const [kind, what] of Object.entries(kinds)) {
    it(`says how a ${kind} is recognised, and that it is ${what}`, () =>
      deepEqual(
        rowsOf(kind).map((cells) => cells.at(-1)?.trim().split(',')[0]),
        [what],
      ));
  }

  const doors: Readonly<Record<Door | 'message' | 'event', true>> = {
    ...{ message: true, event: true },
    ...{ action: true, dialog: true, submit: true, search: true },
  };
  for (const door of Object.keys(doors)) {
    it(`has the door ${door}, and what happens there`, () => {
      const rows = rowsOf(door);
      ok(rows.length > 0);
      for (const cells of rows) deepEqual([cells.length, cells.filter((cell) => cell.trim() === '')], [4, []]);
    });
  }

  const files: readonly ImportKind[] = [...directoryKinds, ...importKinds()];
  for (const { name, mayHold = {} } of files) {
    it(`has the file of ${name}, and what its columns may hold`, () => {
      const [[, may = ''] = [], ...more] = rowsOf(name);
      deepEqual(more, []);
      const columns = [...may.matchAll(/`([a-z_]+)`/g)].map(([, column]) => column);
      deepEqual(columns, Object.keys(mayHold));
    });
  }

  const measured = { 'personal-data': ['BSN', 'IBAN'], names: ['NAME'] };
  for (const [name, marks] of Object.entries(measured)) {
    it(`gives the figures that are measured on ${name}.json`, () => {
      const file = `test/assistant/data/${name}.json`;
      const { kinds: found, ordinary, falseAlarms } = evaluateGuardFile(read(file));
      const finds = marks.map((mark) => {
        const { marked = 0, recall = 0 } = found[mark] ?? {};
        return `${mark} ${Math.round(marked * recall)} of ${marked}`;
      });
      const alarms = `false alarms in ${Math.round(falseAlarms * ordinary)} of ${ordinary} ordinary sentences`;
      const words = told.replaceAll(/\s+/g, ' ');
      for (const figure of [file, `${finds.join(', ')}, ${alarms}`]) ok(words.includes(figure), figure);
    });
  }

  it('is linked from where people look', () => {
    for (const file of ['README.md', 'docs/privacy.md', 'docs/adding-a-feature.md'])
      ok(/\((?:docs\/)?personal-data\.md\)/.test(read(file)), file);
  });
});

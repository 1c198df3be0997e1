import { deepStrictEqual, equal, match } from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { caseStream } from '../../src/features/cases/case.ts';
import { inspectCommand } from '../../src/inspect.ts';
import { purgeCommand } from '../../src/purge.ts';
import { recordTable } from '../../src/privacy/record-rows.ts';
import { defaultRetention, monthsBefore } from '../../src/privacy/retention.ts';
import { histories } from '../features/cases/samples.ts';
import { chair, id, number } from '../features/cases/stories.ts';
import { fillCase, now, purgeDeps } from '../support/purge-setting.ts';
import { openedStore } from '../support/store-opened.ts';
import { openTemporary } from '../support/store-sqlite.ts';

describe('the commands about what is kept', () => {
  const opened = openedStore(openTemporary);
  const printed: string[] = [];
  let folder: string;
  beforeEach(async () => {
    printed.length = 0;
    folder = await mkdtemp(path.join(tmpdir(), 'doorbraak-kept-'));
    await fillCase(opened(), histories.closed);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const print = (line: string) => void printed.push(line);
  const purge = (...args: readonly string[]) =>
    purgeCommand(args, { ...purgeDeps(opened(), { exportFolder: path.join(folder, 'out') }), print });
  const inspect = (...args: readonly string[]) => inspectCommand(args, { ...purgeDeps(opened()), home: folder, print });

  it('name what would go, and touch nothing', async () => {
    equal(await purge('--dry-run'), 0);
    deepStrictEqual(printed, [`${number}  closed, last changed 2026-11-24`, '1 cases']);
    deepStrictEqual([await readdir(folder), (await opened().load(caseStream(id))).version > 0], [[], true]);
  });

  it('export and give up what is due', async () => {
    equal(await purge(), 0);
    equal((await readdir(path.join(folder, 'out'))).length, 2);
    equal(await purge('--dry-run'), 0);
    equal(printed.at(-1), '0 cases');
  });

  it('write all that is kept of a case for who asks to see it, and log that they did', async () => {
    equal(await inspect(number.toLowerCase(), '--to', 'inzage'), 0);
    const files = (await readdir(path.join(folder, 'inzage'))).toSorted();
    deepStrictEqual(files, [`${number}-2028-01-10.docx`, `${number}-2028-01-10.json`]);
    const json = await readFile(path.join(folder, 'inzage', files[1] ?? ''), 'utf8');
    match(json, /advies van een deskundige/);
    // The look itself is in what is handed over.
    match(json, /case\.inspect/);
    equal((await opened().access.read(caseStream(id))).length, 1);
  });

  it('refuse a case that is not there, and what they do not understand', async () => {
    equal(await inspect('LI-2026-0099', '--to', 'inzage'), 1);
    equal(await inspect(number), 2);
    equal(await purge('--everything'), 2);
    deepStrictEqual(await readdir(folder), []);
  });

  it('mark what is of others', () => {
    const event = {
      type: 'IntakeSaved',
      data: { at: now, intake: { pseudonym: 'Wolf', careQuestion: 'Wil naar huis', parties: 'Oma en buurman' } },
    };
    const reason = { type: 'CaseReturned', data: { at: now, decision: { by: chair, reason: 'Niet passend hier' } } };
    const events = [event, reason].map((each, index) => ({
      event: each,
      version: index,
      at: now,
      by: chair,
      commandId: 'c' as never,
    }));
    const streams = [{ type: 'case', stream: caseStream(id), goes: true, state: {}, events }];
    const table = recordTable(
      { format: 1, number, madeAt: now, streams, access: [] },
      new Map([[chair, 'Wout de Vries']]),
    );
    deepStrictEqual(
      table.rows.map((row) => row.slice(4)),
      [
        ['intake.pseudonym: Wolf', ''],
        ['intake.careQuestion: Wil naar huis', 'nakijken'],
        ['intake.parties: Oma en buurman', 'ja'],
        ['decision.by: Wout de Vries', 'ja'],
        ['decision.reason: Niet passend hier', 'ja'],
      ],
    );
    equal(table.rows[0]?.[1], 'Wout de Vries');
  });

  it('count months as a calendar does', () => {
    equal(monthsBefore(new Date('2028-03-31T09:00:00.000Z'), 1), '2028-02-29T09:00:00.000Z');
    equal(monthsBefore(new Date(now), defaultRetention.caseMonths), '2027-01-10T09:00:00.000Z');
  });
});

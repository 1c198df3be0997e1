import { deepEqual, equal } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { personId } from '../../../src/core/ids.ts';
import { deadlineId } from '../../../src/features/deadlines/deadline-state.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Engine, machineClock, startEngine } from '../../support/deadline-engine.ts';
import type { ProcessSettings } from '../../support/deadline-process.ts';
import { eventually } from '../../support/persona.ts';
import { type Folder, temporaryFile } from '../../support/store-sqlite.ts';
import { alwaysAwake, facts, noHoliday } from './samples.ts';

const script = fileURLToPath(new URL('../../support/deadline-process.ts', import.meta.url));
const count = 12;

describe('processes that keep promises together', function () {
  this.timeout(120_000);
  let folder: Folder;
  let store: Store;
  let mail: string;
  let children: ChildProcess[];

  beforeEach(async () => {
    folder = await temporaryFile();
    mail = path.join(path.dirname(folder.file), 'mail');
    writeFileSync(mail, '');
    store = sqliteStore({ file: folder.file });
    children = [];
  });
  afterEach(async () => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    await store.close();
    await folder.remove();
  });

  const run = async (changed: Partial<ProcessSettings> = {}): Promise<ChildProcess> => {
    const settings = { file: folder.file, mail, skewMs: 0, dieAfter: 0, findable: true, ...changed };
    const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  };

  /** Everybody owes one thing that is due in a few seconds. */
  const promise = async (engine: Engine): Promise<void> => {
    for (let n = 0; n < count; n++) {
      const owner = personId(`p-${n}`);
      await engine.tell((at) => ({ type: 'ChangePreferences', data: { at, person: owner, preferences: alwaysAwake } }));
      const due = new Date(Date.now() + 2_000 + n * 100).toISOString();
      await engine.keep({ id: deadlineId(`d-${n}`), facts: { ...facts, owner, due }, plan: 'short' });
    }
  };
  const promiseAll = async (): Promise<void> => {
    const clock = machineClock();
    const mailbox = { posted: [], updated: [] };
    const engine = startEngine({ store, clock, isHoliday: noHoliday, mailbox, owner: 'maker' });
    await engine.worker.stop();
    await promise(engine);
  };

  const linesOf = (what: string): readonly string[] =>
    readFileSync(mail, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith(what));
  /** Nothing is due any more by the clock that is ahead. */
  const settled = () =>
    eventually(
      'everything told and noted',
      async () =>
        new Set(linesOf('post')).size === count && (await store.lag(new Date(Date.now() + 35_000))) === 0
          ? true
          : undefined,
      90_000,
    );

  it('tell everything once, with clocks that are half a minute apart', async () => {
    await promiseAll();
    await Promise.all([run(), run({ skewMs: 30_000 })]);
    await settled();
    equal(linesOf('post').length, count);
    deepEqual(linesOf('update'), []);
  });

  for (const findable of [true, false]) {
    it(`tell ${findable ? 'everything once' : 'at most that one card twice'} when one is killed between sending and noting it`, async () => {
      await promiseAll();
      const child = await run({ dieAfter: 4 });
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      equal(child.signalCode, 'SIGKILL');
      const [last] = linesOf('post').slice(-1);
      // Later than its lease.
      await run({ skewMs: 61_000, findable });
      await settled();
      const posts = linesOf('post');
      equal(new Set(posts).size, count);
      deepEqual(
        posts.filter((line, index) => posts.indexOf(line) !== index),
        findable ? [] : [last],
      );
      deepEqual(linesOf('update'), findable ? [last?.replace('post', 'update')] : []);
    });
  }
});

import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Claim } from '../../src/store/effect-queue.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { caseStream, effect, effectOf, enqueue, settled } from '../support/store-samples.ts';
import { type Folder, temporaryFile } from '../support/store-sqlite.ts';

const stream = caseStream(1);

/** Another process on the same file. `lines`: what it printed so far. */
type Other = Readonly<{
  child: ChildProcess;
  lines: readonly string[];
  printed(count: number): Promise<void>;
  ended: Promise<unknown>;
}>;

function start(script: string, ...args: readonly string[]): Other {
  const file = path.join(import.meta.dirname, '../support', script);
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const printed = async (count: number): Promise<void> => {
    while (lines.length < count) {
      if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode} after ${lines.join()}`);
      await Promise.race([once(reader, 'line'), once(child, 'exit')]);
    }
  };
  return { child, lines, printed, ended: once(child, 'close') };
}

async function kill({ child, ended }: Other): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

describe('a SQLite file that several processes write to', function () {
  this.timeout(60_000);
  let folder: Folder;
  beforeEach(async () => {
    folder = await temporaryFile();
  });
  afterEach(() => folder.remove());

  it('loses nothing that was said to be committed, at twenty kills in the middle of writing', async () => {
    const kills = 20;
    await sqliteStore(folder).close();
    const said: string[] = [];
    // The next one writes already while the one before it is killed.
    let writing = start('store-writer.ts', folder.file, 'writer-0');
    for (let round = 1; round <= kills; round++) {
      const next = start('store-writer.ts', folder.file, `writer-${round}`);
      await writing.printed(1);
      await pause(Math.random() * 40);
      await kill(writing);
      said.push(...writing.lines);
      writing = next;
    }
    await kill(writing);
    said.push(...writing.lines);
    await check(said, kills + 1);
  });

  async function check(said: readonly string[], writers: number): Promise<void> {
    const store = sqliteStore(folder);
    const [history, { state, version }] = [await store.history(stream), await store.load(stream)];
    await store.close();
    const kept = history.map(({ event }) => String((event.data as { text?: string }).text));
    deepStrictEqual(
      history.map((recorded) => recorded.version),
      Array.from({ length: version }, (_, index) => index + 1),
    );
    deepStrictEqual(state, { written: version });
    equal(new Set(kept).size, kept.length, 'an event was written twice');
    deepStrictEqual(
      said.filter((text) => !kept.includes(text)),
      [],
    );
    ok(said.length >= writers - 1 && kept.length - said.length <= writers, `${kept.length} kept, ${said.length} said`);
    const db = new DatabaseSync(folder.file);
    deepStrictEqual({ ...db.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' });
    db.close();
  }

  describe('when one that holds a lane stands still past its lease', function () {
    const lane = { stream, lane: 'channel' };
    const leaseMs = 300;
    let store: Store;
    let holder: Other;
    beforeEach(async function () {
      if (process.platform === 'win32') this.skip();
      store = sqliteStore(folder);
      await enqueue(store, { stream, effects: [effect('post', { lane: 'channel' })] });
      holder = start('store-holder.ts', folder.file, String(leaseMs));
      await holder.printed(1);
      holder.child.kill('SIGSTOP');
      holder.child.stdin?.write('go on\n');
    });
    afterEach(async () => {
      await kill(holder);
      await store.close();
    });

    const ask = () => ({ owner: 'other', now: new Date(), leaseMs: 60_000 });
    async function takeOver(): Promise<Claim> {
      for (;;) {
        const claim = await store.claim(lane, ask());
        if (claim) return claim;
        await pause(20);
      }
    }
    /** What the holder was told when it went on. */
    async function goOn(): Promise<string> {
      holder.child.kill('SIGCONT');
      await holder.printed(2);
      return holder.lines.slice(1).join();
    }

    it('refuses all its writes while another runs the effect, which knows that it may have been done', async () => {
      const claim = await takeOver();
      const taken = effectOf(claim, 'post');
      equal(taken.ambiguous, true);
      const running = settled(await store.begin(claim, taken, ask()));
      equal(await goOn(), 'lost lost lost lost');
      const done = await store.complete(running, taken, { key: 'message', value: { by: 'other' } });
      equal(done.outcome, 'settled');
      deepStrictEqual(await store.kept(stream, 'message'), { by: 'other' });
      deepStrictEqual(await store.parked(10), []);
    });

    it('refuses all its writes after another has done the effect and left', async () => {
      const claim = await takeOver();
      const running = settled(await store.begin(claim, effectOf(claim, 'post'), ask()));
      await store.complete(running, effectOf(claim, 'post'), { key: 'message', value: { by: 'other' } });
      await store.release(running);
      equal(await goOn(), 'lost lost lost lost');
      deepStrictEqual(await store.kept(stream, 'message'), { by: 'other' });
      deepStrictEqual([await store.parked(10), await store.dueLanesOf(stream, new Date())], [[], []]);
    });
  });
});

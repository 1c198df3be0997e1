import { appendFileSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { showCardKind } from '../../src/core/effect.ts';
import type { EffectRunner } from '../../src/store/effect-queue.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { machineClock, startEngine } from './deadline-engine.ts';

// An instance in a process of its own that keeps promises on a database. What it sends is a line in a file that stands for
// Teams; it can die right after its n-th message, before it has noted that it was sent.

export type ProcessSettings = Readonly<{
  file: string;
  mail: string;
  skewMs: number;
  dieAfter: number;
  /** Whether a message that was sent can be found there. */
  findable: boolean;
}>;
const settings = JSON.parse(process.argv[2] ?? '') as ProcessSettings;
const store = sqliteStore({ file: settings.file });
const clock = machineClock(settings.skewMs);
let sent = 0;

const cards: EffectRunner = {
  kind: showCardKind,
  async run({ stream, key, ambiguous }) {
    const isThere = settings.findable && ambiguous && readFileSync(settings.mail, 'utf8').includes(`post ${key}\n`);
    const known = isThere || (await store.kept(stream, key)) !== undefined;
    appendFileSync(settings.mail, `${known ? 'update' : 'post'} ${key}\n`);
    if (!known && ++sent === settings.dieAfter) process.kill(process.pid, 'SIGKILL');
    return { done: true, keep: { key, value: {} } };
  },
};
const mailbox = { posted: [], updated: [] };
const worker = { leaseMs: 60_000, pollMs: 50 };
startEngine({
  store,
  clock,
  isHoliday: () => false,
  mailbox,
  cards,
  owner: `process-${process.pid}`,
  settings: worker,
});
process.stdout.write('ready\n');

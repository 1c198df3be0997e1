import { personId } from '../../src/core/ids.ts';
import { deadlineId } from '../../src/features/deadlines/deadline-state.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { machineClock, type Mailbox, startEngine } from '../../test/support/deadline-engine.ts';
import { alwaysAwake, plainFacts } from '../../test/features/deadlines/samples.ts';
import { temporaryFile } from '../../test/support/store-sqlite.ts';

// How long after its moment a nudge is sent when nothing else is due: real clock, real worker with its own settings, one person
// each. Until the card is handed to whoever brings it to Teams. One JSON line; fails above two seconds.

const count = 60;
const apartMs = 1_370;
const targetMs = 2_000;
const { file, remove } = await temporaryFile();
const store = sqliteStore({ file });
const mailbox: Mailbox = { posted: [], updated: [] };
const clock = machineClock();
// Always awake, so that it can be measured at night; the worker's own settings.
const engine = startEngine({ store, clock, isHoliday: () => false, mailbox, settings: { pollMs: 1000 } });
const moments = new Map<string, number>();
const start = Date.now() + 10_000;

for (let n = 0; n < count; n++) {
  const [name, at] = [`p-${n}`, start + n * apartMs];
  const person = personId(name);
  await engine.tell((now) => ({ type: 'ChangePreferences', data: { at: now, person, preferences: alwaysAwake } }));
  const due = new Date(at).toISOString();
  const facts = plainFacts(person, due);
  await engine.keep({ id: deadlineId(name), facts, plan: 'short' });
  moments.set(name, at);
}
await new Promise((resolve) => setTimeout(resolve, start + count * apartMs + 5_000 - Date.now()));
await engine.worker.stop();
await store.close();
await remove();

const lags = mailbox.posted
  .map(({ at, person }) => Date.parse(at) - (moments.get(person) ?? NaN))
  .toSorted((one, other) => one - other);
const at = (share: number): number => lags[Math.ceil(share * lags.length) - 1] ?? NaN;
const met = lags.length === count && at(0.95) <= targetMs;
const figures = { sent: lags.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
console.log(JSON.stringify({ bench: 'lag', count, ...figures, target: targetMs, met }));
if (!met) process.exitCode = 1;

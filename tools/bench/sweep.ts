import { commandId, personId } from '../../src/core/ids.ts';
import { deadlineId } from '../../src/features/deadlines/deadline-state.ts';
import { keepDeadline } from '../../src/features/deadlines/deadlines-desk.ts';
import { defaultPlans } from '../../src/features/deadlines/nudge-plan.ts';
import { createHolidays } from '../../src/holidays.ts';
import { defaultPatience } from '../../src/store/cosmos-patience.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startCosmosDouble } from '../../test/support/cosmos-double/cosmos-double.ts';
import { openCosmosStore } from '../../test/support/cosmos-double/open-store.ts';
import { type Engine, handClock, type Mailbox, startEngine } from '../../test/support/deadline-engine.ts';
import { plainFacts } from '../../test/features/deadlines/samples.ts';
import { temporaryFile } from '../../test/support/store-sqlite.ts';
import { option } from './option.ts';

// What it costs to tell of 50 deadlines that are due, with few and with very many that are not: calls of the store, requests
// and documents read, and time, in turns within one run. One JSON line a store; fails when many cost more than 1.5 times as few.
// The double of Cosmos DB has no index: its time grows with what it holds, so that it is told and not judged.

const [few, many, rounds] = [option('few', 1_000), option('many', 100_000), option('rounds', 5)];
const duePerRound = 50;
const most = 1.5;
const isHoliday = createHolidays();
/** Mondays to Fridays of two weeks: the first moment of what is due a fortnight later. */
const mornings = ['23', '24', '25', '26', '27'].map((day) => `2026-11-${day}`);
const begin = '2026-11-20T09:00:00.000Z';

type Cost = Readonly<{ calls: number; requests: number; documents: number; ms: number }>;
type Counters = { calls: number; reset(): void; read(): Omit<Cost, 'calls' | 'ms'> };
type Side = Readonly<{
  store: Store;
  engine: Engine;
  clock: ReturnType<typeof handClock>;
  mailbox: Mailbox;
  counters: Counters;
}>;

function counted(store: Store, counters: Counters): Store {
  type Work = (...given: readonly unknown[]) => unknown;
  const parts = Object.entries(store).map(([name, part]) => {
    if (typeof part !== 'function') return [name, part] as const;
    const work = part as Work;
    const counting: Work = (...given) => {
      counters.calls++;
      return work(...given);
    };
    return [name, counting] as const;
  });
  return Object.fromEntries(parts) as Store;
}

let commands = 0;

async function keep(store: Store, name: string, { due, at }: Readonly<{ due: string; at: string }>): Promise<void> {
  const person = personId(`p-${commands % 60}`);
  const facts = plainFacts(person, due);
  const order = { at: new Date(at), by: 'system', commandId: commandId(`keep-${++commands}`) } as const;
  const wish = { id: deadlineId(name), facts, plan: 'long', reason: '' } as const;
  await keepDeadline({ store, nudgePlans: defaultPlans, isHoliday }, order, wish);
}

async function fill(store: Store, count: number): Promise<void> {
  const atOnce = 64;
  let next = 0;
  const fillOne = async (): Promise<void> => {
    while (next < count) await keep(store, `planned-${next++}`, { due: '2027-12-17T16:00:00.000Z', at: begin });
  };
  await Promise.all(Array.from({ length: atOnce }, fillOne));
}

async function side(store: Store, planned: number, counters: Counters): Promise<Side> {
  await fill(store, planned);
  const clock = handClock(begin);
  const mailbox: Mailbox = { posted: [], updated: [] };
  const settings = { pollMs: 1000 };
  const engine = startEngine({ store: counted(store, counters), clock, isHoliday, mailbox, settings });
  await engine.worker.idle();
  return { store, engine, clock, mailbox, counters };
}

/** 50 are due one morning; from then until all of it was told. */
async function sweep({ store, engine, clock, mailbox, counters }: Side, round: number): Promise<Cost> {
  const morning = mornings[round % mornings.length] ?? '';
  const due = `2026-12-${String(Number(morning.slice(8)) - 16).padStart(2, '0')}T16:00:00.000Z`;
  for (let n = 0; n < duePerRound; n++) await keep(store, `due-${round}-${n}`, { due, at: clock.now().toISOString() });
  const told = mailbox.posted.length;
  counters.calls = 0;
  counters.reset();
  const began = performance.now();
  for (const time of ['06:00:00', '06:02:30', '07:30:00']) {
    clock.set(`${morning}T${time}.000Z`);
    await engine.worker.idle();
  }
  const ms = performance.now() - began;
  const keys = mailbox.posted.slice(told).flatMap((message) => message.keys);
  if (keys.length !== duePerRound) throw new Error(`${keys.length} of ${duePerRound} were told`);
  return { calls: counters.calls, ms, ...counters.read() };
}

async function compare(name: string, sides: readonly [Side, Side], judged: readonly (keyof Cost)[]): Promise<void> {
  const costs: Cost[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const [index, one] of sides.entries()) costs[index]?.push(await sweep(one, round));
  }
  const median = (index: number, key: keyof Cost): number => {
    const sorted = (costs[index] ?? []).map((cost) => cost[key]).toSorted((one, other) => one - other);
    return Math.round(sorted[Math.floor(sorted.length / 2)] ?? NaN);
  };
  const keys = (['calls', 'requests', 'documents', 'ms'] as const).filter((key) => median(0, key) > 0);
  const figures = keys.map(
    (key) =>
      [
        key,
        { few: median(0, key), many: median(1, key), ratio: Number((median(1, key) / median(0, key)).toFixed(2)) },
      ] as const,
  );
  const met = figures.every(([key, { ratio }]) => !judged.includes(key) || ratio <= most);
  console.log(
    JSON.stringify({
      bench: 'sweep',
      store: name,
      due: duePerRound,
      few,
      many,
      rounds,
      ...Object.fromEntries(figures),
      target: most,
      met,
    }),
  );
  if (!met) process.exitCode = 1;
}

async function onSqlite(): Promise<void> {
  const none: Counters = { calls: 0, reset: () => undefined, read: () => ({ requests: 0, documents: 0 }) };
  const open = async (planned: number) => {
    const { file, remove } = await temporaryFile();
    return { side: await side(sqliteStore({ file }), planned, { ...none }), remove };
  };
  const [small, large] = [await open(few), await open(many)];
  await compare('sqlite', [small.side, large.side], ['calls', 'ms']);
  for (const each of [small, large]) {
    await each.side.engine.worker.stop();
    await each.side.store.close();
    await each.remove();
  }
}

async function onCosmos(): Promise<void> {
  const patience = { ...defaultPatience, total: 120_000, attempt: 60_000 };
  const open = async (planned: number) => {
    const double = await startCosmosDouble();
    const { store } = await openCosmosStore(double, patience);
    const read = () => ({
      requests: double.answered.length,
      documents: double.answered.reduce((sum, { documents }) => sum + documents, 0),
    });
    return { double, side: await side(store, planned, { calls: 0, reset: double.calm, read }) };
  };
  const [small, large] = [await open(few), await open(many)];
  await compare('cosmos double', [small.side, large.side], ['calls', 'requests', 'documents']);
  for (const each of [small, large]) {
    await each.side.engine.worker.stop();
    await each.side.store.close();
    await each.double.close();
  }
}

await onSqlite();
await onCosmos();

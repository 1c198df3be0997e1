import { AsyncLocalStorage } from 'node:async_hooks';
import type { Container } from '@azure/cosmos';
import { cosmosContainer } from '../../src/store/cosmos-container.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import type { Store } from '../../src/store/store.ts';
import { openTraces } from '../../src/tracing/traces.ts';
import { startCosmosDouble } from '../../test/support/cosmos-double/cosmos-double.ts';
import { openOne } from '../../test/support/one-world.ts';
import { eventually } from '../../test/support/persona.ts';
import { traceStub } from '../../test/support/trace-stub.ts';
import type { World } from '../../test/support/world-shape.ts';
import type { Charge, Idle, Measured } from './estimate.ts';
import { monday, type Step } from './steps.ts';

/** What an instance asks by itself, whatever people do. */
const background = new Set(['dueLanes', 'lag', 'standing', 'beat', 'heartbeats']);
const asking = new AsyncLocalStorage<string>();

/** Request units, and how many answers they came with, by operation of the store. */
type Spent = Map<string, Readonly<{ ru: number; answers: number }>>;

/** So that each request is known by the operation that it is for. */
function told(store: Store): Store {
  const parts = Object.entries(store).map(([name, part]) => {
    if (typeof part !== 'function') return [name, part] as const;
    const work = part as (...given: readonly unknown[]) => unknown;
    return [name, (...given: readonly unknown[]) => asking.run(name, () => work(...given))] as const;
  });
  return Object.fromEntries(parts) as Store;
}

/** In one physical partition, as on an account of this size. `charged`: hears of each answer. */
async function openStore(charged: (ru: number) => void = () => undefined) {
  const double = await startCosmosDouble({ ranges: 1 });
  const { endpoint, key, agent } = double;
  const container = await cosmosContainer({ endpoint, key, agent, database: 'cost', container: 'streams' });
  const spent: Spent = new Map();
  const hear = (ru: number): void => {
    const name = asking.getStore() ?? 'access log';
    const before = spent.get(name) ?? { ru: 0, answers: 0 };
    spent.set(name, { ru: before.ru + ru, answers: before.answers + 1 });
    charged(ru);
  };
  return { container, spent, store: told(cosmosStore({ container, charged: hear })), close: () => double.close() };
}

/** Lives the steps in a world on the double of Cosmos DB, with log and traces as on Azure. */
export async function measureWork(steps: readonly Step[]): Promise<Pick<Measured, 'things' | 'logKb' | 'tracesKb'>> {
  const stub = await traceStub();
  const { tracing, close: closeTraces } = await openTraces({ azure: stub.connectionString, instance: 'cost' });
  const { store, container, spent, close } = await openStore((ru) => tracing.note({ ru }));
  let logged = 0;
  const botLog = (line: string): void => void (logged += Buffer.byteLength(line));
  const world = await openOne({ store, now: monday, botLog, tracing });
  await world.idle();
  const atStart = logged;
  const things = await chargesOf(steps, { world, container, spent });
  await world.close();
  await closeTraces();
  const traced = stub.received('/v2.1/track').reduce((all, text) => all + Buffer.byteLength(text), 0);
  await Promise.all([close(), stub.close()]);
  const work = steps.reduce((all, { name, times = 1 }) => all + (things[name]?.ru ?? 0) * times, 0);
  const perThousand = (bytes: number): number => round(bytes / 1024 / (work / 1_000));
  return { things, logKb: perThousand(logged - atStart), tracesKb: perThousand(traced) };
}

type Lived = Readonly<{ world: World; container: Container; spent: Spent }>;

async function chargesOf(steps: readonly Step[], { world, container, spent }: Lived): Promise<Measured['things']> {
  const charges: Record<string, Charge> = {};
  for (const { name, times = 1, run } of steps) {
    const kept = await bytesIn(container);
    spent.clear();
    await run(world);
    await world.idle();
    const kb = ((await bytesIn(container)) - kept) / 1024;
    charges[name] = {
      ru: Math.round(sum(spent, (operation) => !background.has(operation)) / times),
      kb: round(kb / times),
    };
  }
  return charges;
}

/** Of a store in which nothing waits: what its questions cost, and then a bot that nobody asks anything and whose minutes are short. */
export async function measureIdle(): Promise<Idle> {
  const { store, spent, close } = await openStore();
  const costOf = async (...asked: readonly Promise<unknown>[]): Promise<number> => {
    await Promise.all(asked);
    const ru = sum(spent);
    spent.clear();
    return round(ru);
  };
  const now = new Date(monday);
  const look = await costOf(store.dueLanes(now, 64));
  const readyz = await costOf(store.standing(now), store.heartbeats(now));
  const world = await openOne({ store, now: monday, pulseMs: 50, worker: { pollMs: 60_000 } });
  await world.idle();
  spent.clear();
  const beats = (): number => spent.get('beat')?.answers ?? 0;
  await eventually('some minutes', async () => (beats() >= 10 ? true : undefined), 100_000);
  const minute = round(sum(spent, (operation) => operation !== 'dueLanes') / beats());
  await world.close();
  await close();
  return { look, minute, readyz };
}

function sum(spent: Spent, counts: (operation: string) => boolean = () => true): number {
  return [...spent].reduce((all, [operation, { ru }]) => (counts(operation) ? all + ru : all), 0);
}

async function bytesIn(container: Container): Promise<number> {
  const { resources } = await container.items.readAll().fetchAll();
  return Buffer.byteLength(JSON.stringify(resources));
}

const round = (value: number): number => Math.round(value * 10) / 10;

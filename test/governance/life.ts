import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Clock } from '../../src/core/clock.ts';
import { commandId, type PersonId } from '../../src/core/ids.ts';
import { demoCases } from '../../src/demo/cases.ts';
import { demoPeople, loadDemo } from '../../src/demo/load-demo.ts';
import { defaultClocks } from '../../src/features/cases/index.ts';
import { createDirectory, loadTerritory } from '../../src/features/directory/index.ts';
import { createExpertRegister } from '../../src/features/experts/index.ts';
import { defaultPlaceClocks } from '../../src/features/places/index.ts';
import type { Seat } from '../../src/features/voting/seat-state.ts';
import { seatStream, voteId } from '../../src/features/voting/vote-state.ts';
import { governance } from '../../src/governance.ts';
import type { EffectRunner } from '../../src/store/effect-queue.ts';
import { runnersByKind } from '../../src/store/run-effect.ts';
import { runLane } from '../../src/store/run-lane.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { openCase } from '../features/places/bench.ts';
import { type HandClock, handClock } from '../features/voting/election.ts';
import { Killed, mortal } from '../support/mortal-store.ts';
import { monday } from '../support/feature-bench.ts';

/** Lives of a bot that has votes, proposals and money together, which is killed at one of its writes. */

const territory = await loadTerritory();
const isHoliday = (): boolean => false;

function partsOn(store: Store, clock: Clock, made: { ids: number }) {
  return {
    ...{ store, clock, isHoliday, log: pino({ level: 'silent' }), newId: () => `made-${++made.ids}` },
    directory: createDirectory({ store, territory, clock }),
    settings: { clocks: defaultClocks, demoCases },
  };
}

export type Stage = Readonly<{ begin(): Readonly<{ store: Store; end(): Promise<void> }>; close(): void }>;

/** The demo's people, bodies, mandates and money with Wolf's case in conference: made once, and copied for every life. */
export async function openStage(): Promise<Stage> {
  const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(path.join(root, 'doorbraak-crash-'));
  const first = path.join(folder, 'first.db');
  const store = sqliteStore({ file: first });
  const deps = partsOn(store, { now: () => monday }, { ids: 0 });
  await loadDemo(deps, [...demoPeople, 'bodies', 'body-members', 'mandates', 'routes', 'budgets']);
  await openCase({
    deps: { ...deps, experts: createExpertRegister(deps), placeClocks: defaultPlaceClocks },
  });
  await store.close();
  let lives = 0;
  return {
    begin() {
      const file = path.join(folder, `${++lives}.db`);
      copyFileSync(first, file);
      const own = sqliteStore({ file });
      return {
        store: own,
        async end() {
          await own.close();
          for (const each of ['', '-wal', '-shm']) rmSync(`${file}${each}`, { force: true });
        },
      };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Click = Readonly<{ by: PersonId; verb: string; data: object; id: string }>;
export type Bot = ReturnType<typeof botOn>;
export type Step = (bot: Bot) => Promise<unknown>;

/** What outlives the bot: its cards, the time, and that no id is given twice. */
type World = Readonly<{ clock: HandClock; sent: Set<string>; made: { ids: number } }>;

function botOn(store: Store, { clock, sent, made }: World) {
  const deps = partsOn(store, clock, made);
  const { parts, runners: own } = governance(deps);
  const routes = parts.flatMap((part) => part.routes);
  const done = async () => ({ done: true }) as const;
  // A moment in the name of a slot differs with every life.
  const shown: EffectRunner = {
    kind: 'show-card',
    run: async ({ stream, key }) => (sent.add(`${stream} ${key.replace(/\d{4}-\d\d-\d\dT.*?Z/, '')}`), { done: true }),
  };
  const others = ['case-channel', 'case-link'].map((kind): EffectRunner => ({ kind, run: done }));
  const never = new AbortController().signal;
  const lane = {
    ...{ queue: store, runners: runnersByKind([...own, ...others, shown]), clock, random: () => 0.5, log: deps.log },
    settings: { leaseMs: 30_000, runMs: 20_000, maxAttempts: 24, baseMs: 500, maxMs: 5_000 },
    ...{ owner: 'bot', draining: never, stopping: never },
  };
  return {
    store,
    clock,
    async click({ by, verb, data, id }: Click): Promise<string> {
      const ran = await routes
        .find((route) => route.verb === verb)
        ?.run({
          ...{ data, at: clock.now(), commandId: commandId(id) },
          actor: { id: by, tenantId: 'tenant', locale: 'nl' },
          conversation: { id: 'chat', kind: 'personal' },
        });
      if (!ran) throw new Error(`${verb} took nothing`);
      return ran.outcome;
    },
    /** Runs everything due, and what that makes due. */
    async work(): Promise<void> {
      for (;;) {
        const lanes = await store.dueLanes(clock.now(), 50);
        if (lanes.length === 0) return;
        for (const each of lanes) await runLane(lane, each);
      }
    },
    /** On which seat of a vote somebody sits. */
    async seatOf(vote: string, person: PersonId): Promise<number> {
      for (let n = 0; ; n++) {
        const { state } = await store.load(seatStream(voteId(vote), n));
        const seat = state as unknown as Seat | undefined;
        if (!seat) throw new Error(`${person} has no seat in ${vote}`);
        if (seat.status !== 'none' && seat.holder === person) return n;
      }
    },
  };
}

export type Death = Readonly<{ dieAt: number; when: 'before' | 'after' }>;
/** `left` of effects that were given up, `sent` cards by their place, and `writesBy` the end of each step. */
export type Lived<Kept> = Readonly<{
  kept: Kept;
  writes: number;
  writesBy: readonly number[];
  sent: readonly string[];
  left: number;
}>;
type Life<Kept> = Readonly<{
  steps: readonly Step[];
  keep(store: Store): Promise<Kept>;
  death?: Death;
  /** Days until which nobody presses anything any more after they were cut off; otherwise they press again. */
  leaves?: readonly string[];
}>;

/** Enough for leases and retries, and for the look at what was left behind. */
const pauses = [1_100, 1_100, 1_100, 6_000, 15 * 60_000, 15 * 60_000];

/** One bot after another on one store: a step that is cut off is done again, unless nobody comes back. */
function living(base: Store, death: Death | undefined, leaves: boolean) {
  const world: World = { clock: handClock(monday.toISOString()), sent: new Set(), made: { ids: 0 } };
  const first = mortal(base, death?.dieAt ?? Infinity, death?.when ?? 'before');
  let bot = botOn(first.store, world);
  const surviving = async (step: Step): Promise<void> => {
    try {
      await step(bot);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    if (!first.isDead() || bot.store === base) return;
    // The next bot comes when the lease of the last one has ended.
    world.clock.pass(31_000);
    bot = botOn(base, world);
    if (!leaves) await step(bot);
  };
  return {
    ...{ world, first },
    press: async (step: Step): Promise<void> => {
      if (!leaves || !first.isDead()) await surviving(step);
    },
    wait: async (ms: number): Promise<void> => {
      world.clock.pass(ms);
      await surviving((each) => each.work());
    },
  };
}

export async function live<Kept>(stage: Stage, { steps, keep, death, leaves }: Life<Kept>): Promise<Lived<Kept>> {
  const { store: base, end } = stage.begin();
  const { world, first, press, wait } = living(base, death, leaves !== undefined);
  const writesBy: number[] = [];
  for (const step of steps) {
    await press(step);
    for (const ms of [0, 1_100, 1_100]) await wait(ms);
    writesBy.push(first.writes());
  }
  for (const day of leaves ?? []) {
    world.clock.to(`${day}T09:00:00.000Z`);
    await wait(0);
  }
  for (const ms of pauses) await wait(ms);
  const left = (await base.parked(10)).length;
  const kept = await keep(base);
  await end();
  return { kept, writes: first.writes(), writesBy, sent: [...world.sent].toSorted(), left };
}

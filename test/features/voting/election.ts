import { pino } from 'pino';
import type { Clock } from '../../../src/core/clock.ts';
import { type CommandId, commandId, personId, type PersonId } from '../../../src/core/ids.ts';
import { createDirectory, loadTerritory } from '../../../src/features/directory/index.ts';
import {
  loadVote,
  type Outcome,
  openVote,
  votingFeature,
  votingRunners,
  type Vote,
  voteStream,
  type VoteToOpen,
} from '../../../src/features/voting/index.ts';
import type { EffectRunner, StoredEffect } from '../../../src/store/effect-queue.ts';
import { runnersByKind } from '../../../src/store/run-effect.ts';
import { runLane } from '../../../src/store/run-lane.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Ran } from '../../../src/teams/routes.ts';
import { jan, vote } from './samples.ts';

export const voter = (n: number): PersonId => personId(`voter-${n}`);

export type HandClock = Clock & Readonly<{ to(instant: string): void; pass(ms: number): void }>;
export function handClock(start: string): HandClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    to: (instant) => void (now = Math.max(now, Date.parse(instant))),
    pass: (ms) => void (now += ms),
  };
}

export type Click = Readonly<{ by: PersonId; n: number; choice: string; reason?: string; id: CommandId; at?: Date }>;
/** What outlives the bot: who was told what, and which cards were sent. */
export type World = Readonly<{
  told: Map<string, Outcome>;
  sent: StoredEffect[];
  lines: string[];
  made: { ids: number };
}>;
export const newWorld = (): World => ({ told: new Map(), sent: [], lines: [], made: { ids: 0 } });

export type Election = Awaited<ReturnType<typeof electionOn>>;
type Site = Readonly<{ store: Store; clock: Clock; world: World; seed?: string; owner?: string }>;

/** A bot with the feature on a store, without a worker: it runs what is due when it is told to. */
export async function electionOn({ store, clock, world, seed = 'made', owner = 'bot' }: Site) {
  const log = pino({ base: null, timestamp: false }, { write: (line: string) => void world.lines.push(line) });
  const directory = createDirectory({ store, territory: await loadTerritory(), clock });
  const newId = () => `${seed}-${++world.made.ids}`;
  const deps = { store, clock, log, directory, newId, isHoliday: () => false };
  const feature = votingFeature(deps);
  const catching: EffectRunner = {
    kind: 'show-card',
    run: async (effect) => (world.sent.push(effect), { done: true }),
  };
  const told = {
    closed: async (outcome: Outcome, _subject: string, command: Readonly<{ commandId: string }>) =>
      void world.told.set(command.commandId, outcome),
  };
  const runners = [...votingRunners(deps, told), catching];
  const never = new AbortController().signal;
  const settings = { leaseMs: 30_000, runMs: 20_000, maxAttempts: 24, baseMs: 500, maxMs: 5_000 };
  const parts = { queue: store, runners: runnersByKind(runners), clock, random: () => 0.5, log, owner, settings };
  const run = async (verb: string, click: Click, data: object): Promise<Ran> => {
    const route = feature.routes.find((each) => each.verb === verb);
    const ran = await route?.run({
      ...{ data: { vote, seat: click.n, ...data }, at: click.at ?? clock.now(), commandId: click.id },
      actor: { id: click.by, tenantId: 'tenant', locale: 'nl' },
      conversation: { id: 'chat', kind: 'personal' },
    });
    if (!ran) throw new Error(`${verb} took nothing`);
    return ran;
  };
  return {
    ...{ deps, feature, runners },
    open: (toOpen: VoteToOpen) => openVote(deps, { actor: jan, at: clock.now(), commandId: commandId('open') }, toOpen),
    cast: (click: Click) => run('voting/cast', click, { choice: click.choice, reason: click.reason ?? '' }),
    recuse: (click: Omit<Click, 'choice'>) =>
      run('voting/recuse-send', { ...click, choice: '' }, { reason: 'Ik heb er belang bij.' }),
    vote: (): Promise<Vote> => loadVote(deps, voteStream(vote)),
    /** Runs everything due, and what that makes due. */
    async work() {
      for (;;) {
        const lanes = await store.dueLanes(clock.now(), 50);
        if (lanes.length === 0) return;
        for (const lane of lanes) await runLane({ ...parts, draining: never, stopping: never }, lane);
      }
    },
  };
}

/** Until nothing is waiting any more, second by second. */
export async function finish(election: Election, clock: HandClock, seconds = 150): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await election.work();
    const waiting = await election.deps.store.lag(new Date('2030-01-01T00:00:00.000Z'));
    if (waiting === 0) return;
    clock.pass(1_000);
  }
  throw new Error('the vote did not come to rest');
}

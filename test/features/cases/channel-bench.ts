import { commandId, type PersonId, type StreamId } from '../../../src/core/ids.ts';
import { caseAggregate } from '../../../src/features/cases/aggregate.ts';
import { caseStream } from '../../../src/features/cases/case.ts';
import { type CaseCommand } from '../../../src/features/cases/case-messages.ts';
import { type SubmittedCase } from '../../../src/features/cases/case-state.ts';
import { type ChannelDeps, channelRunner } from '../../../src/features/cases/channel.ts';
import { type Joining } from '../../../src/features/cases/intake.ts';
import { type ChannelWork } from '../../../src/features/cases/reactions.ts';
import { type Outcome } from '../../../src/store/effect-queue.ts';
import { type ChannelMember } from '../../../src/graph/channels.ts';
import { channelName } from '../../../src/graph/channel-name.ts';
import { handle } from '../../../src/store/handle.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { type Store } from '../../../src/store/store.ts';
import { moment } from '../../support/store-samples.ts';
import { hire } from '../../support/store-worker.ts';
import { type ChannelsDouble, channelsDouble } from './channels-double.ts';
import { sample, straightOn, triage } from './samples.ts';
import { applicant, chair, director, id, member, number } from './stories.ts';

/** A case on a real store with a real worker; Graph is in memory, and time stands still until it is moved. */
export type ChannelBench = Readonly<{
  store: Store;
  graph: ChannelsDouble;
  stream: StreamId;
  /** Cards that were posted, by slot, in order. */
  posted: readonly string[];
  /** Whether cards reach the channel. */
  post: { works: boolean };
  do(...commands: readonly CaseCommand[]): Promise<void>;
  /** Does everything that is due now. */
  settle(): Promise<void>;
  passTime(ms: number): void;
  /** Lets time pass until nothing is left to do, or for half a day. */
  finish(): Promise<void>;
  /** Runs one step by itself, as after a crash. */
  run(step: ChannelWork, parts?: RunParts): Promise<Outcome>;
  file(): Promise<SubmittedCase>;
  close(): Promise<void>;
}>;
type RunParts = Readonly<{ signal?: AbortSignal; deps?: Partial<ChannelDeps>; stream?: StreamId }>;

export type Opening = Readonly<{ helpers?: readonly Joining[]; inTeam?: readonly PersonId[] }>;
export const monitorBy = '2026-12-22T09:00:00.000Z';

/** The case was just admitted; nothing of its channel was done yet. */
export async function openAdmitted({ helpers = [], inTeam = [chair, member] }: Opening = {}): Promise<ChannelBench> {
  const store = sqliteStore({ file: ':memory:' });
  const graph = channelsDouble(inTeam);
  const stream = caseStream(id);
  const posted: string[] = [];
  const post = { works: true };
  let [ms, commands] = [0, 0];
  const deps: ChannelDeps = {
    store,
    channels: graph.channels,
    clock: { now: () => moment(ms) },
    pause: async () => undefined,
    monitorBy: () => monitorBy,
    description: 'Casusoverleg',
  };
  const hands = hire(store, {
    'case-channel': channelRunner(deps).run,
    'case-link': async () => ({ done: true }),
    'show-card': async ({ data }) => {
      const slot = data['slot'] as string;
      if (slot === 'summary' && !post.works) return { done: false, error: 'no answer', ambiguous: true };
      posted.push(slot);
      return { done: true, keep: { key: `message-${slot}`, value: {} } };
    },
  });
  const passTime = (more: number): void => {
    ms += more;
    hands.passTime(more);
  };
  const bench: ChannelBench = {
    ...{ store, graph, stream, posted, post, passTime },
    async do(...wanted) {
      for (const command of wanted) {
        const order = {
          stream,
          command,
          by: 'system',
          at: moment(ms),
          commandId: commandId(`c-${++commands}`),
        } as const;
        const { decision } = await handle(store, caseAggregate, order);
        if (decision.outcome === 'refused') throw new Error(`${command.type}: ${decision.code}`);
      }
    },
    settle: () => hands.worker.idle(),
    async finish() {
      for (let round = 0; round < 12; round++) {
        await hands.worker.idle();
        passTime(3_600_000);
        if ((await store.dueLanesOf(stream, moment(ms))).length === 0) return;
      }
    },
    run(step, { signal = new AbortController().signal, deps: changed = {}, stream: other = stream } = {}) {
      const effect = { kind: 'case-channel', key: `channel-${step}`, lane: 'channel', data: { step } };
      const stored = { ...effect, stream: other, due: '', attempts: 0, ambiguous: false };
      return channelRunner({ ...deps, ...changed }).run(stored, signal);
    },
    async file() {
      const { state } = await store.load(stream);
      return state as unknown as SubmittedCase;
    },
    async close() {
      await hands.worker.stop();
      await store.close();
    },
  };
  await bench.do(...straightOn.slice(0, 3), sample('DecideTriage', { ...triage('priority'), helpers }));
  return bench;
}

/** The same, and its channel is ready. */
export async function openReady(opening: Opening = {}): Promise<ChannelBench> {
  const bench = await openAdmitted(opening);
  await bench.finish();
  return bench;
}

const owner = (person: PersonId) => ({ person, owner: true });
/** Whoever is in every case, as Graph is to know them. */
export const coreMembers = [owner(director), owner(chair), { person: applicant, owner: false }];

/** What of the channel and the case is there in the end, people in the order of their ids. */
export async function outcome({ graph, file }: ChannelBench) {
  const channels = graph.made.map(({ name, kind, members, hasApp, isArchived }) => {
    const people = inOrder([...members.values()]);
    return { name, kind, people, hasApp, isArchived };
  });
  const { stage, channel } = await file();
  return { channels, stage, channel };
}

export const inOrder = (people: readonly ChannelMember[]) =>
  people.toSorted((one, other) => one.person.localeCompare(other.person));
export const ready = (kind: 'private' | 'shared', ...more: readonly ChannelMember[]) => ({
  channels: [
    { name: channelName(number), kind, people: inOrder([...coreMembers, ...more]), hasApp: true, isArchived: false },
  ],
  stage: 'conference',
  channel: { status: 'ready', kind, channelId: '19:1' },
});

import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import { commandId, type StreamId, streamId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import type { EffectRunner, Outcome } from '../store/effect-queue.ts';
import type { EventStore, Loaded } from '../store/event-store.ts';
import { sha256 } from '../teams/command-id.ts';
import type { Inbound } from '../teams/routes.ts';
import { afterTurn, type Memory, type Turn } from './memory.ts';

/** One turn's way to what its conversation was about: read when it is first asked for, and once. */
export type Recollection = Readonly<{
  recall(): Promise<Memory>;
  /** Written only when the turn brought something new. */
  keep(turn: Turn): Promise<void>;
  forget(): Promise<void>;
}>;

type Deps = Readonly<{ store: EventStore; log: Logger }>;
/** `at`: when it last changed. `forgetAt`: when it is looked at, to be forgotten. */
type Kept = Readonly<{ memory: Memory; at: string; forgetAt: string }>;

const keptMs = 2 * 60 * 60_000;
const forgetKind = 'talk-forget';
const nothing: Memory = {};

/** Of one person in one conversation; whoever else speaks there has a memory of their own. */
export function memoryStream({ actor, conversation }: Pick<Inbound, 'actor' | 'conversation'>): StreamId {
  return streamId('talk', `${actor.id}-${sha256(conversation.id).slice(0, 24)}`);
}

/** Not remembering must not keep anybody from their answer. */
export function recollection({ store, log }: Deps, inbound: Inbound): Recollection {
  const stream = memoryStream(inbound);
  let reading: Promise<Loaded> | undefined;
  const read = (): Promise<Loaded> => (reading ??= store.load(stream));

  async function write(change: (memory: Memory) => Memory): Promise<void> {
    try {
      const loaded = await read();
      const before = memoryIn(loaded, inbound.at);
      const memory = change(before);
      if (memory !== before) await commit(store, inbound, { loaded, memory });
    } catch (err) {
      log.warn({ err, actor: inbound.actor.id }, 'conversation not remembered');
    }
  }

  return {
    recall: async () => memoryIn(await read(), inbound.at),
    keep: (turn) =>
      turn.intent === undefined && turn.shown === undefined
        ? Promise.resolve()
        : write((memory) => afterTurn(memory, turn)),
    forget: () => write((memory) => (Object.keys(memory).length === 0 ? memory : nothing)),
  };
}

/** What is remembered of a conversation, for whoever it is of. `until`: when it goes, when there is anything. */
export type Held = Readonly<{ cases: readonly string[]; listed: number; until?: string }>;

export async function conversationHeld(store: EventStore, inbound: Inbound): Promise<Held> {
  const loaded = await store.load(memoryStream(inbound));
  const memory = memoryIn(loaded, inbound.at);
  const kept = keptIn(loaded);
  const cases = [memory.case, memory.before].filter((number) => number !== undefined);
  const until = kept && new Date(Date.parse(kept.at) + keptMs).toISOString();
  const isEmpty = until === undefined || Object.keys(memory).length === 0;
  return { cases, listed: memory.list?.ids.length ?? 0, ...(isEmpty ? {} : { until }) };
}

export const forgetConversation = (deps: Deps, inbound: Inbound): Promise<void> => recollection(deps, inbound).forget();

const stateFor = (kept: Kept): JsonObject => ({ ...kept });
const keptIn = ({ state }: Loaded): Kept | undefined => (state === undefined ? undefined : (state as unknown as Kept));

function memoryIn(loaded: Loaded, now: Date): Memory {
  const kept = keptIn(loaded);
  return kept === undefined || now.getTime() - Date.parse(kept.at) >= keptMs ? nothing : kept.memory;
}

type Change = Readonly<{ loaded: Loaded; memory: Memory }>;

/**
 * A state without events: what was talked about has no history. When two turns are written at once, the later is left out: it is
 * one sentence of a conversation.
 */
async function commit(
  store: EventStore,
  { at, actor, conversation, commandId: id }: Inbound,
  { loaded, memory }: Change,
) {
  const stream = memoryStream({ actor, conversation });
  const now = at.toISOString();
  const planned = keptIn(loaded)?.forgetAt ?? '';
  const forgetAt = planned > now ? planned : new Date(at.getTime() + keptMs).toISOString();
  const effect = { kind: forgetKind, key: 'forget', due: forgetAt, data: {} };
  await store.commit({
    ...{ stream, type: 'talk', read: loaded, events: [], fields: {}, commandId: id, at: now },
    state: stateFor({ memory, at: now, forgetAt }),
    effects: forgetAt === planned ? [] : [effect],
  });
}

/** Two hours after a conversation last turned to something, nothing of it is left. */
export function forgetRunner({ store, clock }: Readonly<{ store: EventStore; clock: Clock }>): EffectRunner {
  return {
    kind: forgetKind,
    async run({ stream }): Promise<Outcome> {
      const loaded = await store.load(stream);
      const kept = keptIn(loaded);
      const now = clock.now();
      const left = kept === undefined ? 0 : Date.parse(kept.at) + keptMs - now.getTime();
      if (left > 0) return { done: false, again: true, afterMs: left };
      const at = now.toISOString();
      const state = stateFor({ memory: nothing, at, forgetAt: '' });
      const id = commandId(`forget-${at}`);
      await store.commit({
        stream,
        type: 'talk',
        read: loaded,
        events: [],
        state,
        fields: {},
        effects: [],
        commandId: id,
        at,
      });
      return { done: true };
    },
  };
}

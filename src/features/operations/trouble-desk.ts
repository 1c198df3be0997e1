import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { commandId, type PersonId } from '../../core/ids.ts';
import type { EffectQueue, EffectRunner, StoredEffect } from '../../store/effect-queue.ts';
import type { EventStore } from '../../store/event-store.ts';
import { handle, stateOf } from '../../store/handle.ts';
import { type Directory, mayDo } from '../directory/index.ts';
import { troubleAggregate } from './aggregates.ts';
import { operatorCardKind } from './reactions.ts';
import { type GivenUp, type Trouble, troubleStream } from './trouble.ts';

export type OperationsDeps = Readonly<{
  store: EventStore & Pick<EffectQueue, 'parked' | 'requeue' | 'has'>;
  directory: Pick<Directory, 'person' | 'people'>;
  clock: Clock;
  log: Logger;
}>;

/** As many are named; when there are more, the rest is seen once these are dealt with. */
export const mostNamed = 100;

/** Compares what was given up with what the operators were told, and tells them what changed. Runs on every instance. */
export async function lookForTrouble(deps: OperationsDeps): Promise<Trouble> {
  const { store, clock } = deps;
  const [parked, state] = await Promise.all([givenUp(deps), loadTrouble(deps)]);
  if (parked.length === 0 && state.status !== 'open') return state;
  const at = clock.now();
  const operators = (await deps.directory.people('operator')).map(({ id }) => id);
  if (operators.length === 0) deps.log.error({ parked: parked.length }, 'work was given up, and there is no operator');
  const again = await putBack(deps, state, parked);
  const command = { type: 'NoteTrouble', data: { at: at.toISOString(), parked, again, operators } } as const;
  const id = commandId(
    `trouble-${at.toISOString()}-${JSON.stringify([parked, again].map((each) => each.map(nameOf)))}`,
  );
  return (await handle(store, troubleAggregate, { stream: troubleStream, command, by: 'system', at, commandId: id }))
    .state;
}

export async function loadTrouble({ store }: Pick<OperationsDeps, 'store'>): Promise<Trouble> {
  return stateOf(troubleAggregate, await store.load(troubleStream));
}

async function givenUp({ store }: OperationsDeps): Promise<readonly GivenUp[]> {
  const parked = await store.parked(mostNamed);
  return parked
    .filter(({ stream }) => stream !== troubleStream)
    .map(({ stream, key, kind, due }) => ({ stream, key, kind, due }));
}

const nameOf = ({ stream, key }: Pick<GivenUp, 'stream' | 'key'>): string => `${stream} ${key}`;

/** Told of before, not given up any more, and not done yet. */
async function putBack(
  { store }: OperationsDeps,
  state: Trouble,
  parked: readonly GivenUp[],
): Promise<readonly GivenUp[]> {
  if (state.status === 'none') return [];
  const still = new Set(parked.map(nameOf));
  const gone = [...state.parked, ...state.again].filter((each) => !still.has(nameOf(each)));
  const waits = await Promise.all(gone.map(({ stream, key }) => store.has(stream, key)));
  return gone.filter((_, index) => waits[index]);
}

export type Retried =
  Readonly<{ ok: true; state: Trouble; count: number }> | Readonly<{ ok: false; refused: RetryRefusal }>;
export type RetryRefusal = 'not-operator' | 'nothing-given-up';

/** Puts all of one kind that the card names back in their lanes. */
export async function retry(deps: OperationsDeps, actor: PersonId, kind: string): Promise<Retried> {
  if (!mayDo('operations.retry', await deps.directory.person(actor)).allowed)
    return { ok: false, refused: 'not-operator' };
  const parked = (await givenUp(deps)).filter((each) => each.kind === kind);
  const back = await Promise.all(parked.map(({ stream, key }) => deps.store.requeue(stream, key, deps.clock.now())));
  const count = back.filter(Boolean).length;
  return count === 0
    ? { ok: false, refused: 'nothing-given-up' }
    : { ok: true, state: await lookForTrouble(deps), count };
}

/** A few minutes, with the growing pauses; the next change of the card tries again. */
const attempts = 8;

/** Shows cards to operators by the runner for cards; what it gives up is logged and done with. */
export function operatorCards(deps: Pick<OperationsDeps, 'log'>, show: EffectRunner): EffectRunner {
  return {
    kind: operatorCardKind,
    async run(effect, signal) {
      const isLast = effect.attempts + 1 >= attempts;
      try {
        const outcome = await show.run(effect, signal);
        if (outcome.done || 'again' in outcome) return outcome;
        return 'park' in outcome || isLast ? letGo(deps, effect, outcome.error) : outcome;
      } catch (error) {
        if (!isLast) throw error;
        return letGo(deps, effect, String(error));
      }
    },
  };
}

function letGo({ log }: Pick<OperationsDeps, 'log'>, { key }: StoredEffect, error: string): Readonly<{ done: true }> {
  log.error({ key, error }, 'an operator was not reached; /readyz and `npm run effects` tell what was given up');
  return { done: true };
}

import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { commandId, type PersonId } from '../../core/ids.ts';
import { type IsHoliday, localDate } from '../../core/working-time.ts';
import type { EffectRunner, Outcome } from '../../store/effect-queue.ts';
import { findAll } from '../../store/find-all.ts';
import { handle } from '../../store/handle.ts';
import { digestAggregate, roundAggregate } from './aggregates.ts';
import { type FindDeps, type Finding, findLacking } from './find-desk.ts';
import { type Digest, digestStream, type Lacking } from './gaps-state.ts';
import { roundKind } from './reactions.ts';
import { isRoundTime, nextRound, type RoundCommand, roundStream } from './round.ts';

export type WatchDeps = FindDeps &
  Readonly<{
    clock: Clock;
    isHoliday: IsHoliday;
    log: Logger;
    /** What else is done once a working day; it may be done again the same day. */
    daily?(): Promise<void>;
  }>;

/** Begins the daily rounds, once for all instances and for good. */
export async function planRounds(deps: WatchDeps): Promise<void> {
  const at = deps.clock.now().toISOString();
  await sendRound(deps, { type: 'PlanRound', data: { at, next: nextRound(at, deps.isHoliday) } });
}

/** Runs on one instance, once a day: one that is due on a day off waits, and many missed ones are one. */
export function roundRunner(deps: WatchDeps): EffectRunner {
  return {
    kind: roundKind,
    async run(): Promise<Outcome> {
      const at = deps.clock.now().toISOString();
      const next = nextRound(at, deps.isHoliday);
      if (!isRoundTime(at, deps.isHoliday)) {
        return { done: false, again: true, afterMs: Date.parse(next) - Date.parse(at) };
      }
      await makeRound(deps, at);
      await deps.daily?.();
      await sendRound(deps, { type: 'EndRound', data: { at, day: localDate(at), next } });
      return { done: true };
    },
  };
}

/** May be made again the same day: who was told already hears nothing new. */
async function makeRound(deps: WatchDeps, at: string): Promise<void> {
  const byChair = new Map<PersonId, Lacking[]>((await toldChairs(deps)).map((chair) => [chair, []]));
  for (const { chair, ...item } of await findLacking(deps, at)) {
    if (chair === undefined)
      deps.log.error({ kind: item.kind, number: item.number }, 'lacks something, and has no chair');
    else byChair.set(chair, [...(byChair.get(chair) ?? []), item]);
  }
  for (const [chair, items] of byChair) await tell(deps, { at, chair, items });
}

/** Who has a card on which something may have been mended. */
async function toldChairs({ store }: WatchDeps): Promise<readonly PersonId[]> {
  const where = [{ field: 'status', equals: 'open' }];
  const found = await findAll(store, { type: 'digest', where, order: { field: 'status', direction: 'asc' } });
  return found.flatMap(({ state }) => {
    const digest = state as unknown as Digest;
    return digest.status === 'none' ? [] : [digest.chair];
  });
}

type Telling = Readonly<{ at: string; chair: PersonId; items: readonly Omit<Finding, 'chair'>[] }>;

async function tell({ store }: WatchDeps, { at, chair, items }: Telling): Promise<void> {
  const stream = digestStream(chair);
  const command = { type: 'TellLacking', data: { at, day: localDate(at), chair, items } } as const;
  const id = commandId(`${stream}-${at}`);
  await handle(store, digestAggregate, { stream, command, by: 'system', at: new Date(at), commandId: id });
}

async function sendRound({ store }: WatchDeps, command: RoundCommand): Promise<void> {
  const { at } = command.data;
  const id = commandId(`${roundStream}-${command.type}-${at}`);
  const order = { stream: roundStream, command, by: 'system', at: new Date(at), commandId: id } as const;
  await handle(store, roundAggregate, order);
}

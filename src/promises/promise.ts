import type { PersonId } from '../core/ids.ts';
import type { Text } from '../core/locale.ts';
import {
  type About,
  type DeadlineFile,
  type DeadlineId,
  deadlineId,
  type Deed,
  type Facts,
  type Levels,
  type NudgePlan,
  type PlanName,
} from '../features/deadlines/index.ts';

/** One thing that somebody has to do about a case, a proposal, a place …; `key` is unique for what it is about. */
export type Promised = Readonly<{
  key: string;
  title: Text;
  owner: PersonId;
  steward: PersonId;
  /** UTC instant. */
  due: string;
  /** `short` for clocks of a few working days. */
  plan: Exclude<PlanName, 'light'>;
  /** The button that does it. Without one the owner says that it was done. */
  deed?: Deed;
  watchers?: readonly PersonId[];
  /** It comes back after so many weeks, at a date that is only known once it was done. */
  everyWeeks?: number;
}>;

/** All that is promised about one thing, as it stands now. */
export type Promises = Readonly<{
  about: About;
  /** Whom an escalation reaches; undefined: nobody but the owner hears of it. */
  levels?: Levels;
  /** After how many working days, where it has terms of its own. */
  escalation?: Readonly<{ official: number; administrative: number }>;
  wished: readonly Promised[];
  /** Why something is not needed that is promised no longer; undefined: it was done. */
  dropped(key: string): string | undefined;
}>;

/** The same promise has the same id, however often it is looked at. */
export function promiseId({ kind, id = '' }: About, key: string): DeadlineId {
  return deadlineId(`${kind}-${id}-${key}`);
}

export function factsOf({ about, levels }: Promises, promised: Promised): Facts {
  const { title, owner, steward, due, deed, watchers = [], everyWeeks: every } = promised;
  return {
    ...{ title, about, owner, steward, due, watchers, dependsOn: [] },
    ...(every === undefined ? { kind: 'one-off' } : { kind: 'recurring', rhythm: { every, unit: 'week' } }),
    levels: levels ?? { official: [], administrative: [] },
    ...(deed === undefined ? {} : { deed }),
  };
}

/** What its people have in hand themselves: they may move it, hand it over and say that it was done. */
export function isInHand({ deed, due, moves, ended }: DeadlineFile, wish: Promised): boolean {
  const isSame = due === wish.due || moves.some(({ from }) => from === wish.due);
  return deed === undefined && wish.deed === undefined && isSame && ended?.by !== 'system';
}

/** What comes back was done, and has its next date. */
export function cameBack({ stage, due }: DeadlineFile, { everyWeeks, due: next }: Promised): boolean {
  return stage === 'open' && everyWeeks !== undefined && next > due;
}

/** The usual reminders, with the escalation that fits what it is about. */
export function planFor({ levels, escalation }: Promises, usual: NudgePlan): NudgePlan {
  const own = usual.steps.filter(({ to }) => to === 'owner');
  if (!levels) return { ...usual, steps: own };
  if (!escalation) return usual;
  const higher = (['official', 'administrative'] as const).map(
    (to) => ({ by: escalation[to], unit: 'working-day', to }) as const,
  );
  return { ...usual, steps: [...own, ...higher] };
}

import type { Locale } from '../../core/locale.ts';
import { day, timeOfDay } from '../../core/view-parts.ts';
import { type Texts, texts } from './texts.ts';
import { isOfTenant } from '../../graph/permissions.ts';
import type { PermissionState } from './permission.ts';
import type { GivenUp, Trouble, TroubleFile } from './trouble.ts';

/** More of them would not help whoever has to look. */
const mostKinds = 8;
/** As many as are named at all: then there may be more. */
const full = 100;

export function troubleView(state: Trouble, locale: Locale): object | undefined {
  if (state.status === 'none') return undefined;
  return state.status === 'solved' ? solved(state, locale) : open(state, locale);
}

function open({ parked, again }: TroubleFile, locale: Locale): object {
  const { say } = texts.in[locale];
  return {
    title: parked.length === 0 ? say.underWay : say.title(parked.length, parked.length >= full),
    hasParked: parked.length > 0,
    kinds: kindsOf(parked)
      .slice(0, mostKinds)
      .map((of) => kindView(of, locale)),
    line: again.length === 0 ? '' : say.again(again.length),
    hasLine: again.length > 0,
  };
}

function solved({ since, endedAt = since }: TroubleFile, locale: Locale): object {
  const { say } = texts.in[locale];
  const line = say.solvedLine(moment(since, locale), moment(endedAt, locale));
  return { title: say.solved, hasParked: false, kinds: [], line, hasLine: true };
}

type OfKind = Readonly<{ kind: string; count: number; oldest: string }>;

function kindsOf(parked: readonly GivenUp[]): readonly OfKind[] {
  const byKind = new Map<string, OfKind>();
  for (const { kind, due } of parked) {
    const { count, oldest } = byKind.get(kind) ?? { count: 0, oldest: due };
    byKind.set(kind, { kind, count: count + 1, oldest: due < oldest ? due : oldest });
  }
  return [...byKind.values()].toSorted((one, other) => one.oldest.localeCompare(other.oldest));
}

function kindView({ kind, count, oldest }: OfKind, locale: Locale): object {
  const { say, families, otherFamily }: Texts = texts.in[locale];
  const family = families[kind.split('-')[0] ?? ''] ?? otherFamily;
  return {
    kind,
    text: say.kind(family, kind, count),
    oldest: say.oldest(day(oldest, locale), timeOfDay(oldest)),
    retry: say.retry(family),
  };
}

export function permissionView(state: PermissionState, locale: Locale): object | undefined {
  if (state.status === 'none') return undefined;
  const { permission, team, since, endedAt = since } = state;
  const { say, without }: Texts = texts.in[locale];
  const isMissing = state.status === 'missing';
  return {
    isMissing,
    title: isMissing ? say.permissionMissing : say.permissionGiven,
    which: team === undefined ? `**${permission}**` : say.inTeam(permission, team),
    line: isMissing ? say.without(without[permission]) : say.missedLine(moment(since, locale), moment(endedAt, locale)),
    how: isOfTenant(permission) ? say.askAdministrator : say.askOwner,
  };
}

const moment = (instant: string, locale: Locale): string => `${day(instant, locale)}, ${timeOfDay(instant)}`;

import type { Locale } from '../../core/locale.ts';
import { day, lineOf } from '../../core/view-parts.ts';
import { type EngagedExpert, freeHours } from '../experts/index.ts';
import type { ConsultationFile } from './consultation-state.ts';
import type { Reassigned } from './desk-overview.ts';
import { textsIn } from './texts.ts';
import { type Seen, type Sight } from './view-format.ts';

export type ListState = Readonly<{ own: readonly ConsultationFile[]; asked: readonly ConsultationFile[] }>;

export function listView({ own, asked }: ListState, { locale }: Seen): object {
  return {
    own: own.map((file) => rowOf(file, 'consultations/show', locale)),
    asked: asked.map((file) => rowOf(file, 'consultations/show-invitation', locale)),
    hasOwn: own.length > 0,
    hasAsked: asked.length > 0,
    isEmpty: own.length === 0 && asked.length === 0,
  };
}

function rowOf({ id, about, stage, request }: ConsultationFile, verb: string, locale: Locale): object {
  const { say, names } = textsIn[locale];
  return {
    consultation: id,
    title: about.number,
    line: say.listLine(names.stage[stage], day(request.by, locale)),
    verb,
  };
}

export type LoadState = Readonly<{ experts: readonly EngagedExpert[] }>;

const shown = 10;

/** Who is asked most, first; what counts as often is said on the card. */
export async function loadView(sight: Sight, { experts }: LoadState, { locale }: Seen): Promise<object> {
  const { say } = textsIn[locale];
  const asked = experts.filter(({ counts }) => counts.asked > 0).toSorted(mostAsked);
  const often = oftenFrom(experts);
  const lines = asked.slice(0, shown).map(async (engaged) => {
    const { expert, counts } = engaged;
    const mark = counts.asked > often ? ` (${say.often})` : '';
    const percent = 100 - Math.round((100 * freeHours(engaged)) / expert.hoursPerMonth);
    const name = await sight.directory.nameOf(expert.id);
    return {
      title: `${name}, ${expert.organisation}${mark}`,
      line: say.loadLine(counts.asked, counts.accepted, percent),
    };
  });
  return {
    experts: await Promise.all(lines),
    organisations: organisationsOf(asked, locale),
    hasExperts: asked.length > 0,
    isEmpty: asked.length === 0,
  };
}

function mostAsked(one: EngagedExpert, other: EngagedExpert): number {
  return other.counts.asked - one.counts.asked || (one.expert.id < other.expert.id ? -1 : 1);
}

/** More than twice as often as the middle one of all experts, and more than once. */
export function oftenFrom(experts: readonly EngagedExpert[]): number {
  const sorted = experts.map(({ counts }) => counts.asked).toSorted((one, other) => one - other);
  return Math.max(1, 2 * (sorted[Math.floor(sorted.length / 2)] ?? 0));
}

function organisationsOf(asked: readonly EngagedExpert[], locale: Locale): readonly object[] {
  const grouped = Map.groupBy(asked, ({ expert }) => expert.organisation);
  const totals = [...grouped].map(([organisation, experts]) => ({
    organisation,
    asked: experts.reduce((total, { counts }) => total + counts.asked, 0),
    experts: experts.length,
  }));
  return totals
    .toSorted((one, other) => other.asked - one.asked || one.organisation.localeCompare(other.organisation, 'nl'))
    .slice(0, shown)
    .map((total) => ({
      title: total.organisation,
      line: textsIn[locale].say.organisationLine(total.asked, total.experts),
    }));
}

export type RedistributionState = Readonly<{
  moves: readonly Reassigned[];
  stays: number;
  method: 'exact' | 'in-turn';
  /** The directors have it already. */
  isSent?: boolean;
}>;

export async function redistributionView(
  { directory }: Sight,
  { moves, stays, method, isSent = false }: RedistributionState,
  { locale }: Seen,
): Promise<object> {
  const { say, cards } = textsIn[locale];
  const lines = moves.map(async ({ number, from, to }) => {
    if (to === undefined) return lineOf(say.moveNobody(number));
    const name = await directory.nameOf(to);
    return lineOf(
      from === undefined ? say.move(number, name) : say.moveFrom(number, await directory.nameOf(from), name),
    );
  });
  return {
    moves: await Promise.all(lines),
    hasMoves: moves.length > 0,
    maySuggest: !isSent && moves.some(({ to }) => to !== undefined),
    isEmpty: moves.length === 0 && stays === 0,
    stays: say.stays(stays),
    hasStays: stays > 0,
    method: method === 'exact' ? cards.redistribution.exact : cards.redistribution.inTurn,
  };
}

import type { ConceptId } from '../../matching/index.ts';
import type { CentreCode, RegionCode } from '../directory/index.ts';
import { hasClosed, takesAges } from './decide-places.ts';
import type { KnownFacility, LoosePlace } from './facility-state.ts';
import type { FacilityId } from './place-ids.ts';
import type { Needs } from './request-state.ts';

/** How near: a region that was asked for, another of the own centre, or another centre's (domain.md B4, B5). */
export type Distance = 'preferred' | 'own-centre' | 'other-centre';

/** Why a facility is where it is in the list. Each has its points; together they are the score. */
export type FitReason =
  | Readonly<{ by: 'kind'; points: number; fits: boolean }>
  | Readonly<{ by: 'profile'; points: number; shared: readonly ConceptId[] }>
  | Readonly<{ by: 'distance'; points: number; distance: Distance }>
  | Readonly<{ by: 'date'; points: number; from: string; inTime: boolean }>;

/** `places`: free ones, or when there are too few those that are still to be created, which nobody can set apart. */
export type Fit = Readonly<{
  id: FacilityId;
  known: KnownFacility;
  score: number;
  reasons: readonly FitReason[];
  places: 'free' | 'to-create';
  count: number;
  distance: Distance;
}>;

export type FitQuestion = Readonly<{
  needs: Needs;
  centre: CentreCode;
  /** YYYY-MM-DD. */
  today: string;
}>;

const points = {
  kind: 30,
  profile: 30,
  distance: { preferred: 25, 'own-centre': 15, 'other-centre': 5 },
  inTime: 15,
  /** Taken off for each week that it comes later than was asked. */
  lateWeek: 3,
} as const;

/**
 * Which facilities fit, best first. What rules out: the age, too few places, and being closed by then. Everything else only
 * orders. A diagnosis rules nobody out (domain.md C2): what a facility wants to talk about is shown, and weighs nothing.
 */
export function findFits(question: FitQuestion, all: readonly KnownFacility[]): readonly Fit[] {
  return all.flatMap((known) => fitOf(question, known) ?? []).toSorted(best);
}

function best(one: Fit, other: Fit): number {
  return (
    Number(other.places === 'free') - Number(one.places === 'free') ||
    other.score - one.score ||
    one.id.localeCompare(other.id)
  );
}

export function fitOf(question: FitQuestion, known: KnownFacility): Fit | undefined {
  const { needs, today } = question;
  const { facility, loose } = known;
  const together = needs.ages.length;
  const free = loose.filter(({ status }) => status === 'free');
  const found = free.length >= together ? free : loose.filter(({ status }) => status === 'to-create');
  if (found.length < together || !takesAges(facility.ages, needs.ages)) return undefined;
  const from = latest(dayOf(found, together), facility.opens, today);
  if (hasClosed(facility, latest(from, needs.from, today))) return undefined;
  const distance = distanceOf(question, facility);
  const reasons = reasonsOf(question, known, { from, distance });
  const score = reasons.reduce((sum, reason) => sum + reason.points, 0);
  const places = found === free ? 'free' : 'to-create';
  return { id: facility.id, known, score, reasons, places, count: found.length, distance };
}

/** When there is room for all of them. */
function dayOf(places: readonly LoosePlace[], together: number): string {
  return places.map(({ from }) => from).toSorted((one, other) => one.localeCompare(other))[together - 1] ?? '';
}

function latest(...days: readonly (string | undefined)[]): string {
  return days.reduce<string>((last, day = '') => (day > last ? day : last), '');
}

type Placed = Readonly<{ region: RegionCode; centre: CentreCode }>;

function distanceOf({ needs, centre }: FitQuestion, facility: Placed): Distance {
  if (needs.regions.includes(facility.region)) return 'preferred';
  return facility.centre === centre ? 'own-centre' : 'other-centre';
}

type When = Readonly<{ from: string; distance: Distance }>;

function reasonsOf({ needs }: FitQuestion, { facility }: KnownFacility, when: When): readonly FitReason[] {
  const fits = needs.kinds.length === 0 || needs.kinds.includes(facility.kind);
  const shared = needs.profile.filter((concept) => facility.profile.includes(concept));
  const share = needs.profile.length === 0 ? 0 : shared.length / needs.profile.length;
  const { from, distance } = when;
  const late = weeksBetween(needs.from, from);
  return [
    { by: 'kind', points: fits ? points.kind : 0, fits },
    { by: 'profile', points: Math.round(points.profile * share), shared },
    { by: 'distance', points: points.distance[distance], distance },
    { by: 'date', points: Math.max(0, points.inTime - points.lateWeek * late), from, inTime: late === 0 },
  ];
}

const weekMs = 7 * 86_400_000;

/** Begun weeks; 0 when it is not later. */
function weeksBetween(wanted: string, from: string): number {
  return Math.max(0, Math.ceil((Date.parse(from) - Date.parse(wanted)) / weekMs));
}

import type { PersonId } from '../../core/ids.ts';
import type { ConceptId } from '../../matching/index.ts';
import type { Domain } from '../cases/index.ts';
import type { RegionCode } from '../directory/index.ts';

/** What somebody may decide on the spot: on treatment, on a placement, on money (domain.md A18). */
export const mandates = ['treatment', 'placement', 'funding'] as const;
export type Mandate = (typeof mandates)[number];

/** Days YYYY-MM-DD in Amsterdam; both count. */
export type Period = Readonly<{ from: string; to: string }>;

/** A consulting expert (domain.md A16, A17): what they offer, where, and how much of it. */
export type Expert = Readonly<{
  id: PersonId;
  /** As the directory had it when they registered or changed: a conflict of interest is seen by it. */
  organisation: string;
  /** Picked by themselves. */
  specialisms: readonly ConceptId[];
  ownWords: string;
  domains: readonly Domain[];
  /** Youth regions in which they work; at least one. */
  regions: readonly RegionCode[];
  mandates: readonly Mandate[];
  /** The last day on which the mandates count. */
  mandateUntil?: string;
  hoursPerMonth: number;
  unavailable: readonly Period[];
  livedExperience: boolean;
}>;

/** Above all of these a profile is refused. */
export const limits = { specialisms: 12, ownWords: 600, periods: 6, hoursPerMonth: 160 } as const;

/** Hours set apart for one consultation: from the invitation on, until it is declined, lapses or is done. */
export type Engagement = Readonly<{ consultation: string; hours: number; since: string; accepted: boolean }>;

/** How often, ever; `asked` counts invitations. */
export type Counts = Readonly<{ asked: number; accepted: number; declined: number; expired: number }>;

export type EngagedExpert = Readonly<{
  status: 'registered' | 'paused' | 'left';
  expert: Expert;
  /** The last day of a pause that ends by itself. */
  pausedUntil?: string;
  /** UTC instant of the registration that counts now. */
  registeredAt: string;
  engagements: readonly Engagement[];
  counts: Counts;
  /** UTC instant. */
  lastAskedAt?: string;
}>;

export type ExpertState = Readonly<{ status: 'none' }> | EngagedExpert;

/** In the register: present or away for a while. */
export function isPresent(state: ExpertState): state is EngagedExpert {
  return state.status === 'registered' || state.status === 'paused';
}

/** What is left of this month's hours; 0 when more runs than somebody now offers. */
export function freeHours(state: ExpertState): number {
  if (!isPresent(state)) return 0;
  return Math.max(0, state.expert.hoursPerMonth - hoursTaken(state));
}

export function hoursTaken({ engagements }: EngagedExpert): number {
  return engagements.reduce((total, { hours }) => total + hours, 0);
}

/** Whether somebody may be asked on that day; how many hours they have left is another question. */
export function isAvailable(state: ExpertState, day: string): boolean {
  return isPresent(state) && !isPausedOn(state, day) && !isAwayOn(state, day);
}

export function isPausedOn({ status, pausedUntil }: EngagedExpert, day: string): boolean {
  return status === 'paused' && !(pausedUntil !== undefined && pausedUntil < day);
}

export function isAwayOn({ expert }: EngagedExpert, day: string): boolean {
  return expert.unavailable.some(({ from, to }) => from <= day && day <= to);
}

/** Mandates that count on that day. */
export function mandatesOn({ mandates: held, mandateUntil }: Expert, day: string): readonly Mandate[] {
  return mandateUntil !== undefined && mandateUntil < day ? [] : held;
}

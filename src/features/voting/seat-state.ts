import type { PersonId } from '../../core/ids.ts';
import type { Deputy } from '../directory/index.ts';
import type { Choice, VoteKind } from './choices.ts';
import type { VoteId, VoteSettings } from './vote-state.ts';

/** One place at the table: who holds it, and what became of it. Enough to vote by without reading the vote itself. */
export type SeatFacts = Readonly<{
  vote: VoteId;
  /** From 0. */
  n: number;
  holder: PersonId;
  weight: number;
  deputies: readonly Deputy[];
  kind: VoteKind;
  secrecy: VoteSettings['secrecy'];
  closesAt: string;
}>;

/** In a secret vote only that there is one, and by whom it was put in. */
export type Ballot = Readonly<{ at: string; by: PersonId; choice?: Choice; reason?: string }>;

/** Every message that brought it to mind, so that all show the same after a click on one. */
type Reminder = Readonly<{ slot: string; people: readonly PersonId[] }>;

export type SeatFile = SeatFacts &
  Readonly<{
    status: 'open' | 'voted' | 'recused' | 'sealed';
    /** How often a ballot was put in: tells the last envelope of a secret vote from those it replaced. */
    casts: number;
    ballot?: Ballot;
    recusal?: Readonly<{ at: string; reason: string }>;
    reminders: readonly Reminder[];
    isReminded: boolean;
    isPublished: boolean;
  }>;

export type Seat = Readonly<{ status: 'none' }> | SeatFile;

export function isSeat(state: Seat): state is SeatFile {
  return state.status !== 'none';
}

export function isWithinDays(day: string, { validFrom, validTo }: Omit<Deputy, 'person'>): boolean {
  return validFrom <= day && (validTo === undefined || day <= validTo);
}

/** Who may vote for the holder on that day (YYYY-MM-DD in Amsterdam). */
export function deputiesOn({ deputies }: SeatFacts, day: string): readonly PersonId[] {
  return deputies.filter((deputy) => isWithinDays(day, deputy)).map(({ person }) => person);
}

export function isOf({ holder, deputies }: SeatFacts, person: PersonId): boolean {
  return holder === person || deputies.some((deputy) => deputy.person === person);
}

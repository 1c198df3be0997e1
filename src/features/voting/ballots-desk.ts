import { createHash } from 'node:crypto';
import type { PersonId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import type { Condition, Found } from '../../store/event-store.ts';
import type { Asked } from '../cases/index.ts';
import { seatWith } from './aggregates.ts';
import { deputiesOn, type SeatFile } from './seat-state.ts';
import type { VoteId } from './vote-state.ts';
import { loadSeat, type SeatTold, sendToSeat, type VotingDeps } from './voting-desk.ts';

export type SeatRef = Readonly<{ vote: VoteId; n: number }>;

/** 0 to 1, evenly, from an id that nobody can guess. */
export function drawn(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32;
}

const jitterMs = 20_000;

/** A whole number of milliseconds, up to twenty seconds. */
export function drawnMs({ newId }: Pick<VotingDeps, 'newId'>): number {
  return Math.floor(drawn(newId()) * jitterMs);
}

/**
 * The command id that stays with the seat is a hash over what was clicked and the form it was clicked on. The form's id is
 * drawn for every rendering and kept nowhere, so that in a secret vote no choice can be tried against it.
 */
export async function castBallot(
  deps: VotingDeps,
  asked: Asked,
  { vote, n, choice, reason }: SeatRef & Readonly<{ choice: string; reason: string }>,
): Promise<SeatTold> {
  const { actor, at } = asked;
  const envelope = { choice, reason, token: deps.newId(), jitterMs: drawnMs(deps) };
  const data = { at: at.toISOString(), by: actor, choice, reason };
  const command = { type: 'CastBallot', data } as const;
  return sendToSeat(deps, asked, { vote, n, by: actor, command, as: seatWith(envelope) });
}

export async function recuse(
  deps: VotingDeps,
  asked: Asked,
  { vote, n, reason }: SeatRef & Readonly<{ reason: string }>,
): Promise<SeatTold> {
  const data = { at: asked.at.toISOString(), by: asked.actor, reason };
  const command = { type: 'Recuse', data } as const;
  return sendToSeat(deps, asked, { vote, n, by: asked.actor, command, as: seatWith() });
}

/** The seat for whoever has to do with it; undefined for others, as when there is none. */
export async function seatFor(deps: VotingDeps, actor: PersonId, { vote, n }: SeatRef): Promise<SeatFile | undefined> {
  const seat = await loadSeat(deps, vote, n);
  if (seat.status === 'none') return undefined;
  const isTheirs = seat.holder === actor || seat.deputies.some(({ person }) => person === actor);
  return isTheirs ? seat : undefined;
}

/** Every seat of this vote that somebody holds, or is deputy of at this moment; their own first. */
export async function seatsIn(
  deps: VotingDeps,
  { actor, at }: Pick<Asked, 'actor' | 'at'>,
  vote: VoteId,
): Promise<readonly SeatFile[]> {
  const seats = await find(deps, [
    { field: 'vote', equals: vote },
    { field: 'people', contains: actor },
  ]);
  const today = localDate(at.toISOString());
  const own = seats.filter(({ holder }) => holder === actor);
  const others = seats.filter((seat) => seat.holder !== actor && deputiesOn(seat, today).includes(actor));
  return [...own, ...others];
}

/** What waits for this person's vote, the first to close first. */
export async function votesOwedBy(deps: VotingDeps, person: PersonId, now: Date): Promise<readonly SeatFile[]> {
  const seats = await find(deps, [
    { field: 'people', contains: person },
    { field: 'status', equals: 'open' },
    { field: 'closesAt', from: now.toISOString() },
  ]);
  const today = localDate(now.toISOString());
  return seats.filter((seat) => seat.holder === person || deputiesOn(seat, today).includes(person));
}

const atMost = 100;

async function find({ store }: VotingDeps, where: readonly Condition[]): Promise<readonly SeatFile[]> {
  const order = { field: 'closesAt', direction: 'asc' } as const;
  const { items } = await store.find({ type: 'seat', where, order, limit: atMost });
  return items.map(({ state }: Found) => state as unknown as SeatFile);
}

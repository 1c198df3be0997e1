import type { Effect } from '../../core/effect.ts';
import { effectOf } from './reactions.ts';
import type { SeatEvent } from './seat-messages.ts';
import { isSeat, type Seat } from './seat-state.ts';

/**
 * A ballot of a secret vote, on its way from a seat to the urn. As in a vote by post, the seat's own record says that
 * somebody voted, never what: the choice is only in this envelope, which waits as an effect until the seat is sealed, and
 * is gone once the urn has it. A change replaces the envelope that waits. `token` makes bringing it twice the same as
 * once, and stands nowhere near the seat.
 */
export type Envelope = Readonly<{
  choice: string;
  reason: string;
  token: string;
  /** After closing, drawn by chance, so that the order of arrival says nothing. */
  jitterMs: number;
}>;

/** What casting or stepping back in a secret vote sets in motion. */
export function envelopeEffect(event: SeatEvent, state: Seat, envelope?: Envelope): readonly Effect[] {
  if (!isSeat(state) || state.secrecy !== 'secret') return [];
  const about = { vote: state.vote, no: state.casts };
  // In the place of the envelope that waits, so that nobody's choice waits who stepped back.
  if (event.type === 'SeatRecused' && state.casts > 0) return [effectOf('envelope', { key: 'ballot', data: about })];
  if (event.type !== 'BallotCast') return [];
  if (!envelope) throw new Error('a ballot of a secret vote without its envelope');
  const { choice, reason, token, jitterMs } = envelope;
  const due = new Date(Date.parse(state.closesAt) + jitterMs).toISOString();
  return [effectOf('envelope', { key: 'ballot', due, data: { ...about, choice, reason, token } })];
}

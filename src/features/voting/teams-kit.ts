import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { JsonObject } from '../../core/json.ts';
import type { Text } from '../../core/locale.ts';
import { endDialog, ran, sayText } from '../../teams/answer-kit.ts';
import type { Inbound, Ran } from '../../teams/routes.ts';
import type { VotingCards } from './cards.ts';
import type { SeatFile } from './seat-state.ts';
import { refusalText, say } from './texts.ts';
import { seatStream, type VoteId, voteId, voteStream } from './vote-state.ts';
import type { Refusal, VotingDeps } from './voting-desk.ts';

/** What every route of the feature works with. */
export type Kit = Readonly<{ deps: VotingDeps; cards: VotingCards; log: Logger }>;

const idField = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  .transform(voteId);
const numberField = z.coerce.number().int().min(-1).max(9_999);

export const aboutVote = z.object({ vote: idField });
export type AboutVote = Inbound<z.output<typeof aboutVote>>;
export const aboutSeat = z.object({ vote: idField, seat: numberField });
export type AboutSeat = Inbound<z.output<typeof aboutSeat>>;
/** Inputs beside the ids: read as text by guardFields. */
export const sentForVote = z.looseObject({ vote: idField });
export type SentForVote = Inbound<z.output<typeof sentForVote>>;
export const sentForSeat = z.looseObject({ vote: idField, seat: numberField });
export type SentForSeat = Inbound<z.output<typeof sentForSeat>>;

/** What a reason may hold, and how it is called when it holds something else. */
export const guardedReason = { reason: { name: say(({ reason }) => reason), longest: 400 } } as const;

export function refusedInText(code: Refusal, id: VoteId): Ran {
  return sayText(code, refusalText(code), voteStream(id));
}

export function refusedInDialog(code: Refusal, id: VoteId): Ran {
  const title = say(({ dialogRefused }) => dialogRefused);
  return endDialog({ title, lines: [refusalText(code)], outcome: code, stream: voteStream(id) });
}

export function doneInDialog(line: Text, outcome: string, id: VoteId): Ran {
  return endDialog({ title: say(({ dialogDone }) => dialogDone), lines: [line], outcome, stream: voteStream(id) });
}

type OnBallot = Readonly<{ seat: SeatFile; outcome: string; notice?: Text; typed?: JsonObject }>;

/** The ballot as it is now, with what the click came to on top. The log gets the outcome, never the choice. */
export function onBallot({ cards }: Kit, { seat, outcome, notice, typed }: OnBallot): Ran {
  const extra = { ...(notice === undefined ? {} : { notice }), ...(typed === undefined ? {} : { typed }) };
  const shown = cards.ballot.show(seat, extra);
  return ran(outcome, { type: 'card', card: shown }, seatStream(seat.vote, seat.n));
}

import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { type CommandId, commandId, type PersonId, type StreamId } from '../../core/ids.ts';
import type { StoredEffect } from '../../store/effect-queue.ts';
import { handle, stateOf } from '../../store/handle.ts';
import type { Asked, DeskDeps } from '../cases/index.ts';
import { boardAggregate, seatAggregate, voteAggregate } from './aggregates.ts';
import type { Board, BoardCommand } from './board.ts';
import type { SeatCommand, SeatRefusal } from './seat-messages.ts';
import { isSeat, type Seat, type SeatFile } from './seat-state.ts';
import type { VoteCommand, VoteRefusal } from './vote-messages.ts';
import {
  boardStream,
  isVote,
  seatStream,
  type Vote,
  type VoteFile,
  type VoteId,
  voteStream,
  type VoteToOpen,
} from './vote-state.ts';

export type VotingDeps = Pick<DeskDeps, 'store' | 'directory' | 'newId' | 'isHoliday'> &
  Readonly<{ log: Logger; clock: Clock }>;

export type Refusal = VoteRefusal | SeatRefusal | 'not-chair' | 'nothing-owed';
export type Refused = Readonly<{ ok: false; refused: Refusal; state?: VoteFile }>;
export type Told = Readonly<{ ok: true; state: VoteFile }> | Refused;

type Stored = Pick<VotingDeps, 'store'>;
/** When, and by which command; `part` keeps the commands of one click, or of one run, apart. */
export type When = Readonly<{ at: Date; commandId: CommandId; part?: string }>;

function idOf({ commandId: id, part }: When): CommandId {
  return part === undefined ? id : commandId(`${id}-${part}`);
}

export async function loadVote({ store }: Stored, stream: StreamId): Promise<Vote> {
  return stateOf(voteAggregate, await store.load(stream));
}

export async function loadSeat({ store }: Stored, vote: VoteId, n: number): Promise<Seat> {
  return stateOf(seatAggregate, await store.load(seatStream(vote, n)));
}

export async function loadBoard({ store }: Stored, vote: VoteId): Promise<Board> {
  return stateOf(boardAggregate, await store.load(boardStream(vote)));
}

type ToVote = Readonly<{ id: VoteId; by: PersonId | 'system'; command: VoteCommand }>;

export async function sendToVote({ store }: Stored, when: When, { id, by, command }: ToVote): Promise<Told> {
  const order = { stream: voteStream(id), command, by, at: when.at, commandId: idOf(when) };
  const { decision, state } = await handle(store, voteAggregate, order);
  const file = isVote(state) ? { state } : {};
  if (decision.outcome === 'refused') return { ok: false, refused: decision.code, ...file };
  return isVote(state) ? { ok: true, state } : { ok: false, refused: 'unknown-vote' };
}

export type SeatTold =
  Readonly<{ ok: true; seat: SeatFile }> | Readonly<{ ok: false; refused: Refusal; seat?: SeatFile }>;
type ToSeat = Readonly<{
  vote: VoteId;
  n: number;
  by: PersonId | 'system';
  command: SeatCommand;
  as?: typeof seatAggregate;
}>;

export async function sendToSeat({ store }: Stored, when: When, to: ToSeat): Promise<SeatTold> {
  const { vote, n, by, command, as = seatAggregate } = to;
  const order = { stream: seatStream(vote, n), command, by, at: when.at, commandId: idOf(when) };
  const { decision, state } = await handle(store, as, order);
  const file = isSeat(state) ? { seat: state } : {};
  if (decision.outcome === 'refused') return { ok: false, refused: decision.code, ...file };
  return isSeat(state) ? { ok: true, seat: state } : { ok: false, refused: 'unknown-seat' };
}

export async function sendToBoard(
  { store }: Stored,
  when: When,
  { vote, command }: Readonly<{ vote: VoteId; command: BoardCommand }>,
): Promise<Board> {
  const order = { stream: boardStream(vote), command, by: 'system', at: when.at, commandId: idOf(when) } as const;
  return (await handle(store, boardAggregate, order)).state;
}

/** When a runner acts; the same effect run twice is the same command. */
export function whenRun({ clock }: Pick<VotingDeps, 'clock'>, { stream, key, due }: StoredEffect): When {
  return { at: clock.now(), commandId: commandId(`${stream}-${key}-${due}`) };
}

/** Opens once, whatever is asked again under the same id. Who may ask is for the caller to say. */
export async function openVote(deps: VotingDeps, asked: Asked, vote: VoteToOpen): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor, vote };
  return sendToVote(deps, asked, { id: vote.id, by: asked.actor, command: { type: 'OpenVote', data } });
}

export type ExtendWish = Readonly<{ id: VoteId; closesAt: string; remindAt: string; reason: string }>;

/** Once, and only to a later time. Who may ask is for the caller to say. */
export async function extendVote(deps: VotingDeps, asked: Asked, { id, ...wish }: ExtendWish): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor, ...wish };
  return sendToVote(deps, asked, { id, by: asked.actor, command: { type: 'ExtendVote', data } });
}

/** Ends it without an outcome. Who may ask is for the caller to say. */
export async function cancelVote(
  deps: VotingDeps,
  asked: Asked,
  { id, reason }: Readonly<{ id: VoteId; reason: string }>,
): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor, reason };
  return sendToVote(deps, asked, { id, by: asked.actor, command: { type: 'CancelVote', data } });
}

import { type CommandId, commandId, type StreamId } from '../../core/ids.ts';
import type { EffectRunner, Outcome as RunOutcome, StoredEffect } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { urnWith } from './aggregates.ts';
import { hasVoted, outcomeOf, secretOutcomeOf, shownOf } from './outcome.ts';
import { again, allSeats, laterMs, onSeats, voteRunner } from './runner-desk.ts';
import type { SeatFile } from './seat-state.ts';
import { type Outcome, urnStream, type VoteFile, type VoteId } from './vote-state.ts';
import { sendToBoard, sendToSeat, sendToVote, type VotingDeps, whenRun } from './voting-desk.ts';

type Run = Readonly<{ effect: StoredEffect; signal: AbortSignal }>;

/**
 * Closing: first the vote says so, then every seat is sealed, then the sealed seats are counted, then the outcome is
 * recorded. A ballot got in before its seat was sealed, and counts, or is refused. Each step finds what an earlier run did.
 */
export function closeRunner(deps: VotingDeps): EffectRunner {
  return voteRunner(deps, 'close', async (vote, effect, signal) => {
    if (vote.stage === 'opening') return again(laterMs);
    const begun = vote.stage === 'open' ? await begin(deps, vote, effect) : vote;
    if (begun.stage === 'cancelled') return sealCancelled(deps, begun, { effect, signal });
    return begun.stage === 'closing' ? finish(deps, begun, { effect, signal }) : { done: true };
  });
}

async function begin(deps: VotingDeps, vote: VoteFile, effect: StoredEffect): Promise<VoteFile> {
  const when = { ...whenRun(deps, effect), part: 'begin' };
  const data = { at: when.at.toISOString(), early: false };
  const told = await sendToVote(deps, when, {
    ...({ id: vote.id, by: 'system' } as const),
    command: { type: 'StartClosing', data },
  });
  return told.ok ? told.state : vote;
}

async function finish(deps: VotingDeps, vote: VoteFile, run: Run): Promise<RunOutcome> {
  if (!(await seal(deps, vote, run))) return again(0);
  const seats = (await allSeats(deps, vote.id, vote.seats)).filter((seat) => seat !== undefined);
  const when = { ...whenRun(deps, run.effect), part: 'outcome' };
  // A secret vote closes at its hour for everybody: nothing is recorded of when its envelopes were opened.
  const closedAt = vote.closingAt ?? vote.closesAt;
  const outcome =
    vote.settings.secrecy === 'secret' ? await emptied(deps, vote, seats) : outcomeOf(vote, seats, closedAt);
  if (outcome === undefined) return again(urnAgainMs);
  const command = { type: 'RecordOutcome', data: { at: when.at.toISOString(), outcome } } as const;
  await sendToVote(deps, when, { id: vote.id, by: 'system', command });
  return { done: true };
}

const urnAgainMs = 3_000;

/** Undefined while envelopes are on their way. */
async function emptied(
  { store }: VotingDeps,
  vote: VoteFile,
  seats: readonly SeatFile[],
): Promise<Outcome | undefined> {
  const urn = stateOf(urnWith(), await store.load(urnStream(vote.id)));
  const closedAt = vote.closingAt ?? vote.closesAt;
  return urn.ballots < seats.filter(hasVoted).length ? undefined : secretOutcomeOf(vote, seats, { urn, closedAt });
}

/** False when there is more to seal than one run does. */
async function seal(deps: VotingDeps, vote: VoteFile, { effect, signal }: Run): Promise<boolean> {
  const when = whenRun(deps, effect);
  const data = { at: when.at.toISOString(), cancelled: vote.stage === 'cancelled' };
  const seats = await allSeats(deps, vote.id, vote.seats);
  const unsealed = seats.flatMap((seat, n) => (seat && seat.status !== 'sealed' ? [n] : []));
  const command = { type: 'SealSeat', data } as const;
  const seating = { vote: vote.id, by: 'system', command } as const;
  return onSeats(unsealed, {
    signal,
    work: (n) => sendToSeat(deps, { ...when, part: `seal-${data.cancelled}` }, { ...seating, n }),
  });
}

export async function sealCancelled(deps: VotingDeps, vote: VoteFile, run: Run): Promise<RunOutcome> {
  if (!(await seal(deps, vote, run))) return again(0);
  const when = { ...whenRun(deps, run.effect), part: 'cancel' };
  const data = { at: when.at.toISOString(), reason: vote.cancelled?.reason ?? '' };
  await sendToBoard(deps, when, { vote: vote.id, command: { type: 'CancelBoard', data } });
  return { done: true };
}

/** The outcome on the board, and to every voter. */
export function publishRunner(deps: VotingDeps): EffectRunner {
  return voteRunner(deps, 'publish', async (vote, effect, signal) => {
    const { outcome } = vote;
    if (!outcome) return { done: true };
    const when = whenRun(deps, effect);
    const at = when.at.toISOString();
    const data = { at, outcome: shownOf(outcome) };
    await sendToBoard(deps, when, { vote: vote.id, command: { type: 'CloseBoard', data } });
    const seats = await allSeats(deps, vote.id, vote.seats);
    const unpublished = seats.flatMap((seat, n) => (seat && !seat.isPublished ? [n] : []));
    const seating = { vote: vote.id, by: 'system', command: { type: 'PublishSeat', data: { at } } } as const;
    const isWhole = await onSeats(unpublished, { signal, work: (n) => sendToSeat(deps, when, { ...seating, n }) });
    return isWhole ? { done: true } : again(0);
  });
}

type Command = Readonly<{ at: Date; commandId: CommandId }>;

export type Cancelled = Readonly<{ vote: VoteId; reason: string }>;

/** Who must hear how it ended: the feature that opened the vote. May be told twice, with the same command id. */
export type Listener = Readonly<{
  closed(outcome: Outcome, subject: StreamId, command: Command): Promise<void>;
  cancelled?(cancelled: Cancelled, subject: StreamId, command: Command): Promise<void>;
}>;

export function tellRunner(deps: VotingDeps, told: Listener): EffectRunner {
  return voteRunner(deps, 'tell', async (vote, effect) => {
    // Always the same, also when it is told again after a failure.
    const command = { at: deps.clock.now(), commandId: commandId(`${effect.stream}-told`) };
    const { id, outcome, cancelled, subject } = vote;
    if (outcome) await told.closed(outcome, subject, command);
    else if (cancelled) await told.cancelled?.({ vote: id, reason: cancelled.reason }, subject, command);
    return { done: true };
  });
}

import { z } from 'zod/v4';
import { commandId, type CommandId, type StreamId } from '../../core/ids.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import type { BodyOnDay } from '../directory/index.ts';
import { proposalAggregate } from './aggregates.ts';
import { type DeskDeps, type RunnerDeps, send } from './decision-desk.ts';
import { contentOf, howToVote, isWritten, type KeptOutcome, type ProposalFile, type Vote } from './proposal-state.ts';
import { cancelVoteKind, openVoteKind } from './reactions.ts';
import { chairOf } from './route.ts';
import { settingsFor } from './how-to-vote.ts';
import { seatFor } from './seats.ts';
import type { VoteOutcome } from './votes-port.ts';
import { type VoteCancelled, voteId, type VoteToOpen } from '../voting/index.ts';

const voteData = z.object({ vote: z.string().transform(voteId) });
type Asking = Readonly<{ file: ProposalFile; vote: Vote; kind: VoteToOpen['kind'] }>;

async function askingOf({ store }: DeskDeps, { stream, data }: StoredEffect): Promise<Asking | undefined> {
  const file = stateOf(proposalAggregate, await store.load(stream));
  if (!isWritten(file)) return undefined;
  const { vote: id } = voteData.parse(data);
  const advice = file.advice.find((vote) => vote.id === id);
  const vote = advice ?? file.votes.find((each) => each.id === id);
  return vote && { file, vote, kind: advice ? 'advice' : 'decision' };
}

const noVote = ({ stream, key }: StoredEffect): Outcome => ({
  ...{ done: false, park: true },
  error: `${stream} has no vote for ${key}`,
});

/** Opens what is still wanted when it runs; whoever sits in the body at that moment has a seat. */
export function openVoteRunner(deps: RunnerDeps): EffectRunner {
  return {
    kind: openVoteKind,
    async run(effect) {
      const asking = await askingOf(deps, effect);
      if (!asking) return noVote(effect);
      const { file, vote } = asking;
      if (vote.status !== 'open') return { done: true };
      const body = (await deps.directory.bodies(deps.clock.now())).find(({ id }) => id === vote.body.id);
      if (!body || body.members.length === 0) return parked(`body ${vote.body.id} has nobody to vote`);
      const asked = { actor: vote.body.chair, at: deps.clock.now(), commandId: commandId(`open-${vote.id}`) };
      const told = await deps.votes.open(asked, voteToOpen(asking, body, effect.stream));
      return told.ok ? { done: true } : parked(`vote of ${file.id}: ${told.refused}`);
    },
  };
}

function parked(error: string): Outcome {
  return { done: false, park: true, error };
}

function voteToOpen({ file, vote, kind }: Asking, body: BodyOnDay, subject: StreamId): VoteToOpen {
  const { title, text, links } = contentOf(file);
  const { id, closesAt, remindAt } = vote;
  return {
    ...{ id, kind, title, text, links, closesAt, remindAt, subject },
    ...{ number: file.number, centre: file.centre, body: { id: body.id, name: body.name } },
    ...(file.case ? { caseNumber: file.case.number } : {}),
    seats: body.members.map(seatFor),
    settings: settingsFor(howToVote(file)),
    chair: vote.body.chair,
    ...(body.channel ? { channel: body.channel } : {}),
  };
}

/** In the lane of the vote, so that it is never opened afterwards. A vote that was over already stays as it ended. */
export function cancelVoteRunner(deps: RunnerDeps): EffectRunner {
  return {
    kind: cancelVoteKind,
    async run(effect) {
      const asking = await askingOf(deps, effect);
      if (!asking) return noVote(effect);
      const { id, body, status } = asking.vote;
      if (status !== 'cancelled') return { done: true };
      const asked = { actor: body.chair, at: deps.clock.now(), commandId: commandId(`cancel-${id}`) };
      const told = await deps.votes.cancel(asked, { id, reason: reasonFor(asking.file) });
      if (!told.ok) deps.log.info({ stream: effect.stream, vote: id, refused: told.refused }, 'vote not cancelled');
      return { done: true };
    },
  };
}

/** Votes are read in Dutch: the reason is kept there as it is given. */
function reasonFor({ stage }: ProposalFile): string {
  if (stage === 'withdrawn') return 'Het voorstel is ingetrokken.';
  if (stage === 'expired') return 'De termijn van het voorstel is voorbij.';
  return stage === 'draft' ? 'Het voorstel is aangepast.' : 'De route van het voorstel is veranderd.';
}

export type ClosedCommand = Readonly<{ at: Date; commandId: CommandId }>;
export type Closed = (outcome: VoteOutcome, subject: StreamId, command: ClosedCommand) => Promise<void>;

/** What voting calls when a vote is over; told twice it is recorded once, and an outcome of another vote is left alone. */
export function decisionTold(deps: Pick<DeskDeps, 'store' | 'directory'>): Closed {
  return async (outcome, subject, command) => {
    const file = stateOf(proposalAggregate, await deps.store.load(subject));
    if (!isWritten(file)) return;
    const closed = { at: command.at.toISOString(), vote: outcome.vote, outcome: kept(outcome) };
    const recorded =
      outcome.kind === 'advice'
        ? ({ type: 'RecordAdvice', data: closed } as const)
        : ({ type: 'RecordVote', data: { ...closed, chair: await chairNow(deps, file, command.at) } } as const);
    await send(deps, command, { id: file.id, command: recorded, part: `told-${outcome.vote}`, by: 'system' });
  };
}

export type Cancelled = (cancelled: VoteCancelled, subject: StreamId, command: ClosedCommand) => Promise<void>;

/** What voting calls when a vote was taken back; also when the proposal did that itself, which changes nothing more. */
export function decisionCancelled(deps: Pick<DeskDeps, 'store' | 'directory'>): Cancelled {
  return async ({ vote, reason }, subject, command) => {
    const file = stateOf(proposalAggregate, await deps.store.load(subject));
    if (!isWritten(file)) return;
    const data = { at: command.at.toISOString(), vote, reason, chair: await chairNow(deps, file, command.at) };
    const recorded = { type: 'RecordCancelled', data } as const;
    await send(deps, command, { id: file.id, command: recorded, part: `cancelled-${vote}`, by: 'system' });
  };
}

async function chairNow(
  { directory }: Pick<DeskDeps, 'directory'>,
  { votes, author }: ProposalFile,
  at: Date,
): Promise<Vote['body']['chair']> {
  const known = votes.at(-1)?.body;
  const body = (await directory.bodies(at)).find(({ id }) => id === known?.id);
  return (body && chairOf(body.members)) ?? known?.chair ?? author;
}

/** Far more than are read, and far less than a stream can hold. */
const mostReasons = 100;
const longestReason = 500;

function kept({ vote: _vote, kind: _kind, ...outcome }: VoteOutcome): KeptOutcome {
  const { counts, ballots, seats, recused, turnoutPercent, quorumMet, result, closedAt } = outcome;
  const reasons = outcome.reasons
    .slice(0, mostReasons)
    .map(({ choice, text }) => ({ choice, text: text.slice(0, longestReason) }));
  return { counts, ballots, seats, recused, turnoutPercent, quorumMet, result, closedAt, reasons };
}

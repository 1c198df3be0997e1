import { type Choice, decisionChoices, type VoteKind } from './choices.ts';
import type { SeatFile } from './seat-state.ts';
import type { Urn } from './urn.ts';
import type { BallotBy, GivenReason, Outcome, Result, VoteFile, VoteSettings } from './vote-state.ts';

type Counts = Outcome['counts'];
type Turnout = Readonly<{ ballots: number; seats: number; recused: number }>;

/** Below this the counts of a secret vote would tell who chose what; such a vote did not reach its quorum. */
export const fewestSecretBallots = 3;

/** What all sealed seats come to. */
export function outcomeOf(vote: VoteFile, seats: readonly SeatFile[], closedAt: string): Outcome {
  const voted = seats.filter(hasVoted);
  const counts: Record<string, number> = {};
  for (const { weight, ballot } of voted) {
    if (ballot.choice !== undefined) counts[ballot.choice] = (counts[ballot.choice] ?? 0) + weight;
  }
  return {
    ...summary(vote, { turnout: turnoutOf(seats), counts, closedAt }),
    reasons: voted.flatMap(reasonOf),
    ballotsBy: voted.flatMap(ballotOf),
  };
}

/** Of a secret vote: from the urn, which holds one ballot for each seat that voted. */
export function secretOutcomeOf(vote: VoteFile, seats: readonly SeatFile[], { urn, closedAt }: Emptied): Outcome {
  const turnout = turnoutOf(seats);
  const weight = seats[0]?.weight ?? 1;
  const weighed = Object.entries(urn.counts).map(([choice, count]) => [choice, count * weight] as const);
  const counts: Counts = Object.fromEntries(weighed);
  if (turnout.ballots >= fewestSecretBallots)
    return { ...summary(vote, { turnout, counts, closedAt }), reasons: urn.reasons };
  const silent = summary(vote, { turnout, counts: {}, closedAt });
  return { ...silent, quorumMet: false, result: 'no-quorum', reasons: [] };
}
type Emptied = Readonly<{ urn: Urn; closedAt: string }>;

type Voted = SeatFile & Readonly<{ ballot: NonNullable<SeatFile['ballot']> }>;

export function hasVoted(seat: SeatFile): seat is Voted {
  return seat.ballot !== undefined;
}

export function turnoutOf(seats: readonly SeatFile[]): Turnout {
  const recused = seats.filter(({ recusal }) => recusal !== undefined).length;
  return { ballots: seats.filter(hasVoted).length, seats: seats.length, recused };
}

type Summed = Readonly<{ turnout: Turnout; counts: Counts; closedAt: string }>;

function summary(vote: VoteFile, { turnout, counts, closedAt }: Summed): Omit<Outcome, 'reasons'> {
  const { id, kind, settings } = vote;
  const { ballots, seats, recused } = turnout;
  const may = seats - recused;
  const quorumMet = isQuorate(settings.quorum, ballots, may);
  return {
    ...{ vote: id, kind, secrecy: settings.secrecy, counts, ballots, seats, recused, quorumMet, closedAt },
    turnoutPercent: may === 0 ? 0 : Math.round((100 * ballots) / may),
    result: quorumMet ? resultOf(kind, counts, settings.thresholdPercent) : 'no-quorum',
  };
}

function isQuorate(quorum: VoteSettings['quorum'], ballots: number, may: number): boolean {
  if (may === 0) return false;
  return 'count' in quorum ? ballots >= quorum.count : ballots * 100 >= quorum.percent * may;
}

function resultOf(kind: VoteKind, counts: Counts, thresholdPercent: number): Result {
  const weightOf = (...choices: readonly Choice[]): number =>
    choices.reduce((sum, choice) => sum + (counts[choice] ?? 0), 0);
  const cast = weightOf(...(Object.keys(counts) as Choice[]).filter((choice) => choice !== 'abstain'));
  const wins = (...choices: readonly Choice[]): boolean => weightOf(...choices) * 100 > thresholdPercent * cast;
  if (kind === 'decision')
    return (
      (decisionChoices.find((choice) => choice !== 'abstain' && wins(choice)) as Result | undefined) ?? 'no-majority'
    );
  if (wins('agree', 'agree-with-remark'))
    return weightOf('agree-with-remark') > 0 ? 'positive-with-remarks' : 'positive';
  return wins('disagree') ? 'negative' : 'divided';
}

function reasonOf({ holder, ballot }: Voted): readonly GivenReason[] {
  const { choice, reason } = ballot;
  return choice === undefined || reason === undefined ? [] : [{ choice, text: reason, by: holder }];
}

function ballotOf({ holder, ballot }: Voted): readonly BallotBy[] {
  const { choice, by } = ballot;
  return choice === undefined ? [] : [{ person: holder, choice, castBy: by }];
}

/** What may be shown of it: who chose what only in an open vote. The rest stays with the vote itself. */
export function shownOf(outcome: Outcome): Outcome {
  if (outcome.secrecy === 'open') return outcome;
  const { ballotsBy: _, reasons, ...totals } = outcome;
  return { ...totals, reasons: reasons.map(({ choice, text }) => ({ choice, text })) };
}

import { accept, type Decider, deciderOf, type Decision, dispatch, type Handlers } from '../../core/decider.ts';
import type { Choice } from './choices.ts';

/**
 * Where the ballots of a secret vote are counted: how often each choice, and the reasons in the order of their text. Not a
 * word about whose they are. Two steps, as with votes by post: an envelope is taken in, and that is all that is recorded;
 * only later, at a moment drawn anew, is it opened and counted. So neither the order nor the time of what stands here, or
 * in the logs, is the order or time in which people voted or in which their envelopes came.
 */
export type Urn = Readonly<{
  received: number;
  ballots: number;
  counts: Readonly<Partial<Record<Choice, number>>>;
  reasons: readonly UrnReason[];
}>;
export type UrnReason = Readonly<{ choice: Choice; text: string }>;
type Counted = Readonly<{ choice: Choice; reason?: string }>;
/** On purpose. */
type Nothing = Readonly<Record<string, never>>;

export type UrnCommand = { type: 'ReceiveEnvelope'; data: Nothing } | { type: 'CountBallot'; data: Counted };
export type UrnEvent = { type: 'EnvelopeReceived'; data: Nothing } | { type: 'BallotCounted'; data: Counted };

const decisions: Handlers<UrnCommand, Urn, Decision<UrnEvent, never>> = {
  ReceiveEnvelope: () => accept({ type: 'EnvelopeReceived', data: {} }),
  CountBallot: (data) => accept({ type: 'BallotCounted', data }),
};

const evolving: Handlers<UrnEvent, Urn, Urn> = {
  EnvelopeReceived: (_, urn) => ({ ...urn, received: urn.received + 1 }),
  BallotCounted: ({ choice, reason }, urn) => ({
    ...urn,
    ballots: urn.ballots + 1,
    counts: { ...urn.counts, [choice]: (urn.counts[choice] ?? 0) + 1 },
    reasons: reason === undefined ? urn.reasons : [...urn.reasons, { choice, text: reason }].toSorted(byText),
  }),
};

function byText(one: UrnReason, other: UrnReason): number {
  if (one.text === other.text) return one.choice < other.choice ? -1 : 1;
  return one.text < other.text ? -1 : 1;
}

export const urnDecider: Decider<Urn, UrnCommand, UrnEvent, never> = deciderOf<Urn, UrnCommand, UrnEvent, never>({
  initial: { received: 0, ballots: 0, counts: {}, reasons: [] },
  decisions,
  evolve: (state, event) => dispatch(evolving, event, state) ?? state,
});

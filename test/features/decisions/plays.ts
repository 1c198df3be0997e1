import fc from 'fast-check';
import { fold } from '../../../src/core/decider.ts';
import { proposalDecider } from '../../../src/features/decisions/proposal.ts';
import type { ProposalCommand, ProposalEvent } from '../../../src/features/decisions/proposal-messages.ts';
import {
  isWritten,
  type Proposal,
  type ProposalFile,
  type Ruling,
  verdictOfVote,
} from '../../../src/features/decisions/proposal-state.ts';
import type { Route } from '../../../src/features/decisions/route.ts';
import { voteId } from '../../../src/features/voting/index.ts';
import * as story from './samples.ts';

const { author, holder, chair, stranger, member, at, later, afterLate, expiresAt } = story;

/** Whatever comes in, in whatever order: from people, from voting and from clocks, late and more than once. */
const when = fc.constantFrom(at, later, afterLate, '2026-12-15T09:00:00.000Z', expiresAt, '2027-06-01T09:00:00.000Z');
const who = fc.constantFrom(author, holder, chair, member, stranger);
const sounding = { by: 'body', body: story.onRoute(story.klankbord) } as const;
const route: fc.Arbitrary<Route> = fc.constantFrom(
  story.byHolder,
  story.byBoard,
  story.advised(story.byHolder),
  story.advised(story.byBoard),
  { ...story.byHolder, decide: sounding },
);
const vote = fc.constantFrom('p-1-a1', 'p-1-a2', 'p-1-d1', 'p-1-d2').map(voteId);
const newVote = vote.map((id) => ({ ...story.newAdvice, vote: id }));
const newDecision = vote.map((id) => ({ ...story.newDecision, vote: id }));
const result = fc.constantFrom('positive', 'negative', 'adopt', 'reject', 'no-quorum', 'no-majority', 'postpone');
const outcome = result.map((each) => story.outcomeOf(each));
const ruling: fc.Arbitrary<Ruling> = fc.constantFrom<Ruling>(
  story.adopting,
  { ...story.adopting, followed: 'yes' },
  { ...story.adopting, verdict: 'adopt-amended', amountCents: 1_000 },
  { ...story.adopting, verdict: 'adopt-amended', amountCents: 9_900_000 },
  story.rejecting,
  { ...story.rejecting, followed: 'no', whyNot: 'Nood.', alternative: 'Ambulant.', contact: author },
  story.postponing,
  { ...story.adopting, motivation: '' },
);
const chairOf = fc.constantFrom(undefined, story.board.id, story.klankbord.id);

const commands: fc.Arbitrary<ProposalCommand> = fc.oneof(
  fc
    .record({ at: when, by: who, route, advice: newVote, decision: newDecision })
    .map((data) => ({ type: 'PutForward' as const, data })),
  fc
    .record({ at: when, by: who, route, decision: newDecision })
    .map((data) => ({ type: 'TakeToDecision' as const, data })),
  fc.record({ at: when, route, decision: newDecision }).map((data) => ({ type: 'RenewRoute' as const, data })),
  fc.record({ at: when, vote, outcome }).map((data) => ({ type: 'RecordAdvice' as const, data })),
  fc.record({ at: when, vote, outcome, chair: who }).map((data) => ({ type: 'RecordVote' as const, data })),
  fc
    .record({ at: when, vote, chair: who })
    .map((data) => ({ type: 'RecordCancelled' as const, data: { ...data, reason: 'Te vroeg.' } })),
  fc.record({ at: when, by: who, chairOf, decision: newDecision }).map(({ chairOf: leads, ...data }) => ({
    type: 'VoteAgain' as const,
    data: { ...data, ...(leads ? { chairOf: leads } : {}) },
  })),
  fc.record({ at: when, by: who, chairOf, ruling }).map(({ chairOf: leads, ...data }) => ({
    type: 'Decide' as const,
    data: { ...data, informed: story.informed, ...(leads ? { chairOf: leads } : {}) },
  })),
  fc
    .record({ at: when, route, decision: newDecision })
    .map((data) => ({ type: 'ResumeProposal' as const, data: { ...data, expiresAt } })),
  fc
    .record({ at: when, by: who, content: fc.constantFrom(story.content, story.amended) })
    .map((data) => ({ type: 'AmendProposal' as const, data })),
  fc
    .record({ at: when, by: who })
    .map((data) => ({ type: 'WithdrawProposal' as const, data: { ...data, reason: 'Zo.' } })),
  when.map((moment) => ({ type: 'ExpireProposal' as const, data: { at: moment } })),
  when.map((moment) => ({ type: 'RemindDecider' as const, data: { at: moment } })),
  when.map((moment) => ({ type: 'AskReview' as const, data: { at: moment } })),
);

export type Step = Readonly<{
  command: ProposalCommand;
  before: Proposal;
  events: readonly ProposalEvent[];
  after: Proposal;
}>;
/** `isApt`: by the right person, about the vote that runs; otherwise as it comes. */
type Play = Readonly<{ command: ProposalCommand; isApt: boolean }>;

/** As the body voted. */
function rulingFor(file: ProposalFile): Ruling {
  const verdict = verdictOfVote(file);
  if (verdict === 'adopt') return { ...story.adopting, followed: 'yes' };
  return verdict === 'reject' ? { ...story.rejecting, followed: 'yes' } : story.postponing;
}

/** The ids that this proposal would give to the next votes, and has given to the last. */
function idsIn(file: ProposalFile) {
  return {
    next: { advice: voteId(`p-1-a${file.advice.length + 1}`), decision: voteId(`p-1-d${file.votes.length + 1}`) },
    last: { advice: file.advice.at(-1)?.id, decision: file.votes.at(-1)?.id },
  };
}

function decidesOf({ route: course }: ProposalFile): object {
  const decides = course?.decide;
  return decides?.by === 'body' ? { by: chair, chairOf: decides.body.id } : { by: holder };
}

const about = (vote: ReturnType<typeof voteId> | undefined): object => (vote === undefined ? {} : { vote });

/** What a command needs to be by the right person, and about the vote that runs. */
function fitting(command: ProposalCommand, file: ProposalFile): object {
  const { next, last } = idsIn(file);
  switch (command.type) {
    case 'PutForward':
      return {
        by: author,
        advice: { ...story.newAdvice, vote: next.advice },
        decision: { ...story.newDecision, vote: next.decision },
      };
    case 'TakeToDecision':
      return { by: author, decision: { ...story.newDecision, vote: next.decision } };
    case 'RecordAdvice':
      return about(last.advice);
    case 'RecordVote':
      return about(last.decision);
    case 'RecordCancelled':
      return about(file.stage === 'advising' ? last.advice : last.decision);
    case 'VoteAgain':
      return decidesOf(file);
    case 'Decide':
      return { ...decidesOf(file), ...(file.stage === 'to-record' ? { ruling: rulingFor(file) } : {}) };
    default:
      return {};
  }
}

function apt(command: ProposalCommand, file: ProposalFile): ProposalCommand {
  return { ...command, data: { ...command.data, ...fitting(command, file) } } as ProposalCommand;
}

/** What each command came to, from somewhere on. */
function played(given: readonly Play[], start: readonly ProposalEvent[]): readonly Step[] {
  let state = fold(proposalDecider, start);
  return given.map((play) => {
    const before = state;
    const command = play.isApt && isWritten(before) ? apt(play.command, before) : play.command;
    const decision = proposalDecider.decide(command, before);
    const events = decision.outcome === 'accepted' ? decision.events : [];
    state = events.reduce((one, event) => proposalDecider.evolve(one, event), before);
    return { command, before, events, after: state };
  });
}

const starts = fc.constantFrom(
  ...[story.drafted, story.draftedOnCase, story.raised, story.withAdvice],
  ...[story.deciding, story.decidingOnCase, story.voting, story.voted('adopt')],
);
const play = fc.record({ command: commands, isApt: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn > 0) });
export const plays = (check: (steps: readonly Step[], start: readonly ProposalEvent[]) => void): void => {
  fc.assert(
    fc.property(fc.array(play, { maxLength: 40, size: 'max' }), starts, (given, start) =>
      check(played(given, start), start),
    ),
    { numRuns: 800 },
  );
};

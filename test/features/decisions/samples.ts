import { fold } from '../../../src/core/decider.ts';
import { personId, streamId } from '../../../src/core/ids.ts';
import { caseId, type CaseNumber } from '../../../src/features/cases/index.ts';
import { bodyId, type BodyKind, type BodyOnDay } from '../../../src/features/directory/index.ts';
import { type Mandate, mandateId } from '../../../src/features/decisions/mandate.ts';
import { proposalDecider } from '../../../src/features/decisions/proposal.ts';
import type {
  ProposalCommand,
  ProposalEvent,
  ProposalRefusal,
} from '../../../src/features/decisions/proposal-messages.ts';
import {
  type Content,
  isWritten,
  type KeptOutcome,
  type Proposal,
  type ProposalFile,
  proposalId,
  type ProposalNumber,
  type Ruling,
} from '../../../src/features/decisions/proposal-state.ts';
import { type Route, routeId, type RouteRule } from '../../../src/features/decisions/route.ts';
import type { Matter } from '../../../src/features/decisions/subjects.ts';
import { voteId, type VoteResult } from '../../../src/features/voting/index.ts';
import { specify } from '../../support/decider-spec.ts';

export const given = specify<Proposal, ProposalCommand, ProposalEvent, ProposalRefusal>(proposalDecider);

export const at = '2026-11-23T09:00:00.000Z';
export const later = '2026-12-01T09:00:00.000Z';
export const closesAt = '2026-12-07T16:00:00.000Z';
export const remindAt = '2026-12-04T16:00:00.000Z';
export const lateAt = '2026-12-10T16:00:00.000Z';
export const afterLate = '2026-12-11T09:00:00.000Z';
export const expiresAt = '2027-01-20T16:00:00.000Z';

export const [author, holder, chair, member, stranger] = ['jan', 'els', 'wim', 'karin', 'kees'].map(personId) as [
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
];
export const raisedBy = streamId('money', 'm-1');
export const id = proposalId('p-1');
export const about = { id: caseId('case-1'), number: 'LI-2026-0002' as CaseNumber };

export const body = (kind: BodyKind, name: string, members = [chair, member]): BodyOnDay => ({
  ...{ id: bodyId(name), kind, centre: 'LI', name, validFrom: '2026-01-01' },
  members: members.map((person) => ({ person })),
});
export const board = body('administrative-board', 'bestuur');
export const klankbord = body('sounding-board', 'klankbord', [member, stranger]);
export const projectGroup = body('project-group', 'projectgroep');

export const mandate = (rest: Partial<Mandate> = {}): Mandate => ({
  ...{ id: mandateId('m-1'), centre: 'LI', holder: { person: holder }, subjects: ['budget'] },
  ...{ ceilingCents: 2_500_000, validFrom: '2026-01-01' },
  ...rest,
});
export const rule = (rest: Partial<RouteRule> = {}): RouteRule => ({
  ...{
    id: routeId('r-1'),
    centre: 'LI',
    subjects: ['budget'],
    fromCents: 0,
    informBodies: [],
    validFrom: '2026-01-01',
  },
  ...rest,
});
export const matter = (rest: Partial<Matter> = {}): Matter => ({
  ...{ centre: 'LI', subject: 'criteria', singleCase: false, wantsAdvice: false },
  ...rest,
});

export const content: Content = {
  subject: 'budget',
  title: 'Woning voor overbrugging',
  text: 'Een woning huren voor een half jaar.',
  links: [],
  amountCents: 2_400_000,
  wantsAdvice: false,
};
export const amended: Content = { ...content, text: 'Een woning huren voor drie maanden.', amountCents: 1_200_000 };

export const onRoute = (which: BodyOnDay) => ({
  ...{ id: which.id, kind: which.kind, name: which.name },
  chair: which.members[0]?.person ?? chair,
});
export const byHolder: Route = {
  decide: { by: 'person', person: holder, mandate: mandateId('m-1') },
  inform: [],
};
export const byBoard: Route = { decide: { by: 'body', body: onRoute(board) }, inform: [] };
export const advised = (route: Route): Route => ({ ...route, advise: onRoute(klankbord) });

export const adviceVote = voteId('p-1-a1');
export const decisionVote = voteId('p-1-d1');
export const newAdvice = { vote: adviceVote, closesAt, remindAt };
export const newDecision = { vote: decisionVote, closesAt, remindAt, lateAt };

export const drafting = {
  at,
  by: author,
  id,
  number: 'LI-V-2026-001' as ProposalNumber,
  centre: 'LI',
  author,
  content,
} as const;

export const drafted: readonly ProposalEvent[] = [{ type: 'ProposalDrafted', data: drafting }];
export const draftedOnCase: readonly ProposalEvent[] = [
  { type: 'ProposalDrafted', data: { ...drafting, case: about } },
];
export const raised: readonly ProposalEvent[] = [
  { type: 'ProposalDrafted', data: { ...drafting, case: about, raisedBy, expiresAt } },
];
export const forward = (route: Route): ProposalEvent => ({
  type: 'ProposalPutForward',
  data: { at, by: author, route },
});
export const decisionAsked = (route: Route, when = at): ProposalEvent => ({
  type: 'DecisionAsked',
  data: {
    ...{ at: when, closesAt, remindAt, lateAt },
    ...(route.decide.by === 'body' ? { vote: decisionVote, body: route.decide.body } : {}),
  },
});
export const adviceAsked: ProposalEvent = {
  type: 'AdviceAsked',
  data: { at, ...newAdvice, body: onRoute(klankbord) },
};
export const advising: readonly ProposalEvent[] = [...drafted, forward(advised(byHolder)), adviceAsked];
export const outcomeOf = (result: VoteResult, rest: Partial<KeptOutcome> = {}): KeptOutcome => ({
  ...{ counts: { agree: 3, disagree: 1 }, ballots: 4, seats: 5, recused: 0, turnoutPercent: 80, quorumMet: true },
  ...{ result, reasons: [{ choice: 'disagree', text: 'Te duur.' }], closedAt: later },
  ...rest,
});
export const adviceGiven: ProposalEvent = {
  type: 'AdviceGiven',
  data: { at: later, vote: adviceVote, outcome: outcomeOf('positive') },
};
export const withAdvice: readonly ProposalEvent[] = [...advising, adviceGiven];
export const deciding: readonly ProposalEvent[] = [...drafted, forward(byHolder), decisionAsked(byHolder)];
export const decidingAdvised: readonly ProposalEvent[] = [...withAdvice, decisionAsked(byHolder)];
export const decidingOnCase: readonly ProposalEvent[] = [...raised, forward(byHolder), decisionAsked(byHolder)];
export const voting: readonly ProposalEvent[] = [...drafted, forward(byBoard), decisionAsked(byBoard)];
export const voted = (result: VoteResult): readonly ProposalEvent[] => [
  ...voting,
  { type: 'VoteClosed', data: { at: later, vote: decisionVote, outcome: outcomeOf(result), chair } },
];

export const adviceCancelled: ProposalEvent = {
  type: 'AdviceCancelled',
  data: { at: later, vote: adviceVote, reason: 'Eerst cijfers.' },
};
export const adviceTakenBack: readonly ProposalEvent[] = [...advising, adviceCancelled];
export const voteCancelled: ProposalEvent = {
  type: 'VoteCancelled',
  data: { at: later, vote: decisionVote, reason: 'Niet volledig.', chair },
};
export const voteTakenBack: readonly ProposalEvent[] = [...voting, voteCancelled];

export const informed = { people: [member], channels: [] };
export const adopting: Ruling = {
  ...{ verdict: 'adopt', motivation: 'Past binnen de criteria.', owner: author, reviewOn: '2027-05-24' },
  summary: 'Er komt geld voor een woning.',
};
export const rejecting: Ruling = { verdict: 'reject', motivation: 'Te weinig geld.', summary: 'Er is te weinig geld.' };
export const postponing: Ruling = { verdict: 'postpone', motivation: 'Eerst cijfers.', until: '2026-12-15' };
export const ruled = (ruling: Ruling, route: Route = byHolder): ProposalEvent => ({
  type: 'ProposalDecided',
  data: { at: later, by: route.decide.by === 'person' ? holder : chair, ruling, decides: route.decide, informed },
});
export const postponed: ProposalEvent = {
  type: 'ProposalPostponed',
  data: { at: later, by: holder, until: '2026-12-15', motivation: 'Eerst cijfers.' },
};
export const decided: readonly ProposalEvent[] = [...deciding, ruled(adopting)];
export const withdrawn: ProposalEvent = {
  type: 'ProposalWithdrawn',
  data: { at: later, by: author, reason: 'Niet meer nodig.' },
};

export function fileAfter(...events: readonly ProposalEvent[]): ProposalFile {
  const state = fold(proposalDecider, events);
  if (!isWritten(state)) throw new Error('nothing was written');
  return state;
}

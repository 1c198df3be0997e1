import { dispatch, type Handlers } from '../../core/decider.ts';
import type { ProposalEvent } from './proposal-messages.ts';
import {
  contentOf,
  isWritten,
  type Proposal,
  type ProposalFile,
  type SettledAs,
  type Settlement,
  type Verdict,
  type Vote,
} from './proposal-state.ts';

type EventData<Type extends ProposalEvent['type']> = Extract<ProposalEvent, { type: Type }>['data'];
type Later = Exclude<ProposalEvent, { type: 'ProposalDrafted' }>;

/** The state after an event. One from a newer deployment, or that does not fit the state, leaves it as it was. */
export function evolve(state: Proposal, event: ProposalEvent): Proposal {
  if (event.type === 'ProposalDrafted') return isWritten(state) ? state : drafted(event.data);
  if (!isWritten(state)) return state;
  const changed = dispatch<Later, ProposalFile, ProposalFile>(later, event, state);
  return changed ? { ...changed, updatedAt: event.data.at } : state;
}

function drafted({ at, by: _by, content, ...written }: EventData<'ProposalDrafted'>): ProposalFile {
  return {
    ...written,
    ...{ stage: 'draft', versions: [content], createdAt: at, updatedAt: at },
    ...{ advice: [], votes: [], round: 0, isLate: false, review: {}, settlements: [] },
  };
}

const later: Handlers<Later, ProposalFile, ProposalFile> = {
  ProposalAmended: ({ content }, file) => ({
    ...withoutVotes(file),
    ...{ stage: 'draft', versions: [...file.versions, content] },
  }),
  ProposalPutForward: ({ route }, file) => ({ ...file, route }),
  AdviceAsked: ({ vote, body, closesAt, remindAt }, file) => ({
    ...file,
    stage: 'advising',
    advice: [...file.advice, opened(file, { id: vote, body, closesAt, remindAt })],
  }),
  AdviceGiven: ({ vote, outcome }, file) => ({
    ...file,
    stage: 'advised',
    advice: inVote(file.advice, vote, { status: 'closed', outcome }),
  }),
  AdviceCancelled: ({ vote, reason }, file) => ({
    ...file,
    stage: 'draft',
    advice: inVote(file.advice, vote, { status: 'cancelled', cancelledBecause: reason }),
  }),
  RouteRenewed: ({ route }, file) => ({ ...withoutVotes(file), route }),
  DecisionAsked: (data, file) => asked(file, data),
  VoteClosed: ({ outcome, ...ended }, file) => toRecord(file, ended, { status: 'closed', outcome }),
  VoteCancelled: ({ reason, ...ended }, file) =>
    toRecord(file, ended, { status: 'cancelled', cancelledBecause: reason }),
  ProposalDecided: (data, file) => decided(file, data),
  ProposalPostponed: ({ at, by, until, motivation }, file) => ({
    ...settled(file, { outcome: 'postponed', at, by, motivation }),
    ...{ stage: 'postponed', postponed: { until, motivation } },
  }),
  ProposalResumed: ({ expiresAt }, { postponed: _over, ...file }) => ({
    ...file,
    ...(file.raisedBy === undefined ? {} : { expiresAt }),
  }),
  DecisionLate: (_, file) => ({ ...file, isLate: true }),
  ReviewAsked: ({ at }, file) => ({ ...file, review: { askedAt: at } }),
  ReviewAnswered: ({ at, answer }, file) => ({ ...file, review: { ...file.review, answer, answeredAt: at } }),
  ProposalWithdrawn: ({ at, by, reason }, file) => ({
    ...settled(withoutVotes(file), { outcome: 'withdrawn', at, by, motivation: reason }),
    ...{ stage: 'withdrawn', withdrawnBecause: reason },
  }),
  ProposalExpired: ({ at }, file) => ({
    ...settled(withoutVotes(file), { outcome: 'expired', at, by: 'system', motivation: '' }),
    stage: 'expired',
  }),
};

function opened(file: ProposalFile, vote: Omit<Vote, 'version' | 'status'>): Vote {
  return { ...vote, version: file.versions.length, status: 'open' };
}

type Ended = Readonly<{ vote: Vote['id']; chair: Vote['body']['chair'] }>;

/** The body is done with it; what comes next is for who leads it now. */
function toRecord(file: ProposalFile, { vote, chair }: Ended, change: Partial<Vote>): ProposalFile {
  const votes = file.votes.map((each) => (each.id === vote ? { ...each, body: { ...each.body, chair } } : each));
  return { ...file, stage: 'to-record', votes: inVote(votes, vote, change) };
}

function inVote(votes: readonly Vote[], id: Vote['id'], change: Partial<Vote>): readonly Vote[] {
  return votes.map((vote) => (vote.id === id ? { ...vote, ...change } : vote));
}

/** Votes that run are over: what they are about has changed, or is no more. */
function withoutVotes(file: ProposalFile): ProposalFile {
  const cancelled = (vote: Vote): Vote => (vote.status === 'open' ? { ...vote, status: 'cancelled' } : vote);
  return { ...file, advice: file.advice.map(cancelled), votes: file.votes.map(cancelled) };
}

/** Advice that did not come in time is not waited for, and a vote that never ended makes room for the next. */
function asked(file: ProposalFile, data: EventData<'DecisionAsked'>): ProposalFile {
  const { closesAt, remindAt, lateAt, vote, body } = data;
  const free = withoutVotes(file);
  return {
    ...free,
    ...{ stage: 'deciding', round: file.round + 1, decideBy: closesAt, lateAt, isLate: false },
    votes: vote && body ? [...free.votes, opened(file, { id: vote, body, closesAt, remindAt })] : free.votes,
  };
}

const outcomes: Readonly<Record<Verdict, SettledAs>> = {
  adopt: 'adopted',
  'adopt-amended': 'adopted-amended',
  reject: 'rejected',
  postpone: 'postponed',
};

function decided(file: ProposalFile, { at, by, ruling, decides }: EventData<'ProposalDecided'>): ProposalFile {
  const { verdict, motivation, alternative, contact } = ruling;
  const wanted = contentOf(file).amountCents;
  const granted = verdict === 'reject' ? undefined : verdict === 'adopt' ? wanted : (ruling.amountCents ?? wanted);
  const amount = granted === undefined ? {} : { amountCents: granted };
  const { amountCents: _asTyped, ...said } = ruling;
  return {
    ...settled(file, {
      ...{ outcome: outcomes[verdict], at, by, motivation, ...amount },
      ...(alternative === undefined ? {} : { alternative }),
      ...(contact === undefined ? {} : { contact }),
    }),
    stage: 'decided',
    decision: { ...said, ...amount, at, by, decides, version: file.versions.length },
  };
}

/** Nobody waits for the outcome of what nobody raised. */
function settled(file: ProposalFile, settlement: Settlement): ProposalFile {
  return file.raisedBy === undefined ? file : { ...file, settlements: [...file.settlements, settlement] };
}

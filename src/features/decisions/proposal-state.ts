import type { Brand } from '../../core/brand.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { CaseId, CaseNumber } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import type { VoteId, VoteLink } from '../voting/index.ts';
import { type HowToVote, usualVote } from './how-to-vote.ts';
import type { BodyOnRoute, Decides, Route } from './route.ts';
import type { Matter, Subject } from './subjects.ts';
import type { VoteOutcome } from './votes-port.ts';

export type ProposalId = Brand<'ProposalId'>;
export const proposalId = (id: string): ProposalId => id as ProposalId;
export const proposalStream = (id: ProposalId): StreamId => streamId('proposal', id);
/** `LI-V-2026-003`. */
export type ProposalNumber = Brand<'ProposalNumber'>;

export const proposalStages = [
  'draft',
  'advising',
  'advised',
  'deciding',
  /** A body has voted; its chair records what it decided. */
  'to-record',
  'postponed',
  'decided',
  'withdrawn',
  'expired',
] as const;
export type ProposalStage = (typeof proposalStages)[number];

/** What is proposed, in words that may be shown on a card; every change is a version of its own. */
export type Content = Readonly<{
  subject: Subject;
  title: string;
  text: string;
  links: readonly VoteLink[];
  /** Whole euro cents. */
  amountCents?: number;
  wantsAdvice: boolean;
  /** Without it as usual. */
  voting?: HowToVote;
}>;

export type AboutCase = Readonly<{ id: CaseId; number: CaseNumber }>;

/** What a proposal keeps of a vote: nothing says who voted what. */
export type KeptOutcome = Omit<VoteOutcome, 'vote' | 'kind'>;

/** `version`: of the text that was voted on, counted from 1. */
export type Vote = Readonly<{
  id: VoteId;
  version: number;
  body: BodyOnRoute;
  /** UTC instants. */
  closesAt: string;
  remindAt: string;
  status: 'open' | 'closed' | 'cancelled';
  /** When its chair took it back; not when the proposal changed. */
  cancelledBecause?: string;
  outcome?: KeptOutcome;
}>;

export const verdicts = ['adopt', 'adopt-amended', 'reject', 'postpone'] as const;
export type Verdict = (typeof verdicts)[number];

/** What is decided and why, as the decider or the chair of the deciding body fills it in. */
export type Ruling = Readonly<{
  verdict: Verdict;
  motivation: string;
  /** As it was adopted, when that differs from what was asked. */
  amendment?: string;
  amountCents?: number;
  conditions?: string;
  /** Only when there was advice. */
  followed?: 'yes' | 'no';
  whyNot?: string;
  /** domain.md C4: nobody who asks for a youth hears a bare no. */
  alternative?: string;
  contact?: PersonId;
  /** Who carries it out; asked on `reviewOn` what it brought. Days are YYYY-MM-DD. */
  owner?: PersonId;
  reviewOn?: string;
  /** Postponed until that day. */
  until?: string;
  /** For whoever wants to know, without persons (domain.md section 3, Woo). */
  summary?: string;
}>;

/** `by`: who decided, or who recorded what the body decided. */
export type Decision = Ruling & Readonly<{ by: PersonId; at: string; decides: Decides; version: number }>;

/** What is told to the feature that raised the proposal, each once. */
export const settledAs = ['adopted', 'adopted-amended', 'rejected', 'postponed', 'withdrawn', 'expired'] as const;
export type SettledAs = (typeof settledAs)[number];
export type Settlement = Readonly<{
  outcome: SettledAs;
  at: string;
  by: PersonId | 'system';
  motivation: string;
  amountCents?: number;
  alternative?: string;
  contact?: PersonId;
}>;

export type Review = Readonly<{ askedAt?: string; answer?: string; answeredAt?: string }>;

export type ProposalFile = Readonly<{
  id: ProposalId;
  number: ProposalNumber;
  centre: CentreCode;
  author: PersonId;
  stage: ProposalStage;
  /** Oldest first; the last is what is proposed now. */
  versions: readonly Content[];
  case?: AboutCase;
  /** The stream that waits for the outcome, and until when (UTC instant). */
  raisedBy?: StreamId;
  expiresAt?: string;
  createdAt: string;
  updatedAt: string;
  route?: Route;
  /** Advice is never a decision: two lists, of which no function reads both. */
  advice: readonly Vote[];
  votes: readonly Vote[];
  /** How often a decision was asked for. */
  round: number;
  decideBy?: string;
  lateAt?: string;
  isLate: boolean;
  postponed?: Readonly<{ until: string; motivation: string }>;
  decision?: Decision;
  withdrawnBecause?: string;
  review: Review;
  settlements: readonly Settlement[];
}>;

export type Proposal = Readonly<{ stage: 'none' }> | ProposalFile;

export function isWritten(state: Proposal): state is ProposalFile {
  return state.stage !== 'none';
}

export function contentOf({ versions, id }: ProposalFile): Content {
  const content = versions.at(-1);
  if (!content) throw new Error(`proposal ${id} has no content`);
  return content;
}

export function howToVote(file: ProposalFile): HowToVote {
  return contentOf(file).voting ?? usualVote;
}

export function matterOf(file: ProposalFile): Matter {
  const { subject, amountCents, wantsAdvice } = contentOf(file);
  return {
    ...{ centre: file.centre, subject, wantsAdvice, singleCase: file.case !== undefined },
    ...(amountCents === undefined ? {} : { amountCents }),
  };
}

/** Advice on the text as it is now; advice on an earlier version is history. */
export function adviceOf(file: ProposalFile): Vote | undefined {
  const last = file.advice.at(-1);
  return last?.version === file.versions.length ? last : undefined;
}

export function voteOf({ votes }: ProposalFile): Vote | undefined {
  return votes.at(-1);
}

/** Why the chair took the advice on this text back; undefined when it was not. */
export function adviceTakenBack(file: ProposalFile): string | undefined {
  return file.stage === 'draft' ? adviceOf(file)?.cancelledBecause : undefined;
}

/** What the body voted for; undefined while there is no vote that decided something. */
export function verdictOfVote(file: ProposalFile): Verdict | undefined {
  const result = file.stage === 'to-record' ? voteOf(file)?.outcome?.result : undefined;
  return verdicts.find((verdict) => verdict === result);
}

export const over: readonly ProposalStage[] = ['decided', 'withdrawn', 'expired'];

import { accept, refuse } from '../../core/decider.ts';
import { localDate } from '../../core/working-time.ts';
import type { DataOf, ProposalDecision } from './decide-writing.ts';
import type { ProposalRefusal, RulingFault } from './proposal-messages.ts';
import {
  adviceOf,
  contentOf,
  isWritten,
  type Proposal,
  type ProposalFile,
  type Ruling,
  type Verdict,
  verdictOfVote,
} from './proposal-state.ts';

/** Only whoever the route names, once, and never again: a correction is a new proposal. */
export function decide(data: DataOf<'Decide'>, state: Proposal): ProposalDecision {
  const { at, by, ruling, informed } = data;
  const file = mayRule(data, state);
  if (typeof file === 'string') return refuse(file);
  if ((data.version ?? file.versions.length) !== file.versions.length) return refuse('changed-meanwhile');
  const [fault] = rulingFaults(ruling, file, at);
  if (fault) return refuse(fault);
  const { until, motivation } = ruling;
  if (ruling.verdict === 'postpone' && until !== undefined) {
    return accept({ type: 'ProposalPostponed', data: { at, by, until, motivation } });
  }
  return accept({ type: 'ProposalDecided', data: { at, by, ruling, decides: file.route.decide, informed } });
}

type Routed = ProposalFile & Required<Pick<ProposalFile, 'route'>>;

function mayRule({ by, chairOf }: DataOf<'Decide'>, state: Proposal): Routed | ProposalRefusal {
  if (!isWritten(state)) return 'not-written';
  const { stage, route } = state;
  if (!route) return 'not-put-forward';
  const { decide: decides } = route;
  const isTheirs = decides.by === 'person' ? decides.person === by : decides.body.id === chairOf;
  if (!isTheirs) return 'not-decider';
  if (stage === 'decided') return 'already-decided';
  return stage === (decides.by === 'person' ? 'deciding' : 'to-record') ? { ...state, route } : 'not-deciding';
}

type Check = Readonly<{ code: RulingFault; isWrong: boolean }>;

/** Everything that is missing or does not fit, in the order of the form. */
export function rulingFaults(ruling: Ruling, file: ProposalFile, at: string): readonly RulingFault[] {
  const { verdict } = ruling;
  return [
    { code: 'not-the-result', isWrong: !mayBe(verdict, file) } as const,
    { code: 'motivation-missing', isWrong: isEmpty(ruling.motivation) } as const,
    ...(verdict === 'postpone' ? postponing(ruling, at) : final(ruling, file, at)),
  ].flatMap(({ code, isWrong }) => (isWrong ? [code] : []));
}

/** What a body decided is its vote; without a result it can only wait. */
function mayBe(verdict: Verdict, file: ProposalFile): boolean {
  return file.route?.decide.by !== 'body' || verdict === (verdictOfVote(file) ?? 'postpone');
}

function postponing({ until }: Ruling, at: string): readonly Check[] {
  return [
    { code: 'until-missing', isWrong: until === undefined },
    { code: 'until-past', isWrong: until !== undefined && until <= localDate(at) },
  ];
}

function final(ruling: Ruling, file: ProposalFile, at: string): readonly Check[] {
  const isAdvised = adviceOf(file)?.outcome !== undefined;
  const checks = ruling.verdict === 'reject' ? rejecting(ruling, file) : adopting(ruling, file, at);
  return [
    { code: 'advice-answer-missing', isWrong: isAdvised && ruling.followed === undefined },
    { code: 'why-not-missing', isWrong: isAdvised && ruling.followed === 'no' && isEmpty(ruling.whyNot) },
    ...checks,
    { code: 'summary-missing', isWrong: file.case === undefined && isEmpty(ruling.summary) },
  ];
}

function adopting({ verdict, amendment, amountCents, owner, reviewOn }: Ruling, file: ProposalFile, at: string) {
  const { amountCents: wanted } = contentOf(file);
  const isAmended = verdict === 'adopt-amended';
  const granted = isAmended ? amountCents : undefined;
  return [
    {
      code: 'amendment-missing',
      isWrong: isAmended && isEmpty(amendment) && (granted === undefined || granted === wanted),
    },
    { code: 'amount-too-high', isWrong: granted !== undefined && granted > (wanted ?? 0) },
    { code: 'owner-missing', isWrong: owner === undefined },
    { code: 'review-past', isWrong: reviewOn === undefined || reviewOn <= localDate(at) },
  ] as const satisfies readonly Check[];
}

/** domain.md C4, H5: whoever asks for a youth hears what is possible, and from whom. */
function rejecting({ alternative, contact }: Ruling, file: ProposalFile): readonly Check[] {
  const isForYouth = file.case !== undefined;
  return [
    { code: 'alternative-missing', isWrong: isForYouth && isEmpty(alternative) },
    { code: 'contact-missing', isWrong: isForYouth && contact === undefined },
  ];
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

export function askReview({ at }: DataOf<'AskReview'>, state: Proposal): ProposalDecision {
  if (!isWritten(state) || state.review.askedAt !== undefined) return accept();
  const due = state.decision?.owner === undefined ? undefined : state.decision.reviewOn;
  return due === undefined || localDate(at) < due ? accept() : accept({ type: 'ReviewAsked', data: { at } });
}

export function answerReview(data: DataOf<'AnswerReview'>, state: Proposal): ProposalDecision {
  if (!isWritten(state)) return refuse('not-written');
  if (state.decision?.owner !== data.by) return refuse('not-decider');
  if (state.review.askedAt === undefined || state.review.answer !== undefined) return refuse('review-not-asked');
  return isEmpty(data.answer) ? refuse('answer-missing') : accept({ type: 'ReviewAnswered', data });
}

import { accept, refuse } from '../../core/decider.ts';
import { type Consultation, type ConsultationFile, invitationOf, isAsked } from './consultation-state.ts';
import { type ConsultationDecision, type DataOf, isRunning } from './decide-request.ts';

const isBlank = (text: string): boolean => text.trim() === '';

/** Can be written anew until it is judged: afterwards it is what the decision rested on. */
export function giveAdvice(data: DataOf<'GiveAdvice'>, state: Consultation): ConsultationDecision {
  if (!isAsked(state)) return refuse('not-asked');
  const invitation = invitationOf(state, data.person);
  if (!invitation) return refuse('not-invited');
  if (invitation.status !== 'accepted') return refuse('not-accepted');
  if (invitation.advice?.judgement) return refuse('already-judged');
  if (!isRunning(state)) return refuse('already-ended');
  const isComplete = ![data.advice, data.basis, data.otherwise].some(isBlank);
  return isComplete ? accept({ type: 'AdviceGiven', data }) : refuse('advice-missing');
}

/** Followed or not, and why not; with the last one the consultation itself is done. */
export function judgeAdvice(data: DataOf<'JudgeAdvice'>, state: Consultation): ConsultationDecision {
  if (!isAsked(state)) return refuse('not-asked');
  const { effectsDue, ...judged } = data;
  const invitation = invitationOf(state, data.person);
  if (!invitation?.advice) return refuse('no-advice');
  if (invitation.advice.judgement) return refuse('already-judged');
  if (!isRunning(state)) return refuse('already-ended');
  if (data.verdict !== 'followed' && isBlank(data.why)) return refuse('why-missing');
  const event = { type: 'AdviceJudged', data: judged } as const;
  if (!isLast(state, data.person)) return accept(event);
  return accept(event, { type: 'ConsultationAdvised', data: { at: data.at, effectsDue } });
}

/** Nobody else has still to answer, to advise, or to be judged. */
function isLast({ invitations }: ConsultationFile, person: string): boolean {
  return invitations.every(
    (invitation) =>
      invitation.person === person ||
      (invitation.status !== 'invited' &&
        (invitation.status !== 'accepted' || invitation.advice?.judgement !== undefined)),
  );
}

export function askEffect(data: DataOf<'AskEffect'>, state: Consultation): ConsultationDecision {
  if (state.stage !== 'advised' || isAnswered(state, data.months)) return accept();
  return state.effectAsked === data.months ? accept() : accept({ type: 'EffectAsked', data });
}

export function recordEffect(data: DataOf<'RecordEffect'>, state: Consultation): ConsultationDecision {
  if (!isAsked(state)) return refuse('not-asked');
  if (isAnswered(state, data.months)) return accept();
  if (state.stage !== 'advised') return refuse('not-advised');
  return state.effectAsked === data.months ? accept({ type: 'EffectRecorded', data }) : refuse('effect-not-asked');
}

function isAnswered({ effects }: ConsultationFile, months: number): boolean {
  return effects.some((effect) => effect.months === months);
}

import { accept, type Decision, refuse } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import type { ConsultationCommand, ConsultationEvent, ConsultationRefusal } from './consultation-messages.ts';
import {
  type Consultation,
  type ConsultationFile,
  counts,
  isAsked,
  type Proposal,
  type Proposed,
} from './consultation-state.ts';

export type ConsultationDecision = Decision<ConsultationEvent, ConsultationRefusal>;
export type DataOf<Type extends ConsultationCommand['type']> = Extract<ConsultationCommand, { type: Type }>['data'];

const ended: readonly Consultation['stage'][] = ['advised', 'followed-up', 'withdrawn'];

/** Experts are looked for: asked for, and not over. */
export function isRunning(state: Consultation): state is ConsultationFile {
  return isAsked(state) && !ended.includes(state.stage);
}

export function requestConsultation(data: DataOf<'RequestConsultation'>, state: Consultation): ConsultationDecision {
  if (isAsked(state)) return refuse('already-asked');
  if (data.request.question.trim() === '') return refuse('question-missing');
  if (data.request.by < localDate(data.at)) return refuse('by-past');
  return accept({ type: 'ConsultationRequested', data });
}

/** A proposal for how it stood before somebody answered is not shown any more: a newer one is on its way. */
export function proposeTeam(data: DataOf<'ProposeTeam'>, state: Consultation): ConsultationDecision {
  const { at, proposal, round, invitations } = data;
  if (!isRunning(state) || state.round !== round || state.invitations.length !== invitations) return accept();
  return accept({ type: 'TeamProposed', data: { at, proposal } });
}

/** One of the other teams, or the one that is possible when a rule is let go that the request itself made. */
export function chooseTeam({ at, by, people }: DataOf<'ChooseTeam'>, state: Consultation): ConsultationDecision {
  if (!isRunning(state)) return refuse(isAsked(state) ? 'already-ended' : 'not-asked');
  const { proposal } = state;
  if (!proposal) return refuse('nothing-proposed');
  if (isSame(people, proposal.team)) return accept();
  if (!choices(proposal).some((team) => sameSet(team, people))) return refuse('not-in-proposal');
  return accept({ type: 'TeamChosen', data: { at, by, people } });
}

const mayBeLetGo = ['area', 'mandate', 'at-most', 'lived-experience', 'one-per-organisation'];

function choices({ alternatives, without }: Proposal): readonly (readonly PersonId[])[] {
  return [...alternatives, ...without.filter(({ rule }) => mayBeLetGo.includes(rule)).map(({ team }) => team)];
}

function isSame(people: readonly PersonId[], team: readonly Proposed[]): boolean {
  return sameSet(
    people,
    team.map(({ person }) => person),
  );
}

function sameSet(some: readonly PersonId[], others: readonly PersonId[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

/** Somebody else in the place of one of the team, or beside it. Hours that are not there stay a "no". */
export function replaceProposed(data: DataOf<'ReplaceProposed'>, state: Consultation): ConsultationDecision {
  const found = candidateFor(data, state);
  if (typeof found === 'string') return refuse(found);
  const { at, by, out, into, reason } = data;
  const replaced = { type: 'ProposedReplaced', data: { at, by, into, ...(out === undefined ? {} : { out }) } } as const;
  if (!found.obstacles.includes('conflict')) return accept(replaced);
  const why = reason.trim();
  if (why === '') return refuse('conflict-reason-missing');
  return accept({ type: 'ConflictUnlocked', data: { at, by, person: into, reason: why } }, replaced);
}

/** Who is to come into the team, or why they cannot. */
function candidateFor({ into, out }: DataOf<'ReplaceProposed'>, state: Consultation): Proposed | ConsultationRefusal {
  if (!isRunning(state)) return isAsked(state) ? 'already-ended' : 'not-asked';
  const { proposal } = state;
  if (!proposal) return 'nothing-proposed';
  if (has(proposal.team, into) || isSeated(state, into)) return 'already-in-team';
  const found = proposal.others.find(({ person }) => person === into);
  if (!found || (out !== undefined && !has(proposal.team, out))) return 'not-in-proposal';
  return found.obstacles.some(cannotBeSetAside) ? 'not-available' : found;
}

function cannotBeSetAside(obstacle: Proposed['obstacles'][number]): boolean {
  return obstacle === 'capacity' || obstacle === 'unavailable';
}

export function suggestReplacement(data: DataOf<'SuggestReplacement'>, state: Consultation): ConsultationDecision {
  if (!isRunning(state)) return refuse(isAsked(state) ? 'already-ended' : 'not-asked');
  const { proposal, suggestion } = state;
  const { out, into } = data;
  if (!proposal) return refuse('nothing-proposed');
  if (suggestion?.into === into && suggestion.out === out) return accept();
  const isPossible = has(proposal.others, into) && (out === undefined || has(proposal.team, out));
  return isPossible ? accept({ type: 'ReplacementSuggested', data }) : refuse('not-in-proposal');
}

function isSeated({ invitations }: ConsultationFile, person: PersonId): boolean {
  return invitations.some((invitation) => invitation.person === person && counts(invitation));
}

export function has(team: readonly Proposed[], person: PersonId): boolean {
  return team.some((proposed) => proposed.person === person);
}

/** Only possible while nobody's advice closed it; who was invited hears it. */
export function withdraw(data: DataOf<'WithdrawConsultation'>, state: Consultation): ConsultationDecision {
  if (!isAsked(state)) return refuse('not-asked');
  if (!isRunning(state)) return refuse('already-ended');
  return data.reason.trim() === '' ? refuse('reason-missing') : accept({ type: 'ConsultationWithdrawn', data });
}

export function reopen(data: DataOf<'ReopenConsultation'>, state: Consultation): ConsultationDecision {
  if (!isAsked(state)) return refuse('not-asked');
  if (isRunning(state)) return refuse('not-ended');
  return data.reason.trim() === '' ? refuse('reason-missing') : accept({ type: 'ConsultationReopened', data });
}

export function handOver(data: DataOf<'HandOverConsultation'>, state: Consultation): ConsultationDecision {
  if (!isAsked(state)) return refuse('not-asked');
  return state.director === data.director ? accept() : accept({ type: 'ConsultationHandedOver', data });
}

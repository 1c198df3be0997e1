import { accept, refuse } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import type { ConsultationRefusal } from './consultation-messages.ts';
import {
  type Consultation,
  type ConsultationFile,
  type Invitation,
  invitationOf,
  isAsked,
  openNeeds,
} from './consultation-state.ts';
import { type ConsultationDecision, type DataOf, has, isRunning } from './decide-request.ts';

/** Those of the proposed team for whom hours were set apart; nobody is asked before a person says so. */
export function inviteExperts(data: DataOf<'InviteExperts'>, state: Consultation): ConsultationDecision {
  if (!isRunning(state)) return refuse(isAsked(state) ? 'already-ended' : 'not-asked');
  const { people, ...rest } = data;
  const team = state.proposal?.team ?? [];
  if (people.length === 0) return refuse('nothing-proposed');
  if (!people.every((person) => has(team, person))) return refuse('not-in-proposal');
  const invited = team
    .filter(({ person }) => people.includes(person))
    .map(({ person, covers }) => ({ person, covers }));
  return accept({ type: 'ExpertsInvited', data: { ...rest, people: invited } });
}

/** Whose last hours another request took just before. */
export function passOver(data: DataOf<'PassOver'>, state: Consultation): ConsultationDecision {
  if (!isRunning(state)) return accept();
  const people = data.people.filter((person) => has(state.proposal?.team ?? [], person));
  return people.length === 0 ? accept() : accept({ type: 'ExpertsPassedOver', data: { ...data, people } });
}

function pending(state: Consultation, person: PersonId): Invitation | undefined {
  const invitation = isRunning(state) ? invitationOf(state, person) : undefined;
  return invitation?.status === 'invited' ? invitation : undefined;
}

export function remind(data: DataOf<'RemindExpert'>, state: Consultation): ConsultationDecision {
  const invitation = pending(state, data.person);
  return !invitation || invitation.reminded || data.at >= invitation.answerBy
    ? accept()
    : accept({ type: 'ExpertReminded', data });
}

/** The clock of an earlier round does not end an invitation of this one. */
export function expire(data: DataOf<'ExpireInvitation'>, state: Consultation): ConsultationDecision {
  const invitation = pending(state, data.person);
  return !invitation || data.at < invitation.answerBy ? accept() : accept({ type: 'InvitationExpired', data });
}

export function acceptInvitation(data: DataOf<'AcceptInvitation'>, state: Consultation): ConsultationDecision {
  const invitation = known(state, data.person);
  if (typeof invitation === 'string') return refuse(invitation);
  if (invitation.status === 'accepted') return accept();
  if (invitation.status !== 'invited') return refuse(whyOver(state, invitation));
  const { at, person } = data;
  return data.secrecy ? accept({ type: 'InvitationAccepted', data: { at, person } }) : refuse('secrecy-missing');
}

/** Also after accepting, as long as there is no advice. */
export function declineInvitation(data: DataOf<'DeclineInvitation'>, state: Consultation): ConsultationDecision {
  const invitation = known(state, data.person);
  if (typeof invitation === 'string') return refuse(invitation);
  if (invitation.status === 'declined') return accept();
  return mayLeave(invitation) ? accept({ type: 'InvitationDeclined', data }) : refuse(whyOver(state, invitation));
}

/** "Ik ken deze casus": somebody who knows the youth in another part does not advise. */
export function reportConflict(data: DataOf<'ReportConflict'>, state: Consultation): ConsultationDecision {
  const invitation = known(state, data.person);
  if (typeof invitation === 'string') return refuse(invitation);
  if (invitation.status === 'conflict') return accept();
  return mayLeave(invitation) ? accept({ type: 'ConflictReported', data }) : refuse(whyOver(state, invitation));
}

function known(state: Consultation, person: PersonId): Invitation | ConsultationRefusal {
  if (!isAsked(state)) return 'not-asked';
  return invitationOf(state, person) ?? 'not-invited';
}

function mayLeave({ status, advice }: Invitation): boolean {
  return status === 'invited' || (status === 'accepted' && advice === undefined);
}

/** What became of it, for who comes too late. */
function whyOver(state: Consultation, { status }: Invitation): ConsultationRefusal {
  if (status === 'expired' || status === 'withdrawn') return isFilled(state) ? 'already-filled' : 'invitation-over';
  return 'already-answered';
}

function isFilled(state: Consultation): boolean {
  return isAsked(state) && state.stage !== 'withdrawn' && hasSomebody(state) && openNeeds(state).length === 0;
}

function hasSomebody({ invitations }: ConsultationFile): boolean {
  return invitations.some(({ status }) => status === 'accepted' || status === 'invited');
}

/** What became of bringing an accepted expert into the case. */
export function recordJoined(data: DataOf<'RecordJoined'>, state: Consultation): ConsultationDecision {
  const invitation = known(state, data.person);
  if (typeof invitation === 'string') return refuse(invitation);
  if (invitation.status !== 'accepted' || invitation.joined) return accept();
  const { at, person, trouble } = data;
  if (trouble === undefined) return accept({ type: 'ExpertJoined', data: { at, person } });
  return invitation.trouble === trouble ? accept() : accept({ type: 'ExpertNotJoined', data: { at, person, trouble } });
}

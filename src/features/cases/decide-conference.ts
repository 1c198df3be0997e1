import { accept, refuse } from '../../core/decider.ts';
import type { CaseCommand } from './case-messages.ts';
import { type Case, channelSteps, isRunning, isSubmitted, progressClocks, type SubmittedCase } from './case-state.ts';
import type { CaseDecision } from './decide-intake.ts';
import type { Joining } from './intake.ts';
import { mayJoin } from './triage.ts';

type Data<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>['data'];

export function addParticipant(data: Data<'AddParticipant'>, state: Case): CaseDecision {
  if (!isRunning(state)) return refuse('not-running');
  if (state.participants.some(({ person }) => person === data.participant.person)) return refuse('already-in-case');
  if (!mayJoin(state.intake, data.recipient)) return refuse('no-share-consent');
  return fits(data.participant, state) ? accept({ type: 'ParticipantAdded', data }) : refuse('other-tenant');
}

/** A private channel cannot take somebody of another tenant, and it cannot be made shared afterwards (Graph: channel). */
function fits({ tenantId }: Joining, { channel }: SubmittedCase): boolean {
  return tenantId === undefined || (channel.status !== 'none' && channel.kind === 'shared');
}

export function removeParticipant(data: Data<'RemoveParticipant'>, state: Case): CaseDecision {
  if (!isRunning(state)) return refuse('not-running');
  const participant = state.participants.find(({ person }) => person === data.person);
  if (!participant) return refuse('not-in-case');
  const needed = participant.part === 'process-director' || participant.part === 'chair';
  return needed ? refuse('needed-in-case') : accept({ type: 'ParticipantRemoved', data });
}

/** A case never waits for somebody who left; there is always exactly one process director (domain.md A15). */
export function replaceProcessDirector(data: Data<'ReplaceProcessDirector'>, state: Case): CaseDecision {
  if (!isRunning(state)) return refuse('not-running');
  if (state.processDirector === data.person) return refuse('already-process-director');
  return accept({ type: 'ProcessDirectorReplaced', data });
}

/** Adds the centre's people; ownership and the responsible municipality stay where they are (domain.md A6, B5). */
export function involveCentre(data: Data<'InvolveCentre'>, state: Case): CaseDecision {
  if (!isRunning(state)) return refuse('not-running');
  if (state.centreInvolved) return refuse('centre-already-involved');
  if (data.tried.trim() === '') return refuse('tried-missing');
  if (!data.staff.every((person) => fits(person, state))) return refuse('other-tenant');
  return accept({ type: 'CentreInvolved', data });
}

export function recordProgress(data: Data<'RecordProgress'>, state: Case): CaseDecision {
  if (state.stage !== 'conference') return refuse('nothing-to-record');
  const runs = state.clocks[progressClocks[data.what]] !== undefined;
  return runs ? accept({ type: 'ProgressRecorded', data }) : refuse('nothing-to-record');
}

export function recordChannelStep(data: Data<'RecordChannelStep'>, state: Case): CaseDecision {
  if (!isSubmitted(state) || state.channel.status !== 'making') return refuse('no-channel-in-making');
  const { done } = state.channel;
  if (done.includes(data.step)) return accept();
  const opens = [...done, data.step].length === channelSteps.length;
  const step = { type: 'ChannelStepDone', data } as const;
  if (!opens) return accept(step);
  const { at, monitorBy } = data;
  return accept(step, { type: 'ConferenceOpened', data: { at, ...(monitorBy === undefined ? {} : { monitorBy }) } });
}

export function recordChannelTrouble(data: Data<'RecordChannelTrouble'>, state: Case): CaseDecision {
  if (!isSubmitted(state) || state.channel.status !== 'making') return refuse('no-channel-in-making');
  return state.channel.trouble === data.trouble ? accept() : accept({ type: 'ChannelTroubled', data });
}

export function recordChannelArchived(data: Data<'RecordChannelArchived'>, state: Case): CaseDecision {
  if (!isSubmitted(state) || state.channel.status === 'none' || state.channel.status === 'making') return accept();
  const archived = state.channel.status === 'archived';
  return archived === data.archived ? accept() : accept({ type: 'ChannelArchived', data });
}

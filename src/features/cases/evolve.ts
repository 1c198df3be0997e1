import { dispatch, type Handlers } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import type { CaseEvent } from './case-messages.ts';
import {
  type Case,
  type Clocks,
  type ConferenceChannel,
  type Draft,
  isSubmitted,
  progressClocks,
  type SubmittedCase,
} from './case-state.ts';
import type { Participant } from './intake.ts';

type EventData<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>['data'];
type Begin = Extract<CaseEvent, { type: 'DraftStarted' | 'IntakeSaved' | 'CaseSubmitted' | 'AccessErased' }>;
type Later = Exclude<
  CaseEvent,
  { type: 'DraftStarted' | 'CaseSubmitted' | 'CasePurged' | 'AccessErased' | 'DraftDropped' }
>;

/** The state after an event. One from a newer deployment, or that does not fit the state, leaves it as it was. */
export function evolve(state: Case, event: CaseEvent): Case {
  if (event.type === 'CasePurged') return purgedCase(event.data);
  if (event.type === 'DraftDropped') return { stage: 'none', dropped: event.data };
  if (!isSubmitted(state)) return dispatch<Begin, typeof state, Case>(beginning, event, state) ?? state;
  const changed = dispatch<Later, SubmittedCase, SubmittedCase>(later, event, state);
  if (!changed) return state;
  return aboutKeeping.includes(event.type) ? changed : { ...changed, updatedAt: event.data.at };
}

/** They say how long a case is kept, which counts from its last change: they are none. */
const aboutKeeping: readonly CaseEvent['type'][] = ['CaseHeld', 'CaseReleased'];

/** All that came before is gone, whatever it was. */
function purgedCase({ id, number, at, rule, sha256 }: EventData<'CasePurged'>): Case {
  return { stage: 'none', purged: { id, number, at, rule, sha256 } };
}

const beginning: Handlers<Begin, Exclude<Case, SubmittedCase>, Case> = {
  DraftStarted: ({ id, applicant, at }) => ({ stage: 'draft', id, applicant, intake: {}, updatedAt: at }),
  IntakeSaved: ({ intake, at }, state) => (state.stage === 'draft' ? { ...state, intake, updatedAt: at } : state),
  AccessErased: (_, state) =>
    state.stage === 'none' && state.purged ? { ...state, purged: { ...state.purged, accessErased: true } } : state,
  CaseSubmitted: (data, state) => (state.stage === 'draft' ? submitted(state, data) : state),
};

function submitted({ id, applicant, intake }: Draft, data: EventData<'CaseSubmitted'>): SubmittedCase {
  const { at, acknowledgeBy: _confirmed, triageBy, ...rest } = data;
  return {
    ...rest,
    stage: 'submitted',
    id,
    applicant,
    intake,
    submittedAt: at,
    updatedAt: at,
    lane: 'regular',
    participants: [],
    linked: [],
    channel: { status: 'none' },
    clocks: { triageBy },
    reopened: 0,
  };
}

const later: Handlers<Later, SubmittedCase, SubmittedCase> = {
  IntakeSaved: ({ intake }, file) => ({ ...file, intake }),
  CaseResubmitted: ({ triageBy }, file) => ({ ...file, stage: 'submitted', clocks: { triageBy } }),
  SupplementAsked: ({ decision }, file) => ({ ...file, stage: 'supplement', triage: decision, clocks: {} }),
  AdviceGiven: ({ decision }, file) => ({ ...file, stage: 'advice-only', triage: decision, clocks: {} }),
  CaseReturned: ({ decision }, file) => ({ ...file, stage: 'returned', triage: decision, clocks: {} }),
  CaseAdmitted: ({ decision, lane, processDirector, participants, conferenceBy, kind }, file) => ({
    ...file,
    stage: 'admitted',
    triage: decision,
    lane,
    processDirector,
    participants,
    channel: { status: 'making', kind, done: [] },
    clocks: { conferenceBy },
  }),
  CaseLinked: ({ number }, file) => ({ ...file, linked: [...file.linked, number] }),
  ParticipantAdded: ({ participant }, file) => ({ ...file, participants: [...file.participants, participant] }),
  ParticipantRemoved: ({ person }, file) => ({
    ...file,
    participants: file.participants.filter((participant) => participant.person !== person),
  }),
  ProcessDirectorReplaced: ({ person }, file) => directedBy(file, person),
  CentreInvolved: (data, file) => centreInvolved(data, file),
  ChannelStepDone: (data, file) => ({ ...file, channel: stepDone(file.channel, data) }),
  ChannelTroubled: ({ trouble }, file) =>
    file.channel.status === 'making' ? { ...file, channel: { ...file.channel, trouble, askedForHelp: true } } : file,
  ConferenceOpened: (data, file) => opened(data, file),
  ProgressRecorded: (data, file) => ({ ...file, clocks: clocksAfter(file.clocks, data) }),
  ClosingStarted: ({ closing }, file) => ({ ...file, stage: 'closing', closing }),
  ClosingSentBack: (_, file) => ({ ...file, stage: 'conference' }),
  CaseClosed: (_, file) => ({ ...file, stage: 'closed', clocks: {} }),
  CaseReopened: ({ to, triageBy, monitorBy }, file) => ({
    ...file,
    stage: to,
    reopened: file.reopened + 1,
    clocks: to === 'submitted' ? { triageBy } : monitored({}, monitorBy),
  }),
  CaseHeld: (hold, file) => ({ ...file, hold }),
  CaseReleased: (_, { hold: _over, ...file }) => file,
  ChannelArchived: ({ archived }, file) => ({ ...file, channel: archivedChannel(file.channel, archived) }),
};

/** Who hands over leaves the case, unless they are in it as its chair or applicant; the chair may add them again. */
function directedBy(file: SubmittedCase, person: PersonId): SubmittedCase {
  const { processDirector: former, participants, team, applicant, formerDirectors = [] } = file;
  const others = participants.filter((other) => other.person !== person && other.person !== former);
  const stays: readonly Participant[] = [
    ...(former === team.chair ? [{ person: former, part: 'chair' } as const] : []),
    ...(former === applicant && former !== team.chair ? [{ person: former, part: 'applicant' } as const] : []),
  ];
  return {
    ...file,
    processDirector: person,
    participants: [{ person, part: 'process-director' }, ...stays, ...others],
    ...(former === undefined ? {} : { formerDirectors: [...formerDirectors, former] }),
  };
}

function centreInvolved(
  { tried, at, staff, answerBy }: EventData<'CentreInvolved'>,
  file: SubmittedCase,
): SubmittedCase {
  const known = new Set(file.participants.map(({ person }) => person));
  const joining = staff.filter(
    ({ person }, index) => !known.has(person) && staff.findIndex((other) => other.person === person) === index,
  );
  return {
    ...file,
    centreInvolved: { tried, at, staff: staff.map(({ person }) => person) },
    participants: [...file.participants, ...joining],
    clocks: { ...file.clocks, centreAnswerBy: answerBy },
  };
}

/** The bot being let in ends the trouble there was with that, any step that of a permission; a person who is not known stays so. */
function stepDone(channel: ConferenceChannel, { step, channelId }: EventData<'ChannelStepDone'>): ConferenceChannel {
  if (channel.status !== 'making') return channel;
  const { trouble, ...rest } = channel;
  const isOver =
    trouble === undefined || trouble === 'no-permission' || (step === 'app' && trouble === 'app-not-enabled');
  const found = channelId === undefined ? {} : { channelId };
  return { ...rest, done: [...rest.done, step], ...found, ...(isOver ? {} : { trouble }) };
}

function opened({ monitorBy }: EventData<'ConferenceOpened'>, file: SubmittedCase): SubmittedCase {
  const { channel, clocks } = file;
  if (channel.status !== 'making' || channel.channelId === undefined) return file;
  const { kind, channelId, trouble } = channel;
  return {
    ...file,
    stage: 'conference',
    channel: { status: 'ready', kind, channelId, ...(trouble === undefined ? {} : { trouble }) },
    clocks: monitorBy === undefined ? clocks : { ...clocks, monitorBy },
  };
}

/** The look back counts from the conference itself, and from the last look back. */
function clocksAfter(clocks: Clocks, { what, monitorBy }: EventData<'ProgressRecorded'>): Clocks {
  const { [progressClocks[what]]: _ended, ...running } = clocks;
  return monitored(running, monitorBy);
}

function monitored(clocks: Clocks, monitorBy: string | undefined): Clocks {
  return monitorBy === undefined ? clocks : { ...clocks, monitorBy };
}

function archivedChannel(channel: ConferenceChannel, isArchived: boolean): ConferenceChannel {
  if (channel.status !== 'ready' && channel.status !== 'archived') return channel;
  return { ...channel, status: isArchived ? 'archived' : 'ready' };
}

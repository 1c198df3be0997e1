import { type Effect, showCard } from '../../core/effect.ts';
import type { PersonId } from '../../core/ids.ts';
import type { CaseEvent } from './case-messages.ts';
import { type Case, type ConferenceChannel, isSubmitted, type SubmittedCase } from './case-state.ts';

/** What channel.ts does in Graph, one at a time and in order: everything of one channel is in one lane. */
export type ChannelWork = 'create' | 'members' | 'app' | 'summary' | 'archive' | 'unarchive';

export const channelKind = 'case-channel';
export const linkKind = 'case-link';
/** Deletes what a case left behind, once it is decided that it goes. */
export const purgeKind = 'case-purge';
const lane = 'channel';

/** What an event sets in motion. Cards are shown anew after every event; those that did not change are not sent. */
export function react(event: CaseEvent, state: Case): readonly Effect[] {
  if (event.type === 'CasePurged' || event.type === 'DraftDropped')
    return [{ kind: purgeKind, key: purgeKind, data: {} }];
  if (!isSubmitted(state)) return [];
  return [
    ...linkSibling(event, state),
    ...channelWork(event, state),
    ...cards(event, state),
    ...afterCards(event, state),
  ];
}

function linkSibling(event: CaseEvent, { intake, stage }: SubmittedCase): readonly Effect[] {
  const sibling = intake.siblingCase;
  const isCompleted = event.type === 'IntakeSaved' && stage === 'submitted';
  const isSent = event.type === 'CaseSubmitted' || event.type === 'CaseResubmitted' || isCompleted;
  if (!isSent || sibling === undefined || sibling === '') return [];
  return [{ kind: linkKind, key: `link-${sibling}`, data: { number: sibling } }];
}

const changesPeople: readonly CaseEvent['type'][] = [
  'ParticipantAdded',
  'ParticipantRemoved',
  'ProcessDirectorReplaced',
  'CentreInvolved',
];

function channelWork(event: CaseEvent, { channel }: SubmittedCase): readonly Effect[] {
  if (changesPeople.includes(event.type)) return channelIdOf(channel) === undefined ? [] : [work('members')];
  switch (event.type) {
    case 'CaseAdmitted':
      return [work('create')];
    case 'ChannelStepDone':
      return event.data.step === 'create' ? [work('members'), work('app')] : [];
    case 'CaseReopened':
      return channel.status === 'none' ? [] : [work('unarchive')];
    default:
      return [];
  }
}

/** Work that must find the cards of the same event in the channel: the last step of making it, and locking it. */
function afterCards(event: CaseEvent, { channel }: SubmittedCase): readonly Effect[] {
  if (event.type === 'ChannelStepDone' && event.data.step === 'create') return [work('summary')];
  return event.type === 'CaseClosed' && channel.status !== 'none' ? [work('archive')] : [];
}

/** Archiving and its undoing share a key: whatever was asked last is what happens. */
function work(step: ChannelWork): Effect {
  const key = step === 'unarchive' ? 'channel-archive' : `channel-${step}`;
  return { kind: channelKind, key, lane, data: { step } };
}

function cards(event: CaseEvent, state: SubmittedCase): readonly Effect[] {
  const { applicant, team, processDirector, formerDirectors: former = [] } = state;
  return [
    showCard({ slot: 'applicant', card: 'cases/status', to: { person: applicant } }),
    showCard({ slot: 'triage', card: 'cases/triage', to: { person: team.chair } }),
    ...(processDirector === undefined
      ? []
      : [showCard({ slot: directorSlot(former.length), card: 'cases/director', to: { person: processDirector } })]),
    ...cardOfFormer(event, former),
    ...(helpAsked(event, state)
      ? [showCard({ slot: 'trouble', card: 'cases/trouble', to: { person: team.chair } })]
      : []),
    ...channelCards(event, state),
  ];
}

/** A slot is one message to one person: every process director has their own. */
function directorSlot(predecessors: number): string {
  return predecessors === 0 ? 'director' : `director-${predecessors}`;
}

/** Whoever handed over sees in place of their card how the case stands; later events are no longer theirs. */
function cardOfFormer({ type }: CaseEvent, former: readonly PersonId[]): readonly Effect[] {
  const person = former.at(-1);
  if (type !== 'ProcessDirectorReplaced' || person === undefined) return [];
  return [showCard({ slot: directorSlot(former.length - 1), card: 'cases/status', to: { person } })];
}

/** Who was asked for help sees on the same card when it is over. */
function helpAsked({ type }: CaseEvent, { channel }: SubmittedCase): boolean {
  if (type === 'ChannelTroubled') return true;
  return type === 'ChannelStepDone' && channel.status === 'making' && channel.askedForHelp === true;
}

function channelCards(event: CaseEvent, { team, channel, reopened }: SubmittedCase): readonly Effect[] {
  const channelId = channelIdOf(channel);
  if (channelId === undefined || !takesCards(event, channel)) return [];
  const to = { teamId: team.teamsGroupId, channelId };
  const summary = showCard({ slot: 'summary', card: 'cases/summary', to, lane });
  if (event.type !== 'CaseClosed') return [summary];
  const slot = `closed-${reopened}`;
  return [summary, showCard({ slot, card: 'cases/closed', to: { ...to, threadOf: 'summary' }, lane })];
}

/**
 * A channel in the making gets its summary once, before its last step, which waits for it; an archived one takes no
 * cards: its last ones were sent before it was locked.
 */
function takesCards(event: CaseEvent, { status }: ConferenceChannel): boolean {
  if (status === 'making') return event.type === 'ChannelStepDone' && event.data.step === 'create';
  return status === 'ready' || event.type === 'CaseReopened';
}

function channelIdOf(channel: ConferenceChannel): string | undefined {
  return channel.status === 'none' ? undefined : channel.channelId;
}

import { type Effect, showCard } from '../../core/effect.ts';
import type { PersonId } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import type { ConsultationEvent } from './consultation-messages.ts';
import {
  type Consultation,
  type ConsultationFile,
  effectMonths,
  type Invitation,
  isAsked,
} from './consultation-state.ts';

export const proposeKind = 'consultation-propose';
export const tickKind = 'consultation-tick';
/** Brings an expert's hours, and their place in the case, in step with their invitation as it is then. */
export const settleKind = 'consultation-settle';

/** What a clock that ran out asks for. */
export const ticks = ['remind', 'expire', 'effect'] as const;
export type Tick = (typeof ticks)[number];

type Reaction = (event: ConsultationEvent, file: ConsultationFile) => readonly Effect[];

/** What an event sets in motion. Cards are shown anew when something in them may have changed. */
export function react(event: ConsultationEvent, state: Consultation): readonly Effect[] {
  if (!isAsked(state)) return [];
  return [propose, settle, clocks, directorCards, expertCards].flatMap((reaction) => reaction(event, state));
}

const asksForProposal: readonly ConsultationEvent['type'][] = [
  'ConsultationRequested',
  'ConsultationReopened',
  'ExpertsPassedOver',
  'InvitationDeclined',
  'ConflictReported',
  'InvitationExpired',
];

/** After a "no" the next expert is looked for at once; inviting them is for a person. */
const propose: Reaction = ({ type }) =>
  asksForProposal.includes(type) ? [{ kind: proposeKind, key: 'propose', data: {} }] : [];

const changesPlace: readonly ConsultationEvent['type'][] = [
  'InvitationAccepted',
  'InvitationDeclined',
  'ConflictReported',
  'InvitationExpired',
  'AdviceJudged',
];

const settle: Reaction = (event, file) => {
  if (event.type === 'ConsultationWithdrawn') return file.invitations.map(({ person }) => settling(person));
  const person = changesPlace.includes(event.type) ? personIn(event) : undefined;
  return person === undefined ? [] : [settling(person)];
};

function settling(person: PersonId): Effect {
  return { kind: settleKind, key: `settle-${person}`, data: { person } };
}

const clocks: Reaction = (event) => {
  switch (event.type) {
    case 'ExpertsInvited': {
      const { people, remindAt, answerBy } = event.data;
      return people.flatMap(({ person }) => [
        tick(`remind-${person}`, remindAt, { what: 'remind', person }),
        tick(`expire-${person}`, answerBy, { what: 'expire', person }),
      ]);
    }
    case 'ConsultationAdvised':
      return effectMonths.flatMap((months, index) => {
        const due = event.data.effectsDue[index];
        return due === undefined ? [] : [tick(`effect-${months}`, due, { what: 'effect', months })];
      });
    default:
      return [];
  }
};

function tick(key: string, due: string, data: JsonObject): Effect {
  return { kind: tickKind, key, due, data };
}

/** A card that is updated rings no bell: what the director must hear comes as a message of its own. */
const directorCards: Reaction = (event, { director, invitations, effectAsked }) => {
  const to = { person: director };
  const match = showCard({ slot: `match-${director}`, card: 'consultations/match', to });
  const about = personIn(event);
  const index = invitations.findLastIndex(({ person }) => person === about);
  const invitation = invitations[index];
  return [
    match,
    ...(invitation && isNews(event)
      ? [showCard({ slot: `news-${index}`, card: 'consultations/news', to, extra: { index } })]
      : []),
    ...(invitation?.advice
      ? [showCard({ slot: `advice-${index}`, card: 'consultations/advice', to, extra: { index } })]
      : []),
    ...(event.type === 'EffectAsked' || event.type === 'EffectRecorded'
      ? [effectCard(event.data.months, director)]
      : effectAsked === undefined || event.type !== 'ConsultationHandedOver'
        ? []
        : [effectCard(effectAsked, director)]),
  ];
};

function effectCard(months: number, person: PersonId): Effect {
  return showCard({
    slot: `effect-${months}-${person}`,
    card: 'consultations/effect',
    to: { person },
    extra: { months },
  });
}

const newsworthy: readonly ConsultationEvent['type'][] = [
  'InvitationAccepted',
  'InvitationDeclined',
  'ConflictReported',
  'InvitationExpired',
  'ExpertJoined',
  'ExpertNotJoined',
];

function isNews({ type }: ConsultationEvent): boolean {
  return newsworthy.includes(type);
}

/** Every invitation is a message of its own; a reminder is one more, so that it is noticed. */
const expertCards: Reaction = (event, { invitations }) =>
  invitations.flatMap((invitation, index) =>
    isTouched(event, invitation.person) && index === lastOf(invitations, invitation.person)
      ? cardsOf(invitation, index)
      : [],
  );

function lastOf(invitations: readonly Invitation[], person: PersonId): number {
  return invitations.findLastIndex((invitation) => invitation.person === person);
}

function isTouched(event: ConsultationEvent, person: PersonId): boolean {
  if (event.type === 'ExpertsInvited') return event.data.people.some((invited) => invited.person === person);
  return event.type === 'ConsultationWithdrawn' || event.type === 'ConsultationAdvised' || personIn(event) === person;
}

function cardsOf({ person, reminded }: Invitation, index: number): readonly Effect[] {
  const show = (slot: string, extra: JsonObject): Effect =>
    showCard({ slot: `${slot}-${index}`, card: 'consultations/invitation', to: { person }, extra });
  return [show('invitation', { index }), ...(reminded ? [show('reminder', { index, isReminder: true })] : [])];
}

function personIn({ data }: ConsultationEvent): PersonId | undefined {
  return 'person' in data ? data.person : undefined;
}

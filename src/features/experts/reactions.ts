import { type Effect, showCard } from '../../core/effect.ts';
import type { ExpertEvent } from './expert-messages.ts';
import type { ExpertState } from './expert-state.ts';

/** Looks whether hours that were set apart belong to an invitation; whoever invites runs it. */
export const reservationKind = 'expert-reservation';

const reservationMs = 10 * 60_000;

const changesProfile: readonly ExpertEvent['type'][] = [
  'ExpertRegistered',
  'ExpertChanged',
  'ExpertPaused',
  'ExpertResumed',
  'ExpertLeft',
];

/**
 * Hours and invitation are in two streams: a bot that stops between the two leaves hours that nobody uses, so that every
 * reservation is looked at again.
 */
export function react(event: ExpertEvent, state: ExpertState): readonly Effect[] {
  if (state.status === 'none') return [];
  if (event.type === 'HoursReserved') return [checkLater(event.data)];
  if (!changesProfile.includes(event.type)) return [];
  return [showCard({ slot: 'profile', card: 'experts/profile', to: { person: state.expert.id } })];
}

function checkLater({ at, consultation }: Readonly<{ at: string; consultation: string }>): Effect {
  return {
    kind: reservationKind,
    key: `reservation-${consultation}`,
    due: new Date(Date.parse(at) + reservationMs).toISOString(),
    data: { consultation },
  };
}

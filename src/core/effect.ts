import type { PersonId } from './ids.ts';
import type { JsonObject } from './json.ts';

/**
 * Work for the outside world, stored in the same transaction as the events that cause it.
 * `key` is unique in its stream: a later effect with the key of a waiting one takes its place, so that a hundred votes
 * leave one "update this card". Effects of one `lane` run one after another, oldest first, and a failing one holds back
 * only its own lane; without a lane an effect waits for nobody. `due` (UTC instant) defaults to at once.
 */
export type Effect = Readonly<{ kind: string; key: string; lane?: string; due?: string; data: JsonObject }>;

/** Where a card goes: to one person's chat with the bot, or to a channel (a new thread, or a reply in the thread of another slot). */
export type Destination =
  Readonly<{ person: PersonId }> | Readonly<{ teamId: string; channelId: string; threadOf?: string }>;

/**
 * Post the card of `slot`, or update it when it was posted before. It is rendered when it is sent, from the state of
 * that moment. A slot is one message: it is also the effect's key.
 */
export type ShowCard = Readonly<{
  slot: string;
  card: string;
  to: Destination;
  lane?: string;
  due?: string;
  extra?: JsonObject;
}>;

export const showCardKind = 'show-card';

export function showCard({ slot, card, to, lane, due, extra }: ShowCard): Effect {
  return {
    kind: showCardKind,
    key: `card-${slot}`,
    lane: lane ?? `card-${slot}`,
    ...(due === undefined ? {} : { due }),
    data: { slot, card, to, ...(extra === undefined ? {} : { extra }) },
  };
}

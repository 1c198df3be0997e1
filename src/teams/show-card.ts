import { z } from 'zod/v4';
import { type Destination, showCardKind } from '../core/effect.ts';
import { personId } from '../core/ids.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../store/effect-queue.ts';
import type { EventStore } from '../store/event-store.ts';
import { cardActivity } from './answers.ts';
import { cardFor, type MarkedCard, markerOf } from './card-message.ts';
import type { CardRegistry } from './card-registry.ts';
import { deliver, type Delivery, type DeliveryParts } from './deliver.ts';
import { type Address, type Addressing, addressOf } from './destinations.ts';
import type { EdgeTexts } from './edge-texts.ts';
import { cardBytes, maxCardBytes } from './render.ts';

type ShowCardParts = Addressing &
  DeliveryParts &
  Readonly<{ store: EventStore; registry: CardRegistry; texts: EdgeTexts }>;

const destination = z.union([
  z.object({ person: z.string() }).transform(({ person }): Destination => ({ person: personId(person) })),
  z.object({ teamId: z.string(), channelId: z.string(), threadOf: z.string().optional() }),
]);
const showCardData = z.object({
  slot: z.string(),
  card: z.string(),
  to: destination,
  extra: z.record(z.string(), z.json()).optional(),
});
type ShowCardData = z.output<typeof showCardData>;

const kept = z.object({ conversationId: z.string(), activityId: z.string(), contentHash: z.string() });
type Kept = z.output<typeof kept>;

const postTimeoutMs = 10_000;

/**
 * Posts the card of a slot, or updates the message it is in. At least once: after an attempt of which we do not know the
 * end, our own message is looked for by its marker; where nobody can look (`unknown`) it is posted again.
 */
export function showCardRunner(parts: ShowCardParts): EffectRunner {
  return {
    kind: showCardKind,
    async run(effect, signal) {
      const parsed = showCardData.safeParse(effect.data);
      if (!parsed.success) return park(`the data of ${effect.key} is not that of a card: ${parsed.error.message}`);
      return show(effect, parsed.data, {
        ...parts,
        signal: AbortSignal.any([signal, AbortSignal.timeout(postTimeoutMs)]),
      });
    },
  };
}

type Showing = ShowCardParts & Readonly<{ signal: AbortSignal }>;

async function show(effect: StoredEffect, data: ShowCardData, showing: Showing): Promise<Outcome> {
  const address = await addressOf(data.to, showing);
  const marked = await render(effect, data, { ...showing, address });
  if (marked === undefined) return { done: true };
  if ('done' in marked) return marked;
  const shown = await keptMessage(showing.store, effect, data.slot);
  if (shown?.contentHash === marked.hash) return { done: true };
  return send(marked, { effect, data, address, shown }, showing);
}

type Slot = Readonly<{ effect: StoredEffect; data: ShowCardData; address: Address; shown: Kept | undefined }>;

async function send({ card, hash }: MarkedCard, slot: Slot, showing: Showing): Promise<Outcome> {
  const { effect, data, address, shown } = slot;
  const thread = await threadFor(slot, showing.store);
  if (thread === 'not there yet') return waitForThread(data);
  const delivery: Delivery = {
    id: `${effect.stream} ${data.slot}`,
    marker: markerOf(effect.stream, data.slot),
    message: cardActivity(card, address.reader.locale, showing.texts.summary),
    address,
    shown,
    uncertain: effect.ambiguous,
    thread,
  };
  const delivered = await deliver(delivery, showing, showing.signal);
  if (!('posted' in delivered)) return delivered;
  const { conversationId, activityId } = delivered.posted;
  return { done: true, keep: { key: keyOf(data.slot), value: { conversationId, activityId, contentHash: hash } } };
}

/** The thread of another slot of the same stream. */
async function threadFor({ effect, data: { to } }: Slot, store: EventStore): Promise<string | undefined> {
  if ('person' in to || to.threadOf === undefined) return undefined;
  return (await keptMessage(store, effect, to.threadOf))?.conversationId ?? 'not there yet';
}

const threadRetryMs = 5_000;

function waitForThread({ slot, to }: ShowCardData): Outcome {
  const root = 'person' in to ? '' : (to.threadOf ?? '');
  const error = `${slot} replies in the thread of ${root}, which was not posted yet`;
  return { done: false, error, ambiguous: false, afterMs: threadRetryMs };
}

const park = (error: string): Outcome => ({ done: false, park: true, error });

async function render(
  { stream }: StoredEffect,
  { slot, card: name, extra }: ShowCardData,
  { store, registry, address, contacts }: ShowCardParts & Readonly<{ address: Address }>,
): Promise<MarkedCard | Outcome | undefined> {
  const definition = registry.definition(name);
  if (definition === undefined) return park(`no card is named ${name}`);
  const { state } = await store.load(stream);
  if (state === undefined) return undefined;
  const { teamsIdOf } = contacts;
  const rendering = { state, reader: address.reader, teamsIdOf, ...(extra === undefined ? {} : { extra }) };
  const marked = await cardFor(definition, rendering, markerOf(stream, slot));
  if (marked === undefined || cardBytes(marked.card) <= maxCardBytes) return marked;
  return park(`card ${name} is ${cardBytes(marked.card)} bytes; Teams takes ${maxCardBytes}`);
}

async function keptMessage(store: EventStore, { stream }: StoredEffect, slot: string): Promise<Kept | undefined> {
  const value = await store.kept(stream, keyOf(slot));
  return value === undefined ? undefined : kept.parse(value);
}

const keyOf = (slot: string): string => `message-${slot}`;

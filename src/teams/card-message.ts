import { randomUUID } from 'node:crypto';
import type { StreamId } from '../core/ids.ts';
import { isList, isObject, type Json, type JsonObject } from '../core/json.ts';
import type { CardDefinition } from './cards.ts';
import { sha256 } from './command-id.ts';
import { renderCard, type Rendering } from './render.ts';

export type MarkedCard = Readonly<{ card: JsonObject; hash: string }>;

/** The card to send for a slot, with its marker; `hash` is equal for what people see as equal. */
export async function cardFor(
  definition: CardDefinition,
  rendering: Rendering,
  marker: string,
): Promise<MarkedCard | undefined> {
  const form = randomUUID();
  const card = await renderCard(definition, { ...rendering, form });
  if (card === undefined) return undefined;
  const marked = { ...card, body: withMarker(card['body'], marker) };
  return { card: marked, hash: sha256(JSON.stringify(marked).replaceAll(form, '')) };
}

/** Names the message of a slot inside its card, so that we find it again when we do not know whether it was sent. */
export function markerOf(stream: StreamId, slot: string): string {
  return `m-${sha256(`${stream} ${slot}`).slice(0, 24)}`;
}

/** As the id of the first element: people do not see it. An element that has an id of its own goes into a container. */
function withMarker(body: Json | undefined, marker: string): Json {
  const [first, ...rest] = isList(body) ? body : [];
  if (!isObject(first)) return [{ type: 'Container', id: marker, items: [] }, ...rest];
  if (first['id'] === undefined) return [{ ...first, id: marker }, ...rest];
  return [{ type: 'Container', id: marker, items: [first] }, ...rest];
}

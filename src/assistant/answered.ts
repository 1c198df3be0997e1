import { isObject, type Json, type JsonObject } from '../core/json.ts';
import { actions, type Needed } from './actions.ts';
import type { Masked } from './masking.ts';

/** What is wanted, and what was named for it, in the words of whoever typed it. */
export type Parsed = Readonly<{ intent: string; entities: Readonly<Partial<Record<Needed, string>>> }>;

const longest = 600;

/**
 * What a language model said of a sentence, or undefined when it said anything else than it was asked. It is trusted with
 * nothing: an intent is one of those that were asked about, and an entity a run of words of the sentence.
 */
export function answered(content: string, masked: Masked, intents: readonly string[]): Parsed | undefined {
  const { intent, entities = {}, ...more } = content.length <= longest ? objectIn(content) : {};
  if (typeof intent !== 'string' || !intents.includes(intent) || Object.keys(more).length > 0) return undefined;
  const named = namedIn(entities, masked);
  return named?.every(([kind]) => isNeeded(intent, kind)) ? { intent, entities: Object.fromEntries(named) } : undefined;
}

const isNeeded = (intent: string, kind: string): boolean =>
  actions[intent]?.needs.some((needed) => needed === kind) === true;

/** Nothing in it when it is no object. */
function objectIn(content: string): JsonObject {
  try {
    const value = JSON.parse(content) as Json;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Undefined when something was named that was not said. */
function namedIn(entities: Json, masked: Masked) {
  if (!isObject(entities)) return undefined;
  const named = Object.entries(entities).flatMap(([kind, said]) => {
    const own = ownWords(said, masked);
    return own === undefined ? [] : [[kind, own] as const];
  });
  return named.length === Object.keys(entities).length ? named : undefined;
}

/** Only as a whole run of words that were sent: whatever comes back was in the sentence, wherever the model had it from. */
function ownWords(said: unknown, masked: Masked): string | undefined {
  if (typeof said !== 'string') return undefined;
  const words = said.trim().toLowerCase().split(/\s+/u);
  const starts = masked.map((_, at) => masked.slice(at, at + words.length));
  const run = starts.find(
    (span) => span.length === words.length && span.every(({ sent }, at) => sent.toLowerCase() === words[at]),
  );
  return run?.map(({ own }) => own).join(' ');
}

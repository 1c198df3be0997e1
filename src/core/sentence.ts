import type { JsonObject } from './json.ts';

/** A sentence as people type it: capitals, end marks (and dots for what was covered) and double spaces do not count. */
export function plainSentence(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.!?…]+$/, '');
}

/** For a route that takes a sentence of this shape and needs nothing out of it. */
export function sentenceLike(pattern: RegExp): (text: string) => JsonObject | undefined {
  return (text) => (pattern.test(plainSentence(text)) ? {} : undefined);
}

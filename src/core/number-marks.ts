import type { Finding } from './personal-data-text.ts';

/**
 * Stands where a number was that may go no further than the door. From the private use area of Unicode, away from what fonts
 * with symbols use: nobody types it.
 */
export const numberMarks = { bsn: '\uECB1', iban: '\uECB2' } as const;

const mark = /[\uECB1\uECB2]/;

/** A mark is found as what it stands for, so that whoever looks a text through says the same of it as of the number. */
export function findMarks(text: string): readonly Finding[] {
  return Array.from(text.matchAll(new RegExp(mark, 'g')), ({ 0: found, index }) => ({
    kind: found === numberMarks.bsn ? 'bsn' : 'iban',
    start: index,
    end: index + found.length,
  }));
}

export const holdsMark = (text: string): boolean => mark.test(text);

/** What is shown back: a text box that held a number comes back without it, and without a sign that nobody knows. */
export function unmarked<Shown extends object>(shown: Shown): Shown {
  const text = JSON.stringify(shown);
  return holdsMark(text) ? (JSON.parse(text.replaceAll(new RegExp(mark, 'g'), '')) as Shown) : shown;
}

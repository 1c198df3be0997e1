import { coverMark, findPersonalData, plainText } from '../core/personal-data.ts';
import { type Lessons, ordinaryWords } from './examples.ts';
import { isName } from './names.ts';

/** What may be sent of one word, and how it was typed. */
type Word = Readonly<{ sent: string; own: string }>;
/** A sentence of which only words of ours and numbers of cases are left; all others are `[1]`, `[2]` … */
export type Masked = readonly Word[];
/** `names`: public names of ours that may be sent too, such as municipalities. Undefined: nothing of it may be sent. */
export type Mask = (text: string, names: readonly string[]) => Masked | undefined;

export const sentText = (masked: Masked): string => masked.map(({ sent }) => sent).join(' ');

const mostWords = 40;
/** With fewer words that are sent there is nothing to understand. */
const leastSent = 2;

/**
 * An allow-list: what is not known to be harmless is not sent, so that a name that nobody thought of stays here as well. A
 * sentence with personal data (covered or not), or with a word that only people in distress use, is not sent at all.
 */
export function createMask(lessons: Lessons): Mask {
  const ours = sendableWords(lessons);
  const distress = distressWords(lessons);
  return (text, names) => {
    const { plain } = plainText(text);
    if (text.includes(coverMark) || findPersonalData(text).length > 0) return undefined;
    const typed = plain.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (typed.length > mostWords || typed.some((word) => distress.has(bare(word).toLowerCase()))) return undefined;
    const masked = numbered(maskedWords(typed, { ours, names: namesOf(names) }));
    return masked.filter(({ sent }) => !sent.startsWith('[')).length < leastSent ? undefined : masked;
  };
}

/** Ordinary words of the examples, without those that are somebody's or something's name too. */
function sendableWords(lessons: Lessons): ReadonlySet<string> {
  const inside = textsOf(lessons).flatMap((text) => Array.from(text.matchAll(/(?<=\S\s+)\p{Lu}\p{Ll}{2,}/gu)));
  const names = new Set(inside.map(([name]) => name.toLowerCase()));
  return new Set([...ordinaryWords(lessons)].filter((word) => !names.has(word) && !isName(word)));
}

function distressWords(lessons: Lessons): ReadonlySet<string> {
  const { nood = [], ...others } = Object.fromEntries(lessons.talk);
  const elsewhere = new Set([...lessons.intents.values(), ...Object.values(others)].flat().flatMap(wordsIn));
  return new Set(nood.flatMap(wordsIn).filter((word) => !elsewhere.has(word)));
}

const textsOf = ({ intents, talk }: Lessons): readonly string[] => [...intents.values(), ...talk.values()].flat();
const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Names of several words, as far as the first: the longest that fits is taken. */
type Allowed = Readonly<{ ours: ReadonlySet<string>; names: ReadonlySet<string> }>;

const namesOf = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase()));
const longestName = 4;

/** Of what may not be sent, `sent` is empty. */
function maskedWords(typed: readonly string[], allowed: Allowed): Masked {
  const masked: Word[] = [];
  while (masked.length < typed.length) {
    const at = masked.length;
    const name = isSurname(masked) ? [] : nameAt(typed, at, allowed.names);
    const sent = /^(?:der|den|ter|ten)$/i.test(masked.at(-1)?.own ?? '') ? '' : sendable(typed, at, allowed.ours);
    masked.push(...(name.length > 0 ? name : [{ sent, own: bare(typed[at] ?? '') }]));
  }
  return masked;
}

/** "Jan van Kampen" is no town: what comes behind a word that was left out is somebody's name. */
function isSurname(before: Masked): boolean {
  const last = before.findLast(({ own }) => !/^(?:van|de|den|der|te|ter|ten|la|el)$/i.test(own));
  return last?.sent === '';
}

function nameAt(typed: readonly string[], at: number, names: ReadonlySet<string>): Masked {
  for (let length = longestName; length > 0; length--) {
    const span = typed.slice(at, at + length).map(bare);
    if (span.length === length && names.has(span.join(' ').toLowerCase()))
      return span.map((own) => ({ sent: own, own }));
  }
  return [];
}

/** The years of the cases here; nobody that is helped was born in them. */
const caseNumber = /^(?:[a-z]{2}-)?20[2-4]\d-\d{3,4}$/i;

/** A capital makes a name of any word, except at the beginning. Beside another number a case number may be part of it. */
function sendable(typed: readonly string[], at: number, ours: ReadonlySet<string>): string {
  const own = bare(typed[at] ?? '');
  if (caseNumber.test(own)) return [typed[at - 1], typed[at + 1]].some(isNumber) ? '' : own.toUpperCase();
  const isPlain = /^\p{Ll}+$/u.test(own) || (at === 0 && /^\p{Lu}\p{Ll}*$/u.test(own));
  return isPlain && ours.has(own.toLowerCase()) ? own.toLowerCase() : '';
}

const isNumber = (word: string | undefined): boolean => word !== undefined && /^[\d.,+/()-]+$/.test(word);

/** Without the marks around it; a mark inside makes it another word. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** The same word has the same number, so that who or what is spoken of twice is recognised. */
function numbered(words: Masked): Masked {
  const hidden = [...new Set(words.filter(({ sent }) => sent === '').map(({ own }) => own.toLowerCase()))];
  return words.map(({ sent, own }) => ({ own, sent: sent || `[${hidden.indexOf(own.toLowerCase()) + 1}]` }));
}

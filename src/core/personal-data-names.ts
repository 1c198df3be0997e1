import { doubtfulNames, firstNames } from './first-names.ts';
import {
  kin,
  naming,
  nature,
  ordinary,
  organisation,
  organisationStart,
  particles,
  possessives,
  putToWork,
  titles,
} from './name-words.ts';
import type { Finding } from './personal-data-text.ts';

/** Whether a word, in small letters, is nobody of a case: part of a colleague's name, or a made-up name. */
export type KnownName = (word: string) => boolean;

/** `gap`: what stands between it and the word before. */
type Word = Readonly<{ written: string; lower: string; start: number; end: number; gap: string }>;
type Reading = Readonly<{ text: string; words: readonly Word[]; known: KnownName }>;

const nowhere: Word = { written: '', lower: '', start: 0, end: 0, gap: '' };
const wordAt = (words: readonly Word[], at: number): Word => words[at] ?? nowhere;

/** Names of people: by the words around them, and by lists of first names. Others are not found; colleagues are no finding. */
export function findNames(text: string, known: KnownName): readonly Finding[] {
  const reading = { text, words: wordsOf(text), known };
  const found: Finding[] = [];
  let at = 0;
  while (at < reading.words.length) {
    const last = isName(reading, at) ? lastOfName(reading, at) : undefined;
    if (last !== undefined) found.push(finding(reading, at, last));
    at = (last ?? at) + 1;
  }
  return found;
}

function wordsOf(text: string): readonly Word[] {
  let before = 0;
  return Array.from(text.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu), ({ 0: written, index: start }) => {
    const gap = text.slice(before, start);
    before = start + written.length;
    return { written, lower: written.toLowerCase(), start, end: before, gap };
  });
}

function isName(reading: Reading, at: number): boolean {
  const word = wordAt(reading.words, at);
  if (nature.has(word.lower) || isOrganisation(reading, at)) return false;
  if (reading.known(word.lower)) return isNamesake(reading, at);
  if (isListed(word) || isDoubtfulInFull(reading, at)) return !isPutToWork(reading, at);
  return couldBe(reading, word) && (hasInitials(reading, word) || isCued(reading, at) || isFollowed(reading, at));
}

/** With the first name of a colleague and a surname that nobody here has: moeder Karin Verhoeven, Fatima Yilmaz (15). */
function isNamesake(reading: Reading, at: number): boolean {
  const { lower, written } = wordAt(reading.words, at);
  const isFirst = (firstNames.has(lower) || doubtfulNames.has(lower)) && isCapital(written);
  return isFirst && lastOfName(reading, at) > at && (isCued(reading, at) || isFollowed(reading, at));
}

/** A first name of the lists; one that is a word too counts only with a capital that a sentence does not ask for. */
function isListed({ written, lower, gap }: Word): boolean {
  const capital = isCapital(written);
  if (doubtfulNames.has(lower)) return capital && /^ \(?$/.test(gap);
  return firstNames.has(lower) && (capital || lower.length >= shortestSmall);
}

const shortestSmall = 4;

/** With a surname it is a name anywhere. */
function isDoubtfulInFull(reading: Reading, at: number): boolean {
  const { written, lower } = wordAt(reading.words, at);
  return doubtfulNames.has(lower) && isCapital(written) && lastOfName(reading, at) > at;
}

/** Noor, O'Neil, El: but not EMDR. */
const isCapital = (written: string): boolean => /^\p{Lu}['’]?\p{Lu}?\p{Ll}/u.test(written);

function couldBe({ known }: Reading, { written, lower }: Word): boolean {
  const isWord = [ordinary, kin, particles].some((words) => words.has(lower)) || organisationStart.test(lower);
  return isCapital(written) && !isWord && !known(lower);
}

const initials = /(?<![\p{L}.])(?!B\.V\.|N\.V\.)(?:\p{Lu}\.){1,4} ?(?:(?:van|de|der|den|ten|ter|el|al) ){0,3}$/u;
const longestAhead = 40;

/** J. de Wit. */
function hasInitials({ text }: Reading, { start }: Word): boolean {
  return initials.test(text.slice(Math.max(0, start - longestAhead), start));
}

/** Behind a word that says who it is: moeder Karin, heet Luna, mevrouw Van der Linden, de voogd van Romy. */
function isCued(reading: Reading, at: number): boolean {
  const { words } = reading;
  const cue = beforeParticles(words, at);
  const [one, two, { gap }] = [wordAt(words, cue), wordAt(words, cue - 1), wordAt(words, cue + 1)];
  if (titles.has(one.lower)) return /^\.? $/.test(gap);
  if (gap === ' ') return isCue(one, two);
  if (/^: ?$/.test(gap)) return [one, two].some(({ lower }) => lower === 'naam');
  return gap === ', ' && kin.has(one.lower) && lastOfName(reading, at) > at;
}

function isCue(last: Word, before: Word): boolean {
  if (naming.has(last.lower) || isKin(last)) return true;
  if (last.lower === 'is') return before.lower === 'naam' || before.lower === 'name';
  return (last.lower === 'van' || last.lower === 'of') && kin.has(before.lower);
}

/** With a capital inside a sentence it is part of a name: Centrum voor Jeugd en Gezin Weert. */
const isKin = ({ written, lower, gap }: Word): boolean => kin.has(lower) && (!isCapital(written) || gap !== ' ');

const mostParticles = 3;

/** Which word stands before it and its particles. */
function beforeParticles(words: readonly Word[], at: number): number {
  let cue = at - 1;
  while (at - cue <= mostParticles && isParticle(words, cue) && !isCue(wordAt(words, cue), wordAt(words, cue - 1)))
    cue--;
  return cue;
}

function isParticle(words: readonly Word[], at: number): boolean {
  const { lower, gap } = wordAt(words, at);
  return particles.has(lower) && gap === ' ' && wordAt(words, at + 1).gap === ' ';
}

/** What stands behind these is a place, also before an age: een meisje uit Venlo, 14 jaar, in Horst aan de Maas (15). */
const placing =
  /(?<!\p{L})(?:[Ii]n|[Uu]it|[Tt]e|[Rr]egio|[Oo]mgeving|[Gg]emeente) (?:\p{Lu}[\p{L}-]+ (?:aan den? |bij |op )|Peel en )?$/u;
const age = /^(?: \(\d{1,2}(?:\)| jaar| jr)|,? \d{1,2} ?(?:jaar|jr\b|years)| van \d{1,2} jaar)/;

/** Before an age or a relative: Ayoub (16), Daan, 15 jaar, Teun en zijn ouders. */
function isFollowed(reading: Reading, at: number): boolean {
  const { text, words } = reading;
  const last = lastOfName(reading, at);
  const [{ start }, { end }] = [wordAt(words, at), wordAt(words, last)];
  if (placing.test(text.slice(Math.max(0, start - longestAhead), start))) return false;
  if (age.test(text.slice(end, end + 16))) return true;
  const [and, whose, who] = [1, 2, 3].map((further) => wordAt(words, last + further).lower);
  return and === 'en' && possessives.has(whose ?? '') && kin.has(who ?? '');
}

/** Longer than any name: two people with a surname of two words. */
const mostParts = 6;

/** The index of its last word: its surname, or the other of two (Peter en Ingrid Claessens). */
function lastOfName(reading: Reading, at: number): number {
  let last = at;
  for (let part = 0; part < mostParts; part++) last = nextPart(reading, last) ?? last;
  return last;
}

function nextPart(reading: Reading, at: number): number | undefined {
  const { words, text } = reading;
  const next = wordAt(words, at + 1);
  if (next.gap !== ' ') return undefined;
  if (couldBe(reading, next)) return at + 1;
  if (next.lower === 'en') return isOther(reading, at + 2) ? at + 2 : undefined;
  return isInitial(text, next) ? at + 1 : afterParticles(reading, at + 1);
}

function isOther(reading: Reading, at: number): boolean {
  const word = wordAt(reading.words, at);
  return word.gap === ' ' && couldBe(reading, word) && isListed(word);
}

const isInitial = (text: string, { written, end }: Word): boolean => /^\p{Lu}$/u.test(written) && text[end] === '.';

function afterParticles(reading: Reading, at: number): number | undefined {
  let end = at;
  while (end - at < mostParticles && isParticle(reading.words, end)) end++;
  return end > at && couldBe(reading, wordAt(reading.words, end)) ? end : undefined;
}

/** Beside a word for one, with a capital: Emma Kinderziekenhuis, Stichting Juliana. */
function isOrganisation({ words }: Reading, at: number): boolean {
  const adjoining = [at, at + 1, at + 2].map((one) => wordAt(words, one).gap === ' ');
  const near = [at - 1, at + 1, at + 2].filter((_, index) => adjoining[index]).map((one) => wordAt(words, one));
  return near.some(({ written, lower }) => /^\p{Lu}/u.test(written) && organisation.test(lower));
}

/** Koppel Noor aan casus 3, wijs toe aan Joris, mijn collega Fatima, welke taken heeft Niels, wat moet Emma nog doen. */
function isPutToWork({ words }: Reading, at: number): boolean {
  const [one, two] = [wordAt(words, at - 1), wordAt(words, at - 2)];
  if (putToWork.has(one.lower)) return at === 1 || one.lower.startsWith('col');
  if (two.lower === 'wat' || [one, two, wordAt(words, at - 3)].some(({ lower }) => task.test(lower))) return true;
  return /^(?:aan|an)$/.test(one.lower) && /^(?:toe|toewijzen|over|door)$/.test(two.lower);
}

const task = /^(?:taak|taken|acties?|actiepunt(?:en)?|tasks?|action)$/;

const given = String.raw`(?<![\p{L}.])(?:\p{Lu}\.){1,4} ?`;
const titled = String.raw`(?<!\p{L})[Mm](?:evrouw|evr\.?|w\.?) (?:${given})?`;
/** Of a surname that stands alone: Van den Heuvel. */
const capitalised = String.raw`(?<!\p{L})(?:Van|De|Den|Ter|Ten|El|Al) `;
const ahead = new RegExp(`(?:${titled}|${given})?(?:${capitalised})?(?:(?:van|de|der|den|ten|ter|el|al) ){0,3}$`, 'u');
const isAhead = new RegExp(`^(?:${titled}|${given}|${capitalised})`, 'u');

/** From its title, initials and particles on, to the dot of an initial. */
function finding({ text, words }: Reading, at: number, last: number): Finding {
  const { start } = wordAt(words, at);
  const ending = wordAt(words, last);
  const found = ahead.exec(text.slice(Math.max(0, start - longestAhead), start))?.[0] ?? '';
  const before = isAhead.test(found) ? found : '';
  return { kind: 'name', start: start - before.length, end: isInitial(text, ending) ? ending.end + 1 : ending.end };
}

/** The parts of these names are known: a first name, and a surname without its particles. */
export function knownNames(names: readonly string[]): KnownName {
  const parts = new Set(names.flatMap((name) => wordsOf(name).map(({ lower }) => lower)));
  return (word) => parts.has(word) && !particles.has(word);
}

import type { Finding } from './personal-data-text.ts';

/**
 * Digits that stand together: `06` and `12345678` in 06-12345678. `gap` is what keeps them from the group before, without
 * blanks; undefined when the two do not belong together.
 */
export type Group = Readonly<{ start: number; end: number; digits: string; gap: string | undefined }>;

type Span = Readonly<{ first: number; groups: readonly Group[]; gaps: readonly (string | undefined)[] }>;

const gapShape = /^(?: ?[-./_] ?| {1,3}| ?\(|\)[ -]?)$/;
const bsnWord = /(?:bsn|burger ?service|sofi)/i;
/** A number right behind the word is meant as a BSN, also when a digit was mistyped. */
const bsnWordJustBefore = /(?:bsn|burger ?service|sofi)[^\d]{0,20}$/i;
const usualShapes = /^(?:8|9|3-3-3|4-2-3)$/;
const moneyBefore = /(?:€|\beur|\beuro) ?$/i;
const moneyAfter = /^(?:,\d\d)?(?:,-)? ?(?:€|euro?s?\b)/i;
const dateAtStart = /^\d{1,2} ?[-/. ] ?\d{1,2} ?[-/. ] ?(?:19|20)\d\d(?!\d)/;

export function digitGroups(text: string): readonly Group[] {
  let last = Number.NEGATIVE_INFINITY;
  return Array.from(text.matchAll(/\d+/g), ({ 0: digits, index: start }) => {
    const gap = start - last > 3 ? '' : text.slice(last, start);
    last = start + digits.length;
    return { start, end: last, digits, gap: gapShape.test(gap) ? gap.trim() : undefined };
  });
}

/** Adjacent groups from `first` on that together hold exactly `length` digits. */
function span(groups: readonly Group[], first: number, length: number): Span | undefined {
  let digits = 0;
  let index = first;
  while (digits < length) {
    const group = groups[index];
    if (!group || (index > first && group.gap === undefined)) return undefined;
    digits += group.digits.length;
    index++;
  }
  if (digits !== length) return undefined;
  const taken = groups.slice(first, index);
  return { first, groups: taken, gaps: taken.slice(1).map(({ gap }) => gap) };
}

/** domain.md 3.2: 9A+8B+7C+6D+5E+4F+3G+2H−I is divisible by 11; nine zeros pass the sum and are no BSN. */
function isElevenProof(digits: string): boolean {
  const padded = digits.padStart(9, '0');
  if (padded.length !== 9 || Number(padded) === 0) return false;
  const sum = Array.from(padded).reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}

export function findBsn(text: string, groups: readonly Group[]): readonly Finding[] {
  return groups.flatMap((_, first) => {
    const bsn = [9, 8]
      .map((length) => span(groups, first, length))
      .find((found) => found !== undefined && isEvenlyWritten(found) && isBsn(text, groups, found));
    return bsn ? [finding('bsn', bsn.groups)] : [];
  });
}

/** Eight digits are a BSN without its leading zero, when the text says that a BSN is meant. */
function isBsn(text: string, groups: readonly Group[], found: Span): boolean {
  const proof = isElevenProof(digitsOf(found));
  const usual = usualShapes.test(shapeOf(found));
  if (!proof && !usual) return false;
  const [start, end] = [startOf(found.groups), endOf(found.groups)];
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  if (isMoney(before, after) || dateAtStart.test(text.slice(start, end))) return false;
  if (usual && bsnWordJustBefore.test(before)) return true;
  return proof && (bsnWord.test(before + after) || (digitsOf(found).length === 9 && standsAlone(text, groups, found)));
}

function isMoney(before: string, after: string): boolean {
  return moneyBefore.test(before) || moneyAfter.test(after);
}

/** `3-3-3` for 111.222.333. */
function shapeOf({ groups }: Span): string {
  return groups.map((group) => group.digits.length).join('-');
}

/** 111.222.333 and 1 1 1 2 2 2 3 3 3, but not 01-06-2026 3: one kind of gap, and no lone digit among longer groups. */
function isEvenlyWritten({ groups, gaps }: Span): boolean {
  const lone = groups.filter((group) => group.digits.length === 1).length;
  return new Set(gaps).size <= 1 && !gaps.includes('/') && (lone === 0 || lone === groups.length);
}

/** Not part of a word (F123456782) and not some numbers out of a row of equal ones (100 200 300 400). */
function standsAlone(text: string, groups: readonly Group[], { first, groups: own, gaps }: Span): boolean {
  if (/[\p{L}_]/u.test(text.charAt(startOf(own) - 1) + text.charAt(endOf(own)))) return false;
  // A row is of equal ones: 52 510 3168 behind a 15 is none.
  if (new Set(own.map(({ digits }) => digits.length)).size > 1 || own.length === 1) return true;
  const next = groups[first + own.length];
  const rowBefore = own[0]?.gap === gaps[0] && sameLength(groups[first - 1], own[0]);
  const rowAfter = next?.gap === gaps[0] && sameLength(next, own.at(-1));
  return !rowBefore && !rowAfter;
}

function sameLength(one: Group | undefined, other: Group | undefined): boolean {
  return one?.digits.length === other?.digits.length;
}

/** 06…, 0XX-XXXXXXX, 0XXX-XXXXXX, +31…, 0031…, and any other number written with a country code. */
export function findPhones(text: string, groups: readonly Group[]): readonly Finding[] {
  return groups.flatMap((_, first) => {
    const found = nationalPhone(text, groups, first) ?? internationalPhone(text, groups, first);
    return found ? [phoneFinding(text, found)] : [];
  });
}

function nationalPhone(text: string, groups: readonly Group[], first: number): Span | undefined {
  const group = groups[first];
  if (!group || !/^(?:06|0[1-9]\d)/.test(group.digits) || /[\p{L}+]/u.test(text.charAt(group.start - 1)))
    return undefined;
  if (dateAtStart.test(text.slice(group.start, group.start + 16))) return undefined;
  const found = span(groups, first, 10);
  return found && hasPhoneGaps(found) ? found : undefined;
}

function phoneFinding(text: string, { groups }: Span): Finding {
  const { kind, start, end } = finding('phone', groups);
  return { kind, start: text[start - 1] === '+' ? start - 1 : start, end };
}

/**
 * The gap behind the area code may differ from the others: 06-12 34 56 78. A lone digit behind longer groups is none of it:
 * a BSN begins with a zero too, and an age may follow.
 */
function hasPhoneGaps({ groups, gaps }: Span): boolean {
  const [before, last] = groups.slice(-2).map(({ digits }) => digits.length);
  return new Set(gaps.slice(1)).size <= 1 && (last !== 1 || before === 1);
}

function internationalPhone(text: string, groups: readonly Group[], first: number): Span | undefined {
  const group = groups[first];
  if (!group) return undefined;
  const plus = text[group.start - 1] === '+';
  if (!plus && !group.digits.startsWith('0031')) return undefined;
  const lengths = plus && !group.digits.startsWith('31') ? [13, 12, 11, 10] : [11, 12, 13];
  return lengths.map((length) => span(groups, first, length)).find((found) => found !== undefined);
}

/** ISO 13616: the length of an IBAN by country. */
const ibanLengths = new Map(
  (
    'NL18 BE16 DE22 FR27 GB22 IE22 ES24 PT25 IT27 LU20 AT20 CH21 DK18 SE24 NO15 FI18 PL28 CZ24 SK24 HU28 RO24 BG22 GR27 ' +
    'HR21 SI19 LT20 LV21 EE20 CY28 MT31 TR26'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
/** A form that nothing else has; a mistyped one is an account number all the same. */
const dutchIban = /^NL\d\d[A-Z]{4}\d{10}$/;
/** At the start of a word, also when the word IBAN sticks to it. */
const ibanStart = /(?<=(?:^|[^a-z0-9])(?:iban|rekening|rekeningnummer)?)([a-z]{2}) ?(?=\d\d)/gi;

export function findIbans(text: string): readonly Finding[] {
  return Array.from(text.matchAll(ibanStart)).flatMap(({ index, 1: country = '' }) => {
    const end = endOfIban(text, index, ibanLengths.get(country.toUpperCase()) ?? 0);
    return end === undefined ? [] : [{ kind: 'iban', start: index, end }];
  });
}

const blanksBetween = /[ .-]{1,3}(?=[A-Za-z0-9])/y;
const letterOrDigit = /[A-Za-z0-9]/;

function endOfIban(text: string, start: number, length: number): number | undefined {
  if (length === 0) return undefined;
  let [place, letters] = [start, ''];
  while (letters.length < length) {
    blanksBetween.lastIndex = place;
    place += blanksBetween.exec(text)?.[0].length ?? 0;
    const character = text.charAt(place);
    if (!letterOrDigit.test(character)) return undefined;
    letters += character.toUpperCase();
    place++;
  }
  const isIban = dutchIban.test(letters) || isMod97Proof(letters);
  return isIban && !letterOrDigit.test(text.charAt(place)) ? place : undefined;
}

/** ISO 13616: the first four characters to the back, letters as 10…35, remainder 1. */
function isMod97Proof(letters: string): boolean {
  const moved = letters.slice(4) + letters.slice(0, 4);
  const digits = Array.from(moved, (character) => String(Number.parseInt(character, 36))).join('');
  return Array.from(digits).reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1;
}

const digitsOf = ({ groups }: Span): string => groups.map((group) => group.digits).join('');
const startOf = (groups: readonly Group[]): number => groups[0]?.start ?? 0;
const endOf = (groups: readonly Group[]): number => groups.at(-1)?.end ?? 0;

function finding(kind: Finding['kind'], groups: readonly Group[]): Finding {
  return { kind, start: startOf(groups), end: endOf(groups) };
}

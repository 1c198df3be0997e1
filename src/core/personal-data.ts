import { findMarks } from './number-marks.ts';
import { findNames, type KnownName } from './personal-data-names.ts';
import { findBirthDates } from './personal-data-dates.ts';
import { digitGroups, findBsn, findIbans, findPhones } from './personal-data-numbers.ts';
import { findEmails, findPostcodes, findStreets } from './personal-data-places.ts';
import {
  type BlockedKind,
  type CoveredKind,
  type Finding,
  type PersonalDataKind,
  plainText,
} from './personal-data-text.ts';

export { type KnownName, knownNames } from './personal-data-names.ts';
export { type CoveredKind, type Finding, type PersonalDataKind, plainText } from './personal-data-text.ts';

/**
 * Finds what may not be in a case (domain.md 3.2): kinds and places in `text`, in order, without overlap. Names are looked
 * for only by whom it is said whose are `known`. One in eleven nine-digit numbers passes for a BSN: ask the person, do not accuse. Time grows with the length.
 */
export function findPersonalData(text: string, known?: KnownName): readonly Finding[] {
  const { plain: typed, at } = plainText(text);
  const plain = withoutIds(typed);
  const groups = digitGroups(withoutCaseNumbers(plain));
  // The surest first: what one finding covers, no later one claims.
  const candidates = [
    findMarks(plain),
    findEmails(plain),
    findIbans(plain),
    findBirthDates(plain),
    findPhones(plain, groups),
    findBsn(plain, groups),
    findStreets(plain, groups),
    findPostcodes(plain),
    ...(known === undefined ? [] : [findNames(plain, known)]),
  ];
  const found = candidates.reduce(withoutOverlap, []);
  return found.map(({ kind, start, end }) => ({ kind, start: at(start), end: at(end) }));
}

/** One in a thousand ids of Microsoft's holds what reads as a phone number or an IBAN. */
const entraId = /(?<![\p{L}\d])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\p{L}\d])/giu;

function withoutIds(plain: string): string {
  return plain.replace(entraId, (id) => 'x'.repeat(id.length));
}

/** Its digits are nobody's, and would make one number with those behind it. Seven digits are no BSN; so only these forms. */
const caseNumber = /(?<![\p{L}\d-])(?:[A-Z]{2}-20\d\d-\d{4}|20\d\d-\d{3})(?![\d./-])/gu;

function withoutCaseNumbers(plain: string): string {
  return plain.replace(caseNumber, (number) => 'x'.repeat(number.length));
}

export const isBlocked = (kind: PersonalDataKind): kind is BlockedKind => kind === 'bsn' || kind === 'iban';

export const isCovered = (kind: PersonalDataKind): kind is CoveredKind => !isBlocked(kind);

/** What the bot reads in the place of personal data in a sentence; people type it too. */
export const coverMark = '…';

/** The text with `written` in the place of each finding; the findings are in order, as they are found. */
export function covered<Kind extends PersonalDataKind>(
  text: string,
  findings: readonly (Finding & Readonly<{ kind: Kind }>)[],
  written: (kind: Kind) => string,
): string {
  const parts = findings.map(
    ({ kind, start }, index) => text.slice(findings[index - 1]?.end ?? 0, start) + written(kind),
  );
  return [...parts, text.slice(findings.at(-1)?.end ?? 0)].join('');
}

type Guarded = Readonly<{ field: string; kind: PersonalDataKind }>;

/** Which fields hold which kinds of personal data; each pair once. */
export function guardTexts(fields: Readonly<Record<string, string | undefined>>): readonly Guarded[] {
  return Object.entries(fields).flatMap(([field, text]) => {
    const kinds = new Set(findPersonalData(text ?? '').map(({ kind }) => kind));
    return [...kinds].map((kind) => ({ field, kind }));
  });
}

function withoutOverlap(found: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  let last = 0;
  const free = more.filter((candidate) => {
    if (candidate.start < last || !isFree(found, candidate)) return false;
    last = candidate.end;
    return true;
  });
  return [...found, ...free].toSorted((one, other) => one.start - other.start);
}

/** `sorted` holds findings of earlier kinds, which do not overlap one another: a binary search is enough. */
function isFree(sorted: readonly Finding[], { start, end }: Finding): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (sorted[low]?.start ?? Number.POSITIVE_INFINITY) >= end;
}

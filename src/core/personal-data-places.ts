import type { Group } from './personal-data-numbers.ts';
import type { Finding } from './personal-data-text.ts';

/** Two letters behind a number that are a word, a unit or an abbreviation of the field: 2026 en, 500 mg, 2025 GI. */
const wordsAndUnits = new Set(
  (
    'aan af al as be bv ca cc cm de dl do dr ds dt el en er eu ex ga gb ge gi gr ha he ho ie ik in is ja je kb kg km ma mb ' +
    'mg ml mm na ne nl no nr nu of om op pc pm po pp re sa sd ss st te tv uw va vo vs we wo za ze zi zo zu'
  ).split(' '),
);
const postcode = /(?<![\p{L}\p{N}_.-])([1-9]\d{3})( ?)([A-Za-z]{2})(?![\p{L}\p{N}_])/gu;
const addressBefore = /(?:postcode[^\d]{0,20}|adres[^\d]{0,20}|\d ?[a-z]?,? ?)$/i;
const year = /^(?:19|20)/;
const placeName = /^,? +\p{Lu}\p{Ll}/u;

export function findPostcodes(text: string): readonly Finding[] {
  return Array.from(text.matchAll(postcode)).flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    return isPostcode(match, text.slice(Math.max(0, start - 30), start), text.slice(end, end + 20))
      ? [{ kind: 'address', start, end }]
      : [];
  });
}

function isPostcode([, digits = '', space, letters = '']: RegExpExecArray, before: string, after: string): boolean {
  const capitals = letters === letters.toUpperCase();
  if (wordsAndUnits.has(letters.toLowerCase())) {
    return capitals && (addressBefore.test(before) || (placeName.test(after) && !year.test(digits)));
  }
  return capitals || space === '' || !year.test(digits) || addressBefore.test(before);
}

const streetEnding =
  /^[\p{L}'’.-]{2,40}(?:straat|str\.|laan|plein|gracht|kade|singel|dreef|steeg|plantsoen|dijk|weg|hof|pad|park|baan|wal|markt)$/iu;
/** Endings that are hardly ever anything but a street, so that a small letter is no objection. */
const sureEnding = /(?:straat|str\.|laan|gracht|kade|singel|dreef|steeg|plantsoen)$/i;
const notStreets =
  /^(?:onderweg|halverwege|snelweg|omweg|uitweg|loopbaan|tussenweg|zorgpad|gerechtshof|arbeidsmarkt|woningmarkt|zorgmarkt)$/i;
const numberWord = /,? (?:nr\.?|nummer|huisnummer|no\.) ?$/i;
const notHouseNumber =
  /^ ?(?:%|°|[/.,:]\d|-\d+-|weken|week|dag|maand|jaar|jr|uur|keer|maal|min|euro|eur\b|km\b|kinderen|jongeren|plekken|bedden|jan|feb|maart|apr|mei\b|jun|jul|aug|sep|okt|nov|dec)/i;
const houseNumberRest = /^(?: ?[A-Za-z]|-\d{1,3})?(?![\p{L}\p{N}])/u;

/** Street and house number: Dorpsstraat 12, Molenweg 4a, Burgemeester Janssenstraat nr. 101. */
export function findStreets(text: string, groups: readonly Group[]): readonly Finding[] {
  return groups.flatMap((group) => {
    const start = startOfStreet(text, group);
    if (start === undefined) return [];
    const rest = houseNumberRest.exec(text.slice(group.end, group.end + 8))?.[0] ?? '';
    return [{ kind: 'address', start, end: group.end + rest.length }];
  });
}

function startOfStreet(text: string, { start, end, digits }: Group): number | undefined {
  if (digits.length > 4 || digits.startsWith('0') || notHouseNumber.test(text.slice(end, end + 12))) return undefined;
  const before = text.slice(Math.max(0, start - 100), start).replace(numberWord, ' ');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const name = line.trimEnd();
  const words = name.split(' ');
  if (name === line || !isStreet(withoutSigns(words.at(-1) ?? ''))) return undefined;
  return Math.max(0, start - 100) + before.length - line.length + name.length - nameLength(words);
}

/** `(Dorpsstraat`, `adres:Dorpsstraat`. */
function withoutSigns(word: string): string {
  return word.replace(/^.*[(:;,"“]/, '');
}

function isStreet(word: string): boolean {
  if (!streetEnding.test(word) || notStreets.test(word)) return false;
  return sureEnding.test(word) || /^\p{Lu}/u.test(word);
}

/** The street's last word and up to three words with a capital before it. */
function nameLength(words: readonly string[]): number {
  const named = words.slice(-4, -1).reverse();
  const others = named.findIndex((word) => !/^\p{Lu}[\p{L}.’'-]*$/u.test(word));
  const before = others === -1 ? named : named.slice(0, others);
  return [withoutSigns(words.at(-1) ?? ''), ...before].join(' ').length;
}

/** The part before an @ reaches back, the domain forward; it must end in letters. Every character is looked at twice at most. */
export function findEmails(text: string): readonly Finding[] {
  return Array.from(text.matchAll(/@/g)).flatMap(({ index }) => {
    const local = /[\p{L}\p{N}._%+'-]+$/u.exec(text.slice(Math.max(0, index - 64), index))?.[0] ?? '';
    const domain = /^(?:[\p{L}\p{N}-]{1,63}\.){1,5}[\p{L}]{2,24}/u.exec(text.slice(index + 1, index + 250))?.[0];
    return local === '' || domain === undefined
      ? []
      : [{ kind: 'email', start: index - local.length, end: index + 1 + domain.length }];
  });
}

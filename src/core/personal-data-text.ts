/** Numbers that name one person in every register: what they stand in is refused. */
export type BlockedKind = 'bsn' | 'iban';
/** Covered, with the rest left as it is. */
export type CoveredKind = 'phone' | 'email' | 'address' | 'birth-date' | 'name';
export type PersonalDataKind = BlockedKind | CoveredKind;
/** Where it stands, never what it is: the text itself is not passed on. `end` is behind the last character. */
export type Finding = Readonly<{ kind: PersonalDataKind; start: number; end: number }>;

/** A text made plain for searching, with the way back: character `i` of `plain` came from `source[at(i)]`. */
type PlainText = Readonly<{ plain: string; at(index: number): number }>;

const dashes = /[\u2010-\u2015\u2212]/u;
const invisible = /[\p{Cf}\p{Mn}\p{Me}]/u;
const decimal = /\p{Nd}/u;
const ascii = /^[\u0000-\u007f]*$/;
/** A blank out of a spreadsheet, and the dots that stand half-way up a line. */
const blanks = /[\t\v\f]/g;
const dots = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb]/u;

/**
 * Undoes what hides a number from a search: full-width, circled and foreign digits, zero-width characters, odd dashes and
 * spaces. Character by character, so that every place can be given in the text the person typed.
 */
export function plainText(source: string): PlainText {
  if (ascii.test(source)) return { plain: source.replace(blanks, ' '), at: (index) => index };
  const places: number[] = [];
  let plain = '';
  let place = 0;
  for (const character of source) {
    const written = plainCharacter(character);
    for (let unit = 0; unit < written.length; unit++) places.push(place);
    plain += written;
    place += character.length;
  }
  return { plain, at: (index) => places[index] ?? source.length };
}

function plainCharacter(character: string): string {
  if (character <= '\u007f') return character.replace(blanks, ' ');
  if (dashes.test(character)) return '-';
  if (dots.test(character)) return '.';
  if (invisible.test(character)) return '';
  if (decimal.test(character)) return digitOf(character);
  return character.normalize('NFKC');
}

/** Unicode keeps the ten digits of a script together, zero first. */
function digitOf(character: string): string {
  const ascii = character.normalize('NFKC');
  if (ascii <= '\u007f') return ascii;
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && decimal.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

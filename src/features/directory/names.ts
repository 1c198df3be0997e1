import type { Municipality, MunicipalityName } from './directory.ts';

/** Names in daily use that no official list has. */
const dailyNames: Readonly<Record<string, string>> = {
  'den bosch': 's hertogenbosch',
  's gravenhage': 'den haag',
  'the hague': 'den haag',
  hague: 'den haag',
  'de friese meren': 'de fryske marren',
  'zuidwest friesland': 'sudwest fryslan',
  tietjerksteradeel: 'tytsjerksteradiel',
  dantumadeel: 'dantumadiel',
};

const mostSuggestions = 5;

/** By its name, however it is written: capitals, accents, `gemeente` before it, `(L)` after it as long as that leaves no doubt. */
export function findMunicipality<Found extends Municipality>(name: string, among: readonly Found[]): Found | undefined {
  const wanted = plainName(name);
  const exact = among.find((municipality) => plainName(municipality.name) === wanted);
  if (exact) return exact;
  const short = plainName(withoutAddition(name));
  const candidates = among.filter((municipality) => plainName(withoutAddition(municipality.name)) === short);
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** The likeliest first; none for a name that looks like no municipality at all. */
export function suggestMunicipalities(name: string, among: readonly Municipality[]): readonly MunicipalityName[] {
  const wanted = plainName(withoutAddition(name));
  if (wanted === '') return [];
  const mostEdits = Math.max(1, Math.floor(wanted.length / 3));
  return among
    .map((municipality) => ({ name: municipality.name, edits: editsTo(wanted, municipality.name) }))
    .filter(({ edits }) => edits <= mostEdits)
    .sort((one, other) => one.edits - other.edits || one.name.localeCompare(other.name, 'nl'))
    .slice(0, mostSuggestions)
    .map((suggestion) => suggestion.name);
}

/** 0 when what was typed is a word or the beginning of the name: `Horst` for Horst aan de Maas. */
function editsTo(wanted: string, name: string): number {
  const plain = plainName(withoutAddition(name));
  if (wanted.length > 2 && ` ${plain}`.includes(` ${wanted}`)) return 0;
  return countEdits(wanted, plain);
}

function plainName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^(de )?gemeente /, '');
  return dailyNames[plain] ?? plain;
}

function withoutAddition(name: string): string {
  return name.replace(/\s*\([^)]*\)\s*$/, '');
}

/** Optimal string alignment: insert, delete, replace, or swap two neighbours. */
export function countEdits(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const next = nextRow({ one, other, row }, last, beforeLast);
    beforeLast = last;
    last = next;
  }
  return last.at(-1) ?? 0;
}

type At = Readonly<{ one: string; other: string; row: number }>;

function nextRow({ one, other, row }: At, last: readonly number[], beforeLast: readonly number[]): readonly number[] {
  const next = [row];
  for (let column = 1; column <= other.length; column++) {
    const replaced = cell(last, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
    const swapped = isSwap(one, other, { row, column }) ? cell(beforeLast, column - 2) + 1 : Infinity;
    next.push(Math.min(cell(last, column) + 1, cell(next, column - 1) + 1, replaced, swapped));
  }
  return next;
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

function isSwap(one: string, other: string, { row, column }: Readonly<{ row: number; column: number }>): boolean {
  if (row < 2 || column < 2) return false;
  return one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
}

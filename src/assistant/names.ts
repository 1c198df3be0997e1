import { createNearest } from './near.ts';

/** Something with a name; `names` are all the ways in which people say it. */
export type Named = Readonly<{ id: string; names: readonly string[] }>;
/** `compounds`: its names may begin a longer word, as in `traumatherapeut`. `people`: a first or last name will do. */
export type NameList = Readonly<{ entries: readonly Named[]; compounds?: boolean; people?: boolean }>;
/** Of each kind (region, municipality, person …) what was named; more than one id in a mention: ask which. */
export type Mentions<Kind extends string> = Readonly<Record<Kind, readonly (readonly string[])[]>>;

type Word = Readonly<{ plain: string; capital: boolean; first: boolean }>;
type Find = (words: readonly Word[]) => readonly (readonly string[])[];

const shortestBeginning = 5;
const shortestNear = 4;

/**
 * Finds names in sentences, also with one letter wrong. `ordinary` are words that mean something else and are never taken for a
 * mistyped name: `weet` is not Weert.
 */
export function createNameReader<Kind extends string>(
  lists: Readonly<Record<Kind, NameList>>,
  ordinary: ReadonlySet<string>,
): (text: string) => Mentions<Kind> {
  const finders = Object.entries<NameList>(lists).map(([kind, list]) => [kind, createFind(list, ordinary)] as const);
  return (text) => {
    const words = wordsOf(text);
    return Object.fromEntries(finders.map(([kind, find]) => [kind, find(words)])) as Mentions<Kind>;
  };
}

function wordsOf(text: string): readonly Word[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return Array.from(plain.matchAll(/[\p{L}\d]+(?:['’][\p{L}]+)*/gu), ({ 0: written, index }) => ({
    ...{ plain: written.toLowerCase(), capital: /^\p{Lu}/u.test(written), first: index === 0 },
  }));
}

const plainName = (name: string): string =>
  wordsOf(name)
    .map(({ plain }) => plain)
    .join(' ');

function createFind({ entries, compounds = false, people = false }: NameList, ordinary: ReadonlySet<string>): Find {
  const ids = idsByName(entries, people);
  const near = createNearest(ids.keys());
  const beginnings = [...ids.keys()]
    .filter((name) => compounds && name.length >= shortestBeginning && !name.includes(' '))
    .toSorted((one, other) => other.length - one.length);
  const mistyped = (written: string): readonly string[] =>
    near(written).filter((name) => written.length >= shortestNear && name.charAt(0) === written.charAt(0));
  const idsOf = (span: readonly Word[]): readonly string[] => {
    const written = span.map(({ plain }) => plain).join(' ');
    const exact = ids.get(written);
    if (exact) return people && isDoubtful(span) ? [] : exact;
    const beginning = span.length === 1 ? beginnings.find((name) => written.startsWith(name)) : undefined;
    if (beginning !== undefined) return ids.get(beginning) ?? [];
    if (span.some(({ plain }) => ordinary.has(plain))) return [];
    return [...new Set(mistyped(written).flatMap((name) => ids.get(name) ?? []))];
  };
  // One word more than the longest name: a blank can be a typing error too.
  const most = 1 + Math.max(0, ...[...ids.keys()].map((name) => name.split(' ').length));
  return (words) => longestFirst(words, most, idsOf);
}

function longestFirst(words: readonly Word[], most: number, idsOf: (span: readonly Word[]) => readonly string[]) {
  const found = new Map<string, readonly string[]>();
  let at = 0;
  while (at < words.length) {
    const rest = words.slice(at, at + most);
    const spans = rest.map((_, less) => rest.slice(0, rest.length - less));
    const span = spans.find((one) => idsOf(one).length > 0) ?? [];
    const ids = idsOf(span);
    if (ids.length > 0) found.set(ids.join(), ids);
    at += Math.max(1, span.length);
  }
  return [...found.values()];
}

function idsByName(entries: readonly Named[], people: boolean): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>();
  for (const { id, names } of entries) {
    const ways = new Set(
      names.flatMap((name) => [
        plainName(name),
        plainName(name.replace(/\(.*?\)/g, '')),
        ...(people ? partsOf(name) : []),
      ]),
    );
    for (const way of ways) if (way !== '') ids.set(way, [...(ids.get(way) ?? []), id]);
  }
  return ids;
}

/** Fatima El Amrani: fatima, el amrani, amrani. */
function partsOf(name: string): readonly string[] {
  const [first = '', ...rest] = plainName(name).split(' ');
  return rest.length === 0 ? [first] : [first, rest.join(' '), rest.at(-1) ?? ''];
}

const wordsToo = new Set(
  'wil mei roos storm bloem fleur jet pit lot job mark max will may rose joy grace hope april juni sam kim ros sterk vos wit jong bos berg dijk de groot groen zwart lange korte smit bakker mulder visser kok boer koning prins meer dam brink'.split(
    ' ',
  ),
);

/** Whether a word is a first or last name as well. */
export const isName = (word: string): boolean => word.length > 2 && wordsToo.has(word);

/** A first or last name that is a word too needs a capital, and not only that of a first word. */
function isDoubtful([word, next]: readonly Word[]): boolean {
  return word !== undefined && next === undefined && wordsToo.has(word.plain) && (!word.capital || word.first);
}

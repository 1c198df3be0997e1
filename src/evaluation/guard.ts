import { z } from 'zod/v4';
import { findPersonalData, type KnownName, knownNames, type PersonalDataKind } from '../core/personal-data.ts';
import { parsed, share } from './file.ts';

const sentences = z.array(z.string().min(1));
/** `roster`: names of colleagues, and made-up names. */
const guardFile = z.object({ roster: sentences.default([]), positive: sentences, negative: sentences });

export type GuardFile = z.infer<typeof guardFile>;

export type GuardEvaluation = Readonly<{
  /** What is marked, by kind of mark, and how much of it was found as that kind, all of it. */
  kinds: Readonly<Record<string, Readonly<{ marked: number; recall: number }>>>;
  ordinary: number;
  /** Ordinary sentences in which something was found. */
  falseAlarms: number;
  misses: readonly Readonly<{ text: string; kind: string }>[];
  alarms: readonly Readonly<{ text: string; kinds: readonly PersonalDataKind[] }>[];
}>;

const kindOf: Readonly<Record<string, PersonalDataKind>> = {
  ...{ BSN: 'bsn', IBAN: 'iban', PHONE: 'phone', EMAIL: 'email', ADDR: 'address', DOB: 'birth-date', NAME: 'name' },
};

export function parseGuard(text: string): GuardFile {
  return parsed(guardFile, text, 'a file of marked and ordinary sentences');
}

export function evaluateGuardFile(text: string): GuardEvaluation {
  return evaluateGuard(parseGuard(text));
}

export function evaluateGuard({ roster, positive, negative }: GuardFile): GuardEvaluation {
  const known = knownNames(roster);
  const marks = positive.flatMap((marked) => marksOf(marked, known));
  const alarms = negative.flatMap((text) => {
    const kinds = findPersonalData(text, known).map(({ kind }) => kind);
    return kinds.length > 0 ? [{ text, kinds }] : [];
  });
  const byKind = Map.groupBy(marks, ({ kind }) => kind);
  return {
    kinds: Object.fromEntries(
      [...byKind].map(([kind, ofKind]) => [
        kind,
        { marked: ofKind.length, recall: share(ofKind.filter(({ found }) => found).length, ofKind.length) },
      ]),
    ),
    ordinary: negative.length,
    falseAlarms: share(alarms.length, negative.length),
    misses: marks.flatMap(({ text, kind, found }) => (found || !(kind in kindOf) ? [] : [{ text, kind }])),
    alarms,
  };
}

const mark = /\{\{([A-Z]+):(.*?)\}\}/g;

/** The sentence without its marks, and of each mark whether the guard finds it where it stands. */
function marksOf(
  marked: string,
  known: KnownName,
): readonly Readonly<{ text: string; kind: string; found: boolean }>[] {
  const text = marked.replace(mark, '$2');
  const findings = findPersonalData(text, known);
  let shift = 0;
  return Array.from(marked.matchAll(mark), ({ 0: whole, 1: kind = '', 2: inner = '', index }) => {
    const start = index - shift;
    shift += whole.length - inner.length;
    const end = start + inner.length;
    const found = findings.some((one) => one.kind === kindOf[kind] && one.start <= start && one.end >= end);
    return { text, kind, found };
  });
}

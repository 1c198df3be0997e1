import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  createNameReader,
  createRecogniser,
  languageOf,
  ordinaryWords,
  readAmounts,
  readCases,
  readLessons,
  readWhen,
} from '../../src/assistant/index.ts';
import { findPersonalData } from '../../src/core/personal-data.ts';
import { parseIntents } from '../../src/evaluation/intents.ts';
import { createHolidays } from '../../src/holidays.ts';

// What understanding costs: learning at start-up, one message (all that is read from it), and the memory that stays. One JSON
// line a figure.

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function report(what: string, unit: string, figures: Readonly<{ measured: number; target: number }>): void {
  const { measured, target } = figures;
  const rounded = Number(measured.toFixed(3));
  console.log(JSON.stringify({ bench: 'understand', what, unit, measured: rounded, target, met: measured <= target }));
}

function used(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const before = used();
const began = performance.now();
const lessons = readLessons();
const recognise = createRecogniser(lessons);
report('reading the examples and learning from them, cold', 'ms', { measured: performance.now() - began, target: 500 });

/** As many as a country has: municipalities, experts, places. */
const names = (count: number, what: string) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${what}${at}`,
    names: [`${what} ${String.fromCharCode(97 + (at % 26))}${at}`],
  }));
const readNames = createNameReader(
  {
    municipality: { entries: names(342, 'gemeente') },
    person: { entries: names(2_000, 'Persoon'), people: true },
    place: { entries: names(500, 'huis') },
    specialism: { entries: names(150, 'thema'), compounds: true },
  },
  ordinaryWords(lessons),
);
report('memory that stays, with the names of a country', 'MB', { measured: used() - before, target: 40 });

const file = new URL('../../test/assistant/data/utterances.json', import.meta.url);
const { intents, outOfScope } = parseIntents(readFileSync(file, 'utf8'));
const texts = [...Object.values(intents).flatMap((kinds) => Object.values(kinds).flat()), ...outOfScope];
const isHoliday = createHolidays();
const now = '2026-11-26T10:00:00.000Z';

function understand(text: string): void {
  findPersonalData(text);
  recognise(text);
  readCases(text);
  readAmounts(text);
  readNames(text);
  readWhen(text, { now, isHoliday, locale: languageOf(text) });
}

function percentile(work: (text: string) => void, share: number): number {
  const ms = texts.map((text) => {
    const start = performance.now();
    work(text);
    return performance.now() - start;
  });
  return ms.toSorted((one, other) => one - other)[Math.floor(share * (ms.length - 1))] ?? 0;
}

report('one message of the first hundreds, p95', 'ms', { measured: percentile(understand, 0.95), target: 2 });
report('one message, p95', 'ms', { measured: percentile(understand, 0.95), target: 2 });
report('one message of 4,000 characters', 'ms', {
  measured: percentile(() => understand(texts.join(', ').slice(0, 4_000)), 0.5),
  target: 20,
});

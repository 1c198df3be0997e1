import { z } from 'zod/v4';
import { createRecogniser, readLessons, type Recognise, type Recognised } from '../assistant/index.ts';
import { parsed, share } from './file.ts';

const sentences = z.array(z.string().min(1));
const intentsFile = z.object({
  intents: z.record(z.string(), z.record(z.string(), sentences)),
  outOfScope: sentences.default([]),
  none: sentences.default([]),
});

export type IntentsFile = z.infer<typeof intentsFile>;

export type IntentFigures = Readonly<{
  sentences: number;
  /** The likeliest of all was meant; taking it for talk is wrong. */
  accuracy: number;
  /** It was among the three that are offered. */
  top3: number;
  /** So sure that it acts. */
  acted: number;
  /** Of what it acted on: what was meant. */
  precision: number;
}>;

export type IntentEvaluation = IntentFigures &
  Readonly<{
    /** By the kinds of the file: train, para, typo … */
    kinds: Readonly<Record<string, IntentFigures>>;
    outOfScope: Readonly<{ sentences: number; acted: number }>;
    misses: readonly Readonly<{ text: string; meant: string | null; kind: string; guess: string }>[];
  }>;

export function parseIntents(text: string): IntentsFile {
  return parsed(intentsFile, text, 'a file of intents and their sentences');
}

export function evaluateIntentsFile(text: string): IntentEvaluation {
  return evaluateIntents(parseIntents(text), createRecogniser(readLessons()));
}

type Tried = Readonly<{ text: string; meant: string | null; kind: string; found: Recognised }>;

export function evaluateIntents(file: IntentsFile, recognise: Recognise): IntentEvaluation {
  const wanted = Object.entries(file.intents).flatMap(([meant, kinds]) =>
    Object.entries(kinds).flatMap(([kind, texts]) =>
      texts.map((text): Tried => ({ text, meant, kind, found: recognise(text) })),
    ),
  );
  const others = [...file.outOfScope, ...file.none].map((text): Tried => ({
    text,
    meant: null,
    kind: 'out of scope',
    found: recognise(text),
  }));
  const byKind = Map.groupBy(wanted, ({ kind }) => kind);
  return {
    ...figuresOf(wanted),
    kinds: Object.fromEntries([...byKind].map(([kind, tried]) => [kind, figuresOf(tried)])),
    outOfScope: { sentences: others.length, acted: share(others.filter(acted).length, others.length) },
    misses: [...wanted.filter((one) => !isRight(one)), ...others.filter(acted)].map((one) => ({
      ...{ text: one.text, meant: one.meant, kind: one.found.kind, guess: guessOf(one) },
    })),
  };
}

function figuresOf(tried: readonly Tried[]): IntentFigures {
  const done = tried.filter(acted);
  return {
    sentences: tried.length,
    accuracy: share(tried.filter(isRight).length, tried.length),
    top3: share(tried.filter(isAmongThree).length, tried.length),
    acted: share(done.length, tried.length),
    precision: share(done.filter(isRight).length, done.length),
  };
}

const guessOf = ({ found }: Tried): string => (found.kind === 'talk' ? found.about : (found.guesses[0]?.intent ?? ''));
const isRight = (tried: Tried): boolean => guessOf(tried) === tried.meant;
const acted = ({ found }: Tried): boolean => found.kind === 'act';
const isAmongThree = ({ found, meant }: Tried): boolean => found.guesses.some(({ intent }) => intent === meant);

import { soundsLikeDistress, speaksOfWork } from './distress.ts';
import type { Lessons } from './examples.ts';
import { createFeatures } from './features.ts';
import { train } from './regression.ts';

export type Guess = Readonly<{ intent: string; probability: number }>;

/**
 * `act`: sure enough to do it. `offer`: one of the guesses is meant, ask which. `talk`: nothing to do, `about` says what it
 * was (`buiten`: nothing the bot is for). `unclear`: say what can be asked. The three likeliest intents are always there.
 */
export type Recognised = Readonly<{ guesses: readonly Guess[] }> &
  (
    | Readonly<{ kind: 'act'; intent: string }>
    | Readonly<{ kind: 'talk'; about: string }>
    | Readonly<{ kind: 'offer' | 'unclear' }>
  );

export type Recognise = (text: string) => Recognised;

/**
 * Chosen by cross-validation on the examples, so that of what is acted on at least 96 in 100 was meant, and at most 4 in 100
 * of what is out of scope is acted on.
 */
const sure = 0.66;
/** A guess less likely than this is no help to anybody. */
const worthOffering = 0.12;
const offered = 3;
/** Likely enough to be offered although it looks like nothing the bot is for. */
const perhapsMeant = 0.25;
const outOfScope = 'buiten';
/** Whoever may be in distress sees where to call, whatever else was meant. */
const distress = 'nood';
const perhapsDistress = 0.5;
/** Where work is spoken of, a few words in common say little. */
const likelyDistress = 0.75;

/** Learns from the examples when it is made; then a sentence takes a fraction of a millisecond. */
export function createRecogniser({ intents, talk }: Lessons): Recognise {
  const names = [...intents.keys(), ...talk.keys()];
  const examples = [...intents.values(), ...talk.values()].flatMap((texts, label) =>
    texts.map((text) => ({ text, label })),
  );
  const featuresOf = createFeatures(examples.map(({ text }) => text));
  const classify = train(
    examples.map(({ text, label }) => ({ features: featuresOf(text), label })),
    names.length,
  );
  return (text) => {
    const probabilities = classify(featuresOf(text));
    const ranked = names
      .map((intent, label) => ({ intent, probability: probabilities[label] ?? 0 }))
      .sort((one, other) => other.probability - one.probability);
    return inDistress(text, ranked)
      ? { kind: 'talk', about: distress, guesses: intentsIn(ranked, talk) }
      : decided(
          ranked.filter(({ intent }) => intent !== distress),
          talk,
        );
  };
}

function decided(ranked: readonly Guess[], talk: Lessons['talk']): Recognised {
  const guesses = intentsIn(ranked, talk);
  const [likeliest, guess] = [ranked[0], guesses[0]];
  if (likeliest === undefined || guess === undefined) return { kind: 'unclear', guesses };
  const isTalk = talk.has(likeliest.intent) && (likeliest.intent !== outOfScope || guess.probability < perhapsMeant);
  if (isTalk) return { kind: 'talk', about: likeliest.intent, guesses };
  if (guess.probability >= sure) return { kind: 'act', intent: guess.intent, guesses };
  return { kind: guess.probability >= worthOffering ? 'offer' : 'unclear', guesses };
}

const intentsIn = (ranked: readonly Guess[], talk: Lessons['talk']): readonly Guess[] =>
  ranked.filter(({ intent }) => !talk.has(intent)).slice(0, offered);

function inDistress(text: string, ranked: readonly Guess[]): boolean {
  if (soundsLikeDistress(text)) return true;
  const least = speaksOfWork(text) ? likelyDistress : perhapsDistress;
  return ranked.some(({ intent, probability }) => intent === distress && probability >= least);
}

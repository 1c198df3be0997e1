import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { actions, createRecogniser, type Lessons, readLessons } from '../../src/assistant/index.ts';
import {
  evaluateIntents,
  type IntentEvaluation,
  type IntentsFile,
  parseIntents,
} from '../../src/evaluation/intents.ts';

const lessons = readLessons();
const recognise = createRecogniser(lessons);
const heldOut = parseIntents(readFileSync(new URL('./data/utterances.json', import.meta.url), 'utf8'));

describe('the recogniser, on sentences that it never saw', () => {
  const figures = evaluateIntents(heldOut, recognise);

  it('finds what was meant', () => {
    ok(figures.accuracy >= 0.85, `accuracy ${figures.accuracy}`);
    ok(figures.top3 >= 0.95, `top 3 ${figures.top3}`);
  });

  it('acts only when it is sure', () => {
    ok(figures.precision >= 0.96, `precision ${figures.precision}`);
    ok(figures.acted >= 0.7, `acted on ${figures.acted}`);
  });

  it('leaves alone what it is not for', () => {
    ok(figures.outOfScope.acted <= 0.04, `acted on ${figures.outOfScope.acted} out of scope`);
  });

  it('was not taught these sentences', () => {
    const taught = new Set(
      [...lessons.intents.values(), ...lessons.talk.values()].flat().map((text) => text.toLowerCase()),
    );
    const texts = [
      ...Object.values(heldOut.intents).flatMap((kinds) => Object.values(kinds).flat()),
      ...heldOut.outOfScope,
    ];
    deepEqual(
      texts.filter((text) => text.split(' ').length > 2 && taught.has(text.toLowerCase())),
      [],
    );
  });
});

describe('the recogniser, cross-validated in five parts', () => {
  const figures = crossValidated(lessons, 5);

  it('keeps what it promises', function () {
    this.timeout(30_000);
    const { accuracy, top3, precision, outOfScope } = figures();
    ok(accuracy >= 0.85 && top3 >= 0.95, `accuracy ${accuracy}, top 3 ${top3}`);
    ok(precision >= 0.96 && outOfScope.acted <= 0.04, `precision ${precision}, out of scope ${outOfScope.acted}`);
  });
});

/** Every sentence judged by a recogniser that learnt from the other parts. */
function crossValidated({ intents, talk }: Lessons, parts: number): () => IntentEvaluation {
  const select = (texts: readonly string[], keep: (part: number) => boolean) =>
    texts.filter((_, at) => keep(at % parts));
  const selected = (examples: Lessons['talk'], keep: (part: number) => boolean) =>
    new Map([...examples].map(([name, texts]) => [name, select(texts, keep)]));
  return () => {
    const file: IntentsFile = { intents: {}, outOfScope: [...talk.values()].flat(), none: [] };
    for (const [name, texts] of intents) file.intents[name] = { all: [...texts] };
    const judges = Array.from({ length: parts }, (_, part) =>
      createRecogniser({
        intents: selected(intents, (one) => one !== part),
        talk: selected(talk, (one) => one !== part),
      }),
    );
    const partOf = new Map(
      [...intents.values(), ...talk.values()].flatMap((texts) => texts.map((text, at) => [text, at % parts])),
    );
    return evaluateIntents(file, (text) => judges[partOf.get(text) ?? 0]!(text));
  };
}

describe('the recogniser', () => {
  it('answers the same every time it is started', () => {
    const again = createRecogniser(readLessons());
    for (const text of ['status casus 12', 'wie weet iets van trauma', 'mooi weer'])
      deepEqual(again(text), recognise(text));
  });

  it('learns an intent from one more file', () => {
    const intents = new Map([
      ...lessons.intents,
      ['parkeren', ['waar kan ik parkeren', 'parkeerplek', 'parkeren bij kantoor', 'ik wil parkeren']],
    ]);
    equal(createRecogniser({ ...lessons, intents })('kan ik ergens parkeren').guesses[0]?.intent, 'parkeren');
    equal(
      recognise('kan ik ergens parkeren').guesses.some(({ intent }) => intent === 'parkeren'),
      false,
    );
  });

  it('offers three when it is not sure, and says what small talk it was', () => {
    const unsure = recognise('casus 12');
    equal(unsure.guesses.length, 3);
    const talk = {
      'goedemorgen!': 'groet',
      'dank je wel hoor': 'dank',
      'tot ziens': 'afscheid',
      'ik wil dood': 'nood',
    };
    for (const [text, about] of Object.entries(talk)) {
      const { guesses: _, ...rest } = recognise(text);
      deepEqual(rest, { kind: 'talk', about });
    }
  });

  it('shows where to call to whoever may be in distress, also beside something else', () => {
    for (const text of ['ik wil niet meer leven', 'help, hij bloedt', 'mijn vader slaat me']) {
      const found = recognise(text);
      ok(found.kind === 'talk' && found.about === 'nood', text);
    }
    equal(recognise('wie weet iets van suïcidaliteit').kind, 'act');
  });

  it('misses nobody in distress, and takes no ordinary sentence that resembles it for that', () => {
    const sentences = JSON.parse(readFileSync(new URL('./data/distress.json', import.meta.url), 'utf8')) as Readonly<
      Record<'real' | 'ordinary', readonly string[]>
    >;
    const isFound = (text: string): boolean => {
      const found = recognise(text);
      return found.kind === 'talk' && found.about === 'nood';
    };
    ok(sentences.real.length >= 100 && sentences.ordinary.length >= 100);
    deepEqual(
      sentences.real.filter((text) => !isFound(text)),
      [],
    );
    deepEqual(sentences.ordinary.filter(isFound), []);
  });

  it('has an action for every intent, and none for anything else', () => {
    deepEqual(Object.keys(actions).toSorted(), [...lessons.intents.keys()].toSorted());
  });

  it('never closes, reserves, cancels or moves anything on a sentence alone', () => {
    for (const intent of [
      'casus_archiveren',
      'casus_heropenen',
      'plek_reserveren',
      'reservering_annuleren',
      'deadline_verplaatsen',
    ])
      equal(actions[intent]?.binding, true, intent);
  });

  it('makes nothing of nothing', () => {
    for (const text of ['', '   ', '?!', '🙂']) equal(recognise(text).kind === 'act', false);
  });
});

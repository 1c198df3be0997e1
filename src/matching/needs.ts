import type { Concept, ConceptId, Question } from './concepts.ts';
import type { Kinship } from './kinship.ts';
import type { Answer } from './offers.ts';
import type { ProfileIndex, Thesaurus } from './profile-index.ts';
import type { Evidence, Mention } from './reader.ts';
import { isEmpty, isPlace } from './word-lists.ts';
import type { Word } from './words.ts';

/** One thing that is asked for, what it weighs, and who answers it. */
export type Need = Readonly<{
  /** Absent: a word. */
  concept?: ConceptId;
  /** What the asker said: a word that no concept covers is worth asking for, a place or a covered word only breaks ties. */
  asked: string;
  counts: boolean;
  weight: number;
  answers: readonly Answer[];
}>;

export function needsOf(
  question: Question,
  { concepts, kinship, read }: Thesaurus,
  index: ProfileIndex,
): readonly Need[] {
  const evidence = read(question.text);
  const mentions = question.concepts ? confirmed(question.concepts, evidence, concepts) : evidence.mentions;
  const wanted = mentions.map((mention) =>
    conceptNeed(mention, weightOf(mention, { mentions, kinship, index }), index),
  );
  return [...wanted, ...wordNeeds(evidence.words, mentions, index)];
}

/** What the asker confirmed is certain; it goes by the words of the text, or else by its name. */
function confirmed(
  ids: readonly ConceptId[],
  { mentions }: Evidence,
  concepts: readonly Concept[],
): readonly Mention[] {
  return concepts
    .filter(({ id }) => ids.includes(id))
    .map(({ id, label }) => {
      const read = mentions.find((mention) => mention.id === id);
      return {
        id,
        certainty: 1,
        words: read?.words ?? [label.nl],
        at: read?.at ?? new Set(),
        stress: read?.stress ?? 1,
      };
    });
}

type Setting = Readonly<{ mentions: readonly Mention[]; kinship: Kinship; index: ProfileIndex }>;

/** Rare and sharp concepts count more, but never so much more that one outweighs two. */
const rarityRange = { least: 0.75, more: 0.35 };
const sharpnessRange = { least: 0.3, more: 0.7 };
const impliedWeight = 0.4;
/** By how much more a concept counts for each word after the first that is spent on it. */
const emphasis = 0.16;

function weightOf(mention: Mention, { mentions, kinship, index }: Setting): number {
  const own = index.answersTo(mention.id).filter((answer) => answer.own).length;
  const rare = rarityRange.least + rarityRange.more * index.rarity(own);
  const sharp = sharpnessRange.least + sharpnessRange.more * kinship.sharpness(mention.id);
  const implied = mentions.some(({ id, at }) => kinship.isWider(mention.id, id) && isWithin(mention.at, at));
  const stressed = 1 + emphasis * (mention.stress - 1);
  return mention.certainty * rare * sharp * stressed * (implied ? impliedWeight : 1);
}

function isWithin(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
  return [...some].every((one) => all.has(one));
}

function conceptNeed({ id, words }: Mention, weight: number, index: ProfileIndex): Need {
  return { concept: id, asked: words[0] ?? '', counts: true, weight, answers: index.answersTo(id) };
}

const wordWeights = { uncovered: 0.5, covered: 0.15, place: 0.5 };

function wordNeeds(words: readonly Word[], mentions: readonly Mention[], index: ProfileIndex): readonly Need[] {
  const seen = new Set<string>();
  return words.flatMap((word, at) => {
    const place = isPlace(word);
    if (seen.has(word.stem) || (isEmpty(word) && !place)) return [];
    seen.add(word.stem);
    const covered = mentions.some((mention) => mention.at.has(at));
    return wordNeed(word, place ? 'place' : covered ? 'covered' : 'uncovered', index);
  });
}

function wordNeed(word: Word, kind: keyof typeof wordWeights, index: ProfileIndex): readonly Need[] {
  const answers = wordAnswers(word, index);
  if (answers.length === 0) return [];
  const weight = wordWeights[kind] * index.rarity(answers.length);
  return [{ asked: word.written, counts: kind === 'uncovered', weight, answers }];
}

/** One answer for each profile: its word that looks most like the one asked. */
function wordAnswers(word: Word, { likeness, having, words }: ProfileIndex): readonly Answer[] {
  const best = new Map<number, Answer>();
  for (const { word: number, likeness: worth } of likeness(word)) {
    const offered = words[number]?.written ?? '';
    for (const profile of having(number)) {
      const known = best.get(profile);
      if (!known || known.worth < worth || (known.worth === worth && offered < known.offered))
        best.set(profile, { profile, worth, offered, own: true });
    }
  }
  return [...best.values()];
}

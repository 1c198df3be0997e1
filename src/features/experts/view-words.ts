import type { Text } from '../../core/locale.ts';
import type { Reader } from '../../teams/cards.ts';
import { lineOf } from '../cases/index.ts';
import { textsIn } from './texts.ts';
import type { Sight } from './view-profile.ts';

export type WordsState = Readonly<{ waiting: readonly string[]; notice?: Text }>;

/** A choice of concepts is about 10 KB of a card, and a card takes 80 KB: one for all the words that belong together. */
const wordsShown = 10;

export async function wordsView(
  { experts }: Pick<Sight, 'experts'>,
  { waiting, notice }: WordsState,
  { locale }: Pick<Reader, 'locale'>,
): Promise<object> {
  const { concepts } = await experts.matcher();
  const choices = concepts.map(({ id, label }) => ({ title: label[locale], value: id }));
  return {
    notices: notice === undefined ? [] : [lineOf(notice[locale])],
    count: textsIn[locale].say.wordsWaiting(waiting.length),
    isEmpty: waiting.length === 0,
    hasWords: waiting.length > 0,
    words: waiting.slice(0, wordsShown).map((word) => ({ title: word, value: word })),
    concepts: choices.toSorted((one, other) => one.title.localeCompare(other.title, 'nl')),
  };
}

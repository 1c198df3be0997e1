import { withoutOneLetter } from '../core/one-letter.ts';
import { soundOf } from './sound.ts';
import type { Word } from './words.ts';

/** The word that was meant by a mistyped one, as far as these words know it. */
export type Meant = (plain: string) => Word | undefined;

const shortestMistyped = 6;
/** In a shorter word another letter mostly makes another word: `schrokt` is not `schrikt`. */
const shortestReplaced = 8;
/** `hakken` is not `hacken`. */
const shortestHeard = 7;

/** One letter left out, put in, replaced or swapped with its neighbour, but not the first; or written as it sounds. */
export function createMeant(words: readonly Word[]): Meant {
  const known = new Map(
    words.filter(({ plain }) => plain.length >= shortestMistyped).map((word) => [word.plain, word]),
  );
  const nearly = Map.groupBy(
    [...known.values()].flatMap((word) => withoutOneLetter(word.plain).map((rest) => ({ rest, word }))),
    ({ rest }) => rest,
  );
  const bySound = new Map([...known.values()].reverse().map((word) => [soundOf(word.plain), word]));
  return (plain) => {
    if (plain.length < shortestMistyped) return undefined;
    return withoutOneLetter(plain)
      .flatMap((rest) => nearly.get(rest)?.map(({ word }) => word) ?? [])
      .concat(bySound.get(soundOf(plain)) ?? [])
      .find((word) => isLikely(plain, word.plain));
  };
}

function isLikely(written: string, meant: string): boolean {
  if (written.length >= shortestHeard && soundOf(written) === soundOf(meant)) return true;
  if (written.charAt(0) !== meant.charAt(0)) return false;
  return written.length !== meant.length || written.length >= shortestReplaced || haveSameLetters(written, meant);
}

function haveSameLetters(one: string, other: string): boolean {
  return Array.from(one).sort().join('') === Array.from(other).sort().join('');
}

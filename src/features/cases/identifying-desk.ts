import type { DeskDeps } from './case-desk.ts';
import type { SubmittedCase } from './case-state.ts';

/**
 * A word that would tell an outsider who a case is about: its pseudonym, its municipality, or the name of somebody in it.
 * Undefined when none of the texts has one.
 */
export async function identifyingWord(
  { directory }: Pick<DeskDeps, 'directory'>,
  { intake, municipality, participants }: SubmittedCase,
  texts: readonly string[],
): Promise<string | undefined> {
  const names = await Promise.all(participants.map(({ person }) => directory.nameOf(person)));
  return wordFound([intake.pseudonym, municipality, ...names], texts);
}

/** The first of the words that stands in a text: whole, whatever the case and the signs around it. */
export function wordFound(words: readonly (string | undefined)[], texts: readonly string[]): string | undefined {
  const all = texts.map((text) => ` ${plain(text)} `);
  return words.find((word) => {
    const wanted = plain(word ?? '');
    return wanted !== '' && all.some((text) => text.includes(` ${wanted} `));
  });
}

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

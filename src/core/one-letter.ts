/** The word itself, and what is left when any one letter is taken out: two words share one when they are one typo apart. */
export function withoutOneLetter(word: string): readonly string[] {
  return [...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))])];
}

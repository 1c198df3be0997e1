/** What an input takes at most. All texts of a case together fit in the one card that shows them (80 KB). */
export const longestText = 2_000;

/** Line breaks, quotes and stranger characters take more than one place in a card: a tenth more is room for the usual ones. */
const roomForEscapes = 1.1;

export function isTooLong(text: string, longest: number = longestText): boolean {
  return text.length > longest || JSON.stringify(text).length > longest * roomForEscapes;
}

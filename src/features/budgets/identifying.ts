/** Words that would tell an outsider who a case is about: its pseudonym, its municipality, the names of its people. */
export function identifyingWord(
  telling: readonly (string | undefined)[],
  texts: readonly string[],
): string | undefined {
  const all = texts.map((text) => ` ${wordsOf(text)} `);
  return telling.find((word) => {
    const words = wordsOf(word ?? '');
    return words !== '' && all.some((text) => text.includes(` ${words} `));
  });
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

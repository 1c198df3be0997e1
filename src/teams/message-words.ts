const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Far above what anybody reads of a message before it became a task. */
const longestMessage = 20_000;

/** Elements that stand within a line: a number that is half bold is one number. */
const withinWords = /<\/?(?:at|a|b|i|u|s|em|strong|span|code)\b[^<>]*>/gi;

/** The words of a message, which Teams sends as HTML. They are text from here on: nothing shows them as HTML. */
export function wordsOf(html: string): string {
  return html
    .slice(0, longestMessage)
    .replaceAll(withinWords, '')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,4});/gi, entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  return String.fromCodePoint(Number(name.slice(1).replace(/^x/i, '0x')));
}

/** Where a message was said to stand, and the conversation from which that was said. */
type Said = Readonly<{
  link: string;
  origins: readonly string[];
  conversation: Readonly<{ id: string; kind: string }>;
}>;

const longestLink = 2_000;

/**
 * The link, when it opens a message of that very conversation in Teams; undefined for anything else: what a client sends may
 * be made up, and whoever gets the task would be led elsewhere. Of the chat with the bot Teams knows two ids, so there any
 * message will do.
 */
export function linkToMessage({ link, origins, conversation: { id, kind } }: Said): string | undefined {
  const url = link.length > longestLink ? null : URL.parse(link);
  if (url === null || !origins.includes(url.origin)) return undefined;
  const [, path, what, where] = url.pathname.split('/');
  if (path !== 'l' || what !== 'message') return undefined;
  const [channel = ''] = id.split(';messageid=');
  return kind === 'personal' || decoded(where) === channel ? url.href : undefined;
}

function decoded(text = ''): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

import type { Message, Thread } from '../api.ts';

/** Puts a new or changed message in its thread. A reply whose root this person may not see stands on its own. */
export function putMessage(threads: readonly Thread[], message: Message): readonly Thread[] {
  const known = threads.some(({ root }) => root.thread === message.thread);
  if (!known) return [...threads, { root: message, replies: [] }];
  return threads.map((thread) => (thread.root.thread === message.thread ? putInThread(thread, message) : thread));
}

function putInThread(thread: Thread, message: Message): Thread {
  if (thread.root.id === message.id) return { ...thread, root: message };
  const replies = thread.replies.some(({ id }) => id === message.id)
    ? thread.replies.map((reply) => (reply.id === message.id ? message : reply))
    : [...thread.replies, message];
  return { ...thread, replies };
}

/** The time of the newest message; undefined when there is none. */
export function lastActivity(threads: readonly Thread[]): string | undefined {
  return threads
    .flatMap(({ root, replies }) => [root.at, ...replies.map(({ at }) => at)])
    .toSorted()
    .at(-1);
}

/**
 * What was read, in the order already on screen: a thread that jumps while a person types in it takes the focus away.
 * Threads not seen before come last, as the newest activity does.
 */
export function keepOrder(shown: readonly Thread[], read: readonly Thread[]): readonly Thread[] {
  const place = new Map(shown.map(({ root }, index) => [root.id, index]));
  const placeOf = (thread: Thread) => place.get(thread.root.id) ?? Number.POSITIVE_INFINITY;
  return [...read].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

export const hasMessage = (threads: readonly Thread[], id: string): boolean =>
  threads.some(({ root, replies }) => root.id === id || replies.some((reply) => reply.id === id));

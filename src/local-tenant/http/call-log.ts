import type { CallLogEntry } from '../api.ts';

/** The last calls, so that somebody can see what the bot and the tenant said to each other. Never a body. */
export type CallLog = Readonly<{ add(entry: CallLogEntry): void; entries(): readonly CallLogEntry[]; clear(): void }>;

const kept = 1000;

export function openCallLog(): CallLog {
  const entries: CallLogEntry[] = [];
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length > kept) entries.shift();
    },
    entries: () => [...entries],
    clear: () => entries.splice(0),
  };
}

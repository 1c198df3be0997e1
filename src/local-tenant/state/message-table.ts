import type { DatabaseSync } from 'node:sqlite';
import type { MessageEntity } from './entities.ts';
import { openTable, type Table } from './table.ts';

/** Messages, found by conversation without reading all of them. Messages are never removed, only marked as deleted. */
export type MessageTable = Omit<Table<MessageEntity>, 'remove'> &
  Readonly<{
    /** Oldest first. */
    inConversation(conversation: string): readonly MessageEntity[];
    /** The highest id given out so far. */
    newestId(): number;
  }>;

export function openMessageTable(database: DatabaseSync): MessageTable {
  const table = openTable<MessageEntity>(database, 'messages');
  const ids = new Map<string, Set<string>>();
  let newest = 0;
  const note = ({ id, conversation }: MessageEntity): void => {
    const known = ids.get(conversation) ?? new Set();
    ids.set(conversation, known.add(id));
    newest = Math.max(newest, Number(id));
  };
  for (const message of table.all()) note(message);
  return {
    get: table.get,
    all: table.all,
    put(message) {
      table.put(message);
      note(message);
    },
    clear() {
      table.clear();
      ids.clear();
    },
    inConversation: (conversation) => [...(ids.get(conversation) ?? [])].flatMap((id) => table.get(id) ?? []),
    newestId: () => newest,
  };
}

import { DatabaseSync } from 'node:sqlite';
import type {
  ChannelEntity,
  ChatEntity,
  InstallEntity,
  OperationEntity,
  PersonEntity,
  ReadMark,
  SettingEntity,
  TeamEntity,
} from './entities.ts';
import { type MessageTable, openMessageTable } from './message-table.ts';
import { openTable, type Table } from './table.ts';

export type TenantState = Readonly<{
  people: Table<PersonEntity>;
  teams: Table<TeamEntity>;
  channels: Table<ChannelEntity>;
  chats: Table<ChatEntity>;
  messages: MessageTable;
  readMarks: Table<ReadMark>;
  operations: Table<OperationEntity>;
  installs: Table<InstallEntity>;
  settings: Table<SettingEntity>;
  /** Everything but the keys: a bot keeps them for hours and would refuse tokens signed with new ones. */
  clear(): void;
  close(): void;
}>;

/** In memory without a file. The write-ahead log keeps every finished write when the process is killed. */
export function openState(file: string | undefined): TenantState {
  const database = new DatabaseSync(file ?? ':memory:');
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const tables = {
    people: openTable<PersonEntity>(database, 'people'),
    teams: openTable<TeamEntity>(database, 'teams'),
    channels: openTable<ChannelEntity>(database, 'channels'),
    chats: openTable<ChatEntity>(database, 'chats'),
    messages: openMessageTable(database),
    readMarks: openTable<ReadMark>(database, 'read_marks'),
    operations: openTable<OperationEntity>(database, 'operations'),
    installs: openTable<InstallEntity>(database, 'installs'),
  };
  const settings = openTable<SettingEntity>(database, 'settings');
  return {
    ...tables,
    settings,
    clear() {
      for (const table of Object.values(tables)) table.clear();
      for (const { id } of settings.all()) if (id !== 'keys') settings.remove(id);
    },
    close: () => database.close(),
  };
}

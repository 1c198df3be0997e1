import type { PersonId } from '../../core/ids.ts';
import type { DeadlineFile } from './deadline-state.ts';
import type { Item } from './inbox.ts';

type By = PersonId | 'system';

/** Why a message about a deadline holds no longer, as its reader is told. */
export type Over =
  | Readonly<{ why: 'done'; by: By; at: string }>
  | Readonly<{ why: 'again'; by: By; at: string; next: string }>
  | Readonly<{ why: 'dropped'; at: string }>
  | Readonly<{ why: 'moved'; to: string }>
  | Readonly<{ why: 'handed' | 'returned'; to: PersonId }>
  | Readonly<{ why: 'snoozed'; until: string }>
  | Readonly<{ why: 'gone' }>;

/** Undefined while there is something left to do with the message. */
export function overOf(file: DeadlineFile, item: Item, reader: PersonId): Over | undefined {
  return ended(file) ?? moved(file, item) ?? passedOn(file, item, reader) ?? withdrawn(item);
}

function ended({ stage, ended: end }: DeadlineFile): Over | undefined {
  if (!end || stage === 'open') return undefined;
  const { by, at } = end;
  return stage === 'done' ? { why: 'done', by, at } : { why: 'dropped', at };
}

function moved({ due, kept }: DeadlineFile, item: Item): Over | undefined {
  if (item.due === due) return undefined;
  const done = kept.findLast((each) => each.due === item.due);
  return done ? { why: 'again', by: done.by, at: done.at, next: due } : { why: 'moved', to: due };
}

function passedOn({ handed, owner }: DeadlineFile, item: Item, reader: PersonId): Over | undefined {
  const whose = item.behalf ?? reader;
  if (!handed || item.to !== 'owner' || owner === whose || handed.from !== whose) return undefined;
  // Whoever answers for it hears of it after they handed it over.
  if ((item.sentAt ?? item.releaseAt) > handed.at) return undefined;
  return { why: handed.returned ? 'returned' : 'handed', to: handed.to };
}

function withdrawn({ status, releaseAt }: Item): Over | undefined {
  if (status === 'waiting') return { why: 'snoozed', until: releaseAt };
  return status === 'gone' ? { why: 'gone' } : undefined;
}

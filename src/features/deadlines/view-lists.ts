import type { PersonId } from '../../core/ids.ts';
import { type DeadlineFile, isKept } from './deadline-state.ts';
import { type InboxFile, type Item, itemsOf } from './inbox.ts';
import { overOf } from './over.ts';
import { mayAct, standingOf } from './standing.ts';
import { textsFor } from './texts.ts';
import { endOfWeek, overText, type Seen, type Sight, standingSeen } from './view-format.ts';
import type { Message } from './view-nudge.ts';
import { type Row, sectionOf, sectionsOf } from './view-rows.ts';

/** What was told together, as each of it stands now. */
export async function digestView(
  sight: Sight,
  { inbox, extra: { slot } }: Message,
  seen: Seen,
): Promise<object | undefined> {
  if (inbox.status === 'none' || typeof slot !== 'string') return undefined;
  const keys = inbox.digests[slot];
  if (!keys) return undefined;
  const items = latestOf(itemsOf(inbox).filter(({ key }) => keys.includes(key)));
  const told = await Promise.all(items.map((item) => toldRow(sight, { inbox, item, slot }, seen)));
  const rows = told.filter((row) => row !== undefined);
  const others = await othersRows(sight, inbox.person, seen);
  return { sections: sectionsOf([...rows, ...others], seen) };
}

/** Several moments of one deadline are one line; what is asked at a level is a line of its own. */
function latestOf(items: readonly Item[]): readonly Item[] {
  const same = (one: Item, other: Item): boolean => one.deadline === other.deadline && one.to === other.to;
  return items.filter((item, index) => items.findLastIndex((other) => same(item, other)) === index);
}

type Telling = Readonly<{ inbox: InboxFile; item: Item; slot: string }>;

async function toldRow(sight: Sight, { inbox, item, slot }: Telling, seen: Seen): Promise<Row | undefined> {
  const file = await sight.deadline(item.deadline);
  if (!isKept(file)) return undefined;
  const from = { slot };
  const over = overOf(file, item, inbox.person);
  if (over) return { file, section: 'over', from, acts: false, line: await overText(sight, over, seen) };
  if (item.to !== 'owner') return { file, section: 'asked', from, acts: false, answers: true };
  const standing = await standingSeen(sight, file, { person: inbox.person, now: seen.now });
  const owner = file.owner === inbox.person ? {} : { owner: await sight.directory.nameOf(file.owner) };
  return { file, section: sectionOf(file, seen.now), from, acts: mayAct(standing), ...owner };
}

async function othersRows(sight: Sight, person: PersonId, seen: Seen): Promise<readonly Row[]> {
  const owed = await sight.owedByOthers(person, endOfWeek(seen.now));
  return Promise.all(
    owed.map(async (file) => ({
      ...({ file, section: 'others', from: {}, acts: false } as const),
      owner: await sight.directory.nameOf(file.owner),
    })),
  );
}

/** `page`: from 0. `owner`: whose it is, when that is not its reader. */
export type ListState = Readonly<{ files: readonly DeadlineFile[]; page: number; owner?: PersonId }>;

/** Everything that is open for its reader, a page at a time, and what others owe them. */
export async function listView(sight: Sight, { files, page, owner }: ListState, seen: Seen): Promise<object> {
  if (owner !== undefined) return colleagueView(sight, { files, owner }, seen);
  const from = page * pageSize;
  const shown = files.slice(from, from + pageSize);
  const rows = shown.map((file) => ({ file, section: sectionOf(file, seen.now), from: { list: true }, acts: true }));
  const others = seen.person === undefined || page > 0 ? [] : await othersRows(sight, seen.person, seen);
  return {
    sections: sectionsOf([...rows, ...others], seen, pageSize),
    isEmpty: files.length === 0 && others.length === 0,
    ...{ isOwn: true, heading: '', note: '' },
    hasRest: from + pageSize < files.length,
    next: page + 1,
  };
}

/** Of a colleague: to look at, not to do anything with, and with what is left out. */
async function colleagueView(
  sight: Sight,
  { files, owner }: Readonly<{ files: readonly DeadlineFile[]; owner: PersonId }>,
  seen: Seen,
): Promise<object> {
  const { say } = textsFor[seen.locale];
  const name = await sight.directory.nameOf(owner);
  const rows = files.map((file): Row => {
    const closed = standingOf(file, { person: seen.person, ownerAway: false }) === undefined;
    return { ...{ file, section: sectionOf(file, seen.now), from: {} }, acts: false, closed };
  });
  return {
    sections: sectionsOf(rows, seen),
    ...{ isOwn: false, isEmpty: false, hasRest: false, next: 0 },
    heading: say.ofColleague(name),
    note: files.length === 0 ? say.nothingOf(name) : say.partOf(name),
  };
}

export const pageSize = 12;

import type { JsonObject } from '../../core/json.ts';
import type { DeadlineFile } from './deadline-state.ts';
import { textsFor } from './texts.ts';
import { caseOf, daysUntil, deedOf, endOfWeek, isLate, type Seen, whenOf } from './view-format.ts';

export type SectionName = 'asked' | 'late' | 'today' | 'week' | 'later' | 'others' | 'over';
/** `from`: goes back with a click, so that the same overview is shown after it. `level`: an answer is asked for. */
export type Row = Readonly<{
  file: DeadlineFile;
  section: SectionName;
  from: JsonObject;
  acts: boolean;
  answers?: boolean;
  /** There is nothing behind it for its reader. */
  closed?: boolean;
  /** Said instead of the date. */
  line?: string;
  owner?: string;
}>;

const order: readonly SectionName[] = ['asked', 'late', 'today', 'week', 'later', 'others', 'over'];
/** So many in one section, so that the card stays well below what Teams takes. */
const mostRows = 5;

/** Under which heading something stands that its reader owes. */
export function sectionOf({ due }: Readonly<{ due: string }>, now: Date): SectionName {
  if (isLate(due, now)) return 'late';
  if (daysUntil(due, now) === 0) return 'today';
  return due < endOfWeek(now) ? 'week' : 'later';
}

export function sectionsOf(rows: readonly Row[], seen: Seen, most = mostRows): readonly object[] {
  const { names, say } = textsFor[seen.locale];
  return order.flatMap((section) => {
    const all = rows.filter((row) => row.section === section);
    if (all.length === 0) return [];
    const left = all.length - most;
    return [
      {
        heading: names.section[section],
        rows: all.slice(0, most).map((row) => rowOf(row, seen)),
        hasMore: left > 0,
        more: left > 0 ? say.more(left) : '',
      },
    ];
  });
}

function rowOf({ file, from, acts, answers = false, closed = false, line, owner }: Row, seen: Seen): object {
  const { say } = textsFor[seen.locale];
  const when = line ?? say.row(caseOf(file, seen.locale), whenOf(file, seen));
  const deadline = file.id;
  return {
    title: file.title[seen.locale],
    line: owner === undefined ? when : say.rowOf(when, owner),
    ...{ mayDo: acts && file.deed === undefined, mayAnswer: answers, mayLook: line === undefined },
    hasButtons: line === undefined && !closed,
    doneData: { verb: 'deadlines/done', deadline, ...from },
    lookData: { verb: 'deadlines/open', deadline, msteams: { type: 'task/fetch' } },
    answerData: { verb: 'deadlines/form', what: 'answer', deadline, msteams: { type: 'task/fetch' } },
    ...deedOf(acts ? file.deed : undefined, seen.locale),
  };
}

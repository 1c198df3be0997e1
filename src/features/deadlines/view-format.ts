import { weekdayOf } from '../../core/calendar.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import { timeOfDay } from '../../core/view-parts.ts';
import { addDays, atLocalTime, formatDay, localDate } from '../../core/working-time.ts';
import type { Directory } from '../directory/index.ts';
import type { Deadline, DeadlineFile, DeadlineId, Deed, Rhythm } from './deadline-state.ts';
import type { Over } from './over.ts';
import { type Standing, standingOf } from './standing.ts';
import { textsFor } from './texts.ts';

/** What views may ask. */
export type Sight = Readonly<{
  directory: Pick<Directory, 'nameOf' | 'people'>;
  deadline(id: DeadlineId): Promise<Deadline>;
  ownerAway(file: DeadlineFile, at: Date): Promise<boolean>;
  /** What others owe, of what this person answers for or follows: late, or due before that instant. */
  owedByOthers(person: PersonId, until: string): Promise<readonly DeadlineFile[]>;
}>;
export type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;

/** Whether the owner is away is asked only where it matters. */
export async function standingSeen(
  sight: Pick<Sight, 'ownerAway'>,
  file: DeadlineFile,
  { person, now }: Readonly<{ person: PersonId; now: Date }>,
): Promise<Standing | undefined> {
  return standingOf(file, { person, ownerAway: file.owner !== person && (await sight.ownerAway(file, now)) });
}

const dayMs = 86_400_000;

/** Whole days on a Dutch calendar, from now; negative when it is past. */
export function daysUntil(due: string, now: Date): number {
  const today = localDate(now.toISOString());
  return Math.round((Date.parse(`${localDate(due)}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / dayMs);
}

export const isLate = (due: string, now: Date): boolean => due < now.toISOString();

/** "over 3 dagen", "2 dagen te laat". */
export function relativeTo(due: string, { locale, now }: Seen): string {
  const { say } = textsFor[locale];
  const days = daysUntil(due, now);
  return isLate(due, now) ? say.late(-days) : say.inDays(days);
}

/** The day, with the time when it is not the end of a working day. */
export function dayAndTime(instant: string, locale: Locale): string {
  const day = formatDay(instant, locale);
  const usual = instant === atLocalTime(localDate(instant), '17:00');
  return usual ? day : textsFor[locale].say.at(day, timeOfDay(instant));
}

/** "vrijdag 18 december 2026, over 25 dagen". */
export function whenOf({ due }: Readonly<{ due: string }>, seen: Seen): string {
  return textsFor[seen.locale].say.on(dayAndTime(due, seen.locale), relativeTo(due, seen));
}

/** The last instant of this week. */
export function endOfWeek(now: Date): string {
  const today = localDate(now.toISOString());
  return atLocalTime(addDays(today, 8 - weekdayOf(today)), '00:00');
}

export function nameFor({ directory }: Pick<Sight, 'directory'>, { locale }: Seen) {
  return (who: PersonId | 'system'): Promise<string> =>
    who === 'system' ? Promise.resolve(textsFor[locale].say.system) : directory.nameOf(who);
}

export async function overText(sight: Sight, over: Over, seen: Seen): Promise<string> {
  const { locale } = seen;
  const { over: texts } = textsFor[locale].say;
  const name = nameFor(sight, seen);
  switch (over.why) {
    case 'done':
      // The bot saw that it was done; by whom is for the card of the thing itself.
      if (over.by === 'system') return texts.seenDone(formatDay(over.at, locale));
      return texts.done(await name(over.by), formatDay(over.at, locale));
    case 'again':
      return texts.again(await name(over.by), formatDay(over.at, locale), dayAndTime(over.next, locale));
    case 'dropped':
      return texts.dropped(formatDay(over.at, locale));
    case 'moved':
      return texts.moved(dayAndTime(over.to, locale));
    case 'handed':
    case 'returned':
      return texts[over.why](await name(over.to));
    case 'snoozed':
      return texts.snoozed(formatDay(over.until, locale));
    case 'gone':
      return texts.gone;
  }
}

/** The button of what is kept by doing. A dialog opens by `msteams`. */
export function deedOf(deed: Deed | undefined, locale: Locale): object {
  const none = { hasDeed: false, deedActs: false, deedOpens: false, deedTitle: '', deedVerb: '' };
  if (!deed) return none;
  const { title, verb, data, on } = deed;
  const opens = on === 'dialog';
  return {
    ...{ hasDeed: true, deedActs: !opens, deedOpens: opens, deedTitle: title[locale], deedVerb: verb },
    deedData: { ...data, verb, ...(opens ? { msteams: { type: 'task/fetch' } } : {}) },
  };
}

/** "elke maand", "elke 5 weken"; '' for what does not come back. */
export function oftenOf({ rhythm }: Readonly<{ rhythm?: Rhythm }>, locale: Locale): string {
  if (!rhythm) return '';
  const { names } = textsFor[locale];
  const named: Readonly<Record<string, string>> = names.rhythm;
  return named[`${rhythm.unit}-${rhythm.every}`] ?? names.every[rhythm.unit](rhythm.every);
}

/** "Casus LI-2026-0002"; '' when it is about no case. */
export function caseOf({ about }: DeadlineFile, locale: Locale): string {
  return about.number === undefined ? '' : textsFor[locale].say.case(about.number);
}

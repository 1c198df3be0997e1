import { addDays } from '../../core/working-time.ts';

const months = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  en: 'january february march april may june july august september october november december',
} as const;

const inWords = /^(?<day>\d{1,2}) (?<month>\p{L}{3,9})\.?(?: (?<year>\d{4}))?$/u;
const inDigits = /^(?<day>\d{1,2})[-/](?<month>\d{1,2})(?:[-/](?<year>\d{4}))?$/;
const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;

/**
 * The day that somebody means, YYYY-MM-DD: "vandaag", "morgen", "1 december", "1-12", "2026-12-01", in Dutch or English. Without
 * a year the next such day from `today` on. Undefined when it is no day.
 */
export function dayIn(text: string, today: string): string | undefined {
  const said = text.trim().toLowerCase();
  if (['vandaag', 'nu', 'today', 'now'].includes(said)) return today;
  if (['morgen', 'tomorrow'].includes(said)) return addDays(today, 1);
  const parts = [iso, inWords, inDigits].map((shape) => shape.exec(said)?.groups).find((groups) => groups);
  const month = monthOf(parts?.['month'] ?? '');
  if (!parts || month === undefined) return undefined;
  return nextDay({ day: parts['day'] ?? '', month, year: parts['year'] }, today);
}

type Said = Readonly<{ day: string; month: number; year: string | undefined }>;

function nextDay({ day, month, year }: Said, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  if (year !== undefined) return realDay(year, month, day);
  const first = realDay(String(thisYear), month, day);
  return first !== undefined && first >= today ? first : realDay(String(thisYear + 1), month, day);
}

function monthOf(text: string): number | undefined {
  if (text === '') return undefined;
  if (/^\d/.test(text)) return Number(text);
  const found = Object.values(months)
    .map((names) => names.split(' ').findIndex((name) => name.startsWith(text)))
    .find((index) => index >= 0);
  return found === undefined ? undefined : found + 1;
}

/** Undefined for 31 February. */
function realDay(year: string, month: number, day: string): string | undefined {
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  if (Number.isNaN(at)) return undefined;
  return new Date(at).toISOString().startsWith(written) ? written : undefined;
}

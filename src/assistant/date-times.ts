/** A time on a clock in a sentence made plain (see date-words.ts), as `HH:MM`; undefined when there is none. */
export function readTime(plain: string): string | undefined {
  if (/tussen \d{1,2}(?:[:.]\d\d)?(?: u)? en \d{1,2}(?:[:.]\d\d)? u/.test(plain)) return undefined;
  const part = /\b(ochtend|middag|avond|nacht)\b/.exec(plain)?.[1];
  for (const [pattern, minutesOf] of shapes) {
    const match = pattern.exec(plain);
    const minutes = match ? minutesOf(match.slice(1).map(Number), part) : undefined;
    if (minutes !== undefined) return clock(minutes);
  }
  return undefined;
}

type Shape = readonly [RegExp, (numbers: readonly number[], part: string | undefined) => number | undefined];

const hour = 60;
const shapes: readonly Shape[] = [
  // Of two times the first: when it begins.
  [
    /(?:^| )(\d{1,2})[:.](\d\d)(?: u)?(?: (?:tot|tem))? \d{1,2}[:.]\d\d(?: |$)/,
    ([h = 0, m = 0], part) => spoken(h * hour + m, part),
  ],
  [/(?:^| )(\d{1,2})(?: u)? (?:tot|tem) \d{1,2} u(?: |$)/, ([h = 0], part) => spoken(h * hour, part)],
  [/(?:^| )(\d{1,2}):(\d\d)(?: |$)/, ([h = 0, m = 0], part) => spoken(h * hour + m, part)],
  [/(?:^| )(\d{1,2})\.(\d\d) u(?: |$)/, ([h = 0, m = 0], part) => spoken(h * hour + m, part)],
  [/(?:^| )om (\d{1,2})\.(\d\d)(?: |$)/, ([h = 0, m = 0], part) => spoken(h * hour + m, part)],
  [/(?:^| )(\d{1,2}) (?:voor|to) half (\d{1,2})(?: |$)/, ([m = 0, h = 0], part) => spoken(h * hour - 30 - m, part)],
  [/(?:^| )(\d{1,2}) over half (\d{1,2})(?: |$)/, ([m = 0, h = 0], part) => spoken(h * hour - 30 + m, part)],
  [/(?:^| )(?:kwart over|kwartaal past) (\d{1,2})(?: |$)/, ([h = 0], part) => spoken(h * hour + 15, part)],
  [/(?:^| )(?:kwart voor|kwartaal tot) (\d{1,2})(?: |$)/, ([h = 0], part) => spoken(h * hour - 15, part)],
  [/(?:^| )half past (\d{1,2})(?: |$)/, ([h = 0], part) => spoken(h * hour + 30, part)],
  [/(?:^| )half (\d{1,2})(?: |$)(?!M|week)/, ([h = 0], part) => spoken(h * hour - 30, part)],
  [/(?:^| )om (\d{1,2}) (?:over|past) (\d{1,2})(?: |$)/, ([m = 0, h = 0], part) => spoken(h * hour + m, part)],
  [/(?:^| )om (\d{1,2}) voor (\d{1,2})(?: |$)/, ([m = 0, h = 0], part) => spoken(h * hour - m, part)],
  [/(?:^| )(\d{1,2}) pm(?: |$)/, ([h = 0]) => spoken(h * hour, 'middag')],
  [/(?:^| )(\d{1,2}) am(?: |$)/, ([h = 0]) => spoken(h * hour, 'ochtend')],
  [/(?<!over) (\d{1,2}) u(?! (?:per|in de|later))(?: |$)/, ([h = 0], part) => spoken(h * hour, part)],
  [/(?:^| )om (\d{1,2})(?: |$)(?!M|dag|week)/, ([h = 0], part) => spoken(h * hour, part)],
];

const noon = 12 * hour;
/** People of this field meet between seven in the morning and seven in the evening: "3 uur" is in the afternoon. */
const earliest = 7 * hour;

function spoken(minutes: number, part: string | undefined): number | undefined {
  if (minutes < 0 || minutes >= 24 * hour) return undefined;
  if (minutes >= noon || part === 'ochtend' || part === 'nacht') return minutes;
  return part !== undefined || minutes < earliest ? minutes + noon : minutes;
}

function clock(minutes: number): string {
  return [Math.floor(minutes / hour), minutes % hour].map((part) => String(part).padStart(2, '0')).join(':');
}

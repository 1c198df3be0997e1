const zone = 'Europe/Amsterdam';
const clockTime = new Intl.DateTimeFormat('nl-NL', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const dayMonth = new Intl.DateTimeFormat('nl-NL', { timeZone: zone, day: 'numeric', month: 'short' });
const wholeDay = new Intl.DateTimeFormat('nl-NL', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** "14:05" on the tenant's own day, "3 dec 14:05" on another. */
export function formatMoment(at: string, now: Date): string {
  const moment = new Date(at);
  const time = clockTime.format(moment);
  return dayMonth.format(moment) === dayMonth.format(now) ? time : `${dayMonth.format(moment)} ${time}`;
}

export const formatTenantTime = (now: Date): string => `${wholeDay.format(now)}, ${clockTime.format(now)}`;

/** "Fatima El Amrani" → "FA": the first and the last word. */
export function initials(name: string): string {
  const words = name.split(' ').filter((word) => word !== '');
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}

/** One of six avatar colours, the same for a name everywhere. */
export const hue = (name: string): number =>
  Array.from(name).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % 6;

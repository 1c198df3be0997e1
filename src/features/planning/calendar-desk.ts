import { localDate } from '../../core/working-time.ts';
import { boardOf } from './board.ts';
import type { PlanRow } from './planning.ts';
import { textsFor } from './texts.ts';

export type CalendarWish = Readonly<{ label: string; rows: readonly PlanRow[]; now: Date }>;

/**
 * A planning for a calendar: a whole day for every row, which keeps its id when it moves; nobody is named. A day has no
 * time zone: told to the package, it would shift days by the zone of this machine. Loaded when asked for.
 */
export async function calendarFile({ label, rows, now }: CalendarWish): Promise<string> {
  const { default: ical } = await import('ical-generator');
  const { names, say } = textsFor.nl;
  const calendar = ical({
    name: say.title(label).replaceAll(/[\p{Cc};,\\]+/gu, ' '),
    prodId: { company: 'Doorbraak', product: 'planning', language: 'NL' },
  });
  calendar.x('X-WR-TIMEZONE', 'Europe/Amsterdam');
  for (const { row, status, warnings } of boardOf(rows, now.toISOString())) {
    const before = rows.filter(({ id }) => row.dependsOn.includes(id)).map(({ title }) => title.nl);
    calendar.createEvent({
      id: `${row.id}@doorbraak`,
      start: new Date(`${localDate(row.due)}T00:00:00.000Z`),
      allDay: true,
      stamp: now,
      summary: row.title.nl,
      description: [
        `${names.kind[row.kind]}: ${names.status[status].toLowerCase()}.`,
        ...(before.length > 0 ? [`${say.dependsOn}: ${before.join('; ')}.`] : []),
        ...(warnings.length > 0 ? [names.attention] : []),
      ].join('\n'),
    });
  }
  return calendar.toString();
}

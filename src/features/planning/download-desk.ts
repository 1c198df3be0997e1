import { z } from 'zod/v4';
import type { Clock } from '../../core/clock.ts';
import { csvOf } from '../../core/csv.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { DownloadRoute } from '../../teams/downloads.ts';
import { centreCodes, type Directory } from '../directory/index.ts';
import { calendarFile } from './calendar-desk.ts';
import { downloadName } from './desk-board.ts';
import { officeOf, rowsOf } from './planning-desk.ts';
import { tableOf } from './table.ts';

const wanted = z.object({ centre: z.enum(centreCodes), format: z.enum(['ics', 'csv']) });

const contentTypes = { ics: 'text/calendar; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

type Sources = Readonly<{ store: EventStore; directory: Directory; clock: Clock }>;

/** The planning of a centre as a calendar or a table: whoever has the link reads it, so that it names nobody. */
export function planningDownload({ store, directory, clock }: Sources): DownloadRoute {
  return {
    name: downloadName,
    async run(data) {
      const { centre, format } = wanted.parse(data);
      const now = clock.now();
      const [rows, office] = await Promise.all([rowsOf({ store }, centre), officeOf({ directory }, centre, now)]);
      const { label } = office.centre;
      const text =
        format === 'ics' ? await calendarFile({ label, rows, now }) : csvOf(tableOf(rows, office, now.toISOString()));
      return { file: `planning-${centre}.${format}`, contentType: contentTypes[format], bytes: Buffer.from(text) };
    },
  };
}

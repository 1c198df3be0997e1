import { z } from 'zod/v4';
import { csvOf } from './core/csv.ts';
import { wordDocument } from './decisions-document.ts';
import { decisionsOf, downloadName, publicTable } from './features/decisions/index.ts';
import { centreCodes } from './features/directory/index.ts';
import type { EventStore } from './store/event-store.ts';
import type { DownloadRoute } from './teams/downloads.ts';

const wanted = z.object({ centre: z.enum(centreCodes), year: z.int(), format: z.enum(['docx', 'csv']) });

const contentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
} as const;

export const publicIntro = 'Openbare versie: zonder namen van personen, stemmen en persoonlijke opvattingen.';

/** The decision list of a centre and year as anybody may read it: only that goes out by a link. */
export function decisionDownload(store: EventStore): DownloadRoute {
  return {
    name: downloadName,
    async run(data) {
      const { centre, year, format } = wanted.parse(data);
      const table = publicTable(await decisionsOf(store, { centre, year }));
      const title = `Besluitenlijst ${centre} ${year}`;
      const bytes =
        format === 'docx' ? await wordDocument({ title, intro: publicIntro, table }) : Buffer.from(csvOf(table));
      return { file: `besluitenlijst-${centre}-${year}-openbaar.${format}`, contentType: contentTypes[format], bytes };
    },
  };
}

import { z } from 'zod/v4';
import type { Clock } from '../core/clock.ts';
import { personId } from '../core/ids.ts';
import { fetchInspection, inspectionName } from '../features/privacy/index.ts';
import type { Directory } from '../features/directory/index.ts';
import type { Store } from '../store/store.ts';
import type { DownloadRoute } from '../teams/downloads.ts';
import { caseDocument } from './export.ts';

const wanted = z.object({ number: z.string(), by: z.string().transform(personId), link: z.string() });

type Sources = Readonly<{ store: Store; directory: Directory; clock: Clock }>;

/** Everything that is kept of a case, for whoever made the link: once, and by a button, so that no scanner of links gets it. */
export function caseDownload(deps: Sources): DownloadRoute {
  return {
    ...{ name: inspectionName, byButton: true },
    async run(data) {
      const { number, by, link } = wanted.parse(data);
      const now = deps.clock.now();
      const file = await fetchInspection(deps, { actor: by, at: now }, { number, link });
      if (!file) return undefined;
      const { document } = await caseDocument(deps, { file, now, title: 'Inzage' });
      const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      return { file: `inzage-${file.number}.docx`, contentType, bytes: document };
    },
  };
}

import type { Locale } from '../../core/locale.ts';
import type { Asked } from '../cases/index.ts';
import type { DeskDeps, Refused } from './decision-desk.ts';
import { asFile, centresOf } from './desk-lists.ts';
import { contentOf, type ProposalFile } from './proposal-state.ts';
import { textsIn } from './texts.ts';

/** Teams asks at every pause in the typing, so that this must stay cheap; what is older is found by its number in full. */
const mostLooked = 100;
const inFull = /^[a-z]{2}-v-20\d\d-\d{3,}$/;

export type Sought = Readonly<{ ok: true; files: readonly ProposalFile[] }> | Refused;

/** What was adopted in the centres of the asker and fits these words, the newest first. */
export async function searchDecisions(
  deps: DeskDeps,
  asked: Asked,
  { text, locale }: Readonly<{ text: string; locale: Locale }>,
): Promise<Sought> {
  const opened = await centresOf(deps, asked);
  if (!opened.ok) return opened;
  const { items } = await deps.store.find({
    type: 'proposal',
    where: [
      { field: 'centre', in: opened.centres },
      inFull.test(text) ? { field: 'number', equals: text.toUpperCase() } : { field: 'decidedOn', from: '2000-01-01' },
    ],
    order: { field: 'decidedOn', direction: 'desc' },
    limit: mostLooked,
  });
  const adopted = items.flatMap(asFile).filter(isAdopted);
  return { ok: true, files: adopted.filter((file) => wordsOf(file, locale).includes(text)) };
}

function isAdopted({ decision }: ProposalFile): boolean {
  return decision?.verdict === 'adopt' || decision?.verdict === 'adopt-amended';
}

function wordsOf(file: ProposalFile, locale: Locale): string {
  const { title, subject } = contentOf(file);
  return `${file.number} ${title} ${textsIn[locale].names.subject[subject]}`.toLowerCase();
}

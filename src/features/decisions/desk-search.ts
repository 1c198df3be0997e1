import type { Locale } from '../../core/locale.ts';
import { findAll } from '../../store/find-all.ts';
import type { Asked } from '../cases/index.ts';
import type { DeskDeps, Refused } from './decision-desk.ts';
import { asFile, centresOf } from './desk-lists.ts';
import { contentOf, type ProposalFile } from './proposal-state.ts';
import { textsIn } from './texts.ts';

export type Sought = Readonly<{ ok: true; files: readonly ProposalFile[] }> | Refused;

/** What was adopted in the centres of the asker and fits these words, the newest first. */
export async function searchDecisions(
  deps: DeskDeps,
  asked: Asked,
  { text, locale }: Readonly<{ text: string; locale: Locale }>,
): Promise<Sought> {
  const opened = await centresOf(deps, asked);
  if (!opened.ok) return opened;
  const found = await findAll(deps.store, {
    type: 'proposal',
    where: [
      { field: 'centre', in: opened.centres },
      { field: 'decidedOn', from: '2000-01-01' },
    ],
    order: { field: 'decidedOn', direction: 'desc' },
  });
  const adopted = found.flatMap(asFile).filter(isAdopted);
  return { ok: true, files: adopted.filter((file) => wordsOf(file, locale).includes(text)) };
}

function isAdopted({ decision }: ProposalFile): boolean {
  return decision?.verdict === 'adopt' || decision?.verdict === 'adopt-amended';
}

function wordsOf(file: ProposalFile, locale: Locale): string {
  const { title, subject } = contentOf(file);
  return `${file.number} ${title} ${textsIn[locale].names.subject[subject]}`.toLowerCase();
}

import type { Table } from '../../core/csv.ts';
import { formatEuros } from '../../core/money.ts';
import { localDate } from '../../core/working-time.ts';
import { contentOf, type ProposalFile } from './proposal-state.ts';
import { publicVersion } from './public-version.ts';
import { textsIn } from './texts.ts';
import { deciderName, type Sight } from './view-format.ts';

const { names, say } = textsIn.nl;

/** In Dutch. The list as the centre keeps it: who decided, and why. Nothing of votes or of the reasons of single members. */
export async function fullTable(sight: Sight, files: readonly ProposalFile[]): Promise<Table> {
  const rows = await Promise.all(files.map((file) => fullRow(sight, file)));
  return {
    columns: ['Nummer', 'Datum', 'Onderwerp', 'Titel', 'Besluit', 'Besloten door', 'Bedrag', 'Motivering'],
    rows: rows.flat(),
  };
}

async function fullRow(sight: Sight, file: ProposalFile): Promise<readonly (readonly string[])[]> {
  const { decision, number } = file;
  if (!decision) return [];
  const { subject, title } = contentOf(file);
  const who = await deciderName(sight, decision.decides, 'nl');
  const verdict = names.verdict[decision.verdict];
  const date = localDate(decision.at);
  return [
    [number, date, names.subject[subject], title, verdict, who, euros(decision.amountCents), decision.motivation],
  ];
}

/** The list as anybody may read it (domain.md section 3, Woo). */
export function publicTable(files: readonly ProposalFile[]): Table {
  return {
    columns: ['Nummer', 'Datum', 'Onderwerp', 'Titel', 'Besluit', 'Bedrag', 'Motivering'],
    rows: files.flatMap((file) => {
      const open = publicVersion(file);
      if (!open) return [];
      const { number, date, subject, title = names.subject[subject], motivation = say.singleCase } = open;
      const verdict = names.verdict[open.decision];
      return [[number, date, names.subject[subject], title, verdict, euros(open.amountCents), motivation]];
    }),
  };
}

function euros(cents: number | undefined): string {
  return cents === undefined ? '' : formatEuros(cents, 'nl');
}

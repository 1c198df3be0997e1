import type { Table } from '../../core/csv.ts';
import type { PersonId } from '../../core/ids.ts';
import { boardOf } from './board.ts';
import { type Office, ownerFor } from './owners.ts';
import { keyIn, type PlanRow } from './planning.ts';
import { ownerRoles } from './template.ts';

/** Of the file that goes out and comes in. */
export const columns = {
  required: ['centre', 'key', 'title', 'kind', 'month', 'owner', 'depends_on'],
  optional: ['every_months', 'state'],
} as const;

/** A planning as a file that can be read in again. Whoever holds a role is named by it, others by their id: no names. */
export function tableOf(rows: readonly PlanRow[], office: Office, now: string): Table {
  const keys = new Map(rows.map((row) => [row.id, keyIn(row)]));
  return {
    columns: [...columns.required, ...columns.optional],
    rows: boardOf(rows, now).map(({ row, month }) => {
      const before = row.dependsOn.flatMap((id) => keys.get(id) ?? []);
      const every = row.rhythm ? String(row.rhythm.every) : '';
      const { centre } = office;
      const told = [row.kind, month, ownerCell(row.owner, office), before.join(' '), every, row.stage];
      return [centre.code, keyIn(row), row.title.nl, ...told];
    }),
  };
}

function ownerCell(owner: PersonId, office: Office): string {
  return ownerRoles.find((role) => ownerFor(role, office) === owner) ?? owner;
}

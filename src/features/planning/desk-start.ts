import type { PersonId } from '../../core/ids.ts';
import type { Asked } from '../cases/index.ts';
import { endOfMonth, keepDeadline, type Wish } from '../deadlines/index.ts';
import type { CentreCode } from '../directory/index.ts';
import type { Month } from './months.ts';
import { type Office, ownerFor } from './owners.ts';
import {
  type DeskDeps,
  enterPlanning,
  factsOf,
  nudgesFor,
  officeOf,
  orderOf,
  refused,
  type Refused,
  rowsOf,
} from './planning-desk.ts';
import { rowId, startPlanning, type Starting } from './planning.ts';
import { keyOf, template } from './template.ts';

export type StartWish = Readonly<{ centre: CentreCode; start: Month }>;

/** The shipped planning of a centre. What is there already stays as it is, so that a start cut short can be done again. */
export async function start(
  deps: DeskDeps,
  asked: Asked,
  { centre, start: month }: StartWish,
): Promise<Readonly<{ ok: true; made: number }> | Refused> {
  const entered = await enterPlanning(deps, asked, { action: 'plan.manage', centre });
  if (!entered.ok) return entered;
  const office = await officeOf(deps, centre, asked.at);
  const leader = office.centre.projectLeader;
  if (leader === undefined) return refused('no-leader');
  const decision = startPlanning({ start: month, at: asked.at.toISOString() }, await rowsOf(deps, centre));
  if (decision.outcome === 'refused') return refused(decision.code);
  for (const { data } of decision.events) {
    const wish = wishFor(data, { office, leader, start: month, deps });
    const kept = await keepDeadline(deps, orderOf(asked, data.key), wish);
    if (!kept.ok) return refused(kept.refused);
  }
  return { ok: true, made: decision.events.length };
}

type Making = Readonly<{ office: Office; leader: PersonId; start: Month; deps: Pick<DeskDeps, 'isHoliday'> }>;

function wishFor({ row, key, month }: Starting, { office, leader, start: begun, deps }: Making): Wish {
  const { title, kind, every } = row;
  const dependsOn = template
    .filter((other) => row.dependsOn.includes(other.key))
    .map((other) => rowId(office.centre.code, keyOf(other, begun)));
  const owner = ownerFor(row.owner, office) ?? leader;
  const due = endOfMonth(month, deps.isHoliday);
  const facts = factsOf({ key, title, kind, every, owner, due, month, dependsOn }, office);
  return { id: rowId(office.centre.code, key), facts, plan: nudgesFor(kind), reason: '' };
}

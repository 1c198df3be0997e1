import type { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { personId } from '../../core/ids.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { type Asked, askedBy, type Typed } from '../cases/index.ts';
import type { DeadlineKind } from '../deadlines/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { add, edit, type RowWish, type Told } from './desk-rows.ts';
import { enterPlanning, enterRow, officeOf, type Refused, rowsOf, type Which } from './planning-desk.ts';
import { keyIn, type PlanRow } from './planning.ts';
import {
  aboutCentre,
  type AboutRow,
  formInDialog,
  guarded,
  type Kit,
  monthField,
  refusedInDialog,
  say,
  sentRow,
  type SentRow,
  toldInDialog,
  wrong,
} from './teams-answers.ts';
import type { EditForm } from './view-row.ts';

/** Changing what a row says, and adding one. */
export function editRoutes(kit: Kit): readonly Route[] {
  return [
    route({ on: 'dialog', verb: 'planning/add', data: aboutCentre, run: (inbound) => openAdd(kit, inbound) }),
    route({ on: 'submit', verb: 'planning/add-send', data: sentRow, run: (inbound) => sendForm(kit, inbound, 'add') }),
    route({
      on: 'submit',
      verb: 'planning/edit-send',
      data: sentRow,
      run: (inbound) => sendForm(kit, inbound, 'edit'),
    }),
  ];
}

export async function openEdit(kit: Kit, inbound: AboutRow): Promise<Ran> {
  const entered = await entering(kit, askedBy(inbound), { ...inbound.data, mode: 'edit' });
  return entered.ok ? show(kit, { ...entered.form, typed: {}, problems: [] }) : refusedInDialog(entered);
}

async function openAdd(kit: Kit, inbound: Inbound<z.output<typeof aboutCentre>>): Promise<Ran> {
  const { centre } = inbound.data;
  const key = `own-${kit.deps.newId()}`;
  const entered = await entering(kit, askedBy(inbound), { centre, key, mode: 'add' });
  return entered.ok ? show(kit, { ...entered.form, typed: {}, problems: [] }) : refusedInDialog(entered);
}

function show({ cards }: Kit, form: EditForm): Ran {
  return formInDialog({
    title: ({ dialogRow, dialogAdd }) => (form.row ? dialogRow : dialogAdd),
    card: cards.edit.show(form),
    problems: form.problems,
  });
}

type Mode = 'add' | 'edit';
type Entered = Readonly<{ ok: true; form: Omit<EditForm, 'typed' | 'problems'> }> | Refused;

/** With the row there is, when it is changed. */
async function entering(
  { deps }: Kit,
  asked: Asked,
  { centre, key, mode }: Which & Readonly<{ mode: Mode }>,
): Promise<Entered> {
  const found = mode === 'edit' ? await enterRow(deps, asked, { centre, key, action: 'plan.manage' }) : undefined;
  if (found && !found.ok) return found;
  const entered = await enterPlanning(deps, asked, { action: 'plan.manage', centre });
  if (!entered.ok) return entered;
  const [rows, office] = await Promise.all([
    found ? found.rows : rowsOf(deps, centre),
    officeOf(deps, centre, asked.at),
  ]);
  return { ok: true, form: { centre, key, rows, office, ...(found ? { row: found.row } : {}) } };
}

async function sendForm(kit: Kit, inbound: SentRow, mode: Mode): Promise<Ran> {
  const asked = askedBy(inbound);
  const { centre, key } = inbound.data;
  const entered = await entering(kit, asked, { centre, key, mode });
  if (!entered.ok) return refusedInDialog(entered);
  const { typed, problems } = await guarded(kit, inbound);
  const again = (all: readonly Text[]): Ran => show(kit, { ...entered.form, typed, problems: all });
  const { row } = entered.form;
  const wish = wishIn(typed, row);
  const faults = [...problems, ...faultsIn(typed, row)];
  if (faults.length > 0 || !wish) return again(faults);
  const told = row
    ? await edit(kit.deps, asked, { centre, key: keyIn(row), wish })
    : await adding(kit, asked, { centre, key, wish, typed });
  return toldInDialog(told, { again, line: say((all) => all.say.saved) });
}

type Adding = Readonly<{ centre: CentreCode; key: string; wish: RowWish; typed: Typed }>;

function adding({ deps }: Kit, asked: Asked, { centre, key, wish, typed }: Adding): Promise<Told> {
  return add(deps, asked, { centre, key, month: typed['month'] ?? '', wish });
}

const kinds: readonly DeadlineKind[] = ['one-off', 'continuous', 'recurring'];

function kindIn(typed: Typed, row: PlanRow | undefined): DeadlineKind | undefined {
  return row?.kind ?? kinds.find((each) => each === typed['kind']);
}

function faultsIn(typed: Typed, row: PlanRow | undefined): readonly Text[] {
  return [
    ...(kindIn(typed, row) === undefined ? [wrong('kind')] : []),
    ...(row === undefined && !monthField.safeParse(typed['month']).success ? [wrong('month')] : []),
    ...((typed['owner'] ?? '') === '' ? [wrong('owner')] : []),
  ];
}

function wishIn(typed: Typed, row: PlanRow | undefined): RowWish | undefined {
  const kind = kindIn(typed, row);
  const { title = '', every = '', owner = '', dependsOn = '' } = typed;
  if (kind === undefined) return undefined;
  return {
    ...{ title, kind, owner: personId(owner) },
    ...(kind === 'one-off' ? {} : { every: Number(every) }),
    dependsOn: [...new Set(dependsOn.split(',').filter((part) => part !== ''))],
  };
}

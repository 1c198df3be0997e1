import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { inDialog } from '../../teams/answer-kit.ts';
import { type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import { drop, finish, move } from './desk-rows.ts';
import { enterPlanning, enterRow } from './planning-desk.ts';
import type { PlanRow } from './planning.ts';
import {
  aboutRow,
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
import { openEdit } from './teams-edit.ts';

const steps = ['done', 'move', 'drop', 'edit'] as const;
const step = aboutRow.extend({ what: z.enum(steps) });

/** One row: what it is, and what can be done with it. */
export function rowRoutes(kit: Kit): readonly Route[] {
  const sends = (verb: string, run: (kit: Kit, inbound: SentRow) => Promise<Ran>): Route =>
    route({ on: 'submit', verb, data: sentRow, run: (inbound) => run(kit, inbound) });
  return [
    route({ on: 'dialog', verb: 'planning/row', data: aboutRow, run: (inbound) => openRow(kit, inbound) }),
    route({
      on: 'submit',
      verb: 'planning/step',
      data: step,
      run: (inbound) => openStep(kit, inbound, inbound.data.what),
    }),
    sends('planning/done-send', (_kit, inbound) => sendNote(kit, inbound, 'done')),
    sends('planning/drop-send', (_kit, inbound) => sendNote(kit, inbound, 'drop')),
    sends('planning/move-send', sendMove),
  ];
}

async function openRow({ deps, cards }: Kit, inbound: AboutRow): Promise<Ran> {
  const asked = askedBy(inbound);
  const { centre, key } = inbound.data;
  const [found, managing] = await Promise.all([
    enterRow(deps, asked, { centre, key, action: 'plan.see' }),
    enterPlanning(deps, asked, { action: 'plan.manage', centre }),
  ]);
  if (!found.ok) return refusedInDialog(found);
  const { row, rows } = found;
  const card = cards.row.show({ centre, row, rows, mayManage: managing.ok });
  return inDialog({ title: say((all) => all.say.dialogRow), card, outcome: 'opened' });
}

async function openStep(kit: Kit, inbound: AboutRow, what: (typeof steps)[number]): Promise<Ran> {
  if (what === 'edit') return openEdit(kit, inbound);
  const found = await enterRow(kit.deps, askedBy(inbound), { ...inbound.data, action: 'plan.manage' });
  if (!found.ok) return refusedInDialog(found);
  return showForm(kit, what, { centre: found.centre, row: found.row, typed: {}, problems: [] });
}

type Form = Readonly<{ centre: AboutRow['data']['centre']; row: PlanRow; typed: Typed; problems: readonly Text[] }>;

function showForm({ cards }: Kit, what: 'done' | 'move' | 'drop', form: Form): Ran {
  const card = what === 'move' ? cards.move.show(form) : cards.note.show({ ...form, what });
  return formInDialog({ title: ({ dialogRow }) => dialogRow, card, problems: form.problems });
}

const saved = say((all) => all.say.saved);

async function sendNote(kit: Kit, inbound: SentRow, what: 'done' | 'drop'): Promise<Ran> {
  const asked = askedBy(inbound);
  const { centre, key } = inbound.data;
  const found = await enterRow(kit.deps, asked, { centre, key, action: 'plan.manage' });
  if (!found.ok) return refusedInDialog(found);
  const { typed, problems } = await guarded(kit, inbound);
  const again = (all: readonly Text[]): Ran => showForm(kit, what, { centre, row: found.row, typed, problems: all });
  if (problems.length > 0) return again(problems);
  const { note = '' } = typed;
  const told =
    what === 'done'
      ? await finish(kit.deps, asked, { centre, key, note })
      : await drop(kit.deps, asked, { centre, key, reason: note });
  return toldInDialog(told, { again, line: saved });
}

async function sendMove(kit: Kit, inbound: SentRow): Promise<Ran> {
  const asked = askedBy(inbound);
  const { centre, key } = inbound.data;
  const found = await enterRow(kit.deps, asked, { centre, key, action: 'plan.manage' });
  if (!found.ok) return refusedInDialog(found);
  const { typed, problems } = await guarded(kit, inbound);
  const again = (all: readonly Text[]): Ran => showForm(kit, 'move', { centre, row: found.row, typed, problems: all });
  const month = monthField.safeParse(typed['month']);
  if (!month.success) return again([...problems, wrong('month')]);
  if (problems.length > 0) return again(problems);
  const { reason = '' } = typed;
  return toldInDialog(await move(kit.deps, asked, { centre, key, month: month.data, reason }), { again, line: saved });
}

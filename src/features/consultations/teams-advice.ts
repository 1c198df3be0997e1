import { z } from 'zod/v4';
import { personId } from '../../core/ids.ts';
import type { Text } from '../../core/locale.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import { type ConsultationFile, effects, invitationOf, verdicts } from './consultation-state.ts';
import { enter } from './consultation-desk.ts';
import { judgeAdvice, readAdvice, recordEffect } from './desk-advice.ts';
import {
  doneInDialog,
  guarded,
  idField,
  inDialog,
  type Kit,
  onCard,
  refusedInDialog,
  say,
  toldOnCard,
} from './teams-answers.ts';
import { inBoth, refusalText } from './texts.ts';

const person = z.string().max(80).transform(personId);
const reading = z.object({ consultation: idField, person });
const judging = z.looseObject({ consultation: idField, person });
const effecting = z.looseObject({ consultation: idField, months: z.union([z.literal(3), z.literal(6)]) });
type Reading = Inbound<z.output<typeof reading>>;
type Judging = Inbound<z.output<typeof judging>>;
type Effecting = Inbound<z.output<typeof effecting>>;

/** Reading advice, saying whether it is followed, and later what it brought. */
export function adviceRoutes(kit: Kit): readonly Route[] {
  return [
    route({ on: 'dialog', verb: 'consultations/judge', data: reading, run: (inbound) => open(kit, inbound) }),
    route({ on: 'submit', verb: 'consultations/judge-send', data: judging, run: (inbound) => judge(kit, inbound) }),
    route({ on: 'action', verb: 'consultations/effect', data: effecting, run: (inbound) => effect(kit, inbound) }),
  ];
}

async function open(kit: Kit, inbound: Reading): Promise<Ran> {
  const { consultation: id, person: expert } = inbound.data;
  const entered = await readAdvice(kit.deps, askedBy(inbound), id);
  if (!entered.ok) return refusedInDialog(kit, entered.refused, id);
  if (!invitationOf(entered.state, expert)?.advice) return refusedInDialog(kit, 'no-advice', id);
  return show(kit, inbound, { file: entered.state, typed: {}, problems: [] });
}

type Form = Readonly<{ file: ConsultationFile; typed: Typed; problems: readonly Text[] }>;

function show({ cards }: Kit, { data }: Reading | Judging, form: Form): Ran {
  return inDialog({
    title: (texts) => texts.say.dialogJudge,
    card: cards.judge.show({ ...form, person: data.person }),
    outcome: form.problems.length > 0 ? 'faults' : 'looked',
    id: form.file.id,
  });
}

const mendable = ['why-missing'];

async function judge(kit: Kit, inbound: Judging): Promise<Ran> {
  const { consultation: id, person: expert } = inbound.data;
  const asked = askedBy(inbound);
  const entered = await readAdvice(kit.deps, asked, id);
  if (!entered.ok) return refusedInDialog(kit, entered.refused, id);
  const { state: file } = entered;
  const { typed, problems } = await guarded(kit, inbound, { why: { name: ({ cards }) => cards.judge.why } });
  const verdict = verdicts.find((code) => code === typed['verdict']);
  const all = [...problems, ...(verdict === undefined ? [say(({ cards }) => cards.judge.required)] : [])];
  if (verdict === undefined || all.length > 0) return show(kit, inbound, { file, typed, problems: all });
  const told = await judgeAdvice(kit.deps, asked, { id, person: expert, verdict, why: typed['why'] ?? '' });
  if (told.ok) return doneInDialog(kit, [inBoth((texts) => texts.say.judged(texts.names.verdict[verdict]))], id);
  if (!mendable.includes(told.refused)) return refusedInDialog(kit, told.refused, id);
  return show(kit, inbound, { file, typed, problems: [refusalText(told.refused)] });
}

/** On the card itself: one choice, and a note that is looked through before it is kept. */
async function effect(kit: Kit, inbound: Effecting): Promise<Ran> {
  const { consultation: id, months } = inbound.data;
  const { effect: card } = kit.cards;
  const asked = askedBy(inbound);
  const entered = await enter(kit.deps, asked, { id, action: 'consultation.manage' });
  if (!entered.ok) return toldOnCard(card, entered, { id });
  const { typed, problems } = await guarded(kit, inbound, {
    note: { name: ({ cards }) => cards.effect.note, longest: 400 },
  });
  const chosen = effects.find((code) => code === typed['effect']);
  const [problem] = [...problems, ...(chosen === undefined ? [say(({ cards }) => cards.effect.required)] : [])];
  if (chosen === undefined || problem !== undefined) {
    const extra = { months, effect: chosen ?? '', note: typed['note'] ?? '' };
    return onCard(card, { file: entered.state, outcome: 'faults', extra, ...(problem ? { notice: problem } : {}) });
  }
  const told = await recordEffect(kit.deps, asked, { id, months, effect: chosen, note: typed['note'] ?? '' });
  return toldOnCard(card, told, { id, extra: { months } });
}

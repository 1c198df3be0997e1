import type { Text } from '../../core/locale.ts';
import { type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import { enter } from './consultation-desk.ts';
import type { ConsultationFile } from './consultation-state.ts';
import { reopen, withdraw } from './desk-invite.ts';
import {
  about,
  type About,
  doneInDialog,
  guarded,
  inDialog,
  type Kit,
  refusedInDialog,
  say,
  type Sent,
  sent,
} from './teams-answers.ts';
import { refusalText } from './texts.ts';

/** Ending a consultation before its time, and taking it up again: both with a reason. */
type Reasoned = Readonly<{ kind: 'withdraw' | 'reopen'; wish: typeof withdraw; said: Text }>;

export function reasonRoutes(kit: Kit): readonly Route[] {
  return [
    { kind: 'withdraw', wish: withdraw, said: say((texts) => texts.say.withdrawn) } as const,
    { kind: 'reopen', wish: reopen, said: say((texts) => texts.say.reopened) } as const,
  ].flatMap((reasoned) => [
    route({
      ...{ on: 'dialog', verb: `consultations/${reasoned.kind}`, data: about },
      run: (inbound) => open(kit, inbound, reasoned),
    }),
    route({
      ...{ on: 'submit', verb: `consultations/${reasoned.kind}-send`, data: sent },
      run: (inbound) => send(kit, inbound, reasoned),
    }),
  ]);
}

async function open(kit: Kit, inbound: About, { kind }: Reasoned): Promise<Ran> {
  const id = inbound.data.consultation;
  const entered = await enter(kit.deps, askedBy(inbound), { id, action: 'consultation.manage' });
  if (!entered.ok) return refusedInDialog(kit, entered.refused, id);
  return ask(kit, kind, { file: entered.state, typed: {}, problems: [] });
}

type Form = Readonly<{ file: ConsultationFile; typed: Typed; problems: readonly Text[] }>;

function ask({ cards }: Kit, kind: Reasoned['kind'], form: Form): Ran {
  return inDialog({
    title: (texts) => texts.say.dialogMatch(form.file.about.number),
    card: cards.reason.show({ ...form, verb: `consultations/${kind}-send` }),
    outcome: form.problems.length > 0 ? 'faults' : 'opened',
    id: form.file.id,
  });
}

async function send(kit: Kit, inbound: Sent, { kind, wish, said }: Reasoned): Promise<Ran> {
  const id = inbound.data.consultation;
  const asked = askedBy(inbound);
  const entered = await enter(kit.deps, asked, { id, action: 'consultation.manage' });
  if (!entered.ok) return refusedInDialog(kit, entered.refused, id);
  const { state: file } = entered;
  const { typed, problems } = await guarded(kit, inbound, {
    reason: { name: ({ cards }) => cards.reason.why, longest: 400 },
  });
  if (problems.length > 0) return ask(kit, kind, { file, typed, problems });
  const told = await wish(kit.deps, asked, { id, reason: typed['reason'] ?? '' });
  if (told.ok) return doneInDialog(kit, [said], id);
  if (told.refused !== 'reason-missing') return refusedInDialog(kit, told.refused, id);
  return ask(kit, kind, { file, typed, problems: [refusalText(told.refused)] });
}

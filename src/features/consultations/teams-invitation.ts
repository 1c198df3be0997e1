import { personId } from '../../core/ids.ts';
import type { Text } from '../../core/locale.ts';
import type { Card, Ran } from '../../teams/routes.ts';
import { route, type Route } from '../../teams/routes.ts';
import { type Asked, askedBy, type Typed } from '../cases/index.ts';
import type { Told } from './consultation-desk.ts';
import { type ConsultationFile, type ConsultationId, declineReasons, invitationOf } from './consultation-state.ts';
import { acceptInvitation, declineInvitation, giveAdvice, invitedTo, reportConflict } from './desk-invite.ts';
import {
  about,
  type About,
  doneInDialog,
  guarded,
  inDialog,
  type Kit,
  onCard,
  ran,
  refusedInDialog,
  say,
  type Sent,
  sent,
  toldOnCard,
} from './teams-answers.ts';
import { refusalText, type Texts } from './texts.ts';
import type { AnswerForm } from './view-invitation.ts';

/** A dialog in which an expert answers. */
type AnswerRoutes = Readonly<{
  verb: 'accept' | 'decline' | 'advise';
  title(texts: Texts): string;
  show(form: AnswerForm): Card;
  guarded: Parameters<typeof guarded>[2];
  /** What is said when it is done; `wish` gives a refusal that can be mended in the dialog, or another. */
  wish(asked: Asked, id: ConsultationId, typed: Typed): Promise<Told>;
  said: Text;
  mendable: readonly string[];
}>;

export function invitationRoutes(kit: Kit): readonly Route[] {
  return [
    ...[acceptForm(kit), declineForm(kit), adviseForm(kit)].flatMap((form) => answerRoutes(kit, form)),
    route({ on: 'action', verb: 'consultations/conflict', data: about, run: (inbound) => conflict(kit, inbound) }),
    route({
      ...{ on: 'action', verb: 'consultations/show-invitation', looks: true, data: about },
      run: (inbound) => showInvitation(kit, inbound),
    }),
  ];
}

function answerRoutes(kit: Kit, form: AnswerRoutes): readonly Route[] {
  return [
    route({
      ...{ on: 'dialog', verb: `consultations/${form.verb}`, data: about },
      run: (inbound) => open(kit, inbound, form),
    }),
    route({
      ...{ on: 'submit', verb: `consultations/${form.verb}-send`, data: sent },
      run: (inbound) => send(kit, inbound, form),
    }),
  ];
}

async function open(kit: Kit, inbound: About, form: AnswerRoutes): Promise<Ran> {
  const id = inbound.data.consultation;
  const file = await invitedTo(kit.deps, inbound.actor.id, id);
  if (!file) return refusedInDialog(kit, 'not-invited', id);
  const objection = objectionTo(file, inbound, form.verb);
  if (objection !== undefined) return refusedInDialog(kit, objection, id);
  return show(form, { file, typed: {}, problems: [] });
}

/** Why the dialog makes no sense any more: an old card says how it stands, before anybody fills in a form in vain. */
function objectionTo(file: ConsultationFile, { actor }: About, verb: AnswerRoutes['verb']) {
  const status = invitationOf(file, actor.id)?.status;
  if (status === 'expired' || status === 'withdrawn') return 'invitation-over' as const;
  if (verb === 'advise') return status === 'accepted' ? undefined : ('not-accepted' as const);
  if (status === 'declined' || status === 'conflict') return 'already-answered' as const;
  return verb === 'accept' && status === 'accepted' ? ('already-answered' as const) : undefined;
}

function show({ title, show: shown }: AnswerRoutes, form: AnswerForm): Ran {
  const outcome = form.problems.length > 0 ? 'faults' : 'opened';
  return inDialog({ title, card: shown(form), outcome, id: form.file.id });
}

async function send(kit: Kit, inbound: Sent, form: AnswerRoutes): Promise<Ran> {
  const id = inbound.data.consultation;
  const file = await invitedTo(kit.deps, inbound.actor.id, id);
  if (!file) return refusedInDialog(kit, 'not-invited', id);
  const { typed, problems } = await guarded(kit, inbound, form.guarded);
  if (problems.length > 0) return show(form, { file, typed, problems });
  const told = await form.wish(askedBy(inbound), id, typed);
  if (told.ok) return doneInDialog(kit, [form.said], id);
  if (!form.mendable.includes(told.refused)) return refusedInDialog(kit, told.refused, id);
  return show(form, { file, typed, problems: [refusalText(told.refused)] });
}

function acceptForm({ deps, cards }: Kit): AnswerRoutes {
  return {
    verb: 'accept',
    title: (texts) => texts.say.dialogAccept,
    show: (form) => cards.accept.show(form),
    guarded: {},
    wish: (asked, id, { secrecy }) => acceptInvitation(deps, asked, { id, secrecy: secrecy === 'true' }),
    said: say((texts) => texts.say.accepted),
    mendable: ['secrecy-missing'],
  };
}

function declineForm({ deps, cards }: Kit): AnswerRoutes {
  return {
    verb: 'decline',
    title: (texts) => texts.say.dialogDecline,
    show: (form) => cards.decline.show(form),
    guarded: { note: { name: (texts) => texts.cards.decline.note, longest: 400 } },
    wish: (asked, id, { reason, note = '', suggested = '' }) =>
      declineInvitation(deps, asked, {
        ...{ id, note, reason: declineReasons.find((code) => code === reason) ?? 'other' },
        ...(suggested === '' ? {} : { suggested: personId(suggested) }),
      }),
    said: say((texts) => texts.say.declined),
    mendable: [],
  };
}

function adviseForm({ deps, cards }: Kit): AnswerRoutes {
  const label = (field: 'advice' | 'basis' | 'otherwise') => (texts: Texts) => texts.cards.advise[field];
  return {
    verb: 'advise',
    title: (texts) => texts.say.dialogAdvise,
    show: (form) => cards.advise.show(form),
    guarded: {
      advice: { name: label('advice') },
      basis: { name: label('basis') },
      otherwise: { name: label('otherwise') },
    },
    wish: (asked, id, { advice = '', basis = '', otherwise = '' }) =>
      giveAdvice(deps, asked, { id, advice, basis, otherwise }),
    said: say((texts) => texts.say.advised),
    mendable: ['advice-missing'],
  };
}

async function conflict(kit: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.consultation;
  const told = await reportConflict(kit.deps, askedBy(inbound), id);
  return toldOnCard(kit.cards.invitation, told, { id, notice: say((texts) => texts.say.conflictTold) });
}

async function showInvitation(kit: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.consultation;
  const file = await invitedTo(kit.deps, inbound.actor.id, id);
  if (!file) return ran('not-invited', { type: 'text', text: refusalText('not-invited') }, id);
  return onCard(kit.cards.invitation, { file, outcome: 'shown' });
}

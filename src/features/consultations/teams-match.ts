import { z } from 'zod/v4';
import { personId, type PersonId } from '../../core/ids.ts';
import type { Text } from '../../core/locale.ts';
import { listed } from '../../core/view-parts.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy } from '../cases/index.ts';
import { enter, type Refusal } from './consultation-desk.ts';
import type { ConsultationFile, ConsultationId } from './consultation-state.ts';
import { chooseTeam, inviteTeam, replaceProposed } from './desk-invite.ts';
import {
  about,
  type About,
  doneInDialog,
  guarded,
  idField,
  inDialog,
  type Kit,
  onCard,
  refusedInDialog,
  say,
  type Sent,
  sent,
  toldOnCard,
} from './teams-answers.ts';
import { inBoth, refusalText } from './texts.ts';
import { namesOf } from './view-format.ts';

const person = z.string().max(80).default('').transform(personId);
const choosing = z.object({ consultation: idField, people: z.string().max(2_000) });
const picking = z.object({ consultation: idField, out: person });

/** What the process director does with the proposal. */
export function matchRoutes(kit: Kit): readonly Route[] {
  const { match } = kit.cards;
  return [
    route({ on: 'action', verb: 'consultations/show', looks: true, data: about, run: (inbound) => show(kit, inbound) }),
    route({ on: 'action', verb: 'consultations/invite', data: about, run: (inbound) => invite(kit, inbound) }),
    route({ on: 'action', verb: 'consultations/take-over', data: about, run: (inbound) => takeOver(kit, inbound) }),
    route({
      ...{ on: 'action', verb: 'consultations/choose', data: choosing },
      async run(inbound) {
        const { consultation: id, people } = inbound.data;
        const chosen = people.split(',').filter(Boolean).map(personId);
        const told = await chooseTeam(kit.deps, askedBy(inbound), { id, people: chosen });
        return toldOnCard(match, told, { id, notice: say((texts) => texts.say.replaced) });
      },
    }),
    route({ on: 'dialog', verb: 'consultations/pick', data: picking, run: (inbound) => openPick(kit, inbound) }),
    route({ on: 'submit', verb: 'consultations/pick-send', data: sent, run: (inbound) => pick(kit, inbound) }),
  ];
}

async function show(kit: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.consultation;
  const entered = await enter(kit.deps, askedBy(inbound), { id, action: 'consultation.manage' });
  return toldOnCard(kit.cards.match, entered, { id });
}

async function invite(kit: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.consultation;
  const { told, passedOver } = await inviteTeam(kit.deps, askedBy(inbound), id);
  if (!told.ok) return toldOnCard(kit.cards.match, told, { id });
  const invited = told.state.invitations.filter(({ invitedAt }) => invitedAt === inbound.at.toISOString());
  const lines = await Promise.all([
    namesIn(
      kit,
      invited.map((invitation) => invitation.person),
    ),
    namesIn(kit, passedOver),
  ]);
  const notice = inBoth((texts, locale) =>
    [
      ...(invited.length === 0 ? [] : [texts.say.invited(listed(lines[0], locale))]),
      ...(passedOver.length === 0 ? [] : [texts.say.passedOver(listed(lines[1], locale))]),
    ].join(' '),
  );
  return onCard(kit.cards.match, { file: told.state, outcome: 'invited', notice });
}

function namesIn({ deps }: Kit, people: readonly PersonId[]): Promise<readonly string[]> {
  return namesOf(deps, people);
}

async function takeOver(kit: Kit, inbound: About): Promise<Ran> {
  const id = inbound.data.consultation;
  const asked = askedBy(inbound);
  const entered = await enter(kit.deps, asked, { id, action: 'consultation.manage' });
  if (!entered.ok) return toldOnCard(kit.cards.match, entered, { id });
  const { suggestion } = entered.state;
  if (!suggestion)
    return onCard(kit.cards.match, {
      file: entered.state,
      outcome: 'not-in-proposal',
      notice: refusalText('not-in-proposal'),
    });
  const told = await replaceProposed(kit.deps, asked, { id, ...suggestion, reason: '' });
  return toldOnCard(kit.cards.match, told, { id, notice: say((texts) => texts.say.replaced) });
}

type Picking = Readonly<{
  file: ConsultationFile;
  out: PersonId | '';
  typed: Readonly<Record<string, string>>;
  problems: readonly Text[];
}>;

async function openPick(kit: Kit, inbound: Inbound<z.output<typeof picking>>): Promise<Ran> {
  const { consultation: id, out } = inbound.data;
  const file = await toPickFrom(kit, inbound, id);
  return 'answer' in file ? file : showPick(kit, { file, out, typed: {}, problems: [] });
}

/** The consultation, for who may choose while there is somebody to choose; otherwise the answer that says why not. */
async function toPickFrom(kit: Kit, inbound: Inbound, id: ConsultationId): Promise<ConsultationFile | Ran> {
  const entered = await enter(kit.deps, askedBy(inbound), { id, action: 'consultation.manage' });
  if (!entered.ok) return refusedInDialog(kit, entered.refused, id);
  const { state } = entered;
  return (state.proposal?.others.length ?? 0) === 0 ? refusedInDialog(kit, 'nobody-fits', id) : state;
}

function showPick({ cards }: Kit, form: Picking): Ran {
  return inDialog({
    title: (texts) => texts.say.dialogMatch(form.file.about.number),
    card: cards.pick.show(form),
    outcome: form.problems.length > 0 ? 'faults' : 'opened',
    id: form.file.id,
  });
}

async function pick(kit: Kit, inbound: Sent): Promise<Ran> {
  const id = inbound.data.consultation;
  const before = await toPickFrom(kit, inbound, id);
  if ('answer' in before) return before;
  const { typed, problems } = await guarded(kit, inbound, {
    reason: { name: ({ cards }) => cards.pick.reason, longest: 400 },
  });
  const { into = '', reason = '', out: outTyped = '' } = typed;
  const out = personId(outTyped);
  if (problems.length > 0) return showPick(kit, { file: before, out, typed, problems });
  const wish = { id, into: personId(into), reason, ...(outTyped === '' ? {} : { out }) };
  const told = await replaceProposed(kit.deps, askedBy(inbound), wish);
  if (told.ok) return doneInDialog(kit, [say((texts) => texts.say.replaced)], id);
  const { state: file = before, refused } = told;
  if (!mendable.includes(refused)) return refusedInDialog(kit, refused, id);
  return showPick(kit, { file, out, typed, problems: [refusalText(refused)] });
}

const mendable: readonly Refusal[] = ['conflict-reason-missing', 'not-available'];

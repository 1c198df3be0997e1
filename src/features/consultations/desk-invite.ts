import { commandId, type PersonId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import { handle } from '../../store/handle.ts';
import type { Asked } from '../cases/index.ts';
import { expertAggregate, expertStream } from '../experts/index.ts';
import { answerDates } from './clocks.ts';
import {
  calendarOf,
  carryOut,
  type DeskDeps,
  enter,
  followDirector,
  loadConsultation,
  refused,
  send,
  type Told,
} from './consultation-desk.ts';
import {
  type Consultation,
  type ConsultationFile,
  type ConsultationId,
  counts,
  type DeclineReason,
  invitationOf,
  isAsked,
} from './consultation-state.ts';

/** `passedOver`: whose hours another request took first; for them somebody else is looked for. */
export type Invited = Readonly<{ told: Told; passedOver: readonly PersonId[] }>;

/**
 * Sets the hours of each proposed expert apart, and then records the invitation: two directors who want the last hours of
 * one expert at the same moment meet in that expert's stream, and one of them is told.
 */
export async function inviteTeam(deps: DeskDeps, asked: Asked, id: ConsultationId): Promise<Invited> {
  const entered = await enter(deps, asked, { id, action: 'consultation.manage' });
  if (!entered.ok) return { told: entered, passedOver: [] };
  await followDirector(deps, asked, entered);
  const { state } = entered;
  const wanted = (state.proposal?.team ?? []).map(({ person }) => person);
  if (wanted.length === 0) return { told: refused('nothing-proposed', state), passedOver: [] };
  const hasRoom = await Promise.all(wanted.map((person) => reserve(deps, asked, { state, person })));
  const people = wanted.filter((_, index) => hasRoom[index]);
  const passedOver = wanted.filter((_, index) => !hasRoom[index]);
  if (passedOver.length > 0) await pass(deps, asked, { id, people: passedOver });
  if (people.length === 0) return { told: refused('no-room', await fileOf(deps, state)), passedOver };
  const at = asked.at.toISOString();
  const data = { at, by: asked.actor, people, ...answerDates(at, calendarOf(deps)) };
  const told = await send(deps, asked, { id, command: { type: 'InviteExperts', data } });
  if (!told.ok) await giveBack(deps, asked, { id, people });
  return { told, passedOver };
}

type About = Readonly<{ state: ConsultationFile; person: PersonId }>;

async function reserve(deps: DeskDeps, asked: Asked, { state, person }: About): Promise<boolean> {
  const at = asked.at.toISOString();
  const { decision } = await handle(deps.store, expertAggregate, {
    ...({ stream: expertStream(person), by: asked.actor, at: asked.at } as const),
    command: {
      type: 'ReserveHours',
      data: { at, consultation: state.id, hours: state.request.hours, today: localDate(at) },
    },
    commandId: commandId(`${asked.commandId}-reserve`),
  });
  return decision.outcome === 'accepted';
}

type People = Readonly<{ id: ConsultationId; people: readonly PersonId[] }>;

async function pass(deps: DeskDeps, asked: Asked, { id, people }: People): Promise<void> {
  const data = { at: asked.at.toISOString(), by: asked.actor, people };
  await send(deps, asked, { id, command: { type: 'PassOver', data }, part: 'pass' });
}

/** Hours of somebody who was not invited after all; who has an invitation that counts keeps them. */
async function giveBack(deps: DeskDeps, asked: Asked, { id, people }: People): Promise<void> {
  const state = await loadConsultation(deps, id);
  const isKept = (person: PersonId): boolean => {
    const invitation = isAsked(state) ? invitationOf(state, person) : undefined;
    return invitation !== undefined && counts(invitation);
  };
  const at = asked.at.toISOString();
  for (const person of people.filter((one) => !isKept(one))) {
    await handle(deps.store, expertAggregate, {
      ...({ stream: expertStream(person), by: asked.actor, at: asked.at } as const),
      command: { type: 'ReleaseHours', data: { at, consultation: id, because: 'not-invited' } },
      commandId: commandId(`${asked.commandId}-give-back`),
    });
  }
}

async function fileOf(deps: DeskDeps, before: ConsultationFile): Promise<ConsultationFile> {
  const state: Consultation = await loadConsultation(deps, before.id);
  return isAsked(state) ? state : before;
}

export function chooseTeam(
  deps: DeskDeps,
  asked: Asked,
  { id, people }: Readonly<{ id: ConsultationId; people: readonly PersonId[] }>,
): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor, people };
  return carryOut(deps, asked, { id, action: 'consultation.manage', command: () => ({ type: 'ChooseTeam', data }) });
}

export type Replacing = Readonly<{ id: ConsultationId; out?: PersonId; into: PersonId; reason: string }>;

/** Setting a conflict of interest aside is written in the case's access log, with who did it. */
export async function replaceProposed(deps: DeskDeps, asked: Asked, { id, ...wish }: Replacing): Promise<Told> {
  const state = await loadConsultation(deps, id);
  const proposed = isAsked(state) ? state.proposal?.others.find(({ person }) => person === wish.into) : undefined;
  const look = proposed?.obstacles.includes('conflict') === true;
  const entered = await enter(deps, asked, { id, action: 'consultation.manage', look });
  if (!entered.ok) return entered;
  await followDirector(deps, asked, entered);
  const data = { at: asked.at.toISOString(), by: asked.actor, ...wish };
  return send(deps, asked, { id, command: { type: 'ReplaceProposed', data } });
}

export type Reasoned = Readonly<{ id: ConsultationId; reason: string }>;

export function withdraw(deps: DeskDeps, asked: Asked, { id, reason }: Reasoned): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor, reason };
  const command = () => ({ type: 'WithdrawConsultation', data }) as const;
  return carryOut(deps, asked, { id, action: 'consultation.manage', command });
}

export function reopen(deps: DeskDeps, asked: Asked, { id, reason }: Reasoned): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor, reason };
  const command = () => ({ type: 'ReopenConsultation', data }) as const;
  return carryOut(deps, asked, { id, action: 'consultation.manage', command });
}

/** For the expert: only who was invited gets further, and nobody else learns that the consultation exists. */
async function answer(
  deps: DeskDeps,
  asked: Asked,
  { id, ...rest }: Readonly<{ id: ConsultationId; command: Parameters<typeof send>[2]['command'] }>,
): Promise<Told> {
  const state = await loadConsultation(deps, id);
  if (!isAsked(state) || !invitationOf(state, asked.actor)) return refused('not-invited');
  return send(deps, asked, { id, ...rest });
}

export function acceptInvitation(
  deps: DeskDeps,
  asked: Asked,
  { id, secrecy }: Readonly<{ id: ConsultationId; secrecy: boolean }>,
): Promise<Told> {
  const data = { at: asked.at.toISOString(), person: asked.actor, secrecy };
  return answer(deps, asked, { id, command: { type: 'AcceptInvitation', data } });
}

export type Declining = Readonly<{ id: ConsultationId; reason: DeclineReason; note: string; suggested?: PersonId }>;

export function declineInvitation(deps: DeskDeps, asked: Asked, { id, ...why }: Declining): Promise<Told> {
  const data = { at: asked.at.toISOString(), person: asked.actor, ...why };
  return answer(deps, asked, { id, command: { type: 'DeclineInvitation', data } });
}

export function reportConflict(deps: DeskDeps, asked: Asked, id: ConsultationId): Promise<Told> {
  const data = { at: asked.at.toISOString(), person: asked.actor };
  return answer(deps, asked, { id, command: { type: 'ReportConflict', data } });
}

export type AdviceWish = Readonly<{ id: ConsultationId; advice: string; basis: string; otherwise: string }>;

export function giveAdvice(deps: DeskDeps, asked: Asked, { id, ...advice }: AdviceWish): Promise<Told> {
  const data = { at: asked.at.toISOString(), person: asked.actor, ...advice };
  return answer(deps, asked, { id, command: { type: 'GiveAdvice', data } });
}

/** What an invited expert may see; undefined for anybody else. */
export async function invitedTo(
  deps: DeskDeps,
  actor: PersonId,
  id: ConsultationId,
): Promise<ConsultationFile | undefined> {
  const state = await loadConsultation(deps, id);
  return isAsked(state) && invitationOf(state, actor) ? state : undefined;
}

import type { CommandId, PersonId } from '../../core/ids.ts';
import { addDays, atLocalTime, type IsHoliday, localDate } from '../../core/working-time.ts';
import { caseId, type DeskDeps, standingFor } from '../cases/index.ts';
import { type Directory, mayDo } from '../directory/index.ts';
import type { DeadlineCommand, DeadlineRefusal } from './deadline-messages.ts';
import { type DeadlineFile, type DeadlineId, isKept } from './deadline-state.ts';
import { loadDeadline, loadInbox, type Order, sendDeadline, sendInbox, type Stored } from './deadlines-desk.ts';
import { deputyAt, type InboxRefusal } from './inbox.ts';
import { datesFor, dueOn, nextDates } from './rhythm.ts';
import { levelOf, mayAct, type Standing, standingOf } from './standing.ts';

export type ActingDeps = Stored & Readonly<{ directory: Pick<Directory, 'person'>; isHoliday: IsHoliday }>;
export type Asked = Readonly<{ actor: PersonId; at: Date; commandId: CommandId }>;
export type Refusal =
  | DeadlineRefusal
  | InboxRefusal
  | 'not-yours'
  | 'only-look'
  | 'unknown-person'
  | 'case-not-yours'
  | 'owner-outside-case'
  | 'no-message'
  | 'message-elsewhere'
  | 'title-missing'
  | 'day-missing'
  | 'absence-incomplete';
/** `file` with a refusal: how it stands, for whoever may see it. */
export type Refused = Readonly<{ ok: false; refused: Refusal; file?: DeadlineFile }>;
export type Entered = Readonly<{ ok: true; file: DeadlineFile; standing: Standing }>;

/** Whoever has nothing to do with it hears the same as when there is none. */
export async function look(deps: ActingDeps, { actor, at }: Asked, id: DeadlineId): Promise<Entered | Refused> {
  const [who, file] = await Promise.all([deps.directory.person(actor), loadDeadline(deps, id)]);
  if (!isKept(file) || !mayDo('deadline.own', who).allowed) return { ok: false, refused: 'not-yours' };
  const ownerAway = file.owner !== actor && (await isOwnerAway(deps, file, at));
  const standing = standingOf(file, { person: actor, ownerAway });
  return standing === undefined ? { ok: false, refused: 'not-yours' } : { ok: true, file, standing };
}

export async function isOwnerAway(deps: Stored, { owner }: DeadlineFile, at: Date): Promise<boolean> {
  return deputyAt(await loadInbox(deps, owner), at.toISOString()) !== undefined;
}

export async function enter(deps: ActingDeps, asked: Asked, id: DeadlineId): Promise<Entered | Refused> {
  const entered = await look(deps, asked, id);
  return !entered.ok || mayAct(entered.standing) ? entered : { ok: false, refused: 'only-look', file: entered.file };
}

/** One thing that owner, acting deputy or steward does with it. */
async function act(
  deps: ActingDeps,
  asked: Asked,
  { id, command }: Readonly<{ id: DeadlineId; command(file: DeadlineFile): DeadlineCommand }>,
): Promise<Entered | Refused> {
  const entered = await enter(deps, asked, id);
  return entered.ok ? send(deps, asked, { ...entered, command: command(entered.file) }) : entered;
}

async function send(
  deps: ActingDeps,
  asked: Asked,
  { file, standing, command }: Entered & Readonly<{ command: DeadlineCommand }>,
): Promise<Entered | Refused> {
  const told = await sendDeadline(deps, orderOf(asked), { id: file.id, command });
  return told.ok ? { ok: true, file: told.state, standing } : { ok: false, refused: told.refused, file };
}

export const orderOf = ({ actor, at, commandId: click }: Asked): Order => ({ at, by: actor, commandId: click });

/** `by` and when, as every command has them. */
const signed = ({ actor, at }: Asked) => ({ by: actor, at: at.toISOString() });

export function completeByHand(
  deps: ActingDeps,
  asked: Asked,
  { id, note }: Readonly<{ id: DeadlineId; note: string }>,
): Promise<Entered | Refused> {
  return act(deps, asked, {
    id,
    command(file) {
      const { by, at } = signed(asked);
      const next = nextDates(file, at, deps.isHoliday);
      return { type: 'CompleteDeadline', data: { by, at, note, ...(next === undefined ? {} : { next }) } };
    },
  });
}

type Moving = Readonly<{ id: DeadlineId; day: string; reason: string }>;

/** `day`: YYYY-MM-DD. */
export function moveByHand(deps: ActingDeps, asked: Asked, { id, day, reason }: Moving): Promise<Entered | Refused> {
  return act(deps, asked, {
    id,
    command(file) {
      const { by, at } = signed(asked);
      return {
        type: 'MoveDeadline',
        data: { ...datesFor(file, { due: dueOn(day), at }, deps.isHoliday), by, at, reason },
      };
    },
  });
}

type Reasoned = Readonly<{ id: DeadlineId; reason: string }>;

export function dropByHand(deps: ActingDeps, asked: Asked, { id, reason }: Reasoned): Promise<Entered | Refused> {
  return act(deps, asked, { id, command: () => ({ type: 'DropDeadline', data: { ...signed(asked), reason } }) });
}

export function giveBack(deps: ActingDeps, asked: Asked, { id, reason }: Reasoned): Promise<Entered | Refused> {
  return act(deps, asked, { id, command: () => ({ type: 'ReturnDeadline', data: { ...signed(asked), reason } }) });
}

type Handing = Readonly<{ id: DeadlineId; to: PersonId | undefined; note: string }>;

/** A task in a case stays with people who may know of that case. */
export async function handOverByHand(
  deps: ActingDeps & DeskDeps,
  asked: Asked,
  { id, to, note }: Handing,
): Promise<Entered | Refused> {
  const entered = await enter(deps, asked, id);
  if (!entered.ok) return entered;
  const known = to === undefined ? undefined : await deps.directory.person(to);
  if (!known) return { ok: false, refused: 'unknown-person', file: entered.file };
  if (await isOutside(deps, entered.file, known.id))
    return { ok: false, refused: 'owner-outside-case', file: entered.file };
  const data = { ...signed(asked), to: known.id, note };
  return send(deps, asked, { ...entered, command: { type: 'HandOverDeadline', data } });
}

async function isOutside(deps: DeskDeps, { about: { kind, id } }: DeadlineFile, person: PersonId): Promise<boolean> {
  return kind === 'own' && id !== undefined && (await standingFor(deps, person, caseId(id))) === undefined;
}

/** Only whoever was asked; the highest level at which they were. */
export async function answerEscalation(
  deps: ActingDeps,
  asked: Asked,
  { id, text }: Readonly<{ id: DeadlineId; text: string }>,
): Promise<Entered | Refused> {
  const entered = await look(deps, asked, id);
  if (!entered.ok) return entered;
  const level = levelOf(entered.file, asked.actor);
  if (level === undefined) return { ok: false, refused: 'not-escalated', file: entered.file };
  return send(deps, asked, {
    ...entered,
    command: { type: 'AnswerEscalation', data: { ...signed(asked), level, text } },
  });
}

/** The reminder comes back at the beginning of a day some days on, in the reader's own hours. */
export async function snooze(
  deps: ActingDeps,
  asked: Asked,
  { id, days }: Readonly<{ id: DeadlineId; days: number }>,
): Promise<Entered | Refused> {
  const entered = await look(deps, asked, id);
  if (!entered.ok) return entered;
  const at = asked.at.toISOString();
  const until = atLocalTime(addDays(localDate(at), days), morning);
  const data = { at, person: asked.actor, deadline: id, until };
  const told = await sendInbox(deps, orderOf(asked), { type: 'SnoozeDeadline', data });
  return told.ok ? entered : { ok: false, refused: told.refused, file: entered.file };
}

const morning = '07:00';

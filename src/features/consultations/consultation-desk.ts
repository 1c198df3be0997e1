import type { Logger } from 'pino';
import { commandId, type PersonId } from '../../core/ids.ts';
import { handle, stateOf } from '../../store/handle.ts';
import {
  type Asked,
  type CaseId,
  type DeskDeps as CaseDeskDeps,
  type DeskRefusal,
  enterCase,
  isSubmitted,
  type SubmittedCase,
} from '../cases/index.ts';
import type { Action } from '../directory/index.ts';
import type { ExpertRegister } from '../experts/index.ts';
import { consultationAggregate } from './aggregate.ts';
import type { ConsultationCalendar, ConsultationClocks } from './clocks.ts';
import type { ConsultationCommand, ConsultationRefusal } from './consultation-messages.ts';
import {
  type Consultation,
  type ConsultationFile,
  type ConsultationId,
  consultationStream,
  isAsked,
} from './consultation-state.ts';

export type DeskDeps = CaseDeskDeps &
  Readonly<{ experts: ExpertRegister; consultationClocks: ConsultationClocks; log: Logger }>;

export type Refusal =
  ConsultationRefusal | DeskRefusal | 'unknown-consultation' | 'no-room' | 'nobody-fits' | 'identifying-words';

/** `state` with a refusal: how it stands, for whoever may see it. */
export type Refused = Readonly<{ ok: false; refused: Refusal; state?: ConsultationFile }>;
export type Told = Readonly<{ ok: true; state: ConsultationFile }> | Refused;

export async function loadConsultation({ store }: Pick<DeskDeps, 'store'>, id: ConsultationId): Promise<Consultation> {
  return stateOf(consultationAggregate, await store.load(consultationStream(id)));
}

export function refused(code: Refusal, state?: ConsultationFile): Refused {
  return { ok: false, refused: code, ...(state === undefined ? {} : { state }) };
}

type Sending = Readonly<{ id: ConsultationId; command: ConsultationCommand; part?: string; by?: PersonId | 'system' }>;

/** Without asking the policy: for what was asked already. `part` keeps the commands of one click apart. */
export async function send(
  deps: Pick<DeskDeps, 'store'>,
  asked: Omit<Asked, 'actor'> & Partial<Pick<Asked, 'actor'>>,
  { id, command, part, by }: Sending,
): Promise<Told> {
  const { decision, state } = await handle(deps.store, consultationAggregate, {
    stream: consultationStream(id),
    command,
    by: by ?? asked.actor ?? 'system',
    at: asked.at,
    commandId: part === undefined ? asked.commandId : commandId(`${asked.commandId}-${part}`),
  });
  const file = isAsked(state) ? state : undefined;
  if (decision.outcome === 'refused') return refused(decision.code, file);
  return file ? { ok: true, state: file } : refused('unknown-consultation');
}

export type Entered = Readonly<{ ok: true; state: ConsultationFile; file: SubmittedCase }> | Refused;

type Door = Readonly<{ id: ConsultationId; action: Action; look?: boolean }>;

/** A consultation is managed by who may manage its case: the policy table is asked for that case, and refusals are logged. */
export async function enter(deps: DeskDeps, asked: Asked, { id, action, look = false }: Door): Promise<Entered> {
  const state = await loadConsultation(deps, id);
  if (!isAsked(state)) return refused('unknown-consultation');
  const entered = await enterSubmitted(deps, asked, { id: state.about.id, action, look });
  return entered.ok ? { ok: true, state, file: entered.file } : entered;
}

export async function enterSubmitted(
  deps: DeskDeps,
  asked: Asked,
  door: Readonly<{ id: CaseId; action: Action; look?: boolean }>,
): Promise<Readonly<{ ok: true; file: SubmittedCase }> | Refused> {
  const entered = await enterCase(deps, asked, door);
  if (!entered.ok) return refused(entered.refused);
  return isSubmitted(entered.state) ? { ok: true, file: entered.state } : refused('unknown-case');
}

/** One command by whoever manages the case; whoever acts as its process director gets the cards from then on. */
export async function carryOut(
  deps: DeskDeps,
  asked: Asked,
  { id, action, command }: Readonly<{ id: ConsultationId; action: Action; command(): ConsultationCommand }>,
): Promise<Told> {
  const entered = await enter(deps, asked, { id, action });
  if (!entered.ok) return entered;
  await followDirector(deps, asked, entered);
  return send(deps, asked, { id, command: command() });
}

type Following = Readonly<{ state: ConsultationFile; file: SubmittedCase }>;

/** A consultation goes with its case when that gets another process director. */
export async function followDirector(
  deps: Pick<DeskDeps, 'store'>,
  asked: Omit<Asked, 'actor'>,
  { state, file }: Following,
): Promise<void> {
  const director = file.processDirector;
  if (director === undefined || director === state.director) return;
  const data = { at: asked.at.toISOString(), director };
  const command = { type: 'HandOverConsultation', data } as const;
  await send(deps, asked, { id: state.id, command, part: `hand-over-${director}`, by: 'system' });
}

export function calendarOf({ consultationClocks: clocks, isHoliday }: DeskDeps): ConsultationCalendar {
  return { clocks, isHoliday };
}

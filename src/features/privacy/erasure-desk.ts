import { addDays, localDate } from '../../core/working-time.ts';
import { handle, stateOf } from '../../store/handle.ts';
import { type Asked, endedStages, isHeld, isSubmitted, type SubmittedCase } from '../cases/index.ts';
import type { Action } from '../directory/index.ts';
import { erasureAggregate } from './aggregates.ts';
import {
  type Erasure,
  type ErasureCommand,
  erasureDecider,
  type ErasureGround,
  type ErasureRefusal,
  erasureStream,
  isLapsed,
  type StopReason,
} from './erasure.ts';
import { logOn, type NotOpened, type OfficerDeps, type Opened, openCase } from './officer-desk.ts';

/** `exportFolder`: without it nothing is deleted. */
export type ErasureDeps = OfficerDeps & Readonly<{ exportFolder?: string; newId(): string }>;
export type EraseRefusal = ErasureRefusal | 'still-running' | 'held' | 'purged' | 'no-folder';
export type EraseTold =
  Readonly<{ ok: true; state: Erasure }> | NotOpened | Readonly<{ ok: false; refused: EraseRefusal }>;
type Ready = Readonly<{ ok: true; opened: Opened; file: SubmittedCase; state: Erasure }>;

/** Who may still agree, counted from the day it was asked. */
const agreeDays = 14;
const mostAsked = 20;

/** For whom the policy table allows this part of it, of a case that may go. */
export async function enterErasure(
  deps: ErasureDeps,
  asked: Asked,
  { number, action }: Readonly<{ number: string; action: Action }>,
): Promise<Ready | Exclude<EraseTold, { ok: true }>> {
  const opened = await openCase(deps, asked, { number, action });
  if (!opened.ok) return opened;
  const { state: file } = opened;
  if (!isSubmitted(file)) return { ok: false, refused: 'purged' };
  const objection = objectionTo(deps, file, asked);
  if (objection !== undefined) return { ok: false, refused: objection };
  const state = stateOf(erasureAggregate, await deps.store.load(erasureStream(opened.id)));
  return { ok: true, opened, file, state };
}

function objectionTo({ exportFolder }: ErasureDeps, file: SubmittedCase, { at }: Asked): EraseRefusal | undefined {
  if (!endedStages.includes(file.stage)) return 'still-running';
  if (isHeld(file, localDate(at.toISOString()))) return 'held';
  return exportFolder === undefined ? 'no-folder' : undefined;
}

export type ErasureWish = Readonly<{ number: string; ground: ErasureGround; reason: string }>;

/** Asks every other privacy officer, and the operators, of whom one must agree. */
export async function askErasure(
  deps: ErasureDeps,
  asked: Asked,
  { number, ground, reason }: ErasureWish,
): Promise<EraseTold> {
  const ready = await enterErasure(deps, asked, { number, action: 'privacy.erase' });
  if (!ready.ok) return ready;
  const { opened, file, state } = ready;
  const at = asked.at.toISOString();
  const today = localDate(at);
  const people = await othersThan(deps, asked);
  const request = {
    ...{ id: deps.newId(), at, by: asked.actor, ground, reason, people, agreeBy: addDays(today, agreeDays) },
    hasChannel: file.channel.status !== 'none',
  };
  const data = { case: opened.id, number: opened.number, request, today };
  return tell(deps, asked, { opened, state, command: { type: 'AskErasure', data } });
}

async function othersThan({ directory }: ErasureDeps, { actor }: Asked): Promise<readonly Asked['actor'][]> {
  const [officers, operators] = await Promise.all([directory.people('privacy-officer'), directory.people('operator')]);
  const ids = [...officers, ...operators].map(({ id }) => id).filter((id) => id !== actor);
  return [...new Set(ids)].slice(0, mostAsked);
}

type About = Readonly<{ number: string; request: string }>;

/** To decide about, while that can be. The reason is shown, so that it is a look. */
export async function reviewErasure(deps: ErasureDeps, asked: Asked, number: string): Promise<EraseTold> {
  const action = 'privacy.agree-to-erase';
  const ready = await enterErasure(deps, asked, { number, action });
  if (!ready.ok) return ready;
  const { opened, state } = ready;
  const over = overWhy(state, localDate(asked.at.toISOString()));
  if (over !== undefined) return { ok: false, refused: over };
  await logOn(deps, asked, { opened, eventType: action, action: 'read', dataCategory: 'case' });
  return { ok: true, state };
}

function overWhy(state: Erasure, today: string): ErasureRefusal | undefined {
  if (state.status === 'agreed') return 'already-agreed';
  if (state.status !== 'asked') return 'not-asked';
  return isLapsed(state, today) ? 'lapsed' : undefined;
}

export function agreeToErasure(deps: ErasureDeps, asked: Asked, { number, request }: About): Promise<EraseTold> {
  const at = asked.at.toISOString();
  const data = { at, by: asked.actor, request, today: localDate(at) };
  return answer(deps, asked, { number, command: () => ({ type: 'AgreeToErasure', data }) });
}

/** By who asked it is taken back, by another it is refused. */
export async function stopErasure(deps: ErasureDeps, asked: Asked, { number, request }: About): Promise<EraseTold> {
  const why = (state: Erasure): StopReason =>
    state.status !== 'none' && state.request.by === asked.actor ? 'withdrawn' : 'refused';
  const data = { at: asked.at.toISOString(), by: asked.actor, request };
  return answer(deps, asked, {
    number,
    command: (state) => ({ type: 'StopErasure', data: { ...data, why: why(state) } }),
  });
}

type Answering = Readonly<{ number: string; command(state: Erasure): ErasureCommand }>;

async function answer(deps: ErasureDeps, asked: Asked, { number, command }: Answering): Promise<EraseTold> {
  const ready = await enterErasure(deps, asked, { number, action: 'privacy.agree-to-erase' });
  if (!ready.ok) return ready;
  const { opened, state } = ready;
  return tell(deps, asked, { opened, state, command: command(state) });
}

type Telling = Readonly<{ opened: Opened; state: Erasure; command: ErasureCommand }>;

/** The case and the request go: afterwards the access log alone tells who asked, who agreed, and who did not. */
const logged = {
  AskErasure: 'privacy.erase',
  AgreeToErasure: 'privacy.agree-to-erase',
  StopErasure: 'privacy.stop-erasure',
} as const satisfies Record<ErasureCommand['type'], string>;

async function tell(deps: ErasureDeps, asked: Asked, { opened, state: found, command }: Telling): Promise<EraseTold> {
  const allowed = erasureDecider.decide(command, found).outcome !== 'refused';
  const judged = { ...opened, verdict: { ...opened.verdict, allowed } };
  const what = { eventType: logged[command.type], action: 'update', dataCategory: 'case' } as const;
  await logOn(deps, asked, { opened: judged, ...what });
  const { decision, state } = await handle(deps.store, erasureAggregate, {
    ...{ stream: erasureStream(opened.id), command, by: asked.actor, at: asked.at, commandId: asked.commandId },
  });
  return decision.outcome === 'refused' ? { ok: false, refused: decision.code } : { ok: true, state };
}

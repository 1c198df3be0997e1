import { localDate } from '../../core/working-time.ts';
import { handle } from '../../store/handle.ts';
import {
  type Asked,
  caseAggregate,
  type CaseCommand,
  type CaseRefusal,
  caseStream,
  isSubmitted,
} from '../cases/index.ts';
import { logOn, type NotOpened, type OfficerDeps, type Opened, openCase } from './officer-desk.ts';

export type HoldWish = Readonly<{ number: string; reason: string; until: string }>;
export type Told = Readonly<{ ok: true }> | NotOpened | Readonly<{ ok: false; refused: CaseRefusal }>;

/** Keeps a case although its term is, or will be, over: a complaint, a court, an inspection. Also instead of an earlier hold. */
export function holdCase(deps: OfficerDeps, asked: Asked, { number, reason, until }: HoldWish): Promise<Told> {
  const at = asked.at.toISOString();
  const data = { at, by: asked.actor, reason, until, today: localDate(at) };
  return change(deps, asked, { number, command: { type: 'HoldCase', data } });
}

export function releaseCase(deps: OfficerDeps, asked: Asked, number: string): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor };
  return change(deps, asked, { number, command: { type: 'ReleaseCase', data } });
}

/** Opened to say something about keeping it: why it is kept now is shown, so that it is a look. */
export async function openHold(deps: OfficerDeps, asked: Asked, number: string): Promise<Opened | NotOpened> {
  const opened = await openCase(deps, asked, { number, action: 'privacy.hold' });
  if (opened.ok && isSubmitted(opened.state) && opened.state.hold)
    await logOn(deps, asked, { opened, eventType: 'privacy.hold', action: 'read', dataCategory: 'case' });
  return opened;
}

type Change = Readonly<{ number: string; command: CaseCommand }>;

async function change(deps: OfficerDeps, asked: Asked, { number, command }: Change): Promise<Told> {
  const opened = await openCase(deps, asked, { number, action: 'privacy.hold' });
  if (!opened.ok) return opened;
  await logOn(deps, asked, { opened, eventType: 'privacy.hold', action: 'update', dataCategory: 'case' });
  const { decision } = await handle(deps.store, caseAggregate, {
    ...{ stream: caseStream(opened.id), command, by: asked.actor, at: asked.at, commandId: asked.commandId },
  });
  return decision.outcome === 'refused' ? { ok: false, refused: decision.code } : { ok: true };
}

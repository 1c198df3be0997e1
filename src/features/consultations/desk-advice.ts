import type { PersonId } from '../../core/ids.ts';
import type { Condition, Found } from '../../store/event-store.ts';
import { findAll } from '../../store/find-all.ts';
import type { Asked } from '../cases/index.ts';
import { type CentreCode, mayDo } from '../directory/index.ts';
import { effectDates } from './clocks.ts';
import { carryOut, type DeskDeps, enter, type Entered, refused, type Refused, type Told } from './consultation-desk.ts';
import {
  type Consultation,
  type ConsultationFile,
  type ConsultationId,
  type Effect,
  type EffectMonths,
  isAsked,
  type Verdict,
} from './consultation-state.ts';

/** Advice is about a youth: reading it is a look that is logged. */
export function readAdvice(deps: DeskDeps, asked: Asked, id: ConsultationId): Promise<Entered> {
  return enter(deps, asked, { id, action: 'consultation.manage', look: true });
}

export type Judging = Readonly<{ id: ConsultationId; person: PersonId; verdict: Verdict; why: string }>;

export function judgeAdvice(deps: DeskDeps, asked: Asked, { id, ...judged }: Judging): Promise<Told> {
  const at = asked.at.toISOString();
  const data = { at, by: asked.actor, ...judged, effectsDue: effectDates(at) };
  return carryOut(deps, asked, { id, action: 'consultation.manage', command: () => ({ type: 'JudgeAdvice', data }) });
}

export type EffectWish = Readonly<{ id: ConsultationId; months: EffectMonths; effect: Effect; note: string }>;

export function recordEffect(deps: DeskDeps, asked: Asked, { id, ...recorded }: EffectWish): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor, ...recorded };
  return carryOut(deps, asked, { id, action: 'consultation.manage', command: () => ({ type: 'RecordEffect', data }) });
}

const shown = 10;

/** What somebody directs, newest change first; without those that are over. */
export function ownConsultations(deps: DeskDeps, actor: PersonId): Promise<readonly ConsultationFile[]> {
  return newest(deps, [
    { field: 'director', equals: actor },
    { field: 'stage', in: ['requested', 'proposed', 'inviting', 'advising', 'advised'] },
  ]);
}

/** Where somebody was invited, newest change first. */
export function invitationsTo(deps: DeskDeps, actor: PersonId): Promise<readonly ConsultationFile[]> {
  return newest(deps, [{ field: 'experts', contains: actor }]);
}

async function newest({ store }: DeskDeps, where: readonly Condition[]): Promise<readonly ConsultationFile[]> {
  const order = { field: 'updatedAt', direction: 'desc' } as const;
  const { items } = await store.find({ type: 'consultation', where, order, limit: shown });
  return items.flatMap(asFile);
}

/** All consultations of a centre that still look for somebody, for who may see its load. */
export async function openOfCentres(
  deps: DeskDeps,
  centres: readonly CentreCode[],
): Promise<readonly ConsultationFile[]> {
  const found = await findAll(deps.store, {
    type: 'consultation',
    where: [
      { field: 'centre', in: centres },
      { field: 'stage', in: ['requested', 'proposed', 'inviting', 'advising'] },
    ],
    order: { field: 'by', direction: 'asc' },
  });
  return found.flatMap(asFile);
}

function asFile({ state }: Found): readonly ConsultationFile[] {
  const consultation = state as unknown as Consultation;
  return isAsked(consultation) ? [consultation] : [];
}

/** The centres whose load somebody may see: those they work for. */
export async function centresOf(
  deps: DeskDeps,
  asked: Asked,
): Promise<Readonly<{ ok: true; centres: readonly CentreCode[] }> | Refused> {
  const who = await deps.directory.person(asked.actor);
  if (!who || !mayDo('consultation.oversee', who).allowed) return refused('not-allowed');
  const all = await deps.directory.centres();
  const own = all.filter(({ staff, projectLeader }) => projectLeader === who.id || staff.includes(who.id));
  return own.length === 0 ? refused('not-allowed') : { ok: true, centres: own.map(({ code }) => code) };
}

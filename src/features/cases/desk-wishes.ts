import type { PersonId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import type { Person } from '../directory/index.ts';
import { type Asked, calendarOf, carryOut, type DeskDeps, enter, type Refused, send, type Told } from './case-desk.ts';
import { type CaseId, type Closing, isSubmitted, type Progress, type TriageDecision } from './case-state.ts';
import { centreAnswerDue, conferenceDue, monitorDue, triageDue } from './clocks.ts';
import type { Joining } from './intake.ts';
import type { ConsentException, Recipient } from './legal-basis.ts';
import type { TriageOutcome } from './triage.ts';

export type TriageWish = Readonly<{
  id: CaseId;
  outcome: TriageOutcome;
  reason: string;
  alternative?: string;
  owner?: string;
  /** YYYY-MM-DD. */
  ownerBy?: string;
  processDirector?: PersonId;
  /** Only with admission. */
  exception?: ConsentException;
  helpers: readonly PersonId[];
  /** Who the helpers are to the case. */
  recipient?: Recipient;
}>;

export async function triageCase(deps: DeskDeps, asked: Asked, wish: TriageWish): Promise<Told> {
  const { id, processDirector, helpers, outcome } = wish;
  const entered = await enter(deps, asked, { id, action: 'case.triage' });
  if (!entered.ok) return entered;
  const { secondPerson } = wish.exception ?? {};
  const people = await findParticipants(deps, helpers);
  const isKnown = secondPerson === undefined || (await deps.directory.person(secondPerson)) !== undefined;
  const unfit = isKnown ? await processDirectorRefusal(deps, processDirector) : refuseWith('unknown-person');
  if (!people || unfit) return { ...refuseWith(unfit?.refused ?? 'unknown-person'), state: entered.state };
  const at = asked.at.toISOString();
  const decision = decisionOf(asked, wish);
  const conferenceBy = conferenceDue(at, outcome, calendarOf(deps));
  const { tenantId: applicantTenantId } = (await deps.directory.person(entered.state.applicant)) ?? {};
  const known = present({ processDirector, applicantTenantId, recipient: wish.recipient });
  const data = { at, decision, helpers: people, conferenceBy, today: localDate(at), ...known };
  return send(deps, asked, { id, command: { type: 'DecideTriage', data } });
}

/** The exception is about admission only. */
function decisionOf({ actor, at }: Asked, wish: TriageWish): TriageDecision {
  const { outcome, reason, alternative, owner, ownerBy, exception } = wish;
  const admits = outcome === 'admit' || outcome === 'priority';
  const rest = { ...present({ alternative, owner, ownerBy }), ...(admits && exception ? { exception } : {}) };
  return { outcome, reason, by: actor, at: at.toISOString(), ...rest };
}

/** The process director owns the channel, and an owner is of the team's own tenant (Microsoft: Shared channels). */
async function processDirectorRefusal(deps: DeskDeps, id: PersonId | undefined): Promise<Refused | undefined> {
  if (id === undefined) return undefined;
  const person = await deps.directory.person(id);
  if (!person) return refuseWith('unknown-person');
  return person.tenantId === undefined ? undefined : refuseWith('other-tenant');
}

/** Undefined when one of them is not in the directory. */
async function findParticipants(
  { directory }: DeskDeps,
  ids: readonly PersonId[],
): Promise<readonly Joining[] | undefined> {
  const people = await Promise.all(ids.map((id) => directory.person(id)));
  const known = people.filter((person) => person !== undefined);
  return known.length === people.length ? known.map(toHelper) : undefined;
}

function toHelper({ id, tenantId }: Person): Joining {
  return { person: id, part: 'helper', ...present({ tenantId }) };
}

function toCentre({ id, tenantId }: Person): Joining {
  return { person: id, part: 'centre', ...present({ tenantId }) };
}

type AboutPerson = Readonly<{ id: CaseId; person: PersonId }>;

type Adding = AboutPerson & Readonly<{ recipient: Recipient }>;

export async function addParticipant(deps: DeskDeps, asked: Asked, { id, person, recipient }: Adding): Promise<Told> {
  const entered = await enter(deps, asked, { id, action: 'case.people' });
  if (!entered.ok) return entered;
  const [participant] = (await findParticipants(deps, [person])) ?? [];
  if (!participant) return { ...refuseWith('unknown-person'), state: entered.state };
  const data = { at: asked.at.toISOString(), participant, recipient };
  return send(deps, asked, { id, command: { type: 'AddParticipant', data } });
}

export function removeParticipant(deps: DeskDeps, asked: Asked, { id, person }: AboutPerson): Promise<Told> {
  const data = { at: asked.at.toISOString(), person };
  return carryOut(deps, asked, { id, action: 'case.people', command: () => ({ type: 'RemoveParticipant', data }) });
}

export async function replaceProcessDirector(deps: DeskDeps, asked: Asked, { id, person }: AboutPerson): Promise<Told> {
  const entered = await enter(deps, asked, { id, action: 'case.replace-director' });
  if (!entered.ok) return entered;
  const unfit = await processDirectorRefusal(deps, person);
  if (unfit) return { ...unfit, state: entered.state };
  const data = { ...byNow(asked), person };
  return send(deps, asked, { id, command: { type: 'ReplaceProcessDirector', data } });
}

export async function involveCentre(
  deps: DeskDeps,
  asked: Asked,
  { id, tried }: Readonly<{ id: CaseId; tried: string }>,
): Promise<Told> {
  const entered = await enter(deps, asked, { id, action: 'case.involve-centre' });
  if (!entered.ok) return entered;
  if (!isSubmitted(entered.state)) return { ...refuseWith('not-running'), state: entered.state };
  const { staff: ids } = await deps.directory.centre(entered.state.centre);
  const people = await Promise.all(ids.map((person) => deps.directory.person(person)));
  const staff = people.filter((person) => person !== undefined).map(toCentre);
  const at = asked.at.toISOString();
  const data = { at, tried, staff, answerBy: centreAnswerDue(at, calendarOf(deps)) };
  return send(deps, asked, { id, command: { type: 'InvolveCentre', data } });
}

export function recordProgress(
  deps: DeskDeps,
  asked: Asked,
  { id, what }: Readonly<{ id: CaseId; what: Progress }>,
): Promise<Told> {
  const now = byNow(asked);
  const next = what === 'centre-answered' ? {} : { monitorBy: monitorDue(now.at, calendarOf(deps)) };
  const data = { ...now, what, ...next };
  return carryOut(deps, asked, { id, action: 'case.progress', command: () => ({ type: 'RecordProgress', data }) });
}

export type ClosingWish = Readonly<{ id: CaseId; closing: Omit<Closing, 'by'> }>;

export function startClosing(deps: DeskDeps, asked: Asked, { id, closing }: ClosingWish): Promise<Told> {
  const data = { at: asked.at.toISOString(), closing: { ...closing, by: asked.actor } };
  return carryOut(deps, asked, { id, action: 'case.start-closing', command: () => ({ type: 'StartClosing', data }) });
}

type Reasoned = Readonly<{ id: CaseId; reason: string }>;

export function sendBackClosing(deps: DeskDeps, asked: Asked, { id, reason }: Reasoned): Promise<Told> {
  const data = { ...byNow(asked), reason };
  return carryOut(deps, asked, { id, action: 'case.sign-off', command: () => ({ type: 'SendBackClosing', data }) });
}

export function signOff(deps: DeskDeps, asked: Asked, id: CaseId): Promise<Told> {
  const data = byNow(asked);
  return carryOut(deps, asked, { id, action: 'case.sign-off', command: () => ({ type: 'SignOff', data }) });
}

export function closeAdvice(deps: DeskDeps, asked: Asked, id: CaseId): Promise<Told> {
  const data = byNow(asked);
  return carryOut(deps, asked, { id, action: 'case.start-closing', command: () => ({ type: 'CloseAdvice', data }) });
}

export function reopenCase(deps: DeskDeps, asked: Asked, { id, reason }: Reasoned): Promise<Told> {
  const now = byNow(asked);
  return carryOut(deps, asked, {
    id,
    action: 'case.reopen',
    command: (state) => {
      const measure = isSubmitted(state) ? state.intake.measure : undefined;
      const calendar = calendarOf(deps);
      const due = { triageBy: triageDue(now.at, measure, calendar), monitorBy: monitorDue(now.at, calendar) };
      return { type: 'ReopenCase', data: { ...now, reason, ...due } };
    },
  });
}

function byNow({ actor, at }: Asked): { at: string; by: PersonId } {
  return { at: at.toISOString(), by: actor };
}

function refuseWith(code: Refused['refused']): Refused {
  return { ok: false, refused: code };
}

/** Without what is absent or blank, so that state and events survive JSON unchanged. */
function present<Fields extends Readonly<Record<string, string | undefined>>>(fields: Fields): Partial<Fields> {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value.trim() !== '');
  return Object.fromEntries(filled) as Partial<Fields>;
}

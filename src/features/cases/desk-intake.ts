import { commandId, type PersonId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import { handle } from '../../store/handle.ts';
import { type Landing, mayDo } from '../directory/index.ts';
import {
  type Asked,
  calendarOf,
  type DeskDeps,
  enter,
  loadCase,
  type Refused,
  send,
  standingFor,
  type Told,
} from './case-desk.ts';
import type { CaseCommand } from './case-messages.ts';
import { type Case, type CaseId, type CaseNumber, isSubmitted, type SubmittedCase } from './case-state.ts';
import { submissionDates, triageDue } from './clocks.ts';
import { findByNumber } from './find-case.ts';
import type { Intake } from './intake.ts';
import type { Step } from './intake-fields.ts';
import { type FieldFault, guardTyped, pseudonymFault, readStep, type Typed, withStep } from './intake-form.ts';
import type { Looking } from './mask.ts';
import { numberingAggregate, numberingStream } from './numbering.ts';

/** `typed`: what may be shown again. Nothing of `part` may be stored while there are faults. */
export type Reviewed = Readonly<{ part: Intake; typed: Typed; faults: readonly FieldFault[] }>;

/** Guards what was typed first, and then reads it; writes nothing. */
export async function reviewStep(
  deps: DeskDeps,
  asked: Asked,
  { step, typed, looking }: Readonly<{ step: Step; typed: Typed; looking: Omit<Looking, 'longest'> }>,
): Promise<Reviewed> {
  const guarded = guardTyped(typed, looking);
  const { part, faults } = readStep(step, guarded.kept);
  const looked = step === 'who' ? await lookUpWho(deps, asked, part) : await lookUpSibling(deps, asked, part);
  return { part: looked.part, typed: guarded.kept, faults: [...guarded.faults, ...faults, ...looked.faults] };
}

type LookedUp = Readonly<{ part: Intake; faults: readonly FieldFault[] }>;

async function lookUpWho({ directory }: DeskDeps, { actor, at }: Asked, part: Intake): Promise<LookedUp> {
  const own = pseudonymFault(part.pseudonym, await directory.nameOf(actor));
  const faults = own ? [own] : [];
  const { municipality } = part;
  if (municipality === undefined) return { part, faults };
  const landing = await directory.landing(municipality, at);
  if (landing) return { part: { ...part, municipality: landing.municipality.name }, faults };
  const suggestions = await directory.suggestions(municipality, at);
  return { part, faults: [...faults, { field: 'municipality', fault: 'unknown-municipality', suggestions }] };
}

async function lookUpSibling(deps: DeskDeps, { actor }: Asked, part: Intake): Promise<LookedUp> {
  if (part.siblingCase === undefined) return { part, faults: [] };
  const sibling = await findSibling(deps, actor, part.siblingCase);
  return sibling
    ? { part: { ...part, siblingCase: sibling.number }, faults: [] }
    : { part, faults: [{ field: 'siblingCase', fault: 'unknown-sibling' }] };
}

/** Only a case whose state the applicant may know: linking writes in it, and a refusal must not tell that it exists. */
async function findSibling(deps: DeskDeps, actor: PersonId, number: string): Promise<SubmittedCase | undefined> {
  const found = await findByNumber(deps.store, number);
  return found && standingFor(deps, actor, found.id);
}

/** Whether the actor may write in this submission: their own draft, or one that does not exist yet. */
export async function openIntake(
  deps: DeskDeps,
  asked: Asked,
  { id, look = true }: Readonly<{ id: CaseId; look?: boolean }>,
): Promise<Told> {
  const state = await loadCase(deps.store, id);
  if (state.stage !== 'none') return enter(deps, asked, { id, action: 'case.edit-intake', look });
  const verdict = mayDo('case.submit', await deps.directory.person(asked.actor));
  return verdict.allowed ? { ok: true, state } : { ok: false, refused: 'not-allowed' };
}

/** Saves one reviewed step; the first one begins the draft. */
export async function saveStep(
  deps: DeskDeps,
  asked: Asked,
  { id, step, part }: Readonly<{ id: CaseId; step: Step; part: Intake }>,
): Promise<Told> {
  const opened = await openIntake(deps, asked, { id, look: false });
  if (!opened.ok) return opened;
  const at = asked.at.toISOString();
  const begun = opened.state.stage === 'none' ? await startDraft(deps, asked, id) : opened;
  if (!begun.ok) return begun;
  const command: CaseCommand = { type: 'SaveIntake', data: { at, intake: savedIntake(begun.state, step, part) } };
  return send(deps, asked, { id, command, part: 'save' });
}

/** Once submitted the form has no input for the municipality: it is the one that is responsible, unless another was sent. */
function savedIntake(state: Case, step: Step, part: Intake): Intake {
  const saved = withStep(state.stage === 'none' ? {} : state.intake, step, part);
  return isSubmitted(state) ? { ...saved, municipality: part.municipality ?? state.municipality } : saved;
}

function startDraft(deps: DeskDeps, asked: Asked, id: CaseId): Promise<Told> {
  const data = { at: asked.at.toISOString(), id, applicant: asked.actor };
  return send(deps, asked, { id, command: { type: 'StartDraft', data }, part: 'start' });
}

/** Submits a draft, or submits anew what was to be completed. The same submission twice has the same number. */
export async function submitIntake(deps: DeskDeps, asked: Asked, id: CaseId): Promise<Told> {
  const entered = await enter(deps, asked, { id, action: 'case.edit-intake' });
  if (!entered.ok) return entered;
  const prepared = await prepare(deps, asked, entered.state);
  return 'ok' in prepared ? prepared : send(deps, asked, { id, command: prepared, part: 'submit' });
}

type Editable = Exclude<Case, { stage: 'none' }>;

async function prepare(deps: DeskDeps, asked: Asked, state: Editable): Promise<CaseCommand | Refused> {
  const at = asked.at.toISOString();
  const { intake, stage } = state;
  if (stage === 'supplement' || stage === 'advice-only') {
    return { type: 'ResubmitCase', data: { at, triageBy: triageDue(at, intake.measure, calendarOf(deps)) } };
  }
  const { pseudonym, age, municipality, siblingCase } = intake;
  if (pseudonym === undefined || age === undefined || municipality === undefined) return refused('nothing-filled-in');
  const landing = await deps.directory.landing(municipality, asked.at);
  if (!landing) return refused('unknown-municipality');
  const sibling = siblingCase === undefined || (await findSibling(deps, asked.actor, siblingCase));
  if (!sibling) return refused('unknown-sibling');
  return submission(deps, asked, { id: state.id, intake, landing });
}

type Landed = Readonly<{ id: CaseId; intake: Intake; landing: Landing }>;

async function submission(
  deps: DeskDeps,
  asked: Asked,
  { id, intake, landing }: Landed,
): Promise<CaseCommand | Refused> {
  // A region may have several teams (domain.md B2): the first takes it in, and it can be handed on by people.
  const team = landing.teams[0];
  if (!team) return refused('no-team');
  const at = asked.at.toISOString();
  const { municipality, centre } = landing;
  const { chair, members, name, teamsGroupId } = team;
  return {
    type: 'SubmitCase',
    data: {
      at,
      number: await issueNumber(deps, asked, { id, intake, landing }),
      municipality: municipality.name,
      region: municipality.region,
      centre: centre.code,
      team: { id: team.id, name, chair, members, teamsGroupId },
      ...submissionDates(at, intake.measure, calendarOf(deps)),
    },
  };
}

/** The command id is the case's: asked again, also by a later click, it is the number of the first time. */
async function issueNumber({ store }: DeskDeps, { at }: Asked, { id, landing }: Landed): Promise<CaseNumber> {
  const centre = landing.centre.code;
  const year = Number(localDate(at.toISOString()).slice(0, 4));
  const { decision } = await handle(store, numberingAggregate, {
    stream: numberingStream(centre, year),
    command: { type: 'IssueNumber', data: { centre, year, case: id } },
    by: 'system',
    at,
    commandId: commandId(`number-${id}`),
  });
  const issued = decision.outcome === 'accepted' ? decision.events[0] : undefined;
  if (!issued) throw new Error(`no number for case ${id}`);
  return issued.data.number;
}

function refused(code: Refused['refused']): Refused {
  return { ok: false, refused: code };
}

import { type CommandId, commandId, personId, type PersonId } from '../../core/ids.ts';
import type { IsHoliday } from '../../core/working-time.ts';
import { handle, stateOf } from '../../store/handle.ts';
import type { Store } from '../../store/store.ts';
import {
  accessEntry,
  type Action,
  type CachedDirectory,
  type CaseRelations,
  type Directory,
  mayDo,
  type Person,
  type Verdict,
} from '../directory/index.ts';
import { caseAggregate } from './aggregate.ts';
import { caseStream } from './case.ts';
import type { CaseCommand, CaseRefusal } from './case-messages.ts';
import { type Case, type CaseId, isSubmitted, type SubmittedCase } from './case-state.ts';
import type { Calendar, CaseClocks } from './clocks.ts';
import type { Intake } from './intake.ts';

export type CaseDirectory = Directory & Pick<CachedDirectory, 'suggestions' | 'regions'>;
/** A made-up intake to try the bot with. */
export type DemoCase = Readonly<{ key: string; title: string; intake: Intake }>;
export type CaseSettings = Readonly<{ clocks: CaseClocks; demoCases?: readonly DemoCase[] }>;

export type DeskDeps = Readonly<{
  store: Store;
  directory: CaseDirectory;
  isHoliday: IsHoliday;
  settings: CaseSettings;
  newId(): string;
}>;

/** Who wants something, when, and by which click. One click may become several commands on one case. */
export type Asked = Readonly<{ actor: PersonId; at: Date; commandId: CommandId }>;

export type DeskRefusal =
  | CaseRefusal
  | 'not-allowed'
  | 'unknown-case'
  | 'unknown-person'
  | 'unknown-municipality'
  | 'unknown-sibling'
  | 'no-team';

/** `state` with a refusal: how the case stands, for whoever may see it. */
export type Refused = Readonly<{ ok: false; refused: DeskRefusal; state?: Case }>;
export type Told = Readonly<{ ok: true; state: Case }> | Refused;
export type Entered = Readonly<{ ok: true; state: Exclude<Case, { stage: 'none' }>; who: Person }> | Refused;

/** `look`: personal data is shown next, so that it is logged also when it is allowed. */
type Door = Readonly<{ id: CaseId; action: Action; look?: boolean }>;

export const caseId = (id: string): CaseId => id as CaseId;
const nobody = personId('');

/** The policy table first, for this case; every refusal and every look leaves a line in the access log. */
export async function enter(deps: DeskDeps, asked: Asked, { id, action, look = false }: Door): Promise<Entered> {
  const [who, state] = await Promise.all([deps.directory.person(asked.actor), loadCase(deps.store, id)]);
  if (state.stage === 'none') return { ok: false, refused: state.purged ? 'purged' : 'unknown-case', state };
  const verdict = mayDo(action, who, await relationsOf(deps, state));
  const kind = look || action === 'case.status' ? 'read' : 'update';
  if (!verdict.allowed || look) await logAccess(deps, asked, { state, action, kind, who, verdict });
  return verdict.allowed && who ? { ok: true, state, who } : { ok: false, refused: 'not-allowed' };
}

export async function loadCase(store: Store, id: CaseId): Promise<Case> {
  return stateOf(caseAggregate, await store.load(caseStream(id)));
}

/** Chair and members as they are today: a case does not stay with somebody who left the team. */
async function relationsOf({ directory }: DeskDeps, state: Exclude<Case, { stage: 'none' }>): Promise<CaseRelations> {
  const { applicant } = state;
  if (!isSubmitted(state)) {
    return { applicant, processDirector: undefined, participants: [], chair: nobody, teamMembers: [], centreStaff: [] };
  }
  const { processDirector, participants, team, centreInvolved } = state;
  const { chair, members } = (await directory.team(team.id)) ?? team;
  const people = participants.map(({ person }) => person);
  // Whoever was taken out of an admitted case is out, also when they brought it in.
  const isOut = people.length > 0 && !people.includes(applicant);
  return {
    applicant: isOut ? nobody : applicant,
    processDirector,
    participants: people,
    chair,
    teamMembers: members,
    centreStaff: centreInvolved?.staff ?? [],
  };
}

/** The case for whoever may ask how it stands; undefined for others. Says nothing that anybody typed, so it is not logged. */
export async function standingFor(deps: DeskDeps, actor: PersonId, id: CaseId): Promise<SubmittedCase | undefined> {
  const [who, state] = await Promise.all([deps.directory.person(actor), loadCase(deps.store, id)]);
  return isSubmitted(state) && (await mayKnow(deps, who, state)) ? state : undefined;
}

/** May they ask how this case stands? */
export async function mayKnow(deps: DeskDeps, who: Person | undefined, file: SubmittedCase): Promise<boolean> {
  return mayDo('case.status', who, await relationsOf(deps, file)).allowed;
}

type Access = Readonly<{
  state: Exclude<Case, { stage: 'none' }>;
  action: Action;
  kind: 'read' | 'update';
  who: Person | undefined;
  verdict: Verdict;
}>;

async function logAccess(deps: DeskDeps, asked: Asked, { state, action, kind, who, verdict }: Access): Promise<void> {
  const caseKey = isSubmitted(state) ? state.number : state.id;
  const what = { eventType: action, action: kind, caseKey, dataCategory: 'case' };
  await deps.store.access.append(caseStream(state.id), accessEntry({ ...asked, who, verdict }, what));
}

/** One command on one case, by whoever the policy allows. */
export async function carryOut(
  deps: DeskDeps,
  asked: Asked,
  { id, action, command }: Readonly<{ id: CaseId; action: Action; command(state: Case): CaseCommand }>,
): Promise<Told> {
  const entered = await enter(deps, asked, { id, action });
  return entered.ok ? send(deps, asked, { id, command: command(entered.state) }) : entered;
}

/** Without asking the policy: for wishes that already did. `part` keeps the commands of one click apart. */
export async function send(
  deps: DeskDeps,
  asked: Asked,
  { id, command, part }: Readonly<{ id: CaseId; command: CaseCommand; part?: string }>,
): Promise<Told> {
  const { decision, state } = await handle(deps.store, caseAggregate, {
    stream: caseStream(id),
    command,
    by: asked.actor,
    at: asked.at,
    commandId: part === undefined ? asked.commandId : commandId(`${asked.commandId}-${part}`),
  });
  return decision.outcome === 'refused' ? { ok: false, refused: decision.code, state } : { ok: true, state };
}

export function calendarOf({ settings, isHoliday }: DeskDeps): Calendar {
  return { clocks: settings.clocks, isHoliday };
}

import type { PersonId } from '../../core/ids.ts';
import type { Condition } from '../../store/event-store.ts';
import { type ExpertTeam, mayDo, type Person, type Region } from '../directory/index.ts';
import { type Asked, type DeskDeps, enter, type Entered, type Refused } from './case-desk.ts';
import { type Case, type CaseId, type Draft, isSubmitted, type Stage, type SubmittedCase } from './case-state.ts';
import { anyByNumber } from './find-case.ts';

export type ListFilter = Readonly<{ scope: 'own' | 'team'; stage?: Stage; region?: string; overdue?: boolean }>;
/** `next`: where the following page begins. */
export type ListPage = Readonly<{ cases: readonly (Draft | SubmittedCase)[]; next?: string }>;
export type Listed = (Readonly<{ ok: true }> & ListPage) | Refused;

const pageSize = 8;
const draftsShown = 5;

/** Newest change first. */
export async function listCases(
  deps: DeskDeps,
  asked: Asked,
  { filter, after }: Readonly<{ filter: ListFilter; after?: string }>,
): Promise<Listed> {
  const action = filter.scope === 'own' ? 'case.list-own' : 'case.list-team';
  const who = await deps.directory.person(asked.actor);
  if (!mayDo(action, who).allowed) return { ok: false, refused: 'not-allowed' };
  const scope = await scopeOf(deps, asked, filter);
  if (scope === undefined) return { ok: true, cases: [] };
  const { items, next } = await deps.store.find({
    type: 'case',
    where: [scope, ...conditions(filter, asked.at)],
    order: { field: 'updatedAt', direction: 'desc' },
    limit: pageSize,
    ...(after === undefined ? {} : { after }),
  });
  const states = items.map(({ state }) => state as unknown as Case);
  const cases = states.filter((state) => state.stage !== 'none');
  return { ok: true, cases, ...(next === undefined ? {} : { next }) };
}

/** Undefined when there can be nothing: somebody in no team. */
export async function scopeOf(
  deps: DeskDeps,
  asked: Asked,
  { scope }: Pick<ListFilter, 'scope'>,
): Promise<Condition | undefined> {
  if (scope === 'own') return { field: 'people', contains: asked.actor };
  const teams = await teamsOf(deps, asked);
  return teams.length === 0 ? undefined : { field: 'team', in: teams.map(({ id }) => id) };
}

async function teamsOf({ directory }: DeskDeps, { actor }: Asked): Promise<readonly ExpertTeam[]> {
  return (await directory.teams()).filter((team) => isIn(team, actor));
}

function isIn({ chair, members, processDirectors }: ExpertTeam, person: PersonId): boolean {
  return chair === person || members.includes(person) || processDirectors.includes(person);
}

function conditions({ stage, region, overdue }: ListFilter, now: Date): readonly Condition[] {
  return [
    ...(stage === undefined ? [] : [{ field: 'stage', equals: stage }]),
    ...(region === undefined ? [] : [{ field: 'region', equals: region }]),
    ...(overdue === true ? [{ field: 'due', to: now.toISOString() }] : []),
  ];
}

/** The regions of the teams the actor is in, for the filter. */
export async function regionsOf(deps: DeskDeps, asked: Asked): Promise<readonly Region[]> {
  const teams = await teamsOf(deps, asked);
  const codes = new Set(teams.flatMap(({ regions }) => regions));
  return (await deps.directory.regions(asked.at)).filter(({ code }) => codes.has(code));
}

/** What somebody can begin with: an unknown person can do nothing but be told whom to ask. */
export type Welcome = Readonly<{
  known: boolean;
  mayListTeam: boolean;
  mayListExperts: boolean;
  maySeePlaces: boolean;
  /** Works for a centre or governs it: proposals, budget, decisions. */
  mayGovern: boolean;
  drafts: readonly Readonly<{ id: CaseId; updatedAt: string }>[];
}>;

export async function welcome({ store, directory }: DeskDeps, actor: PersonId): Promise<Welcome> {
  const who = await directory.person(actor);
  if (!who) return { known: false, ...may(undefined), drafts: [] };
  const { items } = await store.find({
    type: 'case',
    where: [
      { field: 'applicant', equals: actor },
      { field: 'stage', equals: 'draft' },
    ],
    order: { field: 'updatedAt', direction: 'desc' },
    limit: draftsShown,
  });
  const drafts = items.map(({ state }) => state as unknown as Draft);
  return {
    known: true,
    ...may(who),
    drafts: drafts.map(({ id, updatedAt }) => ({ id, updatedAt })),
  };
}

function may(who: Person | undefined): Omit<Welcome, 'known' | 'drafts'> {
  return {
    mayListTeam: mayDo('case.list-team', who).allowed,
    mayListExperts: mayDo('expert.list', who).allowed,
    maySeePlaces: mayDo('place.see', who).allowed,
    mayGovern: mayDo('decision.list', who).allowed,
  };
}

/** How a case stands, by its number as people type it. */
export async function askStatus(deps: DeskDeps, asked: Asked, number: string): Promise<Entered> {
  const found = await anyByNumber(deps.store, number);
  if (found === undefined) return { ok: false, refused: 'unknown-case' };
  if (isSubmitted(found)) return enter(deps, asked, { id: found.id, action: 'case.status' });
  return { ok: false, refused: 'purged', state: found };
}

/** Everything that was filled in: only for those in the case, and every look is logged. */
export async function lookAtDetails(deps: DeskDeps, asked: Asked, id: CaseId): Promise<Entered> {
  const entered = await enter(deps, asked, { id, action: 'case.details', look: true });
  return entered.ok && !isSubmitted(entered.state) ? { ok: false, refused: 'unknown-case' } : entered;
}

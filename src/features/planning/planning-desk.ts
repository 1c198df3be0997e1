import type { Logger } from 'pino';
import { commandId } from '../../core/ids.ts';
import type { DownloadLinks } from '../../teams/downloads.ts';
import type { Asked } from '../cases/index.ts';
import {
  type DeadlineRefusal,
  deputyAt,
  type Facts,
  findDeadlines,
  type KeepingDeps,
  loadInbox,
  type Order,
} from '../deadlines/index.ts';
import { type Action, type CentreCode, type Directory, mayDo, type Person, workplaces } from '../directory/index.ts';
import { levelsOf, type Office } from './owners.ts';
import { type ContentRefusal, keyIn, type PlanRow, type StartRefusal } from './planning.ts';

export type DeskDeps = KeepingDeps &
  Readonly<{
    directory: Directory;
    log: Logger;
    newId(): string;
    /** Without it files are not offered. */
    links?: DownloadLinks;
  }>;

export type Refusal =
  DeadlineRefusal | StartRefusal | ContentRefusal | 'not-allowed' | 'unknown-row' | 'unknown-person' | 'no-leader';

export type Refused = Readonly<{ ok: false; refused: Refusal }>;
export const refused = (code: Refusal): Refused => ({ ok: false, refused: code });

/** Whose order it is; `part` keeps the commands of one click apart. */
export function orderOf({ actor, at, commandId: id }: Asked, part: string): Order {
  return { at, by: actor, commandId: commandId(`${id}-${part}`) };
}

type Door = Readonly<{ action: Extract<Action, `plan.${string}`>; centre?: CentreCode | undefined }>;
type Entered = Readonly<{ ok: true; centre: CentreCode; centres: readonly CentreCode[] }>;

/** The policy table, and then the centre: everybody of a centre looks, its leader and its officials change. */
export async function enterPlanning(
  deps: DeskDeps,
  { actor, at }: Omit<Asked, 'commandId'>,
  { action, centre }: Door,
): Promise<Entered | Refused> {
  const who = await deps.directory.person(actor);
  if (!who) return refused('not-allowed');
  const [own, lent] = await Promise.all([ownCentres(deps, { who, at, action }), lentCentres(deps, { actor, at })]);
  const centres = [...new Set([...own, ...lent])];
  const found = centres.find((each) => centre === undefined || each === centre);
  return found ? { ok: true, centre: found, centres } : refused('not-allowed');
}

type Who = Readonly<{ who: Person; at: Date; action: Door['action'] }>;

async function ownCentres({ directory }: DeskDeps, { who, at, action }: Who): Promise<readonly CentreCode[]> {
  if (!mayDo(action, who).allowed) return [];
  const isOfficial = who.roles.includes('official');
  const places = await workplaces(directory, who.id, at);
  return places
    .filter(({ as }) => action === 'plan.see' || as === 'project-leader' || (as === 'member' && isOfficial))
    .map(({ centre }) => centre);
}

/** Whoever stands in for a project leader who is away. */
async function lentCentres(deps: DeskDeps, { actor, at }: Omit<Asked, 'commandId'>): Promise<readonly CentreCode[]> {
  const centres = await deps.directory.centres();
  const lent = centres.map(async ({ code, projectLeader }) => {
    if (projectLeader === undefined) return undefined;
    return deputyAt(await loadInbox(deps, projectLeader), at.toISOString()) === actor ? code : undefined;
  });
  return (await Promise.all(lent)).filter((code) => code !== undefined);
}

/** All rows of a centre, also what is over. */
export async function rowsOf(deps: Pick<DeskDeps, 'store'>, centre: CentreCode): Promise<readonly PlanRow[]> {
  return findDeadlines(deps, [{ field: 'plan', equals: centre }]);
}

type Sight = Readonly<{ ok: true; centre: CentreCode; rows: readonly PlanRow[]; row: PlanRow }>;
export type Which = Readonly<{ centre: CentreCode; key: string }>;

export async function enterRow(
  deps: DeskDeps,
  asked: Asked,
  { centre, key, action }: Which & Readonly<{ action: Door['action'] }>,
): Promise<Sight | Refused> {
  const entered = await enterPlanning(deps, asked, { action, centre });
  if (!entered.ok) return entered;
  const rows = await rowsOf(deps, centre);
  const row = rows.find((each) => keyIn(each) === key);
  return row ? { ok: true, centre, rows, row } : refused('unknown-row');
}

export async function officeOf(
  { directory }: Pick<DeskDeps, 'directory'>,
  code: CentreCode,
  on: Date,
): Promise<Office> {
  const [centre, bodies] = await Promise.all([directory.centre(code), directory.bodies(on)]);
  return { centre, bodies: bodies.filter((body) => body.centre === code) };
}

type RowFacts = Pick<Facts, 'title' | 'kind' | 'owner' | 'due' | 'month' | 'dependsOn'> &
  Readonly<{ key: string; every?: number | undefined }>;

/** A row as a deadline, which the project leader of today answers for. */
export function factsOf({ key, every, ...row }: RowFacts, office: Office): Facts {
  const { code } = office.centre;
  return {
    ...row,
    steward: office.centre.projectLeader ?? row.owner,
    about: { kind: 'plan', id: key, centre: code, plan: code },
    ...(every === undefined ? {} : { rhythm: { every, unit: 'month' } }),
    watchers: [],
    levels: levelsOf(office),
  };
}

/** What goes on is only checked in on. */
export const nudgesFor = (kind: Facts['kind']): 'long' | 'light' => (kind === 'continuous' ? 'light' : 'long');

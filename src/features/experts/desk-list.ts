import { findPersonalData } from '../../core/personal-data.ts';
import type { PersonId } from '../../core/ids.ts';
import type { ConceptId } from '../../matching/index.ts';
import type { Asked } from '../cases/index.ts';
import { type CentreCode, type Region, regionCode } from '../directory/index.ts';
import type { EngagedExpert } from './expert-state.ts';
import { admit, type DeskDeps, type Refusal } from './experts-desk.ts';
import { partnersFor } from './partners.ts';

/** `question`: what somebody is looked for, in words; absent: everybody, the newest first. */
export type ListFilter = Readonly<{ question?: string; region?: string }>;

export type ExpertPage = Readonly<{
  experts: readonly EngagedExpert[];
  /** How many come before these, and how many there are with this filter. */
  from: number;
  all: number;
  /** What the question was read as. */
  concepts: readonly ConceptId[];
  /** Ids of partners who can be asked too. */
  partners: readonly string[];
  regions: readonly Region[];
}>;

export type Listed =
  (Readonly<{ ok: true }> & ExpertPage) | Readonly<{ ok: false; refused: Refusal | 'personal-data' }>;

export const pageSize = 8;

/** Best fit first when something is asked, and otherwise the newest. */
export async function listExperts(
  deps: DeskDeps,
  asked: Asked,
  { filter, from }: Readonly<{ filter: ListFilter; from: number }>,
): Promise<Listed> {
  const admitted = await admit(deps, asked, 'expert.list');
  if (!admitted.ok) return admitted;
  const { question = '', region } = filter;
  if (findPersonalData(question).length > 0) return { ok: false, refused: 'personal-data' };
  const [matcher, regions, sorted] = await Promise.all([
    deps.experts.matcher(),
    deps.directory.regions(asked.at),
    question === '' ? newestFirst(deps) : bestFirst(deps, question),
  ]);
  const found = sorted.filter(({ expert }) => region === undefined || expert.regions.includes(regionCode(region)));
  const concepts = matcher.read(question).concepts.map(({ id }) => id);
  const centre = regions.find(({ code }) => code === region)?.centre ?? (await centreOf(deps, asked.actor));
  return {
    ok: true,
    experts: found.slice(from, from + pageSize),
    ...{ from, all: found.length, concepts, regions },
    partners: partnersFor({ concepts, centre }).map(({ id }) => id),
  };
}

export async function newestFirst({ experts }: DeskDeps): Promise<readonly EngagedExpert[]> {
  return (await experts.all()).toSorted((one, other) => other.registeredAt.localeCompare(one.registeredAt));
}

export async function bestFirst({ experts }: DeskDeps, question: string): Promise<readonly EngagedExpert[]> {
  const [all, ranker] = await Promise.all([experts.all(), experts.ranker()]);
  const byId = new Map(all.map((each) => [each.expert.id, each]));
  return ranker.rank({ text: question }).flatMap(({ id }) => byId.get(id) ?? []);
}

/** In whose area somebody works; undefined when it is in several, or in none that we know. */
async function centreOf({ directory }: DeskDeps, person: PersonId): Promise<CentreCode | undefined> {
  const [teams, centres] = await Promise.all([directory.teams(), directory.centres()]);
  const own = teams
    .filter(({ chair, members, processDirectors }) => [chair, ...members, ...processDirectors].includes(person))
    .map(({ centre }) => centre);
  const staffed = centres
    .filter(({ staff, projectLeader }) => projectLeader === person || staff.includes(person))
    .map(({ code }) => code);
  const [first, ...others] = new Set([...own, ...staffed]);
  return others.length === 0 ? first : undefined;
}

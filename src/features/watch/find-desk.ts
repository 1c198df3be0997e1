import type { Around, Gap } from '../../core/gap.ts';
import type { PersonId } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import type { EventStore } from '../../store/event-store.ts';
import { findAll } from '../../store/find-all.ts';
import { type Case, caseLacks, caseId, caseStream, isSubmitted, openCaseStages } from '../cases/index.ts';
import { type Consultation, consultationLacks, openConsultationStages } from '../consultations/index.ts';
import { deciderOf, openProposalStages, type Proposal, proposalLacks } from '../decisions/index.ts';
import type { Directory } from '../directory/index.ts';
import { openPlaceStages, placeLacks, type PlaceRequest } from '../places/index.ts';
import type { Lacking, WatchedKind } from './gaps-state.ts';

export type FindDeps = Readonly<{ store: EventStore; directory: Pick<Directory, 'people' | 'team' | 'centre'> }>;

/** `chair`: whose digest it belongs on; undefined when there is none. */
export type Finding = Lacking & Readonly<{ chair: PersonId | undefined }>;
type Look = Readonly<{ deps: FindDeps; around: Around }>;

/** Everything open that lacks somebody whose turn it is, a next step or a date; the order is always the same. */
export async function findLacking(deps: FindDeps, now: string): Promise<readonly Finding[]> {
  const known = new Set((await deps.directory.people()).map(({ id }) => id));
  const around: Around = { now, isThere: (person) => person !== undefined && known.has(person) };
  const look = { deps, around };
  return [...(await cases(look)), ...(await consultations(look)), ...(await places(look)), ...(await decisions(look))];
}

async function cases({ deps, around }: Look): Promise<readonly Finding[]> {
  const all = await open<Case>(deps, 'case', openCaseStages);
  const found = all.filter(isSubmitted).map((file) => ({ file, gaps: caseLacks(file, around) }));
  return each(found, async ({ file: { id, number, team }, gaps }) => ({
    ...of('case', { id, number, gaps }),
    ...{ case: id, chair: await chairOf(deps, team) },
  }));
}

async function consultations({ deps, around }: Look): Promise<readonly Finding[]> {
  const all = await open<Consultation>(deps, 'consultation', openConsultationStages);
  const found = all.flatMap((file) => (file.stage === 'none' ? [] : [{ file, gaps: consultationLacks(file, around) }]));
  return each(found, ({ file: { id, about }, gaps }) =>
    aboutCase(deps, about, of('consultation', { ...about, id, gaps })),
  );
}

async function places({ deps, around }: Look): Promise<readonly Finding[]> {
  const all = await open<PlaceRequest>(deps, 'placerequest', openPlaceStages);
  const found = all.flatMap((file) => (file.stage === 'none' ? [] : [{ file, gaps: placeLacks(file, around) }]));
  return each(found, ({ file: { id, about }, gaps }) => aboutCase(deps, about, of('place', { ...about, id, gaps })));
}

/** To whoever decides or leads the body that does; when they are not there, to whoever leads the centre. */
async function decisions({ deps, around }: Look): Promise<readonly Finding[]> {
  const all = await open<Proposal>(deps, 'proposal', openProposalStages);
  const found = all.flatMap((file) => (file.stage === 'none' ? [] : [{ file, gaps: proposalLacks(file, around) }]));
  return each(found, async ({ file, gaps }) => {
    const item = of('decision', { id: file.id, number: file.number, gaps });
    const { projectLeader } = await deps.directory.centre(file.centre);
    const decider = deciderOf(file);
    return { ...item, chair: around.isThere(decider) ? decider : projectLeader };
  });
}

async function open<State>(deps: FindDeps, type: string, stages: readonly string[]): Promise<readonly State[]> {
  const where = [{ field: 'stage', in: stages }];
  const found = await findAll(deps.store, { type, where, order: { field: 'number', direction: 'asc' } });
  return found.map(({ state }) => state as unknown as State);
}

/** One after another: few lack anything, and nobody waits for it. */
async function each<File extends Readonly<{ gaps: readonly Gap[] }>>(
  found: readonly File[],
  finding: (file: File) => Promise<Finding>,
): Promise<readonly Finding[]> {
  const all: Finding[] = [];
  for (const file of found) if (file.gaps.length > 0) all.push(await finding(file));
  return all;
}

function of(
  kind: WatchedKind,
  { id, number, gaps }: Readonly<{ id: string; number: string; gaps: readonly Gap[] }>,
): Lacking {
  return { kind, id, number, gaps };
}

async function aboutCase(deps: FindDeps, { id }: Readonly<{ id: string }>, item: Lacking): Promise<Finding> {
  const state: JsonObject | undefined = (await deps.store.load(caseStream(caseId(id)))).state;
  const file = state as unknown as Case | undefined;
  const chair = file && isSubmitted(file) ? await chairOf(deps, file.team) : undefined;
  return { ...item, case: id, chair };
}

type Team = Extract<Case, { team: unknown }>['team'];

/** As it is today: a case does not stay with a chair who left the team. */
async function chairOf({ directory }: FindDeps, team: Team): Promise<PersonId> {
  return ((await directory.team(team.id)) ?? team).chair;
}

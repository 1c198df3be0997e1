import type { Asked } from '../cases/index.ts';
import { type CentreCode, mayDo, workplaces } from '../directory/index.ts';
import type { KnownFacility } from './facility-state.ts';
import { managedCentres } from './desk-provider.ts';
import { type DeskDeps, findFacilities, findRequests, refused, type Refused } from './places-desk.ts';
import type { PlaceRequestFile } from './request-state.ts';

export type Board = Readonly<{
  ok: true;
  centre: CentreCode;
  /** All centres that this person may look at. */
  centres: readonly CentreCode[];
  facilities: readonly KnownFacility[];
  waiting: readonly PlaceRequestFile[];
  mayManage: boolean;
}>;

/** Supply and demand of one centre (domain.md E21), for those of its teams and its staff. */
export async function boardOf(deps: DeskDeps, asked: Asked, wanted: CentreCode | undefined): Promise<Board | Refused> {
  const centres = await centresOf(deps, asked);
  const centre = wanted ?? centres[0];
  if (centre === undefined || !centres.includes(centre)) return refused('not-allowed');
  const [facilities, waiting, managed] = await Promise.all([
    findFacilities(deps, [{ field: 'centre', equals: centre }]),
    findRequests(deps, [
      { field: 'centre', equals: centre },
      { field: 'stage', equals: 'searching' },
    ]),
    managedCentres(deps, asked),
  ]);
  return { ok: true, centre, centres, facilities, waiting, mayManage: managed.includes(centre) };
}

/** Where somebody works, and then the centres of their expert teams. */
async function centresOf({ directory }: DeskDeps, { actor, at }: Asked): Promise<readonly CentreCode[]> {
  if (!mayDo('place.see', await directory.person(actor)).allowed) return [];
  const [places, teams] = await Promise.all([workplaces(directory, actor, at), directory.teams()]);
  const own = teams.filter(
    ({ chair, members, processDirectors }) => chair === actor || [...members, ...processDirectors].includes(actor),
  );
  return [...new Set([...places, ...own].map(({ centre }) => centre))];
}

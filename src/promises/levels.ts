import type { PersonId } from '../core/ids.ts';
import type { Levels } from '../features/deadlines/index.ts';
import type { BodyOnDay, CentreCode, Directory, Person } from '../features/directory/index.ts';
import { levelsOf } from '../features/planning/index.ts';

/** Where something is: a centre, and for a case the municipality that stays responsible and its region. */
export type Whereabouts = Readonly<{ centre: CentreCode; municipality?: string; region?: string }>;

/** Whom an escalation reaches today. */
export async function levelsFor(directory: Directory, where: Whereabouts, on: Date): Promise<Levels> {
  const [centre, bodies, officials, aldermen] = await Promise.all([
    directory.centre(where.centre),
    directory.bodies(on),
    directory.people('official'),
    directory.people('alderman'),
  ]);
  const ofCentre = bodies.filter((body) => body.centre === where.centre);
  return nearest(where, { officials, aldermen, bodies: ofCentre, ofCentre: levelsOf({ centre, bodies: ofCentre }) });
}

type Known = Readonly<{
  officials: readonly Person[];
  aldermen: readonly Person[];
  bodies: readonly BodyOnDay[];
  ofCentre: Levels;
}>;

/** The responsible municipality's own people; else the region's alderman, and else those of the centre (domain.md D13). */
export function nearest(
  { municipality, region }: Whereabouts,
  { officials, aldermen, bodies, ofCentre }: Known,
): Levels {
  const board = bodies.find(({ kind }) => kind === 'administrative-board')?.members ?? [];
  const ofRegion = board.filter((member) => region !== undefined && member.region === region);
  return {
    official: firstOf(ofMunicipality(officials, municipality), ofCentre.official),
    administrative: firstOf(
      ofMunicipality(aldermen, municipality),
      ofRegion.map(({ person }) => person),
      ofCentre.administrative,
    ),
  };
}

function firstOf(...choices: readonly (readonly PersonId[])[]): readonly PersonId[] {
  return choices.find((people) => people.length > 0) ?? [];
}

/** People carry the name of where they work: "Gemeente Roermond". */
function ofMunicipality(people: readonly Person[], municipality: string | undefined): readonly PersonId[] {
  if (municipality === undefined) return [];
  const names = [municipality, `gemeente ${municipality}`].map((name) => name.toLowerCase());
  return people.filter(({ organisation }) => names.includes(organisation.toLowerCase())).map(({ id }) => id);
}

import type { PersonId } from '../../core/ids.ts';
import type { Levels } from '../deadlines/index.ts';
import type { BodyOnDay, Centre } from '../directory/index.ts';
import type { OwnerRole } from './template.ts';

/** A centre and the bodies that govern it, on the day that is asked about. */
export type Office = Readonly<{ centre: Centre; bodies: readonly BodyOnDay[] }>;

const secretary = /secretari|griffier|clerk/i;

/** The administrative board speaks through its chair, or its secretary. */
function ofBoard(bodies: readonly BodyOnDay[]): PersonId | undefined {
  const members = bodies.find(({ kind }) => kind === 'administrative-board')?.members ?? [];
  const found = members.find(({ chair }) => chair === true) ?? members.find(({ role = '' }) => secretary.test(role));
  return found?.person;
}

/** Whoever holds the role; else the project leader, so that it is never nobody's. Undefined: the centre has no leader either. */
export function ownerFor(role: OwnerRole, { centre, bodies }: Office): PersonId | undefined {
  return (role === 'board' ? ofBoard(bodies) : undefined) ?? centre.projectLeader;
}

/** Who hears that it is late: the officials' meeting, then the chair of the administrative board. */
export function levelsOf({ bodies }: Office): Levels {
  const officials = bodies.find(({ kind }) => kind === 'officials-meeting')?.members ?? [];
  const chair = officials.filter((member) => member.chair === true);
  const board = ofBoard(bodies);
  return {
    official: (chair.length > 0 ? chair : officials).map(({ person }) => person),
    administrative: board === undefined ? [] : [board],
  };
}

/** Everybody who can own a row: the centre's leader, its staff and those in its bodies. */
export function peopleIn({ centre, bodies }: Office, also: readonly PersonId[]): readonly PersonId[] {
  const leader = centre.projectLeader === undefined ? [] : [centre.projectLeader];
  const seats = bodies.flatMap(({ members }) => members.map(({ person }) => person));
  return [...new Set([...leader, ...centre.staff, ...seats, ...also])];
}

import type { PersonId } from '../../core/ids.ts';
import type { CentreCode, Directory } from './directory.ts';

/** How somebody belongs to a centre: its project leader, its staff, or a member of one of its bodies on that day. */
export type Workplace = Readonly<{ centre: CentreCode; as: 'project-leader' | 'staff' | 'member' }>;

/** Every centre somebody works for or governs, most closely first. Sounding boards only advise, so they do not count. */
export async function workplaces(
  directory: Pick<Directory, 'centres' | 'bodies'>,
  person: PersonId,
  on: Date,
): Promise<readonly Workplace[]> {
  const [centres, bodies] = await Promise.all([directory.centres(), directory.bodies(on)]);
  const leads = centres.filter(({ projectLeader }) => projectLeader === person);
  const staffs = centres.filter(({ staff }) => staff.includes(person));
  const governs = bodies.filter(
    ({ kind, members }) => kind !== 'sounding-board' && members.some((member) => member.person === person),
  );
  return [
    ...leads.map(({ code }) => ({ centre: code, as: 'project-leader' }) as const),
    ...staffs.map(({ code }) => ({ centre: code, as: 'staff' }) as const),
    ...governs.map(({ centre }) => ({ centre, as: 'member' }) as const),
  ].filter(({ centre }, index, all) => all.findIndex((each) => each.centre === centre) === index);
}

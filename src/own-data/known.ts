import type { PersonId } from '../core/ids.ts';
import { findDeadlines, type Settings, settingsOf } from '../features/deadlines/index.ts';
import type { Directory, Person } from '../features/directory/index.ts';
import type { ExpertDeskDeps } from '../features/experts/index.ts';
import { conversationHeld, type Held } from '../talk/index.ts';
import type { Contacts } from '../teams/contacts.ts';
import type { Inbound } from '../teams/routes.ts';

export type OwnDataDeps = ExpertDeskDeps &
  Readonly<{
    contacts: Contacts;
    /** The access log is kept so many months after its last line. */
    retention: Readonly<{ accessMonths: number }>;
  }>;

/** What is kept of somebody who uses the bot, as far as it is no part of a case, a proposal or a vote. */
export type Known = Readonly<{
  /** Undefined: not in the directory. */
  person: Pick<Person, 'name' | 'organisation' | 'roles' | 'email'> | undefined;
  /** Names of the expert teams and bodies they are in. */
  seats: readonly string[];
  hasChat: boolean;
  /** As Teams gave it: `nl-NL`. */
  teamsLanguage: string | undefined;
  settings: Settings;
  /** The name of whoever stands in for them. */
  deputy: string | undefined;
  expert: Readonly<{ status: 'none' | 'registered' | 'paused' | 'left'; subjects: number }>;
  deadlines: number;
  talk: Held;
  accessMonths: number;
}>;

export async function knownOf(deps: OwnDataDeps, inbound: Inbound): Promise<Known> {
  const { id } = inbound.actor;
  const { directory, contacts, experts, retention } = deps;
  const [person, seats, contact, settings, expert, open, talk] = await Promise.all([
    directory.person(id),
    seatsOf(directory, id, inbound.at),
    contacts.of(id),
    settingsOf(deps, id),
    experts.load(id),
    findDeadlines(deps, [
      { field: 'owner', equals: id },
      { field: 'stage', equals: 'open' },
    ]),
    conversationHeld(deps.store, inbound),
  ]);
  return {
    ...{ person, seats, settings, talk, deadlines: open.length, accessMonths: retention.accessMonths },
    ...{ hasChat: contact.conversationId !== undefined, teamsLanguage: contact.locale },
    deputy: settings.absence === undefined ? undefined : await directory.nameOf(settings.absence.deputy),
    expert: { status: expert.status, subjects: expert.status === 'none' ? 0 : expert.expert.specialisms.length },
  };
}

async function seatsOf(directory: Directory, person: PersonId, at: Date): Promise<readonly string[]> {
  const [teams, bodies] = await Promise.all([directory.teams(), directory.bodies(at)]);
  const inTeam = teams.filter(({ chair, members, processDirectors }) =>
    [chair, ...members, ...processDirectors].includes(person),
  );
  const inBody = bodies.filter(({ members }) => members.some((member) => member.person === person));
  return [...inTeam, ...inBody].map(({ name }) => name);
}

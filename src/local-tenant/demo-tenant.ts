import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod/v4';
import type { ChannelEntity, Membership, PersonEntity, TeamEntity } from './state/entities.ts';
import type { TenantState } from './state/tenant-state.ts';

export const hostTenantId = '90000000-0000-4000-8000-000000000001';
export const appId = '70000000-0000-4000-8000-000000000001';
/** The app's id in the organisation's app catalog, which is never its bot id. */
export const teamsAppId = '71000000-0000-4000-8000-000000000001';
export const botName = 'Doorbraak';

const person = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const group = (number: number): string => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const owner = (number: number): Membership => ({ person: person(number), owner: true });
const member = (number: number): Membership => ({ person: person(number), owner: false });

const guests: readonly string[] = [person(3)];

/** Kees Willems chairs seven areas with Tom Bakker as process director; Marieke Jansen chairs Limburg. */
const north = [owner(6), member(8)];
type DemoChannel = Readonly<{ name: string; members?: readonly Membership[] }>;
type DemoTeam = Readonly<{
  number: number;
  area: string;
  name: string;
  members: readonly Membership[];
  /** Beside the general channel; with members it is closed. */
  channels?: readonly DemoChannel[];
}>;

/** Those who govern and advise the centre of Limburg: the bodies of demo/bodies.csv. */
const board = [24, 25, 26, 27, 28].map(member);
const advisers = [2, 11, 12, 30, 31, 32, 33].map(member);

const teams: readonly DemoTeam[] = [
  { number: 1, area: 'NO', name: 'Expertteams Noord', members: north },
  { number: 2, area: 'OV', name: 'Expertteams Overijssel', members: north },
  { number: 3, area: 'GE', name: 'Expertteams Gelderland', members: north },
  { number: 4, area: 'UF', name: 'Expertteams Utrecht en Flevoland', members: north },
  { number: 5, area: 'NH', name: 'Expertteams Noord-Holland', members: [...north, member(10)] },
  { number: 6, area: 'ZH', name: 'Expertteams Zuid-Holland', members: north },
  { number: 7, area: 'BZ', name: 'Expertteams Brabant en Zeeland', members: north },
  { number: 8, area: 'LI', name: 'Expertteams Limburg', members: [owner(5), member(7), member(9)] },
  {
    ...{ number: 9, area: 'centrum-li', name: 'Expertisecentrum Limburg' },
    members: [owner(9), member(5), member(29), ...board, ...advisers],
    channels: [{ name: 'Klankbord' }, { name: 'Bestuurlijk overleg', members: [owner(9), ...board] }],
  },
];

const roleNames: Readonly<Record<string, string>> = {
  applicant: 'Aanmelder',
  helper: 'Hulpverlener',
  chair: 'Voorzitter expertteam',
  'expert-team-member': 'Lid expertteam',
  'process-director': 'Procesregisseur',
  'centre-staff': 'Medewerker expertisecentrum',
  'project-leader': 'Projectleider',
  official: 'Ambtenaar',
  alderman: 'Wethouder',
  'lived-experience': 'Ervaringsdeskundige',
  'consulting-expert': 'Expert die meedenkt',
  'privacy-officer': 'Privacyfunctionaris',
  operator: 'Beheerder',
};

const rows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    organisation: z.string(),
    roles: z.string(),
    tenant: z.string(),
    email: z.string(),
  }),
);

function readPeople(): readonly PersonEntity[] {
  const csv = readFileSync(new URL('../demo/people.csv', import.meta.url), 'utf8');
  return rows.parse(parse(csv, { columns: true, skip_empty_lines: true })).map(({ roles, tenant, ...row }) => ({
    ...row,
    role: roles
      .split(';')
      .map((role) => roleNames[role] ?? role)
      .join(', '),
    tenant: tenant === '' ? hostTenantId : tenant,
    guest: guests.includes(row.id),
  }));
}

/** Fills an empty tenant: people, the eight Microsoft teams with their general channel, and nothing said yet. */
export function seedDemoTenant(state: TenantState, at: string): void {
  if (state.settings.get('seeded')) return;
  for (const someone of readPeople()) {
    state.people.put(someone);
    if (someone.tenant === hostTenantId) state.chats.put({ id: `a:${someone.id}`, person: someone.id });
  }
  for (const { number, area, name, members, channels = [] } of teams) {
    const team: TeamEntity = { id: group(number), thread: threadOf('algemeen', area), name, members };
    state.teams.put(team);
    state.channels.put(generalChannel(team, at));
    for (const channel of channels) state.channels.put(channelOf(team, { ...channel, area, at }));
  }
  state.settings.put({ id: 'seeded' });
}

const threadOf = (name: string, area: string): string => `19:${name}-${area.toLowerCase()}@thread.tacv2`;

function generalChannel(team: TeamEntity, createdAt: string): ChannelEntity {
  const { id, thread, name } = team;
  return { ...emptyChannel, id: thread, team: id, name: 'Algemeen', description: name, createdAt };
}

function channelOf(
  team: TeamEntity,
  { name, members, area, at }: DemoChannel & Readonly<{ area: string; at: string }>,
): ChannelEntity {
  const id = threadOf(name.toLowerCase().replaceAll(' ', '-'), area);
  const closed = members === undefined ? {} : ({ kind: 'private', members } as const);
  return { ...emptyChannel, id, team: team.id, name, description: name, createdAt: at, ...closed };
}

const emptyChannel = { kind: 'standard', archived: false, appEnabled: true, members: [] } as const;

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
const teams: readonly Readonly<{ number: number; area: string; name: string; members: readonly Membership[] }>[] = [
  { number: 1, area: 'NO', name: 'Noord', members: north },
  { number: 2, area: 'OV', name: 'Overijssel', members: north },
  { number: 3, area: 'GE', name: 'Gelderland', members: north },
  { number: 4, area: 'UF', name: 'Utrecht en Flevoland', members: north },
  { number: 5, area: 'NH', name: 'Noord-Holland', members: [...north, member(10)] },
  { number: 6, area: 'ZH', name: 'Zuid-Holland', members: north },
  { number: 7, area: 'BZ', name: 'Brabant en Zeeland', members: north },
  { number: 8, area: 'LI', name: 'Limburg', members: [owner(5), member(7), member(9)] },
];

const roleNames: Readonly<Record<string, string>> = {
  applicant: 'Aanmelder',
  helper: 'Hulpverlener',
  chair: 'Voorzitter expertteam',
  'expert-team-member': 'Lid expertteam',
  'process-director': 'Procesregisseur',
  'centre-staff': 'Medewerker expertisecentrum',
  'project-leader': 'Projectleider',
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
  for (const { number, area, name, members } of teams) {
    const team: TeamEntity = { id: group(number), thread: threadOf(area), name: `Expertteams ${name}`, members };
    state.teams.put(team);
    state.channels.put(generalChannel(team, at));
  }
  state.settings.put({ id: 'seeded' });
}

const threadOf = (area: string): string => `19:algemeen-${area.toLowerCase()}@thread.tacv2`;

function generalChannel({ id, thread, name }: TeamEntity, createdAt: string): ChannelEntity {
  return {
    id: thread,
    team: id,
    name: 'Algemeen',
    description: name,
    kind: 'standard',
    archived: false,
    appEnabled: true,
    members: [],
    createdAt,
  };
}

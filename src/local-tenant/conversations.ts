import { hostTenantId } from './demo-tenant.ts';
import type { ChannelEntity, ChatEntity, Membership, PersonEntity, TeamEntity } from './state/entities.ts';
import type { TenantState } from './state/tenant-state.ts';
import type { Tenant } from './tenant.ts';

export type Place =
  | Readonly<{ kind: 'chat'; id: string; chat: ChatEntity }>
  | Readonly<{ kind: 'channel'; id: string; channel: ChannelEntity; team: TeamEntity }>;

/** A connector conversation id: a chat, a channel, or a thread in a channel (`<channel>;messageid=<root>`). */
export function parseConversationId(raw: string): Readonly<{ id: string; thread: string | undefined }> {
  const [id, thread] = raw.split(';messageid=');
  return { id: id ?? raw, thread };
}

export function findPlace(state: TenantState, id: string): Place | undefined {
  const chat = state.chats.get(id);
  if (chat) return { kind: 'chat', id, chat };
  const channel = state.channels.get(id);
  const team = channel && state.teams.get(channel.team);
  return channel && team ? { kind: 'channel', id, channel, team } : undefined;
}

export function membersOf(place: Place): readonly Membership[] {
  if (place.kind === 'chat') return [{ person: place.chat.person, owner: false }];
  return place.channel.kind === 'standard' ? place.team.members : place.channel.members;
}

export function isMember(place: Place, person: string): boolean {
  return membersOf(place).some((member) => member.person === person);
}

export function channelsOf(state: TenantState, team: string): readonly ChannelEntity[] {
  return state.channels.all().filter((channel) => channel.team === team);
}

/** By Entra object id, by what the connector calls the person (`29:<object id>`), or by user principal name. */
export function findPerson(state: TenantState, key: string): PersonEntity | undefined {
  const id = key.startsWith('29:') ? key.slice(3) : key;
  return state.people.get(id) ?? state.people.all().find(({ email }) => email === key.toLowerCase());
}

export function chatOf(state: TenantState, person: string): ChatEntity | undefined {
  return state.chats.get(`a:${person}`);
}

export function isOfHostTenant({ tenant }: PersonEntity): boolean {
  return tenant === hostTenantId;
}

/** Tells every open page of these people, or of everybody, to read its lists again. */
export function announceChange({ live }: Tenant, people?: readonly Membership[]): void {
  const mayHear = (person: string): boolean => people?.some((member) => member.person === person) ?? true;
  live.publish({ type: 'conversations' }, mayHear);
}

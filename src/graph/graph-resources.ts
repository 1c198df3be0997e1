import type { AadUserConversationMember } from '@microsoft/microsoft-graph-types';
import type { PersonId } from '../core/ids.ts';
import type { ChannelMember, ChannelRef } from './channels.ts';

/** A resource as Graph wants to be sent it: with its type, and a person by reference. */
export type Sent<Resource> = Resource & Readonly<{ '@odata.type': string; 'user@odata.bind'?: string }>;

export function teamPath(teamId: string): string {
  return `/teams/${encodeURIComponent(teamId)}`;
}

export function channelPath({ teamId, channelId }: ChannelRef): string {
  return `${teamPath(teamId)}/channels/${encodeURIComponent(channelId)}`;
}

export function userPath(person: PersonId): string {
  return `/users/${encodeURIComponent(person)}`;
}

/** The address of a resource, to point at it inside a request. */
export function reference(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/v1.0${path}`;
}

/** Microsoft: "Add member to channel"; somebody of another tenant by the id they have at home, and that tenant. */
export function sentMember(
  baseUrl: string,
  { person, owner, tenantId }: ChannelMember,
): Sent<AadUserConversationMember> {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    'user@odata.bind': reference(baseUrl, `/users('${encodeURIComponent(person)}')`),
    roles: owner ? ['owner'] : [],
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}

import { appId, botName, hostTenantId, teamsAppId } from '../demo-tenant.ts';
import type { ChannelEntity, Membership, OperationEntity, PersonEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';

export type Shape = Readonly<Record<string, unknown>>;

/** microsoft.graph.channel */
export function toGraphChannel({ url }: Tenant, channel: ChannelEntity): Shape {
  return {
    id: channel.id,
    createdDateTime: channel.createdAt,
    displayName: channel.name,
    description: channel.description,
    membershipType: channel.kind,
    isArchived: channel.archived,
    tenantId: hostTenantId,
    webUrl: `${url}/#${encodeURIComponent(channel.id)}`,
  };
}

/** microsoft.graph.aadUserConversationMember of every member; its id says in what and who, and only looks opaque. */
export function toGraphMembers({ state }: Tenant, thread: string, members: readonly Membership[]): readonly Shape[] {
  return members.flatMap((membership) => {
    const person = state.people.get(membership.person);
    return person ? [toGraphMember(thread, person, membership)] : [];
  });
}

export function toGraphMember(thread: string, person: PersonEntity, { owner }: Membership): Shape {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: membershipId(thread, person.id),
    roles: rolesOf(person, owner),
    displayName: person.name,
    userId: person.id,
    email: person.email,
    tenantId: person.tenant,
  };
}

/** Microsoft: conversationMember: "An Out-of-tenant external member is assigned the owner role". */
function rolesOf(person: PersonEntity, owner: boolean): readonly string[] {
  if (owner || person.tenant !== hostTenantId) return ['owner'];
  return person.guest ? ['guest'] : [];
}

const membershipId = (thread: string, person: string): string => Buffer.from(`${thread}##${person}`).toString('base64');

/** The person of a membership id of this team or channel. */
export function personOfMembership(thread: string, id: string): string | undefined {
  const [inThread, person] = Buffer.from(id, 'base64').toString().split('##');
  return inThread === thread ? person : undefined;
}

/** microsoft.graph.teamsAsyncOperation */
export function toGraphOperation(operation: OperationEntity): Shape {
  const { id, type, done, channel, team, createdAt } = operation;
  return {
    id,
    operationType: type,
    createdDateTime: createdAt,
    lastActionDateTime: createdAt,
    status: done ? 'succeeded' : 'inProgress',
    attemptsCount: 1,
    targetResourceId: done ? channel.id : null,
    targetResourceLocation: done ? `/teams('${team}')/channels('${channel.id}')` : null,
    error: null,
  };
}

/** microsoft.graph.user */
export function toGraphUser({ id, name, email, guest }: PersonEntity): Shape {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    id,
    displayName: name,
    givenName,
    surname: rest.join(' '),
    mail: email,
    userPrincipalName: email,
    userType: guest ? 'Guest' : 'Member',
  };
}

/** microsoft.graph.teamsApp */
export const graphApp: Shape = {
  id: teamsAppId,
  externalId: appId,
  displayName: botName,
  distributionMethod: 'organization',
};

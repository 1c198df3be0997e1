import { z } from 'zod/v4';
import { findPerson, isOfHostTenant } from '../conversations.ts';
import { hostTenantId } from '../demo-tenant.ts';
import type { Reply } from '../http/exchange.ts';
import type { Membership, PersonEntity, TeamEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest, forbidden, notFound } from './answers.ts';

/** aadUserConversationMember as a client sends it. */
export const memberInput = z.looseObject({
  '@odata.type': z.literal(
    ['#microsoft.graph.aadUserConversationMember', 'microsoft.graph.aadUserConversationMember'],
    'must be specified in the request body for each member.',
  ),
  'user@odata.bind': z.string(),
  roles: z.array(z.string()).default([]),
  tenantId: z.string().optional(),
});
export type MemberInput = z.output<typeof memberInput>;

type Resolved =
  Readonly<{ ok: true; person: PersonEntity; membership: Membership }> | Readonly<{ ok: false; reply: Reply }>;

const boundUser = /\/users(?:\('([^']+)'\)|\/([^/]+))$/;
const knownRoles = ['owner', 'guest'];

/** Who is meant; a person of another tenant only when their tenant is named as well. */
export function resolveMember({ state }: Tenant, input: MemberInput): Resolved {
  const found = boundUser.exec(input['user@odata.bind']);
  const person = findPerson(state, found?.[1] ?? found?.[2] ?? '');
  if (person?.tenant !== (input.tenantId ?? hostTenantId))
    return refuse(notFound('The user was not found in the tenant.'));
  if (input.roles.some((role) => !knownRoles.includes(role)))
    return refuse(badRequest('Invalid role specified for member.'));
  return { ok: true, person, membership: { person: person.id, owner: input.roles.includes('owner') } };
}

const refuse = (reply: Reply): Resolved => ({ ok: false, reply });

/** Microsoft: "Add member to channel": a private channel takes people of its team, a shared one also other tenants. */
export function whyNotInChannel(kind: 'private' | 'shared', team: TeamEntity, person: PersonEntity): Reply | undefined {
  if (kind === 'shared') return undefined;
  if (!isOfHostTenant(person)) return forbidden('A person of another tenant can only be in a shared channel.');
  if (isInTeam(team, person.id)) return undefined;
  return notFound('User is not found in the team.');
}

export function isInTeam({ members }: TeamEntity, person: string): boolean {
  return members.some((member) => member.person === person);
}

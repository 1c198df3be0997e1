import { z } from 'zod/v4';
import { type PersonId, personId } from '../core/ids.ts';
import type { ChannelMember, ChannelRef } from './channels.ts';
import { GraphError } from './graph-error.ts';
import { type GraphConnection, send } from './graph-http.ts';
import { items } from './graph-pages.ts';
import { channelPath, sentMember, teamPath } from './graph-resources.ts';

const member = z.object({
  id: z.string(),
  roles: z.array(z.string()).nullish(),
  userId: z.string().nullish(),
  tenantId: z.string().nullish(),
});

/** A person just added to the team is not known to its channels at once. */
const untilKnownMs = 10_000;

/**
 * The people who were added to the channel itself: only those can be taken out. Graph calls everybody of another tenant an
 * owner (conversationMember: "An Out-of-tenant external member is assigned the owner role"); we do not.
 */
export async function listMembers(
  graph: GraphConnection,
  channel: ChannelRef,
  homeTenant: string,
): Promise<readonly ChannelMember[]> {
  const found = new Map<string, ChannelMember>();
  for await (const { userId, roles, tenantId } of items(graph, `${channelPath(channel)}/members`, member)) {
    if (typeof userId !== 'string') continue;
    const away = typeof tenantId === 'string' && !sameId(tenantId, homeTenant) ? { tenantId } : undefined;
    const owner = away === undefined && (roles?.includes('owner') ?? false);
    found.set(userId, { person: personId(userId), owner, ...away });
  }
  return [...found.values()];
}

/** The filter saves pages of a large team; the answer is looked through all the same. */
export async function isTeamMember(graph: GraphConnection, teamId: string, person: PersonId): Promise<boolean> {
  const filter = encodeURIComponent(`(microsoft.graph.aadUserConversationMember/userId eq '${person}')`);
  return (await membershipOf(graph, `${teamPath(teamId)}/members?$filter=${filter}`, person)) !== undefined;
}

export async function addTeamMember(graph: GraphConnection, teamId: string, person: PersonId): Promise<void> {
  const body = sentMember(graph.baseUrl, { person, owner: false });
  await unlessMember(send(graph, { method: 'POST', path: `${teamPath(teamId)}/members`, body }));
}

export async function addMember(graph: GraphConnection, channel: ChannelRef, added: ChannelMember): Promise<void> {
  const body = sentMember(graph.baseUrl, added);
  await unlessMember(send(graph, { method: 'POST', path: `${channelPath(channel)}/members`, body }));
}

export async function removeMember(graph: GraphConnection, channel: ChannelRef, person: PersonId): Promise<void> {
  const path = `${channelPath(channel)}/members`;
  const membership = await membershipOf(graph, path, person);
  if (membership === undefined) return;
  try {
    await send(graph, { method: 'DELETE', path: `${path}/${encodeURIComponent(membership)}` });
  } catch (error) {
    const gone = error instanceof GraphError && error.status === 404;
    if (!gone) throw error;
  }
}

async function membershipOf(graph: GraphConnection, path: string, person: PersonId): Promise<string | undefined> {
  for await (const { id, userId } of items(graph, path, member)) {
    if (typeof userId === 'string' && sameId(userId, person)) return id;
  }
  return undefined;
}

/** Adding somebody who is there already is what was wanted. */
async function unlessMember(added: Promise<unknown>): Promise<void> {
  try {
    await added;
  } catch (error) {
    if (!(error instanceof GraphError) || !isAlreadyMember(error)) throw notYetKnown(error);
  }
}

function isAlreadyMember({ status, message }: GraphError): boolean {
  return status === 409 || (status === 400 && /already (?:exists|a member|added|in the|part of)/i.test(message));
}

/** "User is not found in the team" comes also right after they were added to it: worth another try, unlike an unknown person. */
function notYetKnown(error: unknown): unknown {
  if (!(error instanceof GraphError) || error.status !== 404 || !/not found in the team/i.test(error.message))
    return error;
  const message = 'not in the team, or its channels do not know it yet';
  return new GraphError(409, 'NotYetInTeam', { message, retryAfterMs: untilKnownMs, cause: error });
}

function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

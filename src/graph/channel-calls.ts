import type { Channel } from '@microsoft/microsoft-graph-types';
import { z } from 'zod/v4';
import { nameFault } from './channel-name.ts';
import type { ChannelRef, Created, NewChannel, Operation } from './channels.ts';
import { GraphError } from './graph-error.ts';
import { type GraphAnswer, type GraphConnection, read, send } from './graph-http.ts';
import { items } from './graph-pages.ts';
import { channelPath, sentMember, type Sent, teamPath } from './graph-resources.ts';

const namedChannel = z.object({ id: z.string(), displayName: z.string() });
const madeChannel = z.object({ id: z.string() });
const lockedChannel = z.object({ isArchived: z.boolean().nullish() });
const teamsOperation = z.object({
  status: z.string(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});

/** Reads the whole list: `$filter` on names is not promised. Teams does not tell capitals apart in names, and so do we. */
export async function findChannel(
  graph: GraphConnection,
  teamId: string,
  name: string,
): Promise<ChannelRef | undefined> {
  const wanted = name.toLowerCase();
  for await (const { id, displayName } of items(graph, `${teamPath(teamId)}/channels`, namedChannel)) {
    if (displayName.toLowerCase() === wanted) return { teamId, channelId: id };
  }
  return undefined;
}

export async function createChannel(graph: GraphConnection, channel: NewChannel): Promise<Created> {
  const { teamId, name, description, kind, members } = channel;
  assertName(name);
  const body = {
    '@odata.type': '#microsoft.graph.channel',
    membershipType: kind,
    displayName: name,
    description,
    members: members.map((member) => sentMember(graph.baseUrl, member)),
  } satisfies Sent<Channel>;
  const answer = await send(graph, { method: 'POST', path: `${teamPath(teamId)}/channels`, body });
  if (answer.status !== 202) return { state: 'created', channelId: read(madeChannel, answer).id };
  return { state: 'pending', operation: operationOf(answer) };
}

/** Microsoft: "Create channel": for a shared channel the operation stands in Content-Location, not in Location. */
function operationOf({ headers }: GraphAnswer): string {
  const operation = headers.get('content-location') ?? headers.get('location');
  if (operation === null) throw new GraphError(502, 'NoOperation', { message: '202 without an operation to follow' });
  return operation;
}

export async function readOperation(graph: GraphConnection, url: string): Promise<Operation> {
  const { status, error } = read(teamsOperation, await send(graph, { method: 'GET', path: url }));
  if (status === 'succeeded') return { state: 'succeeded' };
  if (status !== 'failed' && status !== 'invalid') return { state: 'pending' };
  return { state: 'failed', error: [error?.code, error?.message].filter(Boolean).join(': ') || status };
}

export async function renameChannel(graph: GraphConnection, channel: ChannelRef, name: string): Promise<void> {
  assertName(name);
  const body = { displayName: name } satisfies Channel;
  await send(graph, { method: 'PATCH', path: channelPath(channel), body });
}

/** Graph may refuse to lock what is locked already, after a first try whose answer was lost: then it is as wanted. */
export async function setArchived(graph: GraphConnection, channel: ChannelRef, archived: boolean): Promise<void> {
  const path = channelPath(channel);
  try {
    await send(graph, { method: 'POST', path: `${path}/${archived ? 'archive' : 'unarchive'}` });
  } catch (error) {
    const refused = error instanceof GraphError && (error.status === 400 || error.status === 409);
    if (!refused) throw error;
    const { isArchived } = read(lockedChannel, await send(graph, { method: 'GET', path }));
    if ((isArchived ?? false) !== archived) throw error;
  }
}

/** Refused by Teams anyway; here before a half-made channel comes of it. */
function assertName(name: string): void {
  const fault = nameFault(name);
  if (fault !== undefined) throw new GraphError(400, 'InvalidName', { message: `no channel name: ${fault}` });
}

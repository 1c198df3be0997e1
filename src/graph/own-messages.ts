import { z } from 'zod/v4';
import type { PersonId } from '../core/ids.ts';
import type { ChannelRef, FoundMessage, OwnMessages } from './channels.ts';
import { GraphError } from './graph-error.ts';
import { type GraphConnection, read, send } from './graph-http.ts';
import { items } from './graph-pages.ts';
import { channelPath, userPath } from './graph-resources.ts';

const message = z.object({
  id: z.string(),
  deletedDateTime: z.string().nullish(),
  from: z.object({ user: z.object({}).nullish() }).nullish(),
  attachments: z.array(z.object({ content: z.string().nullish() })).nullish(),
});
const thread = message.extend({
  replies: z.array(message).nullish(),
  'replies@odata.nextLink': z.string().nullish(),
});
const installation = z.object({ id: z.string(), teamsApp: z.object({ id: z.string() }).nullish() });
const chat = z.object({ id: z.string() });

type Thread = z.output<typeof thread>;
type Message = z.output<typeof message>;

/** Newest threads first, and what we look for was sent lately: further back than this we do not know. */
const mostThreads = 500;

export function createOwnMessages(graph: GraphConnection, appCatalogId: string): OwnMessages {
  return {
    async find(where, marker) {
      try {
        return 'person' in where
          ? await findInChat(graph, { person: where.person, appCatalogId }, marker)
          : await findInChannel(graph, where, marker);
      } catch (error) {
        const mayNotLook = error instanceof GraphError && (error.status === 403 || error.status === 404);
        if (!mayNotLook) throw error;
        return { found: 'unknown' };
      }
    },
  };
}

async function findInChannel(graph: GraphConnection, channel: ChannelRef, marker: string): Promise<FoundMessage> {
  const path = `${channelPath(channel)}/messages`;
  let seen = 0;
  for await (const root of items(graph, `${path}?$top=50&$expand=replies`, thread)) {
    if (seen++ === mostThreads) return { found: 'unknown' };
    const id = await findInThread(graph, `${path}/${encodeURIComponent(root.id)}/replies`, { root, marker });
    if (id !== undefined) return { found: 'yes', messageId: id };
  }
  return { found: 'no' };
}

/** Replies come with their root; what does not fit is behind a link, and without any word of them they are asked for. */
async function findInThread(
  graph: GraphConnection,
  repliesPath: string,
  { root, marker }: Readonly<{ root: Thread; marker: string }>,
): Promise<string | undefined> {
  const known = [root, ...(root.replies ?? [])].find((candidate) => isOurs(candidate, marker));
  if (known) return known.id;
  const more = root['replies@odata.nextLink'] ?? (Array.isArray(root.replies) ? undefined : repliesPath);
  if (more === undefined) return undefined;
  for await (const reply of items(graph, more, message)) if (isOurs(reply, marker)) return reply.id;
  return undefined;
}

/** A person's chat with the bot belongs to their installation of the app; without one nothing was ever sent. */
async function findInChat(
  graph: GraphConnection,
  { person, appCatalogId }: Readonly<{ person: PersonId; appCatalogId: string }>,
  marker: string,
): Promise<FoundMessage> {
  const installations = `${userPath(person)}/teamwork/installedApps`;
  for await (const { id, teamsApp } of items(graph, `${installations}?$expand=teamsApp`, installation)) {
    if (teamsApp?.id !== appCatalogId) continue;
    const own = read(
      chat,
      await send(graph, { method: 'GET', path: `${installations}/${encodeURIComponent(id)}/chat` }),
    );
    return findInMessages(graph, `/chats/${encodeURIComponent(own.id)}/messages?$top=50`, marker);
  }
  return { found: 'no' };
}

async function findInMessages(graph: GraphConnection, path: string, marker: string): Promise<FoundMessage> {
  let seen = 0;
  for await (const candidate of items(graph, path, message)) {
    if (seen++ === mostThreads) return { found: 'unknown' };
    if (isOurs(candidate, marker)) return { found: 'yes', messageId: candidate.id };
  }
  return { found: 'no' };
}

/** A card that holds an element with the marker as its id. People forward and quote cards: what a person sent is not ours. */
function isOurs({ deletedDateTime, from, attachments }: Message, marker: string): boolean {
  if (typeof deletedDateTime === 'string' || (from?.user ?? null) !== null) return false;
  const wanted = `"id":${JSON.stringify(marker)}`;
  return (attachments ?? []).some(({ content }) =>
    (content ?? '').replaceAll(/"id"\s*:\s*"/g, '"id":"').includes(wanted),
  );
}

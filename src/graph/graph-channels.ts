import { createChannel, findChannel, readOperation, renameChannel, setArchived } from './channel-calls.ts';
import type { Channels, OwnMessages } from './channels.ts';
import { enableApp } from './enable-app.ts';
import type { GraphConnection } from './graph-http.ts';
import { addMember, addTeamMember, isTeamMember, listMembers, removeMember } from './member-calls.ts';
import { createOwnMessages } from './own-messages.ts';
import { createPace, type GraphLimits, graphLimits } from './pace.ts';
import type { PermissionUse } from './permissions.ts';

export type GraphSettings = Readonly<{
  /** Without version: `https://graph.microsoft.com`. */
  baseUrl: string;
  token(): Promise<string>;
  /** The tenant of the teams: members of any other are given with their `tenantId`. */
  tenantId: string;
  /** The app's id in the organisation's app catalogue; not its manifest id. */
  appCatalogId: string;
  limits?: Partial<GraphLimits>;
  fetch?: typeof fetch;
  /** Hears what each call tells of our permissions. */
  used?: (use: PermissionUse) => void;
}>;

export type GraphClient = Readonly<{ channels: Channels; ownMessages: OwnMessages }>;

/** Microsoft Graph over HTTP. Nothing but a short refusal (429) is tried again here: a GraphError says what happened, the effects worker decides. */
export function createGraphChannels(settings: GraphSettings): GraphClient {
  const limits = { ...graphLimits, ...settings.limits };
  const { baseUrl, token, tenantId, appCatalogId } = settings;
  const { timeoutMs, maxRefusedMs } = limits;
  const { fetch: call = fetch, used = () => undefined } = settings;
  const connection = { baseUrl, token, fetch: call, used, timeoutMs, maxRefusedMs };
  const graph: GraphConnection = { ...connection, pace: createPace(limits) };
  const channels: Channels = {
    find: (teamId, name) => findChannel(graph, teamId, name),
    create: (channel) => createChannel(graph, channel),
    operation: (url) => readOperation(graph, url),
    members: (channel) => listMembers(graph, channel, tenantId),
    isTeamMember: (teamId, person) => isTeamMember(graph, teamId, person),
    addTeamMember: (teamId, person) => addTeamMember(graph, teamId, person),
    addMember: (channel, member) => addMember(graph, channel, member),
    removeMember: (channel, person) => removeMember(graph, channel, person),
    enableApp: (channel) => enableApp(graph, channel, appCatalogId),
    rename: (channel, name) => renameChannel(graph, channel, name),
    archive: (channel) => setArchived(graph, channel, true),
    unarchive: (channel) => setArchived(graph, channel, false),
  };
  return { channels, ownMessages: createOwnMessages(graph, appCatalogId) };
}

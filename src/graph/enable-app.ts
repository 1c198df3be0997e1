import type { ChannelRef } from './channels.ts';
import { GraphError } from './graph-error.ts';
import { type GraphConnection, send } from './graph-http.ts';
import { channelPath, reference } from './graph-resources.ts';

/**
 * Microsoft: "Add app to channel". v1.0 speaks of shared channels only, beta of private ones too. Where neither lets us, the
 * error is 403 `AppNotEnabled`: an owner of the channel can add the app by hand.
 */
export async function enableApp(graph: GraphConnection, channel: ChannelRef, appCatalogId: string): Promise<void> {
  const stable = await enable(graph, channel, { appCatalogId, version: 'v1.0' });
  if (stable === undefined) return;
  const refused = stable.status === 403 ? stable : await enable(graph, channel, { appCatalogId, version: 'beta' });
  if (refused === undefined) return;
  // No such channel is another matter: asking its owner would not help.
  if (refused.status === 404) await send(graph, { method: 'GET', path: channelPath(channel) });
  throw new GraphError(403, 'AppNotEnabled', { message: refused.message, cause: refused });
}

type Enabling = Readonly<{ appCatalogId: string; version: 'v1.0' | 'beta' }>;

/** The refusal, or undefined when the app is there now; anything passing is thrown. */
async function enable(graph: GraphConnection, channel: ChannelRef, how: Enabling): Promise<GraphError | undefined> {
  const app = `/appCatalogs/teamsApps/${encodeURIComponent(how.appCatalogId)}`;
  const body = { '@odata.id': reference(graph.baseUrl, app) };
  const path = `${channelPath(channel)}/enabledApps/$ref`;
  try {
    await send(graph, { method: 'POST', path, version: how.version, body });
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.status === 409 || /already (?:exists|enabled|added|installed)/i.test(error.message)) return undefined;
    if ([400, 403, 404].includes(error.status)) return error;
    throw error;
  }
}

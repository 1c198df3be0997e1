import { ConnectorClient } from 'botframework-connector';
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers.js';
import type { BotToken } from './bot-token.ts';
import { boundedMap } from './bounded-map.ts';

/** The client for one service URL; the same one every time, because building it costs more than a turn. */
export type Connectors = (serviceUrl: string) => ConnectorClient;

const userAgent = 'doorbraak';

// The SDK sends of an entity only what a mention has, and so a label without its meaning; a spec reads what arrives.
Entity.type.additionalProperties = { type: { name: 'any' } };

/**
 * Clients that post exactly once: the SDK replays a POST three times after a 5xx, a 408 or a reset, which would show people
 * the same card four times, and neither `noRetryPolicy` nor `retryOptions` turns that off. One bot, one audience, so the
 * service URL is the whole key.
 */
export function connectors(token: BotToken): Connectors {
  const clients = boundedMap<ConnectorClient>(50);
  return (serviceUrl) => {
    const known = clients.get(serviceUrl);
    if (known !== undefined) return known;
    const client = new ConnectorClient(signingWith(token), { baseUri: serviceUrl, userAgent });
    withoutReplay(client);
    clients.set(serviceUrl, client);
    return client;
  };
}

/** Private to the SDK, which gives no other way; a spec counts the posts after every kind of failure. */
function withoutReplay(connector: ConnectorClient): void {
  const { client } = connector as unknown as {
    client: { pipeline: { removePolicy(policy: { name: string }): unknown[] } };
  };
  const removed = client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1)
    throw new Error('the connector client has no defaultRetryPolicy to remove: was it upgraded?');
}

export function signingWith(token: BotToken): ConstructorParameters<typeof ConnectorClient>[0] {
  return {
    async signRequest(request) {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  };
}

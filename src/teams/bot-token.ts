import type { Clock } from '../core/clock.ts';
import { type AppIdentity, type AppToken, appToken } from '../identity/app-token.ts';
import type { TeamsSettings } from './settings.ts';

/** The token with which the bot calls the connector, renewed when it runs out. */
export type BotToken = AppToken;

/** No token, so nothing was sent: safe to try again. */
export class TokenUnavailable extends Error {
  constructor(cause: unknown) {
    super('The bot got no token to call Teams with.', { cause });
    this.name = 'TokenUnavailable';
  }
}

const connectorScope = 'https://api.botframework.com/.default';

/**
 * Our own source instead of the SDK's credentials: its federated one asks for its assertion once and keeps it, so that a
 * client that lives for days ends up without tokens; and its cache is one for the whole process, by app id.
 */
export function botToken(settings: TeamsSettings, clock: Clock): BotToken {
  const { identity, scope } = identityOf(settings);
  const get = appToken(identity, scope, clock);
  return async () => {
    try {
      return await get();
    } catch (cause) {
      throw new TokenUnavailable(cause);
    }
  };
}

function identityOf({ appId, auth }: TeamsSettings): Readonly<{ identity: AppIdentity; scope: string }> {
  if (auth.kind === 'azure') return { identity: { ...auth, appId }, scope: connectorScope };
  return { identity: { ...auth, appId }, scope: `${auth.issuer}/.default` };
}

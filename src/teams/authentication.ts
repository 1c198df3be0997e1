import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  FederatedServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import type { BotToken } from './bot-token.ts';
import { boundedMap } from './bounded-map.ts';
import { type Connectors, signingWith } from './connectors.ts';
import { mayCall, type TeamsSettings } from './settings.ts';

/** Why a request gets no further: 401 who are you, 403 not for you, 503 we could not find out. */
export type Rejection = Readonly<{ status: 401 | 403 | 503; reason: string; cause?: unknown }>;

/**
 * The SDK's token check with three things mended: only tokens of the channel's own issuer count (it would also take those of
 * the emulator, skills and AseChannel, which skip the service URL), a bad signature is 401, and the clients that it would
 * build for every turn are shared.
 */
export function botAuthentication(
  settings: TeamsSettings,
  token: BotToken,
  connect: Connectors,
): ConfigurationBotFrameworkAuthentication {
  const issuer =
    settings.auth.kind === 'local' ? settings.auth.issuer : AuthenticationConstants.ToBotFromChannelTokenIssuer;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    { MicrosoftAppId: settings.appId, ...(settings.auth.kind === 'local' ? localAddresses(settings.auth) : {}) },
    credentialsFactory(settings.appId, token),
    new AuthenticationConfiguration(['msteams'], onlyFrom(issuer)),
  );
  return sharingClients(authentication, connect);
}

function localAddresses({ issuer, openIdMetadataUrl, tokenUrl }: Extract<TeamsSettings['auth'], { kind: 'local' }>) {
  return {
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    ToChannelFromBotLoginUrl: tokenUrl,
    ToChannelFromBotOAuthScope: issuer,
    OAuthUrl: issuer,
    ValidateAuthority: 'true',
    CallerId: 'urn:botframework:local',
  };
}

function credentialsFactory(appId: string, token: BotToken): FederatedServiceClientCredentialsFactory {
  const factory = new FederatedServiceClientCredentialsFactory(appId, appId);
  factory.createCredentials = async () => signingWith(token);
  return factory;
}

function onlyFrom(issuer: string): AuthenticationConfiguration['validateClaims'] {
  return async (claims) => {
    const found = claims.find(({ type }) => type === AuthenticationConstants.IssuerClaim)?.value;
    if (found !== issuer) throw new AuthenticationError('The token is not from the Teams channel.', 401);
  };
}

function sharingClients(
  authentication: ConfigurationBotFrameworkAuthentication,
  connect: Connectors,
): ConfigurationBotFrameworkAuthentication {
  const authenticate = rememberingTokens(authentication.authenticateRequest.bind(authentication));
  const createUserTokenClient = authentication.createUserTokenClient.bind(authentication);
  let userTokenClient: Promise<UserTokenClient> | undefined;
  authentication.authenticateRequest = async (activity, header) => {
    const identity = await authenticate(activity, header);
    if (identity.connectorFactory) identity.connectorFactory.create = async (serviceUrl) => connect(serviceUrl);
    return identity;
  };
  authentication.createUserTokenClient = async (identity) => (userTokenClient ??= createUserTokenClient(identity));
  return authentication;
}

type Authenticate = ConfigurationBotFrameworkAuthentication['authenticateRequest'];
type Remembered = Readonly<{ identity: Awaited<ReturnType<Authenticate>>; until: number }>;

const trustTokenMs = 60_000;
const rememberedTokens = 200;

/**
 * Teams sends one token with many activities, and checking its signature costs as much as all the rest of a turn's routing.
 * So a token that was found good for a channel and a service URL is not checked again for a minute, and never past its end.
 */
function rememberingTokens(authenticate: Authenticate): Authenticate {
  const known = boundedMap<Remembered>(rememberedTokens);
  return async (activity, header) => {
    const key = JSON.stringify([header, activity.channelId, activity.serviceUrl]);
    const found = known.get(key);
    if (found !== undefined && performance.now() < found.until) return found.identity;
    const identity = await authenticate(activity, header);
    const leftMs = Number(identity.claimsIdentity.getClaimValue('exp')) * 1000 - Date.now();
    if (leftMs > 0) known.set(key, { identity, until: performance.now() + Math.min(trustTokenMs, leftMs) });
    return identity;
  };
}

const tokenFaults = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError'];

/** The SDK throws the bare error of its token library for a bad signature; anything else means that the keys were not to be had. */
export function rejectionOf(error: unknown): Rejection {
  if (error instanceof AuthenticationError && error.statusCode < 500) return { status: 401, reason: error.message };
  if (error instanceof Error && tokenFaults.includes(error.name)) return { status: 401, reason: error.message };
  return { status: 503, reason: 'the keys to check the token with could not be fetched', cause: error };
}

/** Anybody may hold a valid token of the channel: which tenant and which address it speaks for is ours to check. */
export function admit(settings: TeamsSettings, activity: Partial<Activity>): Rejection | undefined {
  const tenantId = activity.conversation?.tenantId;
  if (tenantId === undefined || !settings.tenants.includes(tenantId)) {
    return { status: 403, reason: 'tenant not allowed' };
  }
  if (!mayCall(settings, activity.serviceUrl ?? '')) return { status: 403, reason: 'service URL not allowed' };
  return undefined;
}

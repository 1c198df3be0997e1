import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod/v4';
import { tenantPermissions } from '../graph/permissions.ts';
import { appId, hostTenantId } from './demo-tenant.ts';
import { type Call, json, type Reply, type TenantRoute } from './http/exchange.ts';
import type { TenantState } from './state/tenant-state.ts';
import { faultsOf } from './state/faults-of.ts';

/** For whom a token of the bot is meant, as in Entra. */
const audiences = { connector: 'https://api.botframework.com', graph: 'https://graph.microsoft.com' } as const;
type Surface = keyof typeof audiences;

export type Identity = Readonly<{
  appSecret: string;
  issuer: string;
  openIdMetadataUrl: string;
  tokenUrl: string;
  /** The token of one activity sent to the bot: real time, because the bot's SDK reads the machine's clock. */
  signForBot(serviceUrl: string): Promise<string>;
  /** Whether this `Authorization` header is a valid token of the bot for that surface. */
  accepts(authorization: string | undefined, surface: Surface): Promise<boolean>;
  routes: readonly TenantRoute[];
}>;

type Keys = Readonly<{ kid: string; publicKey: JWK; privateKey: JWK; appSecret: string }>;

async function keysOf({ settings }: TenantState): Promise<Keys> {
  const kept = settings.get('keys');
  if (kept?.id === 'keys') return kept;
  const pair = await generateKeyPair('RS256', { extractable: true });
  const keys = {
    id: 'keys',
    kid: randomUUID(),
    publicKey: await exportJWK(pair.publicKey),
    privateKey: await exportJWK(pair.privateKey),
    appSecret: randomBytes(24).toString('base64url'),
  } as const;
  settings.put(keys);
  return keys;
}

/** A local issuer that does what Entra and the Bot Framework do for a bot; its keys live in the state. */
export async function openIdentity(state: TenantState, url: string): Promise<Identity> {
  const keys = await keysOf(state);
  const privateKey = await importJWK(keys.privateKey, 'RS256');
  const publicKey = await importJWK(keys.publicKey, 'RS256');
  const issuer = `${url}/oidc`;
  const sign: Sign = (claims, { audience, life }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keys.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setNotBefore('0s')
      .setExpirationTime(life)
      .sign(privateKey);
  return {
    appSecret: keys.appSecret,
    issuer,
    // The key id makes the address unique: a bot in this process caches keys by address for a day.
    openIdMetadataUrl: `${issuer}/${keys.kid}/openid-configuration`,
    tokenUrl: `${url}/oauth2/v2.0/token`,
    signForBot: (serviceUrl) => sign({ serviceurl: serviceUrl }, { audience: appId, life: '1h' }),
    async accepts(authorization, surface) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
      if (token === undefined) return false;
      // Whatever is wrong with the token, the answer is the same 401.
      const verified = jwtVerify(token, publicKey, { issuer, audience: audiences[surface] });
      return verified.then(
        () => true,
        () => false,
      );
    },
    routes: [
      ...discoveryRoutes(issuer, keys),
      {
        method: 'POST',
        path: '/oauth2/v2.0/token',
        run: (call) => giveToken(call, { appSecret: keys.appSecret, issuer, sign, roles: rolesIn(state) }),
      },
    ],
  };
}

function discoveryRoutes(issuer: string, { kid, publicKey }: Keys): readonly TenantRoute[] {
  const configuration = {
    issuer,
    jwks_uri: `${issuer}/${kid}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  };
  const jwks = { keys: [{ ...publicKey, kid, use: 'sig', alg: 'RS256', endorsements: ['msteams'] }] };
  return [
    { method: 'GET', path: '/oidc/:kid/openid-configuration', run: () => json(200, configuration) },
    { method: 'GET', path: '/oidc/:kid/keys', run: () => json(200, jwks) },
  ];
}

const tokenRequest = z.object({
  grant_type: z.literal('client_credentials'),
  client_id: z.string(),
  client_secret: z.string(),
  scope: z.string(),
});

type Sign = (claims: JWTPayload, to: Readonly<{ audience: string; life: '1h' | '30d' }>) => Promise<string>;
type Giving = Readonly<{ appSecret: string; issuer: string; sign: Sign; roles: readonly string[] }>;

async function giveToken({ body }: Call, { appSecret, issuer, sign, roles }: Giving): Promise<Reply> {
  const request = tokenRequest.safeParse(body);
  if (!request.success) return tokenRefusal(400, 'invalid_request', z.prettifyError(request.error));
  const { client_id: clientId, client_secret: secret, scope } = request.data;
  if (clientId !== appId) return tokenRefusal(400, 'unauthorized_client', `Application '${clientId}' was not found.`);
  if (!sameSecret(secret, appSecret)) return tokenRefusal(401, 'invalid_client', 'Invalid client secret provided.');
  const audience = audienceOf(scope, issuer);
  if (audience === undefined) return tokenRefusal(400, 'invalid_scope', `The scope '${scope}' is not known.`);
  // A bot that keeps its token by the tenant's clock keeps it too long once that clock is set back.
  const life = { audience, life: '30d' } as const;
  const given = audience === audiences.graph ? { roles } : {};
  const token = await sign({ appid: appId, azp: appId, tid: hostTenantId, ver: '2.0', ...given }, life);
  return json(200, { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: token });
}

/** What an administrator gave. */
function rolesIn(state: TenantState): readonly string[] {
  const { without = [] } = faultsOf(state);
  return tenantPermissions.filter((permission) => !without.includes(permission));
}

/** The issuer itself stands for the connector: that is the one scope a Bot Framework SDK is configured with. */
function audienceOf(scope: string, issuer: string): string | undefined {
  const wanted = scope.replace(/\/\.default$/, '');
  if (wanted === issuer) return audiences.connector;
  return Object.values(audiences).find((audience) => audience === wanted && scope !== wanted);
}

function sameSecret(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const tokenRefusal = (status: number, error: string, description: string): Reply =>
  json(status, { error, error_description: description });

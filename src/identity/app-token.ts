import type { TokenCredential } from '@azure/identity';
import { z } from 'zod/v4';
import type { Clock } from '../core/clock.ts';

/** How the bot proves to Microsoft who it is. Federated (a managed identity's credential on the app) is what Microsoft recommends. */
export type AzureCredential =
  | Readonly<{ kind: 'federated'; managedIdentityClientId: string }>
  | Readonly<{ kind: 'managed-identity' }>
  | Readonly<{ kind: 'secret'; secret: string }>;

export type AppIdentity =
  | Readonly<{ kind: 'azure'; appId: string; tenantId: string; credential: AzureCredential }>
  /** A local issuer's token endpoint. */
  | Readonly<{ kind: 'local'; appId: string; tokenUrl: string; appSecret: string }>;

type AzureIdentity = Extract<AppIdentity, { kind: 'azure' }>;

export type AppToken = () => Promise<string>;

const exchangeScope = 'api://AzureADTokenExchange/.default';
const renewBeforeMs = 60_000;
const tokenTimeoutMs = 5_000;

/** A token of the app itself for one scope, renewed when it runs out. */
export function appToken(identity: AppIdentity, scope: string, clock: Clock): AppToken {
  if (identity.kind === 'local') return localToken(identity, scope, clock);
  const credential = azureCredential(identity);
  return async () => {
    const token = await (await credential).getToken(scope);
    if (token === null) throw new Error(`no token for ${scope}`);
    return token.token;
  };
}

/** Loaded only here: it is large, and on one machine it is not needed. */
async function azureCredential({ appId, tenantId, credential }: AzureIdentity): Promise<TokenCredential> {
  const azure = await import('@azure/identity');
  switch (credential.kind) {
    case 'secret':
      return new azure.ClientSecretCredential(tenantId, appId, credential.secret);
    case 'managed-identity':
      return new azure.ManagedIdentityCredential({ clientId: appId });
    case 'federated': {
      const identity = new azure.ManagedIdentityCredential({ clientId: credential.managedIdentityClientId });
      const assertion = async (): Promise<string> => (await identity.getToken(exchangeScope)).token;
      return new azure.ClientAssertionCredential(tenantId, appId, assertion);
    }
  }
}

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

function localToken(
  { appId, tokenUrl, appSecret }: Extract<AppIdentity, { kind: 'local' }>,
  scope: string,
  clock: Clock,
): AppToken {
  let held = { token: '', until: 0 };
  return async () => {
    const now = clock.now().getTime();
    if (now < held.until) return held.token;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appSecret,
      scope,
    });
    const response = await fetch(tokenUrl, { method: 'POST', body, signal: AbortSignal.timeout(tokenTimeoutMs) });
    if (!response.ok) throw new Error(`${tokenUrl} answered ${response.status}`);
    const { access_token: token, expires_in: seconds } = tokenAnswer.parse(await response.json());
    held = { token, until: now + seconds * 1000 - renewBeforeMs };
    return token;
  };
}

import type { AzureCredential } from '../identity/app-token.ts';

type TeamsAuth =
  | Readonly<{ kind: 'azure'; tenantId: string; credential: AzureCredential }>
  | Readonly<{ kind: 'local'; openIdMetadataUrl: string; issuer: string; tokenUrl: string; appSecret: string }>;

export type TeamsSettings = Readonly<{
  appId: string;
  /** Entra tenants that may talk to the bot. The first is ours: its teams hold the case channels. */
  tenants: readonly string[];
  /** Host names (no port) the bot may send to: what a token says is the service URL must be one of them. */
  serviceUrlHosts: readonly string[];
  /** Where to send before a tenant has said where it is reached. */
  serviceUrl: string;
  auth: TeamsAuth;
  maxBodyBytes: number;
  /** After this long a person hears that we are working on it; 3,000 by default (Teams gives up after 5 to 15 s). */
  budgetMs?: number;
}>;

/** Refuses to start on settings that would open the door: the SDK accepts everybody when the app id is empty. */
export function checkSettings(settings: TeamsSettings): TeamsSettings {
  if (settings.appId.trim() === '')
    throw new Error('Teams settings: appId is empty, which would switch authentication off.');
  if (settings.tenants.length === 0) throw new Error('Teams settings: tenants is empty, so nobody could be answered.');
  if (!mayCall(settings, settings.serviceUrl)) {
    throw new Error(
      `Teams settings: serviceUrl ${settings.serviceUrl} is not on one of serviceUrlHosts, or not https.`,
    );
  }
  return settings;
}

/** May the bot send, with its token, to this service URL? Plain http only to the local tenant. */
export function mayCall({ serviceUrlHosts, auth }: TeamsSettings, serviceUrl: string): boolean {
  const url = URL.parse(serviceUrl);
  if (url === null || !serviceUrlHosts.includes(url.hostname)) return false;
  return url.protocol === 'https:' || (auth.kind === 'local' && url.protocol === 'http:');
}

import type { AzureConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { GraphSettings } from './graph/graph-channels.ts';
import { appToken } from './identity/app-token.ts';

const graphScope = 'https://graph.microsoft.com/.default';

/** Microsoft Graph for the tenant of the teams, in the bot's own name. */
export function azureGraph({ bot, tenants, catalogAppId }: AzureConfig, clock: Clock): GraphSettings {
  const { homeTenant: tenantId, credential, appId } = bot;
  return {
    baseUrl: 'https://graph.microsoft.com',
    token: appToken({ kind: 'azure', appId, tenantId, credential }, graphScope, clock),
    tenantId: tenants[0] ?? tenantId,
    appCatalogId: catalogAppId,
  };
}

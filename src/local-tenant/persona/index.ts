import type { TenantRoute } from '../http/exchange.ts';
import type { Tenant } from '../tenant.ts';
import { buildCardRoutes } from './card-routes.ts';
import { buildExtensionRoutes } from './extension-routes.ts';
import { buildConversationRoutes } from './conversation-routes.ts';
import { eventStreamRoute } from './event-stream.ts';
import { buildTenantRoutes, type TenantControls } from './tenant-routes.ts';

/** The tenant's own API (api.ts): what its page does for a persona. */
export function buildPersonaRoutes(tenant: Tenant, controls: TenantControls): readonly TenantRoute[] {
  return [
    ...buildConversationRoutes(tenant),
    ...buildCardRoutes(tenant),
    ...buildExtensionRoutes(tenant),
    eventStreamRoute(tenant),
    ...buildTenantRoutes(tenant, controls),
  ];
}

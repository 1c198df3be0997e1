import type { TenantRoute } from '../http/exchange.ts';
import type { Tenant } from '../tenant.ts';
import { buildActivityRoutes } from './activity-routes.ts';
import { createConversationRoute } from './conversation-routes.ts';
import { buildRosterRoutes } from './roster-routes.ts';

/** The slice of the Bot Connector (v3) that a Teams bot's SDK calls. */
export function buildConnectorRoutes(tenant: Tenant): readonly TenantRoute[] {
  return [createConversationRoute(tenant), ...buildActivityRoutes(tenant), ...buildRosterRoutes(tenant)];
}

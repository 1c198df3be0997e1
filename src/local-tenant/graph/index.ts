import type { TenantRoute } from '../http/exchange.ts';
import type { Tenant } from '../tenant.ts';
import { buildAppRoutes } from './app-routes.ts';
import { buildChannelRoutes } from './channel-routes.ts';
import { buildMemberRoutes } from './member-routes.ts';
import { buildMessageRoutes } from './message-routes.ts';
import { operationRoute } from './operations.ts';
import { buildTeamRoutes } from './team-routes.ts';

export { finishLeftovers } from './operations.ts';

/** The slice of Microsoft Graph v1.0 that case channels need. */
export function buildGraphRoutes(tenant: Tenant): readonly TenantRoute[] {
  return [
    ...buildTeamRoutes(tenant),
    ...buildChannelRoutes(tenant),
    operationRoute(tenant),
    ...buildMemberRoutes(tenant),
    ...buildAppRoutes(tenant),
    ...buildMessageRoutes(tenant),
  ];
}

import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { permissionFor } from '../../graph/permissions.ts';
import { faultsOf } from '../state/faults-of.ts';
import type { Tenant } from '../tenant.ts';
import { refusal, type Reply, type TenantRoute } from './exchange.ts';
import type { FaultInjector } from './faults.ts';
import { readBody } from './read-body.ts';
import { buildRouter } from './router.ts';
import type { Answering } from './server.ts';

/** What the bot calls, with its token: faults and latency are for these. */
type Guarded = Readonly<{ name: 'connector' | 'graph'; prefix: string; routes: readonly TenantRoute[] }>;

type Surfaces = Readonly<{
  guarded: readonly Guarded[];
  open: readonly TenantRoute[];
  faults: FaultInjector;
}>;

type Incoming = Readonly<{ request: IncomingMessage; url: URL; method: string }>;

/** Finds who answers a request, and writes down that it was asked. */
export function buildAnswering(tenant: Tenant, surfaces: Surfaces): Answering {
  const answerOpen = routed(surfaces.open, () => refusal(404, 'NotFound', 'There is nothing here.'));
  const guarded = surfaces.guarded.map((surface) => ({ ...surface, answer: routed(surface.routes, notEmulated) }));
  return async (request, url) => {
    const incoming = { request, url, method: request.method ?? 'GET' };
    const surface = guarded.find(({ prefix }) => url.pathname.startsWith(prefix));
    if (!surface) return answerOpen(incoming);
    const started = performance.now();
    const reply = await answerBot(tenant, surfaces.faults, { ...incoming, surface });
    tenant.calls.add({
      at: tenant.clock.now().toISOString(),
      direction: 'from-bot',
      call: `${incoming.method} ${url.pathname}`,
      status: reply?.status ?? 0,
      ms: Math.round(performance.now() - started),
    });
    return reply;
  };
}

type Answer = (incoming: Incoming) => Promise<Reply>;

async function answerBot(
  tenant: Tenant,
  faults: FaultInjector,
  incoming: Incoming & Readonly<{ surface: Guarded & Readonly<{ answer: Answer }> }>,
): Promise<Reply | undefined> {
  const { surface, request, url, method } = incoming;
  if (!(await tenant.identity.accepts(request.headers.authorization, surface.name)))
    return refusal(401, 'Unauthorized', 'A valid token of the bot is needed: see the token endpoint.');
  const { latencyMs, without } = faultsOf(tenant.state);
  if (latencyMs !== undefined) await wait(latencyMs, undefined, { signal: tenant.stopped });
  const missing = surface.name === 'graph' ? permissionFor(method, url.pathname) : undefined;
  if (missing !== undefined && without?.includes(missing)) return withoutPermission(missing);
  const injected = faults.decide(surface.name, method, url.pathname);
  if (injected === 'drop-before') return undefined;
  if (typeof injected === 'object') return injected.reply;
  const reply = await surface.answer(incoming);
  return injected === 'drop-after' ? undefined : reply;
}

/** In Graph's words. */
function withoutPermission(permission: string): Reply {
  const message = `Missing role permissions on the request. API requires one of '${permission}'. Roles on the request ''.`;
  return refusal(403, 'Forbidden', message);
}

function routed(routes: readonly TenantRoute[], otherwise: (incoming: Incoming) => Reply): Answer {
  const find = buildRouter(routes);
  return async (incoming) => {
    const { request, url, method } = incoming;
    const found = find(method, url.pathname);
    if (!found) return otherwise(incoming);
    const body = await readBody(request);
    if (!body.ok) return refusal(body.status, body.code, body.message);
    const { headers } = request;
    const { route, params } = found;
    return route.run({ method, path: url.pathname, params, query: url.searchParams, headers, body: body.value });
  };
}

function notEmulated({ method, url }: Incoming): Reply {
  return refusal(501, 'NotImplemented', `${method} ${url.pathname} is not emulated by the local tenant.`);
}

import { z } from 'zod/v4';
import { announceChange } from '../conversations.ts';
import type { FaultInjector } from '../http/faults.ts';
import { type Call, empty, json, parseBody, refusal, type Reply, type TenantRoute } from '../http/exchange.ts';
import { faultsOf } from '../state/faults-of.ts';
import type { Tenant } from '../tenant.ts';

export type TenantControls = Readonly<{ faults: FaultInjector; reset(): Promise<void> }>;

/** The tenant's own controls: time, faults, what was said, start again. */
export function buildTenantRoutes(tenant: Tenant, { faults, reset }: TenantControls): readonly TenantRoute[] {
  return [
    { method: 'GET', path: '/api/tenant/clock', run: () => showClock(tenant) },
    { method: 'POST', path: '/api/tenant/clock', run: (call) => moveClock(tenant, call) },
    { method: 'GET', path: '/api/tenant/faults', run: () => json(200, faultsOf(tenant.state)) },
    { method: 'PUT', path: '/api/tenant/faults', run: (call) => setFaults(tenant, faults, call) },
    { method: 'GET', path: '/api/tenant/log', run: () => json(200, tenant.calls.entries()) },
    {
      method: 'POST',
      path: '/api/tenant/reset',
      run: async () => {
        await reset();
        return empty(204);
      },
    },
  ];
}

const newTime = z.union([
  z.strictObject({ advanceMs: z.number().int() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
]);

function moveClock(tenant: Tenant, { body }: Call): Reply {
  const parsed = parseBody(newTime, body);
  if (!parsed.ok) return refusal(400, 'BadClock', 'Send { "advanceMs": 60000 } or { "now": "2026-11-23T08:00:00Z" }.');
  const { clock } = tenant;
  const by = 'now' in parsed.value ? Date.parse(parsed.value.now) - clock.now().getTime() : parsed.value.advanceMs;
  clock.move(clock.offsetMs() + by);
  announceChange(tenant);
  return showClock(tenant);
}

function showClock({ clock }: Tenant): Reply {
  return json(200, { now: clock.now().toISOString(), offsetMs: clock.offsetMs() });
}

const callFault = z.strictObject({
  every: z.number().int().min(1),
  answer: z.union([z.number().int().min(400).max(599), z.enum(['drop-before', 'drop-after'])]),
  retryAfterSeconds: z.number().min(0).optional(),
  match: z.string().refine(isRegularExpression, 'is not a regular expression').optional(),
});

const faultSettings = z.strictObject({
  latencyMs: z.number().int().min(0).max(60_000).optional(),
  connector: callFault.optional(),
  graph: callFault.optional(),
  without: z.array(z.string()).optional(),
  deliver: z.strictObject({ times: z.number().int().min(1).max(20), newId: z.boolean().optional() }).optional(),
});

function setFaults({ state }: Tenant, injector: FaultInjector, { body }: Call): Reply {
  const parsed = parseBody(faultSettings, body);
  if (!parsed.ok) return refusal(400, 'BadFaults', parsed.message);
  state.settings.put({ id: 'faults', faults: parsed.value });
  injector.restart();
  return json(200, parsed.value);
}

function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}

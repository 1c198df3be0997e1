import type { ServerResponse } from 'node:http';
import type { TenantEvent } from '../api.ts';
import type { TenantRoute } from '../http/exchange.ts';
import type { Tenant } from '../tenant.ts';
import { asPersona } from './guards.ts';

const heartbeatMs = 20_000;

/** Server-sent events without an event name: `data` is a TenantEvent. */
export function eventStreamRoute(tenant: Tenant): TenantRoute {
  return asPersona(tenant, ['GET', '/events'], ({ person }) => ({
    status: 200,
    headers: { 'Content-Type': 'text/event-stream' },
    stream: (response) => keepTelling(tenant, person.id, response),
  }));
}

function keepTelling({ live }: Tenant, person: string, response: ServerResponse): void {
  const send = (event: TenantEvent): void => void response.write(`data: ${JSON.stringify(event)}\n\n`);
  const end = live.subscribe(person, send);
  response.write(': connected\n\n');
  // Notices a page that went away without saying so.
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs).unref();
  response.on('close', () => {
    clearInterval(heartbeat);
    end();
  });
}

import { equal } from 'node:assert/strict';
import type { CallLogEntry, Faults } from '../../src/local-tenant/api.ts';
import { type LocalTenant, type LocalTenantOptions, startLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { call, eventually } from './persona.ts';

/** What goes wrong from now on; `{}` for nothing. */
export async function setFaults(url: string, faults: Faults): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/tenant/faults`, { method: 'PUT', headers, body: JSON.stringify(faults) });
  equal(answer.status, 200, await answer.text());
}

/** From this instant on the tenant's clock goes on. */
export const setClock = (url: string, now: string): Promise<unknown> => call(`${url}/api/tenant/clock`, { now });

/** A local tenant whose clock shows `now`. */
export async function openTenant(options: LocalTenantOptions, now: string | undefined): Promise<LocalTenant> {
  const tenant = await startLocalTenant(options);
  if (now !== undefined) await setClock(tenant.url, now);
  return tenant;
}

/** The morning of a day, once everything of it has been told; `idle` resolves when the bot has done what is due. */
export async function morningOf(url: string, day: string, idle: () => Promise<void>): Promise<void> {
  for (const time of ['06:00:20', '07:30:01', '07:33:00']) {
    await setClock(url, `${day}T${time}.000Z`);
    await idle();
  }
}

/** The last thousand calls of the bot and deliveries to it. */
export const readLog = (url: string): Promise<readonly CallLogEntry[]> => call(`${url}/api/tenant/log`);

/** Does something of which `times` copies go to the bot, waits for the answers to all of them, and gives their statuses. */
export async function answersTo(
  url: string,
  { activity, times }: Readonly<{ activity: string; times: number }>,
  act: () => Promise<unknown>,
): Promise<readonly number[]> {
  const delivered = async () =>
    (await readLog(url)).filter(({ direction, call: name }) => direction === 'to-bot' && name === activity);
  const before = (await delivered()).length;
  await act();
  const answered = await eventually(`${times} answers to ${activity}`, async () => {
    const since = (await delivered()).slice(before);
    return since.length >= times ? since : undefined;
  });
  return answered.map(({ status }) => status);
}

import { equal } from 'node:assert/strict';
import type { CallLogEntry, Faults } from '../../src/local-tenant/api.ts';
import { call, eventually } from './persona.ts';

/** What goes wrong from now on; `{}` for nothing. */
export async function setFaults(url: string, faults: Faults): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/tenant/faults`, { method: 'PUT', headers, body: JSON.stringify(faults) });
  equal(answer.status, 200, await answer.text());
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

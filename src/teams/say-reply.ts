import { setTimeout as pause } from 'node:timers/promises';
import { failureOf } from './connector-failure.ts';

const tries = 6;
const usualWaitMs = 1_000;
const longestWaitMs = 10_000;
const tooManyRequests = 429;

/**
 * Sends a reply once, and again only after a 429, which says for certain that nothing was posted: many who get the app in
 * one second would otherwise lose their greeting. Anything else stays a single POST. The waiting goes on in `background`,
 * so that Teams need not wait for it.
 */
export async function sayReply(
  send: () => Promise<void>,
  background: (work: Promise<unknown>) => void,
  failed: (error: unknown) => void,
): Promise<void> {
  const wait = await attempt(send);
  if (wait === undefined) return;
  background(again(send, wait).catch(failed));
}

async function again(send: () => Promise<void>, first: number): Promise<void> {
  let wait: number | undefined = first;
  for (let left = tries - 2; wait !== undefined && left > 0; left--) {
    await pause(wait);
    wait = await attempt(send);
  }
  if (wait === undefined) return;
  await pause(wait);
  await send();
}

/** How many ms to wait before the next attempt; undefined when it was sent. */
async function attempt(send: () => Promise<void>): Promise<number | undefined> {
  try {
    await send();
    return undefined;
  } catch (error) {
    const { status, retryAfterMs = usualWaitMs } = failureOf(error);
    if (status !== tooManyRequests) throw error;
    return Math.min(retryAfterMs, longestWaitMs);
  }
}

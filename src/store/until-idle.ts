import { setTimeout as pause } from 'node:timers/promises';
import { type Clock } from '../core/clock.ts';
import { type EffectQueue } from './effect-queue.ts';
import { type Worker } from './effects-worker.ts';

/** Sends wait for their turn under Teams' limits, for two seconds at most: what is due by then belongs to now. */
const turnMs = 2_500;
const lookAgainMs = 50;

export async function untilIdle(
  worker: Pick<Worker, 'idle'>,
  queue: Pick<EffectQueue, 'lag'>,
  clock: Clock,
): Promise<void> {
  await worker.idle();
  while ((await queue.lag(new Date(clock.now().getTime() + turnMs))) > 0) {
    await pause(lookAgainMs);
    await worker.idle();
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { BotProcess } from './bot-launch.ts';

/**
 * At which requests the instance that got one is killed, and how many ms later: at the first in the midst of the work that
 * the answer leads to (an admitted case is six requests), at the others in the midst of the turn.
 */
const deaths: ReadonlyMap<number, number> = new Map([
  [6, 150],
  [40, 3],
  [120, 8],
]);

const firstDeath = Math.min(...deaths.keys());

export type Deaths = Readonly<{
  /** From now on requests count. */
  begin(bots: readonly BotProcess[]): void;
  /** One request more, for this instance. */
  count(instance: number): void;
  /** Resolves when all who were killed are back; rejects when nobody was, and somebody was to be. */
  over(): Promise<void>;
}>;

/** Kills one instance at a time with -9 and starts it again, in the midst of what people do. */
export function planDeaths(): Deaths {
  let bots: readonly BotProcess[] = [];
  let requests = 0;
  let dying = Promise.resolve();
  const die = async (bot: BotProcess, afterMs: number): Promise<void> => {
    await pause(afterMs);
    await bot.kill();
    await bot.start();
  };
  return {
    begin: (all) => void (bots = all),
    count(instance) {
      const bot = bots[instance];
      if (bot === undefined) return;
      const afterMs = deaths.get(++requests);
      if (afterMs !== undefined) dying = dying.then(() => die(bot, afterMs));
    },
    async over() {
      const hadTo = bots.length > 0;
      // What is still sent kills nobody any more.
      bots = [];
      await dying;
      if (hadTo && requests < firstDeath) throw new Error(`nobody was killed in ${requests} requests`);
    },
  };
}

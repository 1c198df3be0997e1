import type { Logger } from 'pino';

export type Pulse = Readonly<{
  /** Not at the next beat but now: something happened that somebody waits to see. */
  soon(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}>;

type PulseParts = Readonly<{ everyMs: number; log: Logger; looks: readonly (() => Promise<unknown>)[] }>;

/** Looks now, and again and again, one beat at a time; what fails is logged, hinders no other look, and waits for the next beat. */
export function startPulse({ everyMs, log, looks }: PulseParts): Pulse {
  let stopped = false;
  let underWay: Promise<void> | undefined;
  const wishes = new Set<'again'>();
  const look = async (each: () => Promise<unknown>): Promise<void> => {
    try {
      await each();
    } catch (err) {
      log.error({ err }, 'the watch could not look; it looks again later');
    }
  };
  const beat = async (): Promise<void> => {
    do {
      wishes.clear();
      await Promise.all(looks.map(look));
    } while (wishes.size > 0 && !stopped);
    underWay = undefined;
  };
  const soon = (): void => {
    wishes.add('again');
    if (!stopped) underWay ??= beat();
  };
  const timer = setInterval(soon, everyMs).unref();
  soon();
  return {
    soon,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

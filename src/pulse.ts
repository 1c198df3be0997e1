import type { Logger } from 'pino';

export type Pulse = Readonly<{
  /** Not at the next beat but now: something happened that somebody waits to see. */
  soon(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}>;

export type PulseParts = Readonly<{ everyMs: number; log: Logger; beat(): Promise<void> }>;

/** Does something now, and again and again, one at a time; a failure is logged and waits for the next time. */
export function startPulse({ everyMs, log, beat }: PulseParts): Pulse {
  let stopped = false;
  let underWay: Promise<void> | undefined;
  let again = false;
  const run = (): void => {
    if (stopped) return;
    if (underWay) {
      again = true;
      return;
    }
    underWay = beat()
      .catch((err: unknown) => log.error({ err }, 'the watch could not look; it looks again later'))
      .then(() => {
        underWay = undefined;
        if (!again) return;
        again = false;
        run();
      });
  };
  const timer = setInterval(run, everyMs).unref();
  run();
  return {
    soon: run,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

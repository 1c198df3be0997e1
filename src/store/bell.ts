/** Wakes one sleeper. A ring while nobody sleeps is not lost: the next sleep ends at once. */
export type Bell = Readonly<{
  ring(): void;
  /** `rung` or, after that many milliseconds, `slept`. */
  sleep(ms: number): Promise<'rung' | 'slept'>;
}>;

export function newBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async sleep(ms) {
      if (!rung) await new Promise<void>((resolve) => (wake = afterAtMost(ms, resolve)));
      wake = undefined;
      const answer = rung ? 'rung' : 'slept';
      rung = false;
      return answer;
    },
  };
}

function afterAtMost(ms: number, resolve: () => void): () => void {
  const timer = setTimeout(resolve, ms);
  return () => {
    clearTimeout(timer);
    resolve();
  };
}

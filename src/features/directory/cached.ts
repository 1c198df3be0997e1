import type { Clock } from '../../core/clock.ts';

const maxAgeMs = 60_000;

/** One value, read at most once a minute however many ask; a failed reading is not kept. */
export function cached<Value>(
  clock: Clock,
  read: () => Promise<Value>,
): Readonly<{ get(): Promise<Value>; forget(): void }> {
  let last: Readonly<{ value: Promise<Value>; readAt: number }> | undefined;

  function readNow(now: number): Promise<Value> {
    const reading = { value: read(), readAt: now };
    last = reading;
    reading.value.catch(() => {
      if (last === reading) last = undefined;
    });
    return reading.value;
  }

  return {
    get() {
      const now = clock.now().getTime();
      // The clock of the local tenant can be put back: then what was read "later" counts as old.
      const age = last === undefined ? maxAgeMs : now - last.readAt;
      return last !== undefined && age >= 0 && age < maxAgeMs ? last.value : readNow(now);
    },
    forget() {
      last = undefined;
    },
  };
}

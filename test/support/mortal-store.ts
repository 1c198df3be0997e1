import type { Store } from '../../src/store/store.ts';

const writes: readonly string[] = ['commit', 'claim', 'begin', 'complete', 'reschedule', 'release'];

export type Mortal = Readonly<{
  store: Store;
  /** At the n-th write from now on the machine is gone: before that write, or (`after`) before anybody hears that it was made. */
  dieAt(write: number, when: 'before' | 'after'): void;
  /** Resolves when it is. */
  died: Promise<'died'>;
  /** It lives on after all. */
  spare(): void;
}>;

/** A store whose machine can stop in the middle: from then on nothing is written, read or answered. */
export function mortal(store: Store): Mortal {
  const { promise: died, resolve } = Promise.withResolvers<'died'>();
  let plan: { left: number; when: 'before' | 'after' } | undefined;
  let dead = false;
  const call = async (name: string, work: () => unknown): Promise<unknown> => {
    const isLast = !dead && plan !== undefined && writes.includes(name) && --plan.left === 0;
    if (isLast) {
      dead = true;
      if (plan?.when === 'after') await work();
      resolve('died');
    }
    if (dead) throw new Error('the machine is gone');
    return work();
  };
  type Work = (...given: readonly unknown[]) => unknown;
  const guarded = Object.entries(store).map(([name, part]) => {
    if (typeof part !== 'function') return [name, part];
    const work = part as Work;
    return [name, (...given: readonly unknown[]) => call(name, () => work(...given))];
  });
  return {
    store: Object.fromEntries(guarded) as Store,
    dieAt: (left, when) => void (plan = { left, when }),
    died,
    spare: () => void (plan = undefined),
  };
}

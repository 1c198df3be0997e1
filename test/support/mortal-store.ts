import type { Store } from '../../src/store/store.ts';

const writing: readonly string[] = ['commit', 'claim', 'begin', 'complete', 'reschedule', 'park', 'release', 'erase'];

export class Killed extends Error {}

type When = 'before' | 'after';

export type Mortal = Readonly<{
  store: Store;
  isDead(): boolean;
  writes(): number;
  /** At the n-th write from now on the machine is gone: before that write, or (`after`) before anybody hears that it was made. */
  dieAt(write: number, when: When): void;
  /** Resolves when it is. */
  died: Promise<'died'>;
  /** It lives on after all. */
  spare(): void;
}>;

/** A store whose machine stops at its `dieAt`-th write: from then on nothing is written, read or answered. */
export function mortal(store: Store, dieAt = Infinity, when: When = 'before'): Mortal {
  const { promise: died, resolve } = Promise.withResolvers<'died'>();
  let plan = { at: dieAt, when };
  let writes = 0;
  let dead = false;
  const die = () => {
    dead = true;
    resolve('died');
    throw new Killed(`killed ${plan.when} write ${plan.at}`);
  };
  const guarded =
    (name: string, method: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]): Promise<unknown> => {
      if (dead) throw new Killed('dead');
      if (!writing.includes(name)) return method(...args);
      const isLast = ++writes === plan.at;
      if (isLast && plan.when === 'before') die();
      const result = await method(...args);
      if (isLast) die();
      return result;
    };
  const entries = Object.entries(store).map(([name, part]) => [
    name,
    typeof part === 'function' ? guarded(name, part as (...args: never[]) => Promise<unknown>) : part,
  ]);
  return {
    store: Object.fromEntries(entries) as Store,
    isDead: () => dead,
    writes: () => writes,
    dieAt: (write, how) => void (plan = { at: writes + write, when: how }),
    died,
    spare: () => void (plan = { at: Infinity, when: 'before' }),
  };
}

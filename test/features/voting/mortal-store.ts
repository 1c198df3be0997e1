import type { Store } from '../../../src/store/store.ts';

const writing = ['commit', 'claim', 'begin', 'complete', 'reschedule', 'park', 'release'] as const;
type Writing = (typeof writing)[number];

export class Killed extends Error {}

export type MortalStore = Readonly<{ store: Store; isDead(): boolean; writes(): number }>;

/** A store whose process is killed at its `dieAt`-th write, just before or just after the write is on disk. */
export function mortal(store: Store, dieAt: number, when: 'before' | 'after'): MortalStore {
  let writes = 0;
  let dead = false;
  const die = () => {
    dead = true;
    throw new Killed(`killed ${when} write ${dieAt}`);
  };
  const guarded =
    (name: string, method: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]): Promise<unknown> => {
      if (dead) throw new Killed('dead');
      if (!writing.includes(name as Writing)) return method(...args);
      const isLast = ++writes === dieAt;
      if (isLast && when === 'before') die();
      const result = await method(...args);
      if (isLast) die();
      return result;
    };
  const entries = Object.entries(store).map(([name, part]) => [
    name,
    typeof part === 'function' ? guarded(name, part as (...args: never[]) => Promise<unknown>) : part,
  ]);
  return { store: Object.fromEntries(entries) as Store, isDead: () => dead, writes: () => writes };
}

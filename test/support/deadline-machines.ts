import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { type Engine, handClock, type HandClock, type Mailbox, nextDue, startEngine } from './deadline-engine.ts';
import type { Setting } from './deadline-run.ts';
import { type Mortal, mortal } from './mortal-store.ts';

export const skewMs = 30_000;

export type Machine = { readonly clock: HandClock; readonly skewMs: number; mortal: Mortal; engine: Engine };
export type Pair = {
  readonly file: string;
  readonly isHoliday: Setting['isHoliday'];
  readonly mailbox: Mailbox;
  readonly random: () => number;
  now: string;
  machines: [Machine, Machine];
  crashed: number;
};

export const plus = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** Two instances on one database, as two machines whose clocks differ. */
export function start(pair: Omit<Pair, 'machines'>): Pair {
  return Object.assign(pair, { machines: [machine(pair, 0), machine(pair, skewMs)] as [Machine, Machine] });
}

function machine({ file, isHoliday, mailbox, now, crashed }: Omit<Pair, 'machines'>, skew: number): Machine {
  const clock = handClock(plus(now, skew));
  const held = mortal(sqliteStore({ file }));
  const owner = `machine-${skew}-${crashed}`;
  const engine = startEngine({ store: held.store, clock, isHoliday, mailbox, owner, settings: { pollMs: 1000 } });
  return { clock, skewMs: skew, mortal: held, engine };
}

function setTime(pair: Pair, instant: string): void {
  pair.now = instant;
  for (const { clock, skewMs: skew } of pair.machines) clock.set(plus(instant, skew));
}

async function idle(pair: Pair): Promise<void> {
  await Promise.all(
    pair.machines.map(async (each, index) => {
      const end = await Promise.race([
        each.engine.worker.idle().then(() => 'idle'),
        each.mortal.died.then(() => 'died'),
      ]);
      if (end !== 'died') return;
      await each.engine.worker.stop();
      pair.crashed++;
      pair.machines[index] = machine(pair, each.skewMs);
    }),
  );
}

/** What nobody could do now waits for a lease or a pause to end. */
const waitMs = 15_000;

export async function passTime(pair: Pair, instant: string): Promise<void> {
  await idle(pair);
  for (;;) {
    const next = await nextDue(pair.machines[0].mortal.store);
    if (next >= instant) break;
    // The one whose clock is ahead sees it first, or both see it together.
    const first = pair.random() < 0.5 ? plus(next, -skewMs) : next;
    const soonest = [first, next, plus(pair.now, waitMs)].find((at) => at > pair.now);
    setTime(pair, soonest ?? next);
    await idle(pair);
  }
  if (instant > pair.now) setTime(pair, instant);
  await idle(pair);
}

export async function stop(pair: Pair): Promise<void> {
  for (const { engine, mortal: held } of pair.machines) {
    await engine.worker.stop();
    await held.store.close();
  }
}

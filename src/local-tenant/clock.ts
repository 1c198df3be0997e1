import type { Clock } from '../core/clock.ts';
import type { TenantState } from './state/tenant-state.ts';

export type MovableClock = Clock & Readonly<{ offsetMs(): number; move(offsetMs: number): void }>;

/** The machine's time plus an offset that is kept over restarts, so that a demo week can pass in a minute. */
export function openClock(state: TenantState, machine: () => Date): MovableClock {
  const offsetMs = (): number => {
    const setting = state.settings.get('clock');
    return setting?.id === 'clock' ? setting.offsetMs : 0;
  };
  return {
    now: () => new Date(machine().getTime() + offsetMs()),
    offsetMs,
    move: (offset) => state.settings.put({ id: 'clock', offsetMs: offset }),
  };
}

import { lastOfMonth } from '../../core/calendar.ts';
import {
  addDays,
  addWorkingDays,
  atLocalTime,
  type IsHoliday,
  isWorkingDay,
  localDate,
} from '../../core/working-time.ts';
import { type Audience, audiences, type Moment, type NudgePlan, type Step } from './deadline-state.ts';
import { dayBegins } from './office-hours.ts';

const hourMs = 3_600_000;

const to =
  (audience: Audience) =>
  (by: number, unit: Step['unit'] = 'day'): Step => ({ by, unit, to: audience });
const owner = to('owner');
const official = to('official');
const administrative = to('administrative');

/** domain.md K, planning: days for what takes weeks, hours for clocks of a few working days. No founding text gives a term. */
export const defaultPlans = {
  long: {
    steps: [...[-14, -7, -1, 0, 1].map((by) => owner(by)), official(7), administrative(14)],
    repeatDays: 7,
  },
  short: {
    steps: [
      ...[owner(-24, 'hour'), owner(-4, 'hour'), owner(0, 'hour'), owner(1, 'working-day')],
      ...[official(10, 'working-day'), administrative(20, 'working-day')],
    ],
    repeatDays: 7,
  },
  /** For what is only checked in on. */
  light: { steps: [owner(0), owner(7)], repeatDays: 14 },
} as const satisfies Record<string, NudgePlan>;

export const planNames = ['long', 'short', 'light'] as const;
export type PlanName = (typeof planNames)[number];
export type Plans = Readonly<Record<PlanName, NudgePlan>>;

const written = /^([+-]?\d{1,3})(h|d|wd)(?: (official|administrative))?$/;
const units = { h: 'hour', d: 'day', wd: 'working-day' } as const satisfies Record<string, Step['unit']>;

/** `-14d`, `-4h`, `+10wd official`; undefined when it is none. */
export function parseStep(text: string): Step | undefined {
  const found = written.exec(text.trim());
  if (!found) return undefined;
  const [, by = '0', unit = 'd', level] = found;
  const audience = audiences.find((each) => each === level) ?? 'owner';
  return { by: Number(by), unit: units[unit as keyof typeof units], to: audience };
}

const repeating = /^every (\d{1,3})d$/;

/** Steps, and `every 14d` for how it goes on after the last (as usual when it does not say); otherwise what is wrong with it. */
export function parsePlan(written: readonly string[], usual: NudgePlan): NudgePlan | string {
  const repeats = written.find((text) => repeating.test(text.trim()));
  const rest = written.filter((text) => text !== repeats);
  const steps = rest.map(parseStep).filter((step) => step !== undefined);
  const wrong = rest.find((text) => parseStep(text) === undefined);
  if (wrong !== undefined) return `"${wrong}" is no step`;
  if (!steps.some((step) => step.to === 'owner')) return 'a plan has a step for the owner';
  const days = repeats === undefined ? usual.repeatDays : Number(repeating.exec(repeats.trim())?.[1]);
  if (days === 0) return '"every 0d" would never end';
  return days === undefined ? { steps } : { steps, repeatDays: days };
}

/** When it is told, oldest first. Days that nobody works on count for the working day before, and once it is late for the one after. */
export function momentsOf(plan: NudgePlan, due: string, isHoliday: IsHoliday): readonly Moment[] {
  return plan.steps
    .map((step) => ({ name: nameOf(step), at: instantOf(step, due, isHoliday), to: step.to }))
    .toSorted((one, other) => one.at.localeCompare(other.at));
}

type Planned = Readonly<{ plan: NudgePlan; due: string; at: string; isHoliday: IsHoliday }>;

/**
 * What is told from now on. What would have been told before is not told afterwards; of what is late already the owner
 * hears the next morning.
 */
export function planned({ plan, due, at, isHoliday }: Planned): readonly Moment[] {
  const toCome = momentsOf(plan, due, isHoliday).filter((moment) => moment.at >= at);
  return toCome.some((moment) => moment.to === 'owner') ? toCome : [repeated(at, 1, { due, isHoliday }), ...toCome];
}

/** The reminders that go on once all others were given. */
export function repeated(
  last: string,
  days: number,
  { due, isHoliday }: Readonly<{ due: string; isHoliday: IsHoliday }>,
): Moment {
  const day = workingDay(addDays(localDate(last), days), 1, isHoliday);
  const late = Math.round((Date.parse(`${day}T00:00Z`) - Date.parse(`${localDate(due)}T00:00Z`)) / (24 * hourMs));
  return { name: `T+${late}`, at: atLocalTime(day, dayBegins), to: 'owner' };
}

function nameOf({ by, unit }: Step): string {
  if (by === 0) return 'T';
  const sign = by < 0 ? '-' : '+';
  return `T${sign}${Math.abs(by)}${unit === 'hour' ? 'h' : unit === 'day' ? '' : 'w'}`;
}

function instantOf({ by, unit }: Step, due: string, isHoliday: IsHoliday): string {
  if (unit === 'hour') return new Date(Date.parse(due) + by * hourMs).toISOString();
  const day = unit === 'day' ? addDays(localDate(due), by) : workingDaysFrom(localDate(due), by, isHoliday);
  return atLocalTime(workingDay(day, by > 0 ? 1 : -1, isHoliday), dayBegins);
}

function workingDaysFrom(day: string, by: number, isHoliday: IsHoliday): string {
  if (by >= 0) return localDate(addWorkingDays(atLocalTime(day, '12:00'), by, isHoliday));
  let found = day;
  for (let left = -by; left > 0; left--) found = workingDay(addDays(found, -1), -1, isHoliday);
  return found;
}

/** This day, or the nearest working day in that direction. */
export function workingDay(day: string, direction: 1 | -1, isHoliday: IsHoliday): string {
  let found = day;
  while (!isWorkingDay(found, isHoliday)) found = addDays(found, direction);
  return found;
}

/** The last working day of a month (`2027-02`), at five: when what is due "in February" is late after. */
export function endOfMonth(month: string, isHoliday: IsHoliday): string {
  return atLocalTime(workingDay(lastOfMonth(`${month}-01`), -1, isHoliday), '17:00');
}

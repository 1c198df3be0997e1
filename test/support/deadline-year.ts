import { addDays, atLocalTime } from '../../src/core/working-time.ts';
import type { Mailbox } from './deadline-engine.ts';
import { passTime, type Pair, plus, start, stop } from './deadline-machines.ts';
import { createOracle, type Oracle } from './deadline-oracle.ts';
import {
  happen,
  type Happening,
  instantOf,
  judge,
  opensAt,
  prefer,
  type Setting,
  type Verdict,
} from './deadline-run.ts';
import { numbers } from './numbers.ts';
import { temporaryFile } from './store-sqlite.ts';

/** `offAt`: the day on which both machines go off, for `offDays`. */
export type Size = Setting &
  Readonly<{ days: number; things: number; crashes: number; offAt: number; offDays: number; seed: number }>;
export type Year = Verdict &
  Readonly<{
    wrong: readonly string[];
    happened: Readonly<Record<string, number>>;
    crashed: number;
    mostAfterOff: number;
  }>;

/** What people do in that time: every promise is made, most are kept, some are moved, passed on or put off. */
export function happenings({ days, things, seed }: Pick<Size, 'days' | 'things' | 'seed'>): readonly Happening[] {
  const random = numbers(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  const of = (kind: Happening['kind'], thing: number, day: number): Happening => ({
    ...{ kind, thing, day, minute: upTo(1000), person: upTo(1000), days: upTo(1000) },
  });
  const all = Array.from({ length: things }, (_, thing) => {
    const begin = upTo(days - 10);
    const some = (kind: Happening['kind'], share: number): readonly Happening[] =>
      random() < share ? [of(kind, thing, begin + 1 + upTo(60))] : [];
    return [
      of('keep', thing, begin),
      ...[some('move', 0.3), some('handOver', 0.15), some('snooze', 0.3), some('complete', 0.9)].flat(),
    ];
  });
  const away = Array.from({ length: Math.ceil(things / 25) }, () => of('away', upTo(3), upTo(days)));
  return [...all.flat(), ...away].filter(({ day }) => day < days);
}

type Run = Readonly<{ pair: Pair; oracle: Oracle; size: Size; happened: Record<string, number> }>;

/** A year (or a shorter time) with two instances, crashes and days without any machine, set against what was owed. */
export async function liveAYear(size: Size): Promise<Year> {
  const { file, remove } = await temporaryFile();
  const run = begin(file, size);
  const off = atLocalTime(addDays(size.from, size.offAt), '15:05');
  const on = atLocalTime(addDays(size.from, size.offAt + size.offDays), '09:00');
  const todo = happenings(size)
    .map((happening) => ({ happening, now: instantOf(happening, size) }))
    .toSorted((one, other) => one.now.localeCompare(other.now));
  await prefer(run.pair.machines[0].engine, size);
  for (const each of todo.filter(({ now }) => now < off)) await live(run, each);
  await sleep(run, off, on);
  for (const each of todo.filter(({ now }) => now > on)) await live(run, each);
  const end = atLocalTime(addDays(size.from, size.days), '06:00');
  await passTime(run.pair, end);
  run.oracle.until(end);
  await stop(run.pair);
  await remove();
  const { oracle, pair, happened } = run;
  const { mailbox, crashed } = pair;
  return { ...judge(oracle.owed, mailbox), happened, crashed, mostAfterOff: mostAfter(mailbox, on) };
}

function begin(file: string, size: Size): Run {
  const { from, isHoliday, seed } = size;
  const now = atLocalTime(from, '06:00');
  const mailbox: Mailbox = { posted: [], updated: [] };
  const pair = start({ file, isHoliday, mailbox, random: numbers(seed + 1), now, crashed: 0 });
  return { pair, size, happened: {}, oracle: createOracle({ isHoliday, opens: opensAt, now }) };
}

type Next = Readonly<{ happening: Happening; now: string }>;

async function live({ pair, oracle, size, happened }: Run, { happening, now }: Next): Promise<void> {
  const { kind, day } = happening;
  const owing = pair.crashed < Math.floor((day / size.days) * (size.crashes + 0.5));
  const victim = pair.machines[pair.crashed % 2];
  if (owing) victim?.mortal.dieAt(1 + Math.floor(pair.random() * 40), pair.random() < 0.5 ? 'before' : 'after');
  await passTime(pair, now);
  victim?.mortal.spare();
  oracle.until(now);
  const { engine } = pair.machines[0];
  if (await happen({ engine, oracle }, { happening, setting: size, now })) happened[kind] = (happened[kind] ?? 0) + 1;
}

async function sleep({ pair, oracle }: Run, off: string, on: string): Promise<void> {
  await passTime(pair, off);
  oracle.until(off);
  await stop(pair);
  oracle.off(on);
  pair.now = on;
  pair.machines = start(pair).machines;
}

/** The most messages that anybody got in the ten minutes after the machines came back. */
function mostAfter({ posted }: Mailbox, instant: string): number {
  const soon = posted.filter(({ at }) => at >= instant && at < plus(instant, 10 * 60_000));
  return Math.max(0, ...[...Map.groupBy(soon, ({ person }) => person).values()].map(({ length }) => length));
}

import { addDays, atLocalTime, type IsHoliday, isWorkingDay, localDate } from '../../src/core/working-time.ts';

// What is owed to whom, worked out by a plain walk through time: no streams, no effects, no worker, and none of the product's
// rules but the calendar. It knows working days off and daily rhythms only; other wishes have specs of their own.

type Levels = Readonly<{ official: readonly string[]; administrative: readonly string[] }>;
export type Owing = Levels & Readonly<{ owner: string; steward: string }>;
type Step = Readonly<{ by: number; unit: 'hour' | 'day' | 'working-day'; to: string }>;
export type Plan = Readonly<{ steps: readonly Step[]; repeatDays?: number }>;
type Moment = Readonly<{ name: string; at: string; to: string }>;
type Thing = {
  id: string;
  due: string;
  plan: Plan;
  open: boolean;
  who: Owing;
  moments: readonly Moment[];
  told: { person: string; behalf: string | undefined }[];
};
type Item = {
  key: string;
  thing: Thing;
  due: string;
  to: string;
  reader: string;
  behalf: string | undefined;
  from: string;
  heldUp: boolean;
  status: 'waiting' | 'sent' | 'gone';
  seen: boolean;
};
export type Owed = Readonly<{ person: string; key: string; at: string }>;
type Absence = Readonly<{ from: string; until: string; deputy: string }>;
export type OracleParts = Readonly<{ isHoliday: IsHoliday; opens: (person: string) => string; now: string }>;

const minute = 60_000;
const plus = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** Mirrors what is asked of the engine; `owed` is what somebody must have heard, and when at the earliest. */
export function createOracle({ isHoliday, opens, now: begin }: OracleParts) {
  let now = begin;
  const things = new Map<string, Thing>();
  const inboxes = new Map<string, Item[]>();
  const absences = new Map<string, Absence>();
  const owed: Owed[] = [];
  const works = (day: string): boolean => isWorkingDay(day, isHoliday);
  const nextWorking = (day: string, by: 1 | -1): string => (works(day) ? day : nextWorking(addDays(day, by), by));
  const inbox = (person: string): Item[] => inboxes.get(person) ?? inboxes.set(person, []).get(person) ?? [];

  function deputyOf(person: string): string | undefined {
    const absence = absences.get(person);
    const today = localDate(now);
    return absence && absence.from <= today && today <= absence.until ? absence.deputy : undefined;
  }

  function hearer({ who }: Thing, person: string): string {
    const walked = [person];
    for (let one = deputyOf(person); one !== undefined; one = deputyOf(one)) {
      if (walked.includes(one)) return walked.includes(who.steward) || deputyOf(who.steward) ? person : who.steward;
      walked.push(one);
    }
    return walked.at(-1) ?? person;
  }

  const known = new Map<string, string>();
  function hearable(from: string, person: string): string {
    const at = known.get(from + person) ?? morningOf(from, person);
    known.set(from + person, at);
    return at;
  }

  function morningOf(from: string, person: string): string {
    const day = localDate(from);
    const [morning, evening] = [atLocalTime(day, opens(person)), atLocalTime(day, '17:30')];
    if (works(day) && from < evening) return from > morning ? from : morning;
    return atLocalTime(nextWorking(addDays(day, 1), 1), opens(person));
  }

  function momentOf({ by, unit, to }: Step, due: string): Moment {
    const sign = by < 0 ? '-' : '+';
    const name = by === 0 ? 'T' : `T${sign}${Math.abs(by)}${{ hour: 'h', day: '', 'working-day': 'w' }[unit]}`;
    if (unit === 'hour') return { name, at: plus(due, by * 60 * minute), to };
    let day = localDate(due);
    if (unit === 'day') day = nextWorking(addDays(day, by), by > 0 ? 1 : -1);
    else
      for (let left = Math.abs(by); left > 0; left--) day = nextWorking(addDays(day, Math.sign(by)), by > 0 ? 1 : -1);
    return { name, at: atLocalTime(nextWorking(day, -1), '07:00'), to };
  }

  function again(due: string, days: number): Moment {
    const day = nextWorking(addDays(localDate(now), days), 1);
    const late = Math.round((Date.parse(day) - Date.parse(localDate(due))) / (24 * 60 * minute));
    return { name: `T+${late}`, at: atLocalTime(day, '07:00'), to: 'owner' };
  }

  function planned(plan: Plan, due: string): readonly Moment[] {
    const all = plan.steps.map((step) => momentOf(step, due)).filter(({ at }) => at >= now);
    return all.some(({ to }) => to === 'owner') ? all : [again(due, 1), ...all];
  }

  const concerned = ({ who }: Thing, person: string): boolean =>
    [who.owner, who.steward, ...who.official, ...who.administrative].includes(person);
  const holds = ({ thing, due, reader, behalf }: Item): boolean =>
    thing.open && thing.due === due && concerned(thing, behalf ?? reader);

  function receive(item: Item): void {
    const mine = inbox(item.reader);
    const known = mine.find(({ key }) => key === item.key);
    if (known && (known.seen || known.status !== 'gone')) return;
    inboxes.set(item.reader, [...mine.filter((one) => one !== known), item]);
  }

  function nudge(thing: Thing, { name, at, to }: Moment, person: string): void {
    const [late, morning] = [Date.parse(now) - Date.parse(at) > 2 * minute, at === atLocalTime(localDate(at), '07:00')];
    const from = late ? plus(now, 2 * minute) : plus(at, morning ? 2 * minute : 500);
    const reader = name.startsWith('new-') ? person : hearer(thing, person);
    const behalf = reader === person ? undefined : person;
    thing.told.push({ person: reader, behalf });
    const key = `deadline-${thing.id}-${thing.due}-${to}-${name}`;
    const rest = { heldUp: late, status: 'waiting' as const, seen: false };
    receive({ key, thing, due: thing.due, to, reader, behalf, from, ...rest });
  }

  function reach(thing: Thing): void {
    const come = thing.moments.filter(({ at }) => at <= now);
    const left = thing.moments.filter(({ at }) => at > now);
    const { owner, official, administrative, steward } = thing.who;
    const readers = { owner: [owner], official, administrative };
    for (const [to, people] of Object.entries(readers)) {
      const last = come
        .filter((moment) => moment.to === to)
        .toSorted((one, other) => one.at.localeCompare(other.at))
        .at(-1);
      if (last) for (const person of people.length > 0 ? people : [steward]) nudge(thing, last, person);
    }
    const { repeatDays } = thing.plan;
    thing.moments = left.length > 0 || repeatDays === undefined ? left : [again(thing.due, repeatDays)];
  }

  const waitingOf = (person: string): readonly Item[] => inbox(person).filter(({ status }) => status === 'waiting');

  function tellingAt(item: Item): string {
    const together = waitingOf(item.reader).filter(({ heldUp }) => heldUp);
    const from = item.heldUp ? (together.map((one) => one.from).toSorted()[0] ?? item.from) : item.from;
    return hearable(from, item.reader);
  }

  function redirect(item: Item): void {
    const subject = item.behalf ?? item.reader;
    const reader = holds(item) ? hearer(item.thing, subject) : undefined;
    if (reader === item.reader) return;
    item.status = 'gone';
    if (reader === undefined) return;
    const behalf = reader === subject ? undefined : subject;
    item.thing.told.push({ person: reader, behalf });
    receive({ ...item, reader, behalf, seen: false, status: 'waiting' });
  }

  function tell(person: string): void {
    for (const item of waitingOf(person).filter((one) => tellingAt(one) <= now)) redirect(item);
    const ready = waitingOf(person).filter((one) => tellingAt(one) <= now);
    const isSame = (one: Item, other: Item): boolean =>
      one.thing === other.thing && one.to === other.to && one.behalf === other.behalf;
    for (const item of ready) {
      const absorbed = ready.findLast((other) => isSame(item, other)) !== item;
      item.status = absorbed ? 'gone' : 'sent';
      if (absorbed) continue;
      item.seen = true;
      item.heldUp = false;
      owed.push({ person, key: item.key, at: now });
    }
  }

  /** What is over, moved or somebody else's is withdrawn wherever it was. */
  function withdraw(thing: Thing): void {
    for (const person of new Set(thing.told.map((each) => each.person))) {
      const stands = thing.told.some((each) => each.person === person && each.behalf && concerned(thing, each.behalf));
      const keeps = thing.open && (concerned(thing, person) || stands);
      for (const item of inbox(person).filter((one) => one.thing === thing)) {
        if (!keeps || item.due !== thing.due) item.status = 'gone';
      }
    }
  }

  function next(): string {
    const ticks = [...things.values()].filter(({ open }) => open).flatMap(({ moments }) => moments.map(({ at }) => at));
    const tells = [...inboxes.keys()].flatMap((person) => waitingOf(person).map(tellingAt));
    return [...ticks, ...tells].reduce((first, at) => (at < first ? at : first), '9');
  }

  function settle(): void {
    for (const thing of things.values()) if (thing.open && thing.moments.some(({ at }) => at <= now)) reach(thing);
    // Twice: what is passed on is told by who it was passed on to.
    for (let round = 0; round < 2; round++) for (const person of [...inboxes.keys()]) tell(person);
  }

  const live = (id: string): readonly Item[] =>
    [...inboxes.values()]
      .flat()
      .filter(({ thing, status, to }) => thing.id === id && status !== 'gone' && to === 'owner');

  return {
    owed,
    isOpen: (id: string): boolean => things.get(id)?.open === true,
    dueOf: (id: string): string | undefined => things.get(id)?.due,
    ownerOf: (id: string): string | undefined => things.get(id)?.who.owner,
    /** Who has something of it that can be snoozed. */
    readers: (id: string): readonly string[] => [...new Set(live(id).map(({ reader }) => reader))],
    until(instant: string): void {
      for (let at = next(); at <= instant; at = next()) {
        if (at > now) now = at;
        settle();
      }
      now = instant;
    },
    /** The machine is off until then. */
    off: (instant: string): void => void (now = instant),
    keep(id: string, { who, due, plan }: Readonly<{ who: Owing; due: string; plan: Plan }>): void {
      const told = things.get(id)?.told ?? [];
      things.set(id, { id, due, plan, open: true, who: { ...who }, moments: planned(plan, due), told });
    },
    move(id: string, due: string, plan: Plan): void {
      const thing = things.get(id);
      if (thing) withdraw(Object.assign(thing, { due, moments: planned(plan, due) }));
    },
    complete(id: string): void {
      const thing = things.get(id);
      if (thing) withdraw(Object.assign(thing, { open: false }));
    },
    handOver(id: string, to: string): void {
      const thing = things.get(id);
      if (!thing) return;
      thing.who = { ...thing.who, owner: to };
      thing.told.push({ person: to, behalf: undefined });
      withdraw(thing);
      nudge(thing, { name: `new-${now}`, at: now, to: 'owner' }, to);
    },
    snooze(id: string, person: string, until: string): void {
      const mine = live(id).filter(({ reader }) => reader === person);
      for (const item of mine) item.status = 'gone';
      const last = mine.at(-1);
      if (last) Object.assign(last, { status: 'waiting', from: until, heldUp: false });
    },
    away: (person: string, absence: Absence): void => void absences.set(person, absence),
  };
}
export type Oracle = ReturnType<typeof createOracle>;

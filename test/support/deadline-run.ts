import { addDays, addWorkingDays, atLocalTime, type IsHoliday, localDate } from '../../src/core/working-time.ts';
import { personId } from '../../src/core/ids.ts';
import { centreCodes } from '../../src/features/directory/directory.ts';
import { deadlineId, type Facts } from '../../src/features/deadlines/deadline-state.ts';
import { defaultPlans, type PlanName } from '../../src/features/deadlines/nudge-plan.ts';
import { defaultPreferences } from '../../src/features/deadlines/office-hours.ts';
import type { Engine, Mailbox, Message } from './deadline-engine.ts';
import type { Oracle, Owed } from './deadline-oracle.ts';

// People and promises for runs in which the engine and the oracle are told the same.

/** One thing that happens, in working hours of a day; the numbers choose who and what. */
export type Happening = Readonly<{
  kind: 'keep' | 'move' | 'complete' | 'handOver' | 'snooze' | 'away';
  day: number;
  minute: number;
  thing: number;
  person: number;
  days: number;
}>;
export type Setting = Readonly<{
  from: string;
  owners: number;
  stewards: number;
  officials: number;
  isHoliday: IsHoliday;
}>;

const pick = <One>(list: readonly One[], n: number): One => list[n % list.length] as One;
const named = (what: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${what}-${n}`);

export function peopleOf({ owners, stewards, officials }: Setting) {
  return {
    owners: named('owner', owners),
    stewards: named('steward', stewards),
    officials: named('official', officials),
  };
}
type People = ReturnType<typeof peopleOf>;

/** In summer and winter, whoever they are; everybody has one time of their own. */
export const opensAt = (person: string): string =>
  pick(['06:30', '07:00', '08:30', '10:15'], Number(person.split('-')[1]));

/** By day, in the evening or at night; never near a moment at which something is told. */
export const instantOf = ({ day, minute }: Happening, { from }: Setting): string =>
  atLocalTime(addDays(from, day), `${pick(['11', '19', '23'], minute)}:${String(10 + (minute % 40))}`);

export const idOf = (thing: number): string => `thing-${thing}`;
export const planOf = (thing: number): PlanName => pick(['long', 'long', 'short', 'long', 'light'] as const, thing);

function owing(thing: number, { owners, stewards, officials }: People) {
  return {
    owner: pick(owners, thing * 7 + 3),
    steward: pick(stewards, thing),
    official: thing % 9 === 0 ? [] : [pick(officials, thing)],
    administrative: [pick(officials, thing + 1)],
  };
}

/** Some end in the evening, so that it is told the next morning, when somebody else may be there. */
function dueAt(now: string, { thing, days }: Happening, { isHoliday }: Setting): string {
  const due = addWorkingDays(now, 1 + (days % 60), isHoliday);
  return thing % 3 === 0 ? atLocalTime(localDate(due), '21:30') : due;
}

/** Everybody's own hours. */
export async function prefer(engine: Engine, setting: Setting): Promise<void> {
  for (const name of Object.values(peopleOf(setting)).flat()) {
    const preferences = { ...defaultPreferences, from: opensAt(name) };
    await engine.tell((at) => ({ type: 'ChangePreferences', data: { at, person: personId(name), preferences } }));
  }
}

type Party = Readonly<{ engine: Engine; oracle: Oracle }>;
type Told = Readonly<{ happening: Happening; setting: Setting; now: string }>;

/** Tells both the same; what makes no sense as things stand does not happen. False when it did not. */
export async function happen(party: Party, told: Told): Promise<boolean> {
  const { happening, setting } = told;
  if (happening.kind === 'away') return away(party, told);
  const isOpen = party.oracle.isOpen(idOf(happening.thing));
  if (happening.kind === 'keep') return isOpen ? false : keep(party, told);
  return isOpen ? acting[happening.kind](party, told, peopleOf(setting)) : false;
}

async function keep({ engine, oracle }: Party, { happening, setting, now }: Told): Promise<boolean> {
  const { thing } = happening;
  const who = owing(thing, peopleOf(setting));
  const due = dueAt(now, happening, setting);
  oracle.keep(idOf(thing), { who, due, plan: defaultPlans[planOf(thing)] });
  await engine.keep({ id: deadlineId(idOf(thing)), facts: factsOf(thing, who, due), plan: planOf(thing) });
  return true;
}

function factsOf(thing: number, who: ReturnType<typeof owing>, due: string): Facts {
  const about = { kind: 'case', id: `case-${thing % 400}`, centre: pick(centreCodes, thing) } as const;
  return {
    ...{
      title: { nl: 'Plan van aanpak', en: 'Plan of action' },
      about,
      kind: 'one-off',
    },
    ...{ owner: personId(who.owner), steward: personId(who.steward), watchers: [], due, dependsOn: [] },
    levels: { official: who.official.map(personId), administrative: who.administrative.map(personId) },
  };
}

type Acting = (party: Party, told: Told, people: People) => Promise<boolean>;
const acting: Readonly<Record<Exclude<Happening['kind'], 'keep' | 'away'>, Acting>> = {
  async move({ engine, oracle }, { happening, setting, now }) {
    const { thing } = happening;
    const due = dueAt(now, happening, setting);
    if (due === oracle.dueOf(idOf(thing))) return false;
    oracle.move(idOf(thing), due, defaultPlans[planOf(thing)]);
    await engine.move(deadlineId(idOf(thing)), due, planOf(thing));
    return true;
  },
  async complete({ engine, oracle }, { happening: { thing } }) {
    oracle.complete(idOf(thing));
    await engine.complete({ id: deadlineId(idOf(thing)) });
    return true;
  },
  async handOver({ engine, oracle }, { happening: { thing, person } }, { owners }) {
    const to = pick(owners, person);
    if (oracle.ownerOf(idOf(thing)) === to) return false;
    oracle.handOver(idOf(thing), to);
    await engine.handOver(deadlineId(idOf(thing)), personId(to));
    return true;
  },
  async snooze({ engine, oracle }, { happening: { thing, person, days }, now }) {
    const readers = oracle.readers(idOf(thing));
    if (readers.length === 0) return false;
    const reader = pick(readers, person);
    const until = atLocalTime(addDays(localDate(now), 1 + (days % 7)), '11:55');
    oracle.snooze(idOf(thing), reader, until);
    const data = { person: personId(reader), deadline: deadlineId(idOf(thing)), until };
    await engine.tell((at) => ({ type: 'SnoozeDeadline', data: { at, ...data } }));
    return true;
  },
};

async function away({ engine, oracle }: Party, { happening, setting, now }: Told): Promise<boolean> {
  const { person, days, thing } = happening;
  const group = pick(Object.values(peopleOf(setting)), thing);
  const [who, deputy] = [pick(group, person), pick(group, person + 1 + (thing % 3))];
  if (who === deputy) return false;
  const from = addDays(localDate(now), days % 5);
  const until = addDays(from, days % 21);
  oracle.away(who, { from, until, deputy });
  const absence = { from, until, deputy: personId(deputy) };
  await engine.tell((at) => ({ type: 'SetAbsence', data: { at, person: personId(who), absence } }));
  return true;
}

/** Two messages to a person are gathered for two minutes after three; a lane whose holder died is free after a minute. */
const latestMs = 6 * 60_000;

export type Verdict = Readonly<{
  owed: number;
  sent: number;
  twice: number;
  early: number;
  late: number;
  missing: number;
  extra: number;
}>;

/** Sets what people got against what they were owed, one by one and in order. `early`: by more than that many ms. */
export function judge(
  owed: readonly Owed[],
  { posted }: Mailbox,
  skewMs = 0,
): Verdict & Readonly<{ wrong: readonly string[] }> {
  const nameOf = ({ person, key }: Readonly<{ person: string; key: string }>): string => `${person} ${key}`;
  const sent = posted.flatMap(single);
  const [got, due] = [Map.groupBy(sent, nameOf), Map.groupBy(owed, nameOf)];
  const wrong = [...new Set([...got.keys(), ...due.keys()])].flatMap((name) => {
    const [found, expected] = [got.get(name) ?? [], due.get(name) ?? []];
    const more = found.slice(expected.length).map(({ at }) => [expected.length > 0 ? 'twice' : 'extra', at] as const);
    const others = expected.flatMap(({ at }, index) => compared(at, found[index]?.at, skewMs));
    return [...more, ...others].map(([what, at]) => ({ what, text: `${what}: ${name} ${at}` }));
  });
  const count = (kind: string): number => wrong.filter(({ what }) => what === kind).length;
  return {
    ...{ owed: owed.length, sent: sent.length, twice: count('twice'), early: count('early') },
    ...{ late: count('late'), missing: count('missing'), extra: count('extra'), wrong: wrong.map(({ text }) => text) },
  };
}

function compared(owed: string, told: string | undefined, skewMs: number): readonly (readonly [string, string])[] {
  if (told === undefined) return [['missing', owed]];
  const ms = Date.parse(told) - Date.parse(owed);
  if (ms < -skewMs) return [['early', `${told}, owed ${owed}`]];
  return ms > latestMs ? [['late', `${told}, owed ${owed}`]] : [];
}

const single = ({ at, person, keys }: Message) => keys.map((key) => ({ at, person: String(person), key }));

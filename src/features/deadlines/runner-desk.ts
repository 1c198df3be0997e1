import { z } from 'zod/v4';
import type { Clock } from '../../core/clock.ts';
import { commandId, personId, type PersonId } from '../../core/ids.ts';
import { atLocalTime, type IsHoliday, localDate } from '../../core/working-time.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { deadlineAggregate, inboxAggregate } from './aggregates.ts';
import {
  type About,
  audiences,
  type Audience,
  type DeadlineFile,
  isKept,
  isOpen,
  type Told,
} from './deadline-state.ts';
import { loadInbox, type Order, sendDeadline, sendInbox, type Stored } from './deadlines-desk.ts';
import { deputyAt, preferencesOf } from './inbox.ts';
import { repeated, workingDay } from './nudge-plan.ts';
import { nextMonday, type Preferences, weekdayOf, withinHours } from './office-hours.ts';
import { nudgeKind, refreshKind, releaseKind, tickKind } from './reactions.ts';

export type RunnerDeps = Stored &
  Readonly<{
    clock: Clock;
    isHoliday: IsHoliday;
    newId: () => string;
    /** Lets whoever keeps promises about this bring them in step: what was kept meanwhile is never brought to mind. */
    lookAgain?: (about: About) => Promise<void>;
  }>;

const done: Outcome = { done: true };
const person = z.string().transform(personId);
const moment = z.object({ name: z.string(), at: z.string(), to: z.enum(audiences) });
const nudgeData = z.object({ moment, due: z.string(), person, behalf: person.optional() });
const refreshData = z.object({ person });

/** What runs by itself; each looks at how things stand when it runs, and may run twice. */
export function nudgeRunners(deps: RunnerDeps): readonly EffectRunner[] {
  return [
    { kind: tickKind, run: (effect) => tick(deps, effect) },
    { kind: nudgeKind, run: (effect) => deliver(deps, effect) },
    { kind: refreshKind, run: (effect) => refresh(deps, effect) },
    { kind: releaseKind, run: (effect) => release(deps, effect) },
  ];
}

/** Every run is a command of its own: what came meanwhile counts, and what was done already changes nothing. */
function orderOf({ clock, newId }: RunnerDeps): Order {
  return { at: clock.now(), by: 'system', commandId: commandId(newId()) };
}

async function deadlineOf({ store }: Stored, { stream }: StoredEffect): Promise<DeadlineFile | undefined> {
  const state = stateOf(deadlineAggregate, await store.load(stream));
  return isKept(state) ? state : undefined;
}

async function tick(deps: RunnerDeps, effect: StoredEffect): Promise<Outcome> {
  const before = await deadlineOf(deps, effect);
  if (!before || !isOpen(before)) return done;
  await deps.lookAgain?.(before.about);
  const file = await deadlineOf(deps, effect);
  if (!file || !isOpen(file)) return done;
  const order = orderOf(deps);
  const at = order.at.toISOString();
  const { repeatDays } = file.plan;
  const next =
    repeatDays === undefined ? {} : { next: repeated(at, repeatDays, { due: file.due, isHoliday: deps.isHoliday }) };
  const data = { at, people: await peopleOf(deps, file, at), ...next };
  await sendDeadline(deps, order, { id: file.id, command: { type: 'ReachMoment', data } });
  return done;
}

async function peopleOf(deps: Stored, file: DeadlineFile, at: string): Promise<Record<Audience, readonly Told[]>> {
  const { owner, levels, steward } = file;
  const away = deputyAt(await loadInbox(deps, owner), at);
  const deputy = away === undefined ? undefined : (file.deputy ?? away);
  const level = (people: readonly PersonId[]): readonly Told[] =>
    (people.length > 0 ? people : [steward]).map((each) => ({ person: each }));
  return {
    owner: [deputy === undefined ? { person: owner } : { person: deputy, behalf: owner }],
    official: level(levels.official),
    administrative: level(levels.administrative),
  };
}

async function deliver(deps: RunnerDeps, effect: StoredEffect): Promise<Outcome> {
  const file = await deadlineOf(deps, effect);
  const { moment: told, due, person: reader, behalf } = nudgeData.parse(effect.data);
  // Done or moved in the meantime: then there is nothing to say any more.
  if (!file || !isOpen(file) || file.due !== due) return done;
  const order = orderOf(deps);
  const at = order.at.toISOString();
  const preferences = preferencesOf(await loadInbox(deps, reader));
  const { id } = file;
  const nudge = {
    ...{ key: `${id}-${due}-${told.name}`, deadline: id, moment: told.name, to: told.to, due },
    ...(behalf === undefined ? {} : { behalf }),
    releaseAt: releaseAt({ told, at, due }, preferences, deps.isHoliday),
  };
  await sendInbox(deps, order, { type: 'ReceiveNudge', data: { at, person: reader, nudge } });
  return done;
}

/** What comes later than this was held up: the bot was away, and more of it may be on its way. */
const heldUpMs = 10 * 60_000;
/** So long what was held up is gathered, so that it comes as one. */
const gatherMs = 30_000;

type Telling = Readonly<{ told: z.output<typeof moment>; at: string; due: string }>;

function releaseAt({ told, at, due }: Telling, preferences: Preferences, isHoliday: IsHoliday): string {
  const late = Date.parse(at) - Date.parse(told.at) > heldUpMs;
  const soonest = late ? new Date(Date.parse(at) + gatherMs).toISOString() : told.at > at ? told.at : at;
  const opens = withinHours(soonest, preferences, isHoliday);
  const mayWait = preferences.rhythm === 'weekly' && told.to === 'owner' && told.at < dayOf(due);
  if (!mayWait) return opens;
  const monday = firstOfWeek(opens, preferences, isHoliday);
  // Never past the day on which it is due.
  return monday <= due ? monday : withinHours(dayOf(due), preferences, isHoliday);
}

const dayOf = (instant: string): string => atLocalTime(localDate(instant), '00:00');

function firstOfWeek(instant: string, preferences: Preferences, isHoliday: IsHoliday): string {
  const day = localDate(instant);
  if (weekdayOf(day) === 1) return instant;
  return withinHours(atLocalTime(workingDay(nextMonday(day), 1, isHoliday), '00:00'), preferences, isHoliday);
}

async function refresh(deps: RunnerDeps, effect: StoredEffect): Promise<Outcome> {
  const file = await deadlineOf(deps, effect);
  if (!file) return done;
  const { person: reader } = refreshData.parse(effect.data);
  const order = orderOf(deps);
  const isTheirs = file.owner === reader || [...file.levels.official, ...file.levels.administrative].includes(reader);
  const keeps = isOpen(file) && (isTheirs || file.steward === reader || standsIn(file, reader));
  const data = { at: order.at.toISOString(), person: reader, deadline: file.id, keeps, due: file.due };
  await sendInbox(deps, order, { type: 'RefreshNudges', data });
  return done;
}

/** Heard of it in the place of who owns it now. */
function standsIn({ told, owner }: DeadlineFile, reader: PersonId): boolean {
  return told.some(({ person: each, behalf }) => each === reader && behalf === owner);
}

async function release(deps: RunnerDeps, effect: StoredEffect): Promise<Outcome> {
  const state = stateOf(inboxAggregate, await deps.store.load(effect.stream));
  if (state.status === 'none') return done;
  const order = orderOf(deps);
  const at = order.at.toISOString();
  await sendInbox(deps, order, { type: 'ReleaseNudges', data: { at, person: state.person, day: localDate(at) } });
  return done;
}

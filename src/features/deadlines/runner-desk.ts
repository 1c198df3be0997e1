import { z } from 'zod/v4';
import type { Clock } from '../../core/clock.ts';
import { personId, type PersonId } from '../../core/ids.ts';
import type { IsHoliday } from '../../core/working-time.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { deadlineAggregate, inboxAggregate } from './aggregates.ts';
import {
  type About,
  audiences,
  type Audience,
  type DeadlineFile,
  deadlineId,
  isKept,
  isOpen,
  type Told,
} from './deadline-state.ts';
import { loadInbox, sendDeadline, sendInbox, type Stored } from './deadlines-desk.ts';
import { nextRelease, type Nudge, preferencesOf } from './inbox-state.ts';
import { repeated } from './nudge-plan.ts';
import { gathered, type Preferences, tellAt } from './office-hours.ts';
import { nudgeKind, refreshKind, releaseKind, tickKind } from './reactions.ts';
import { holds, orderAt, releaseInbox, withdraw } from './release-desk.ts';
import { concerns, hearerOf } from './stand-in-desk.ts';

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
const deadline = z.string().transform(deadlineId);
const nudgeData = z.object({ deadline, moment, due: z.string(), person, behalf: person.optional() });
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

async function fileOf({ store }: Stored, { stream }: StoredEffect): Promise<DeadlineFile | undefined> {
  const state = stateOf(deadlineAggregate, await store.load(stream));
  return isKept(state) ? state : undefined;
}

async function tick(deps: RunnerDeps, effect: StoredEffect): Promise<Outcome> {
  const before = await fileOf(deps, effect);
  if (!before || !isOpen(before)) return done;
  await deps.lookAgain?.(before.about);
  const file = await fileOf(deps, effect);
  if (!file || !isOpen(file)) return done;
  const at = deps.clock.now().toISOString();
  const { repeatDays } = file.plan;
  const next =
    repeatDays === undefined ? {} : { next: repeated(at, repeatDays, { due: file.due, isHoliday: deps.isHoliday }) };
  const data = { at, people: await peopleOf(deps, file, at), ...next };
  await sendDeadline(deps, orderAt(deps, at), { id: file.id, command: { type: 'ReachMoment', data } });
  return done;
}

async function peopleOf(deps: Stored, file: DeadlineFile, at: string): Promise<Record<Audience, readonly Told[]>> {
  const { owner, levels, steward } = file;
  const hearers = (people: readonly PersonId[]): Promise<readonly Told[]> =>
    Promise.all((people.length > 0 ? people : [steward]).map((each) => hearerOf(deps, file, { person: each, at })));
  return {
    owner: await hearers([owner]),
    official: await hearers(levels.official),
    administrative: await hearers(levels.administrative),
  };
}

async function deliver(deps: RunnerDeps, effect: StoredEffect): Promise<Outcome> {
  const file = await fileOf(deps, effect);
  const { person: reader, ...telling } = nudgeData.parse(effect.data);
  const at = deps.clock.now().toISOString();
  const preferences = preferencesOf(await loadInbox(deps, reader));
  const waiting = {
    person: reader,
    at,
    item: nudgeOf(effect, telling, { at, preferences, isHoliday: deps.isHoliday }),
  };
  // Done, moved or handed over in the meantime: then there is nothing to say any more.
  if (!file || !holds(file, waiting)) return done;
  const nudge = waiting.item;
  await sendInbox(deps, orderAt(deps, at), { type: 'ReceiveNudge', data: { at, person: reader, nudge } });
  const now = await fileOf(deps, effect);
  // What changed between both looks did not find it in the inbox yet.
  if (!now || !holds(now, waiting)) await withdraw(deps, waiting);
  return done;
}

type Telling = Omit<z.output<typeof nudgeData>, 'person'>;
type Hours = Readonly<{ at: string; preferences: Preferences; isHoliday: IsHoliday }>;

function nudgeOf(
  { stream }: StoredEffect,
  { deadline, moment: { name, at: planned, to }, due, behalf }: Telling,
  { at, preferences, isHoliday }: Hours,
): Nudge {
  const { from, heldUp } = gathered(planned, at);
  return {
    ...{ key: `${stream}-${due}-${to}-${name}`, deadline, moment: name, to, due, from },
    ...(heldUp === undefined ? {} : { heldUp }),
    ...(behalf === undefined ? {} : { behalf }),
    releaseAt: tellAt({ from, to, due }, preferences, isHoliday),
  };
}

async function refresh(deps: RunnerDeps, effect: StoredEffect): Promise<Outcome> {
  const file = await fileOf(deps, effect);
  if (!file) return done;
  const { person: reader } = refreshData.parse(effect.data);
  const at = deps.clock.now().toISOString();
  const keeps = isOpen(file) && (concerns(file, reader) || standsIn(file, reader));
  const data = { at, person: reader, deadline: file.id, keeps, due: file.due };
  await sendInbox(deps, orderAt(deps, at), { type: 'RefreshNudges', data });
  return done;
}

/** Heard of it in the place of somebody who still has to do with it. */
function standsIn(file: DeadlineFile, reader: PersonId): boolean {
  return file.told.some(
    ({ person: each, behalf }) => each === reader && behalf !== undefined && concerns(file, behalf),
  );
}

async function release(deps: RunnerDeps, effect: StoredEffect): Promise<Outcome> {
  const state = stateOf(inboxAggregate, await deps.store.load(effect.stream));
  if (state.status === 'none') return done;
  const now = deps.clock.now();
  const after = await releaseInbox(deps, { person: state.person, at: now.toISOString() });
  const next = nextRelease(after);
  // What still waits is looked at again, also when this look changed nothing that would plan the next one.
  return next === undefined
    ? done
    : { done: false, again: true, afterMs: Math.max(0, Date.parse(next) - now.getTime()) };
}

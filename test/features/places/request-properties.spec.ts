import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/core/decider.ts';
import { holdId } from '../../../src/features/places/place-ids.ts';
import { requestDecider } from '../../../src/features/places/request.ts';
import type { RequestCommand, RequestEvent } from '../../../src/features/places/request-messages.ts';
import {
  consentParties,
  decliners,
  isAsked,
  type PlaceRequest,
  type PlaceRequestFile,
  requestStages,
} from '../../../src/features/places/request-state.ts';
import { contact, director, hoeve, requested, staff, standing } from './samples.ts';

const moment = fc.nat(40).map((days) => new Date(Date.UTC(2026, 10, 23 + days)).toISOString());
const hold = fc.constantFrom('h1', 'h2', 'h3').map(holdId);
const reason = fc.constantFrom('', 'Reden.');

/** What a facility may say of a place, and what people may say of it, early, late or twice. */
const command: fc.Arbitrary<RequestCommand> = fc.oneof(
  fc
    .record({
      at: moment,
      hold,
      until: moment,
      status: fc.constantFrom('held' as const, 'offered' as const, 'occupied' as const),
    })
    .map(({ at, status, ...bound }) => {
      const offered = status === 'held' ? {} : { offered: { by: contact, at } };
      const movedIn = status === 'occupied' ? { movedIn: '2026-11-24' } : {};
      const data = { at, standing: standing({ ...bound, status, ...offered, ...movedIn }) };
      return { type: 'FollowPlace' as const, data };
    }),
  fc
    .record({ at: moment, hold, because: fc.constantFrom('expired' as const, 'cannot' as const, 'left' as const) })
    .map((data) => ({ type: 'RecordRelease' as const, data: { ...data, note: '' } })),
  fc
    .record({ at: moment, party: fc.constantFrom(...consentParties), how: reason })
    .map((data) => ({ type: 'RecordConsent' as const, data: { ...data, by: director } })),
  fc
    .record({ at: moment, who: fc.constantFrom(...decliners), reason })
    .map((data) => ({ type: 'DeclinePlace' as const, data: { ...data, by: director } })),
  fc.record({ at: moment, day: fc.constantFrom('2026-11-20', '2026-11-24', '2026-12-24') }).map((data) => ({
    type: 'RecordLeft' as const,
    data: { ...data, by: director, to: 'home' as const, today: '2026-12-01' },
  })),
  fc
    .record({ at: moment, reason })
    .map((data) => ({ type: 'WithdrawRequest' as const, data: { ...data, by: director } })),
  fc.record({ at: moment, freed: moment }).map((data) => ({
    type: 'TellPlaceFree' as const,
    data: { ...data, facility: hoeve, name: 'De Hoeve', staff: [staff] },
  })),
);

function play(commands: readonly RequestCommand[]) {
  const events: RequestEvent[] = [requested()];
  const files: PlaceRequestFile[] = [];
  let state: PlaceRequest = fold(requestDecider, events);
  for (const each of commands) {
    const decision = requestDecider.decide(each, state);
    const more = decision.outcome === 'accepted' ? decision.events : [];
    events.push(...more);
    state = more.reduce(requestDecider.evolve, state);
    if (isAsked(state)) files.push(state);
  }
  return { events, files, state };
}

const always = (check: (played: ReturnType<typeof play>) => void): void =>
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => check(play(commands))),
    { numRuns: 300 },
  );

const count = (events: readonly RequestEvent[], ...types: readonly RequestEvent['type'][]) =>
  events.filter(({ type }) => types.includes(type)).length;

describe('places: a request, whatever happens in whatever order', () => {
  it('has a place exactly in the stages that say so', () =>
    always(({ files }) => {
      for (const { stage, chosen } of files)
        equal(chosen !== undefined, ['held', 'offered', 'accepted', 'occupied'].includes(stage), stage);
    }));

  it('never has the same place twice', () =>
    always(({ files }) => {
      for (const { chosen, past } of files) {
        const holds = [...past.map((each) => each.hold), ...(chosen ? [chosen.hold] : [])];
        equal(new Set(holds).size, holds.length);
      }
    }));

  it('counts every moving in and every leaving, once', () =>
    always(({ events, files }) => {
      const { moves = 5 } = files.at(-1) ?? {};
      equal(moves, 5 + count(events, 'YouthMovedIn', 'YouthLeft'));
      ok(count(events, 'YouthLeft') <= 1);
    }));

  it('is never accepted before youth and parents and the municipality agreed to that very place', () =>
    always(({ files }) => {
      for (const { stage, chosen } of files)
        if (stage === 'accepted') ok(chosen?.consents.family && chosen.consents.municipality);
    }));

  it('keeps its date, and so its place in the order, whatever is tried', () =>
    always(({ files }) => {
      equal(new Set(files.map(({ requestedAt }) => requestedAt)).size <= 1, true);
    }));

  it('stays ended once it has ended', () =>
    always(({ files }) => {
      const first = files.findIndex(({ stage }) => stage === 'left' || stage === 'withdrawn');
      if (first >= 0) deepEqual(new Set(files.slice(first).map(({ stage }) => stage)).size, 1);
    }));

  it('is what its events say, and is in a stage that exists', () =>
    always(({ events, state }) => {
      deepEqual(fold(requestDecider, events), state);
      ok(requestStages.some((stage) => stage === state.stage));
    }));

  it('survives being stored', () => always(({ state }) => deepEqual(JSON.parse(JSON.stringify(state)), state)));
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/core/decider.ts';
import { facilityDecider } from '../../../src/features/places/facility.ts';
import type { FacilityCommand, FacilityEvent } from '../../../src/features/places/facility-messages.ts';
import {
  boundPlaces,
  capacityOf,
  countsOf,
  type FacilityState,
  isKnown,
} from '../../../src/features/places/facility-state.ts';
import { holdId, requestId } from '../../../src/features/places/place-ids.ts';
import { contact, counted, director, facility, registered, staff, today } from './samples.ts';

const requests = ['a', 'b', 'c', 'd', 'e'].map(requestId);
const holds = ['h1', 'h2', 'h3'].map(holdId);
const moment = fc.integer({ min: 0, max: 30 }).map((days) => new Date(Date.UTC(2026, 10, 23 + days)).toISOString());
const of = fc.record({ at: moment, request: fc.constantFrom(...requests), hold: fc.constantFrom(...holds) });

/** Anything that people, clocks and imports may ask, in any order, also about places that are long gone. */
const command: fc.Arbitrary<FacilityCommand> = fc.oneof(
  fc.record({ of, count: fc.integer({ min: 0, max: 4 }), until: moment }).map(({ of: about, count, until }) => ({
    type: 'HoldPlaces' as const,
    data: { ...about, by: director, count, ages: Array.from({ length: count }, () => 14), today, until },
  })),
  fc.record({ of, until: moment }).map(({ of: about, until }) => ({
    type: 'ExtendHold' as const,
    data: { ...about, by: director, until, reason: 'Reden.' },
  })),
  of.map((about) => ({ type: 'ExpireHold' as const, data: about })),
  of.map((about) => ({ type: 'OfferPlaces' as const, data: { ...about, by: contact } })),
  of.map((about) => ({ type: 'OccupyPlaces' as const, data: { ...about, by: director, day: today } })),
  fc
    .record({ of, because: fc.constantFrom('cannot' as const, 'not-wanted' as const, 'left' as const) })
    .map(({ of: about, because }) => ({
      type: 'ReleasePlaces' as const,
      data: { ...about, by: contact, because, note: '', from: today },
    })),
  fc.record({ at: moment, count: fc.integer({ min: 0, max: 3 }) }).map(({ at, count }) => ({
    type: 'FreePlaces' as const,
    data: { at, by: contact, count, from: today },
  })),
  fc
    .record({ at: moment, capacity: fc.nat(8), free: fc.nat(4), toCreate: fc.nat(3), seen: fc.nat(4) })
    .map(({ at, seen, ...counts }) => ({
      type: 'ChangeFacility' as const,
      data: { at, by: staff, facility: facility(), counted: counted(counts), seen },
    })),
  fc.record({ at: moment, capacity: fc.nat(8) }).map(({ at, capacity }) => ({
    type: 'ImportFacility' as const,
    data: { at, by: 'system' as const, facility: facility(), counted: counted({ capacity }) },
  })),
);

/** Every state on the way, and all events. */
function play(commands: readonly FacilityCommand[]) {
  const events: FacilityEvent[] = [registered()];
  const states: FacilityState[] = [fold(facilityDecider, events)];
  for (const each of commands) {
    const state = states.at(-1) ?? facilityDecider.initial;
    const decision = facilityDecider.decide(each, state);
    const more = decision.outcome === 'accepted' ? decision.events : [];
    events.push(...more);
    states.push(more.reduce(facilityDecider.evolve, state));
  }
  return { states: states.filter(isKnown), events };
}

const always = (check: (played: ReturnType<typeof play>) => void): void =>
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => check(play(commands))),
    { numRuns: 300 },
  );

describe('places of a facility, whatever happens in whatever order', () => {
  it('are never promised to two', () =>
    always(({ states }) => {
      for (const { bindings, loose } of states) {
        const names = [...bindings.flatMap(({ places }) => places), ...loose.map(({ id }) => id)];
        equal(new Set(names).size, names.length);
        const who = bindings.map(({ request }) => request);
        equal(new Set(who).size, who.length);
      }
    }));

  it('are never fewer than what is held, offered and occupied', () =>
    always(({ states }) => {
      for (const state of states) {
        const counts = countsOf(state);
        const sum = Object.values(counts).reduce((total, count) => total + count, 0);
        equal(sum, capacityOf(state));
        ok(boundPlaces(state) <= capacityOf(state));
        ok(counts.held + counts.offered + counts.occupied <= capacityOf(state));
      }
    }));

  it('are all free again when every request gives them back', () =>
    always(({ states, events }) => {
      const last = states.at(-1);
      if (!last) return;
      const back = last.bindings.map(({ request, hold }): FacilityEvent => ({
        type: 'PlacesReleased',
        data: { at: '2027-01-01', by: 'system', request, hold, because: 'left', note: '', from: today },
      }));
      const emptied = fold(facilityDecider, [...events, ...back]);
      ok(isKnown(emptied));
      equal(emptied.bindings.length, 0);
      equal(capacityOf(emptied), capacityOf(last));
      equal(countsOf(emptied).free, countsOf(last).free + boundPlaces(last));
    }));

  it('have names that are never given to another', () =>
    always(({ states }) => {
      for (const { made, loose, bindings } of states) {
        const names = [...bindings.flatMap(({ places }) => places), ...loose.map(({ id }) => id)];
        ok(names.every((name) => Number(name.slice(1)) <= made));
      }
    }));

  it('are what their events say', () =>
    always(({ states, events }) => deepEqual(fold(facilityDecider, events), states.at(-1))));
});

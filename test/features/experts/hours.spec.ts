import { deepEqual, equal } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { expertDecider } from '../../../src/features/experts/expert.ts';
import type { ExpertCommand, ExpertEvent, Release } from '../../../src/features/experts/expert-messages.ts';
import {
  type Expert,
  type ExpertState,
  freeHours,
  isAvailable,
  mandatesOn,
} from '../../../src/features/experts/expert-state.ts';
import { specify } from '../../support/decider-spec.ts';
import { accepted, at, expert, later, left, paused, registered, reserved, today } from './samples.ts';

const given = specify(expertDecider);
const stateAfter = (...events: readonly ExpertEvent[]): ExpertState => fold(expertDecider, events);
const reserve = (consultation: string, hours: number, day = today): ExpertCommand => ({
  type: 'ReserveHours',
  data: { at, consultation, hours, today: day },
});
const changed = (change: Partial<Expert>): ExpertEvent => ({
  type: 'ExpertChanged',
  data: { at, expert: { ...expert, ...change } },
});
const pausedUntil = (until: string): ExpertEvent => ({ type: 'ExpertPaused', data: { at, until } });

describe('experts: hours', () => {
  describe('are set apart', () => {
    it('does', () => given(registered).when(reserve('c-1', 4)).thenEvents(reserved('c-1', 4)));
    it('does to the last hour', () =>
      given(registered, reserved('c-1', 6)).when(reserve('c-2', 4)).thenEvents(reserved('c-2', 4)));
    it('refuses more than is left', () =>
      given(registered, reserved('c-1', 6)).when(reserve('c-2', 5)).thenRefused('no-room'));
    it('refuses everything when less is offered than what runs', () =>
      given(registered, reserved('c-1', 6), changed({ hoursPerMonth: 2 }))
        .when(reserve('c-2', 1))
        .thenRefused('no-room'));
    it('refuses who is not there', () => {
      given().when(reserve('c-1', 4)).thenRefused('not-registered');
      given(registered, left).when(reserve('c-1', 4)).thenRefused('not-registered');
    });
    it('refuses who is paused', () => given(registered, paused).when(reserve('c-1', 4)).thenRefused('paused'));
    it('refuses on the last day of a pause, and does on the day after', () => {
      given(registered, pausedUntil(today)).when(reserve('c-1', 4)).thenRefused('paused');
      given(registered, pausedUntil('2026-11-22')).when(reserve('c-1', 4)).thenEvents(reserved('c-1', 4));
    });
    it('refuses who is away, from the first day up to and including the last', () => {
      const away = changed({ unavailable: [{ from: '2026-11-22', to: '2026-11-24' }] });
      for (const day of ['2026-11-22', today, '2026-11-24'])
        given(registered, away)
          .when(reserve('c-1', 4, day))
          .thenRefused('unavailable');
      for (const day of ['2026-11-21', '2026-11-25'])
        given(registered, away)
          .when(reserve('c-1', 4, day))
          .thenEvents(reserved('c-1', 4));
    });
    it('refuses no hours and parts of hours', () => {
      for (const hours of [0, -4, 0.5, Number.NaN])
        given(registered).when(reserve('c-1', hours)).thenRefused('hours-out-of-range');
    });
    it('does nothing when this consultation holds hours already, also when they are paused since', () => {
      given(registered, reserved('c-1', 4)).when(reserve('c-1', 4)).thenNothing();
      given(registered, reserved('c-1', 4), paused).when(reserve('c-1', 8)).thenNothing();
    });
    it('counts that they were asked, and when', () => {
      const state = stateAfter(registered, reserved('c-1', 4));
      deepEqual(state.status === 'none' ? undefined : [state.counts, state.lastAskedAt, state.engagements], [
        { asked: 1, accepted: 0, declined: 0, expired: 0 },
        at,
        [{ consultation: 'c-1', hours: 4, since: at, accepted: false }],
      ]);
    });
  });

  describe('are promised', () => {
    const accept: ExpertCommand = { type: 'AcceptEngagement', data: { at, consultation: 'c-1' } };
    it('does', () => given(registered, reserved('c-1', 4)).when(accept).thenEvents(accepted('c-1')));
    it('refuses when nothing is set apart for it', () => {
      given().when(accept).thenRefused('not-engaged');
      given(registered, reserved('c-2', 4)).when(accept).thenRefused('not-engaged');
    });
    it('does nothing twice', () => given(registered, reserved('c-1', 4), accepted('c-1')).when(accept).thenNothing());
    it('counts it, and marks this one only', () => {
      const state = stateAfter(registered, reserved('c-1', 4), reserved('c-2', 2), accepted('c-1'));
      deepEqual(
        state.status === 'none' ? undefined : [state.counts.accepted, state.engagements.map((each) => each.accepted)],
        [1, [true, false]],
      );
    });
  });

  describe('are given back', () => {
    const released = (because: Release): ExpertEvent => ({
      type: 'HoursReleased',
      data: { at: later, consultation: 'c-1', because },
    });
    const release = (because: Release): ExpertCommand => ({
      type: 'ReleaseHours',
      data: { at: later, consultation: 'c-1', because },
    });
    it('does', () => given(registered, reserved('c-1', 4)).when(release('declined')).thenEvents(released('declined')));
    it('does for who left meanwhile', () =>
      given(registered, reserved('c-1', 4), left).when(release('expired')).thenEvents(released('expired')));
    it('does nothing when nothing is set apart for it', () => {
      given().when(release('finished')).thenNothing();
      given(registered, reserved('c-2', 4)).when(release('finished')).thenNothing();
    });

    const countedAs: Readonly<Record<Release, readonly [number, number, number]>> = {
      declined: [1, 1, 0],
      expired: [1, 0, 1],
      conflict: [1, 0, 0],
      withdrawn: [1, 0, 0],
      finished: [1, 0, 0],
      'not-invited': [0, 0, 0],
    };
    for (const [because, counted] of Object.entries(countedAs)) {
      it(`counts ${because} as asked, declined, expired: ${counted.join(', ')}`, () => {
        const state = stateAfter(registered, reserved('c-1', 4), released(because as Release));
        deepEqual(
          state.status === 'none' ? undefined : [state.counts.asked, state.counts.declined, state.counts.expired],
          counted,
        );
        equal(freeHours(state), 10);
      });
    }
  });
});

describe('experts: what is left of a month', () => {
  it('is what is offered without what is set apart', () =>
    equal(freeHours(stateAfter(registered, reserved('c-1', 4), reserved('c-2', 2))), 4));
  it('is never below nothing', () =>
    equal(freeHours(stateAfter(registered, reserved('c-1', 6), changed({ hoursPerMonth: 2 }))), 0));
  it('is nothing for who is not there', () =>
    deepEqual([freeHours({ status: 'none' }), freeHours(stateAfter(registered, left))], [0, 0]));
});

describe('experts: whether somebody may be asked on a day', () => {
  const away = changed({ unavailable: [{ from: '2026-11-23', to: '2026-11-24' }] });
  const cases: readonly (readonly [string, readonly ExpertEvent[], string, boolean])[] = [
    ['registered', [registered], today, true],
    ['never registered', [], today, false],
    ['left', [registered, left], today, false],
    ['paused', [registered, paused], '2030-01-01', false],
    ['paused up to this day', [registered, pausedUntil(today)], today, false],
    ['paused up to the day before', [registered, pausedUntil('2026-11-22')], today, true],
    ['resumed', [registered, paused, { type: 'ExpertResumed', data: { at } }], today, true],
    ['away', [registered, away], '2026-11-24', false],
    ['back', [registered, away], '2026-11-25', true],
  ];
  for (const [name, history, day, expected] of cases) {
    it(`${name}: ${expected ? 'yes' : 'no'}`, () => equal(isAvailable(stateAfter(...history), day), expected));
  }

  it('has mandates up to and including their last day', () => {
    const until = { ...expert, mandateUntil: today };
    deepEqual(
      [mandatesOn(expert, '2030-01-01'), mandatesOn(until, today), mandatesOn(until, '2026-11-24')],
      [['treatment'], ['treatment'], []],
    );
  });
});

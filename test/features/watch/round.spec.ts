import { deepStrictEqual, equal } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { reactToRound } from '../../../src/features/watch/reactions.ts';
import { isRoundTime, nextRound, roundDecider, type RoundEvent } from '../../../src/features/watch/round.ts';
import { specify } from '../../support/decider-spec.ts';

const given = specify(roundDecider);
const at = '2026-11-23T09:00:00.000Z';
const next = '2026-11-24T07:30:00.000Z';
const planned: RoundEvent = { type: 'RoundPlanned', data: { at, next } };
const made: RoundEvent = { type: 'RoundMade', data: { at: next, day: '2026-11-24', next: '2026-11-25T07:30:00.000Z' } };
const christmas = (day: string) => day === '2026-12-25' || day === '2026-12-26';

describe('the daily round', () => {
  it('is planned once', () => {
    given().when({ type: 'PlanRound', data: { at, next } }).thenEvents(planned);
    given(planned)
      .when({ type: 'PlanRound', data: { at: next, next: at } })
      .thenNothing();
  });

  it('is ended once a day, and only when it was planned', () => {
    given(planned).when({ type: 'EndRound', data: made.data }).thenEvents(made);
    given(planned, made).when({ type: 'EndRound', data: made.data }).thenNothing();
    given().when({ type: 'EndRound', data: made.data }).thenRefused('not-planned');
  });

  it('leaves one effect, due when the next one is', () => {
    for (const events of [[planned], [planned, made]]) {
      const event = events.at(-1)!;
      const effects = reactToRound(event, fold(roundDecider, events));
      deepStrictEqual(effects, [{ kind: 'watch-round', key: 'round', due: event.data.next, data: {} }]);
    }
  });

  const mornings: Readonly<Record<string, string>> = {
    // Before half past eight, at it, and after it, on a Dutch clock.
    '2026-11-23T07:29:59.999Z': '2026-11-23T07:30:00.000Z',
    '2026-11-23T07:30:00.000Z': '2026-11-24T07:30:00.000Z',
    '2026-11-27T09:00:00.000Z': '2026-11-30T07:30:00.000Z',
    // The clock goes forward in the night before Sunday 28 March 2027.
    '2027-03-26T09:00:00.000Z': '2027-03-29T06:30:00.000Z',
    '2026-12-24T09:00:00.000Z': '2026-12-28T07:30:00.000Z',
  };
  for (const [after, morning] of Object.entries(mornings)) {
    it(`after ${after} is next made at ${morning}`, () => equal(nextRound(after, christmas), morning));
  }

  it('may be made later on a working day, not before the morning and not on a day off', () => {
    equal(isRoundTime('2026-11-23T07:30:00.000Z', christmas), true);
    equal(isRoundTime('2026-11-23T20:00:00.000Z', christmas), true);
    equal(isRoundTime('2026-11-23T07:00:00.000Z', christmas), false);
    equal(isRoundTime('2026-11-28T12:00:00.000Z', christmas), false);
    equal(isRoundTime('2026-12-25T12:00:00.000Z', christmas), false);
  });
});

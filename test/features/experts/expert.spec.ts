import { deepEqual, throws } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { regionCode } from '../../../src/features/directory/index.ts';
import { expertDecider } from '../../../src/features/experts/expert.ts';
import type { ExpertCommand, ExpertEvent } from '../../../src/features/experts/expert-messages.ts';
import { type Expert, limits } from '../../../src/features/experts/expert-state.ts';
import { conceptId } from '../../../src/matching/index.ts';
import { specify } from '../../support/decider-spec.ts';
import { someone } from '../directory/samples.ts';
import { accepted, at, expert, later, left, paused, registered, reserved } from './samples.ts';

const given = specify(expertDecider);
const changedTo = (change: Partial<Expert>): ExpertEvent => ({
  type: 'ExpertChanged',
  data: { at: later, expert: { ...expert, ...change } },
});
const register = (change: Partial<Expert> = {}): ExpertCommand => ({
  type: 'RegisterExpert',
  data: { at, expert: { ...expert, ...change } },
});
const change = (to: Partial<Expert>): ExpertCommand => ({
  type: 'ChangeExpert',
  data: { at: later, expert: { ...expert, ...to } },
});

describe('experts: an expert', () => {
  describe('registers', () => {
    it('does', () => given().when(register()).thenEvents(registered));
    it('does again after leaving', () => given(registered, left).when(register()).thenEvents(registered));
    it('refuses twice', () => given(registered).when(register()).thenRefused('already-registered'));
    it('refuses while they are paused', () =>
      given(registered, paused).when(register()).thenRefused('already-registered'));
    it('refuses somebody else in their place', () =>
      given(registered, left)
        .when(register({ id: someone(17) }))
        .thenRefused('another-expert'));
    it('keeps what was counted before', () => {
      const before: readonly ExpertEvent[] = [registered, reserved('c-1', 4), left, registered];
      const state = fold(expertDecider, before);
      deepEqual(state.status === 'none' ? undefined : [state.status, state.counts.asked, state.engagements.length], [
        'registered',
        1,
        1,
      ]);
    });
  });

  describe('has a profile that can be right', () => {
    const period = { from: '2026-12-01', to: '2026-12-02' };
    const wrong: readonly (readonly [string, Partial<Expert>, string])[] = [
      ['without a region', { regions: [] }, 'no-regions'],
      ['that offers nothing', { specialisms: [], ownWords: ' ' }, 'nothing-offered'],
      [
        'with too many specialisms',
        { specialisms: Array.from({ length: limits.specialisms + 1 }, (_, n) => conceptId(`c${n}`)) },
        'too-many-specialisms',
      ],
      ['with too many words', { ownWords: 'x'.repeat(limits.ownWords + 1) }, 'words-too-long'],
      ['of no hours', { hoursPerMonth: 0 }, 'hours-out-of-range'],
      ['of half hours', { hoursPerMonth: 1.5 }, 'hours-out-of-range'],
      ['of more hours than a month has', { hoursPerMonth: 161 }, 'hours-out-of-range'],
      ['of hours that are no number', { hoursPerMonth: Number.NaN }, 'hours-out-of-range'],
      ['with too many periods', { unavailable: Array.from({ length: 7 }, () => period) }, 'too-many-periods'],
      ['with a period backwards', { unavailable: [{ from: '2026-12-02', to: '2026-12-01' }] }, 'period-reversed'],
    ];
    for (const [what, fault, code] of wrong) {
      it(`refuses one ${what}`, () => {
        const decide = (command: ExpertCommand, history: readonly ExpertEvent[]) =>
          expertDecider.decide(command, fold(expertDecider, history));
        deepEqual(decide(register(fault), []), { outcome: 'refused', code });
        deepEqual(decide(change(fault), [registered]), { outcome: 'refused', code });
      });
    }
    it('takes exactly as much as is allowed', () => {
      const most: Partial<Expert> = {
        specialisms: Array.from({ length: limits.specialisms }, (_, n) => conceptId(`c${n}`)),
        ownWords: 'x'.repeat(limits.ownWords),
        hoursPerMonth: limits.hoursPerMonth,
        unavailable: Array.from({ length: limits.periods }, () => period),
      };
      given()
        .when(register(most))
        .thenEvents({ type: 'ExpertRegistered', data: { at, expert: { ...expert, ...most } } });
    });
    it('takes one with own words only, or specialisms only', () => {
      for (const only of [{ specialisms: [] }, { ownWords: '' }]) {
        given()
          .when(register(only))
          .thenEvents({ type: 'ExpertRegistered', data: { at, expert: { ...expert, ...only } } });
      }
    });
  });

  describe('changes', () => {
    it('does', () =>
      given(registered)
        .when(change({ hoursPerMonth: 6 }))
        .thenEvents(changedTo({ hoursPerMonth: 6 })));
    it('does below what runs already', () =>
      given(registered, reserved('c-1', 8))
        .when(change({ hoursPerMonth: 2 }))
        .thenEvents(changedTo({ hoursPerMonth: 2 })));
    it('does while paused, and stays paused', () => {
      given(registered, paused)
        .when(change({ hoursPerMonth: 6 }))
        .thenEvents(changedTo({ hoursPerMonth: 6 }));
      deepEqual(fold(expertDecider, [registered, paused, changedTo({ hoursPerMonth: 6 })]).status, 'paused');
    });
    it('refuses for who is not registered', () => given().when(change({})).thenRefused('not-registered'));
    it('refuses for who left', () => given(registered, left).when(change({})).thenRefused('not-registered'));
    it('refuses to become somebody else', () =>
      given(registered)
        .when(change({ id: someone(17) }))
        .thenRefused('another-expert'));
    it('does nothing when it is so already', () => given(registered).when(change({})).thenNothing());
  });

  describe('pauses', () => {
    const pause = (until?: string): ExpertCommand => ({
      type: 'PauseExpert',
      data: { at, ...(until === undefined ? {} : { until }) },
    });
    it('does', () => given(registered).when(pause()).thenEvents(paused));
    it('does until a day, which may be today', () =>
      given(registered)
        .when(pause('2026-11-23'))
        .thenEvents({ type: 'ExpertPaused', data: { at, until: '2026-11-23' } }));
    it('does until another day', () =>
      given(registered, paused)
        .when(pause('2026-12-01'))
        .thenEvents({ type: 'ExpertPaused', data: { at, until: '2026-12-01' } }));
    it('refuses until a day that is over', () =>
      given(registered).when(pause('2026-11-22')).thenRefused('until-passed'));
    it('refuses for who is not there', () => {
      given().when(pause()).thenRefused('not-registered');
      given(registered, left).when(pause()).thenRefused('not-registered');
    });
    it('does nothing twice', () => given(registered, paused).when(pause()).thenNothing());
  });

  describe('resumes', () => {
    const resume: ExpertCommand = { type: 'ResumeExpert', data: { at } };
    it('does', () => given(registered, paused).when(resume).thenEvents({ type: 'ExpertResumed', data: { at } }));
    it('refuses for who is not there', () => {
      given().when(resume).thenRefused('not-registered');
      given(registered, left).when(resume).thenRefused('not-registered');
    });
    it('does nothing for who is not paused', () => given(registered).when(resume).thenNothing());
  });

  describe('leaves', () => {
    const leave: ExpertCommand = { type: 'LeaveExperts', data: { at } };
    it('does', () => given(registered).when(leave).thenEvents(left));
    it('does with an open invitation', () => given(registered, reserved('c-1', 4)).when(leave).thenEvents(left));
    it('refuses while they think along with something', () =>
      given(registered, reserved('c-1', 4), accepted('c-1')).when(leave).thenRefused('still-advising'));
    it('refuses for who was never there', () => given().when(leave).thenRefused('not-registered'));
    it('does nothing twice', () => given(registered, left).when(leave).thenNothing());
  });

  describe('is imported', () => {
    const row = (paused?: boolean, to: Partial<Expert> = {}): ExpertCommand => ({
      type: 'ImportExpert',
      data: { at, expert: { ...expert, ...to }, ...(paused === undefined ? {} : { paused }) },
    });
    it('registers', () => given().when(row()).thenEvents(registered));
    it('registers and pauses', () => given().when(row(true)).thenEvents(registered, paused));
    it('changes and resumes', () =>
      given(registered, paused)
        .when(row(false, { hoursPerMonth: 6 }))
        .thenEvents(
          { type: 'ExpertChanged', data: { at, expert: { ...expert, hoursPerMonth: 6 } } },
          { type: 'ExpertResumed', data: { at } },
        ));
    it('refuses a profile that is not right', () =>
      given()
        .when(row(true, { regions: [regionCode('x')].slice(1) }))
        .thenRefused('no-regions'));
    it('leaves a pause as it is when nothing is said about it, and the day on which it ends', () => {
      given(registered, paused).when(row()).thenNothing();
      given(registered, { type: 'ExpertPaused', data: { at, until: '2026-12-01' } })
        .when(row(true))
        .thenNothing();
    });
  });

  it('throws at a command it does not know', () => {
    const unknown = { type: 'PromoteExpert', data: { at } } as unknown as ExpertCommand;
    throws(() => expertDecider.decide(unknown, { status: 'none' }), { message: 'unknown command PromoteExpert' });
  });

  it('takes no notice of an event from a newer deployment, or of one before the first', () => {
    const newer = { type: 'ExpertPraised', data: { at } } as unknown as ExpertEvent;
    const state = fold(expertDecider, [registered]);
    deepEqual(expertDecider.evolve(state, newer), state);
    deepEqual(fold(expertDecider, [paused]), { status: 'none' });
  });
});

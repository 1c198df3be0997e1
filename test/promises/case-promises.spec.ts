import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { personId } from '../../src/core/ids.ts';
import { caseDecider } from '../../src/features/cases/case.ts';
import { type Case, isSubmitted } from '../../src/features/cases/case-state.ts';
import type { CaseEvent } from '../../src/features/cases/case-messages.ts';
import { defaultClocks } from '../../src/features/cases/clocks.ts';
import { casePromises, type CaseSurroundings } from '../../src/promises/case-promises.ts';
import type { Promised } from '../../src/promises/promise.ts';
import { anyCourse, closedAdvice, histories } from '../features/cases/samples.ts';
import * as story from '../features/cases/stories.ts';

const leader = story.centreWorker;
const levels = { official: [personId('judith')], administrative: [personId('els')] };
const around: CaseSurroundings = { chair: story.chair, leader, levels, clocks: defaultClocks };

const of = (history: readonly CaseEvent[], other = around) => casePromises(story.stateAfter(...history), other);
const named = (history: readonly CaseEvent[], key: string, other = around): Promised | undefined =>
  of(history, other).wished.find((each) => each.key === key);
const keys = (history: readonly CaseEvent[]) => of(history).wished.map(({ key }) => key);

const monitorBy = '2026-12-29T09:00:00.000Z';
const progress = (what: 'conference-held' | 'looked-back' | 'centre-answered', next?: string): CaseEvent => ({
  type: 'ProgressRecorded',
  data: { at: story.later, what, by: story.director, ...(next === undefined ? {} : { monitorBy: next }) },
});
const held = [...histories.conference, progress('conference-held', monitorBy)];
const answerBy = '2026-12-01T16:00:00.000Z';
const centre = (...staff: readonly string[]): CaseEvent => ({
  type: 'CentreInvolved',
  data: {
    ...{ at: story.later, tried: 'Alles.', answerBy },
    staff: staff.map((person) => ({ person: personId(person), part: 'centre' })),
  },
});
const replaced: CaseEvent = {
  type: 'ProcessDirectorReplaced',
  data: { at: story.later, by: story.chair, person: story.helper },
};
const reopened = (to: 'conference' | 'submitted'): CaseEvent => ({
  type: 'CaseReopened',
  data: { at: story.later, by: story.chair, reason: 'Het liep vast.', to, triageBy: answerBy, monitorBy },
});

describe('what is promised about a case', () => {
  it('is nothing but its number, seen from outside', () =>
    deepEqual(of(histories.submitted).about, { kind: 'case', id: 'c1', number: 'LI-2026-0001', centre: 'LI' }));

  it('escalates by the terms of a case', () =>
    deepEqual(of(histories.submitted, { ...around, clocks: { ...defaultClocks, officialEscalation: 3 } }).escalation, {
      official: 3,
      administrative: 13,
    }));

  it('is in every stage', () =>
    deepEqual(
      Object.fromEntries(
        Object.entries(histories)
          .filter(([stage]) => stage !== 'none' && stage !== 'draft')
          .map(([stage, history]) => [stage, keys(history)]),
      ),
      {
        ...{ submitted: ['triage'], supplement: [], 'advice-only': ['hand-over'], returned: ['hand-over'] },
        ...{ admitted: ['conference'], conference: ['conference'], closing: [], closed: [] },
      },
    ));

  describe('triage', () => {
    it('is the chair’s of today, and done by deciding', () => {
      const chair = personId('another');
      const triage = named(histories.submitted, 'triage', { ...around, chair });
      deepEqual([triage?.owner, triage?.steward, triage?.due], [chair, chair, story.submission.triageBy]);
      deepEqual([triage?.deed?.verb, triage?.deed?.data, triage?.plan], ['cases/triage-form', { case: 'c1' }, 'short']);
    });
    it('is done, and not dropped, whatever the chair decides', () => {
      for (const stage of ['supplement', 'advice-only', 'returned', 'admitted'] as const)
        equal(of(histories[stage]).dropped('triage'), undefined);
    });
    it('comes back with its new date once a supplement has come', () => {
      const again: CaseEvent = { type: 'CaseResubmitted', data: { at: story.later, triageBy: answerBy } };
      equal(named([...histories.supplement, again], 'triage')?.due, answerBy);
    });
  });

  describe('what somebody outside takes up', () => {
    it('is looked after by the chair, to the end of the day that was agreed', () => {
      const promised = named(histories.returned, 'hand-over');
      deepEqual([promised?.owner, promised?.due], [story.chair, '2026-12-01T16:00:00.000Z']);
    });
    it('is kept by saying so, but for advice, which closes the case', () => {
      equal(named(histories.returned, 'hand-over')?.deed, undefined);
      equal(named(histories['advice-only'], 'hand-over')?.deed?.verb, 'cases/close-advice');
      equal(of(closedAdvice).dropped('hand-over'), undefined);
    });
    it('is not needed when the case comes back', () =>
      equal(of([...histories.returned, reopened('submitted')]).dropped('hand-over'), 'De casus is opnieuw aangemeld.'));
  });

  describe('the conference', () => {
    it('is the process director’s, who looks first and says afterwards that it was held', () => {
      const before = named(histories.admitted, 'conference');
      deepEqual([before?.owner, before?.steward, before?.due], [story.director, story.chair, story.conferenceBy]);
      equal(before?.deed?.verb, 'cases/details');
      const { deed } = named(histories.conference, 'conference') ?? {};
      deepEqual([deed?.verb, deed?.data], ['cases/progress', { case: 'c1', what: 'conference-held' }]);
    });
    it('goes to whoever directs it next', () =>
      equal(named([...histories.conference, replaced], 'conference')?.owner, story.helper));
    it('is over when it was held', () => {
      deepEqual(keys(held), ['look-back']);
      equal(of(held).dropped('conference'), undefined);
    });
  });

  describe('looking back', () => {
    it('comes back every so many weeks', () => {
      const promised = named(held, 'look-back');
      deepEqual([promised?.due, promised?.everyWeeks, promised?.plan], [monitorBy, 4, 'long']);
      const later = '2027-01-26T09:00:00.000Z';
      equal(named([...held, progress('looked-back', later)], 'look-back')?.due, later);
    });
    it('waits until there was something to look back at', () =>
      equal(named(histories.conference, 'look-back'), undefined));
    it('falls away with the case, and is there again when that opens', () => {
      equal(of(histories.closing).dropped('look-back'), 'De casus wordt afgesloten.');
      equal(of(histories.closed).dropped('look-back'), 'De casus is gesloten.');
      const closedLater = [...histories.closed, reopened('conference')];
      deepEqual(keys(closedLater), ['look-back']);
    });
  });

  describe('the answer of a centre', () => {
    it('is owed by the leader of the centre who is in the case', () => {
      const promised = named([...histories.conference, centre('sanne', leader)], 'centre-answer');
      deepEqual([promised?.owner, promised?.due, promised?.watchers], [leader, answerBy, [story.director]]);
    });
    it('is owed by another of the centre, or else by the process director', () => {
      equal(named([...histories.conference, centre('sanne')], 'centre-answer')?.owner, 'sanne');
      equal(named([...histories.conference, centre()], 'centre-answer')?.owner, story.director);
    });
    it('is over when it was recorded', () => {
      const answered = [...histories.conference, centre(leader), progress('centre-answered')];
      deepEqual(keys(answered), ['conference']);
      equal(of(answered).dropped('centre-answer'), undefined);
    });
  });

  it('always has an owner and a date, once each, whatever happens to the case', () =>
    fc.assert(
      fc.property(anyCourse, (course) => {
        let state: Case = caseDecider.initial;
        for (const command of course) {
          const decision = caseDecider.decide(command, state);
          state = decision.outcome === 'accepted' ? decision.events.reduce(caseDecider.evolve, state) : state;
          if (!isSubmitted(state)) continue;
          const { wished } = casePromises(state, around);
          equal(new Set(wished.map(({ key }) => key)).size, wished.length);
          ok(wished.every(({ owner, due }) => owner !== '' && !Number.isNaN(Date.parse(due))));
        }
      }),
      { numRuns: 300 },
    ));
});

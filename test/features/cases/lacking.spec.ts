import { deepStrictEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { caseDecider } from '../../../src/features/cases/case.ts';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { caseLacks } from '../../../src/features/cases/lacking.ts';
import { around } from '../../support/around.ts';
import {
  admitted,
  adviceOnly,
  applicant,
  closed,
  director,
  draft,
  inClosing,
  inConference,
  later,
  returned,
  submitted,
  supplement,
} from './stories.ts';

const soon = '2026-11-25T08:00:00.000Z';
const weeksLater = '2026-12-14T08:00:00.000Z';
const lacks = (events: readonly CaseEvent[], ...seen: Parameters<typeof around>) =>
  caseLacks(fold(caseDecider, events), around(...seen));
const stateOf = (events: readonly CaseEvent[], changes: object) => {
  return { ...fold(caseDecider, events), ...changes } as Parameters<typeof caseLacks>[0];
};

describe('what an open case lacks', () => {
  it('is nothing in any stage that goes its usual way', () => {
    for (const story of [submitted, supplement, adviceOnly, returned, admitted, inConference, inClosing]) {
      deepStrictEqual(lacks(story(), soon), [], story.name);
    }
  });

  it('is an owner when the process director, or the applicant who is to supplement, is not there any more', () => {
    for (const story of [admitted, inConference, inClosing]) deepStrictEqual(lacks(story(), soon, director), ['owner']);
    deepStrictEqual(lacks(supplement(), soon, applicant), ['owner']);
    deepStrictEqual(lacks(supplement(), soon, director), []);
    const nobody = stateOf(inConference(), { processDirector: undefined });
    deepStrictEqual(caseLacks(nobody, around(soon)), ['owner']);
  });

  it('is an owner when nobody takes it up after a "no"', () => {
    const at = { outcome: 'return', reason: '', by: director, at: later, ownerBy: '2026-12-01' };
    deepStrictEqual(caseLacks(stateOf(returned(), { triage: at }), around(soon)), ['owner']);
  });

  it('is a next step in a conference for which nothing is planned, and a date elsewhere without a clock', () => {
    deepStrictEqual(caseLacks(stateOf(inConference(), { clocks: {} }), around(soon)), ['step']);
    for (const story of [submitted, admitted]) {
      deepStrictEqual(caseLacks(stateOf(story(), { clocks: {} }), around(soon)), ['date']);
    }
  });

  it('is a date when what has none by nature has stood still for two weeks', () => {
    for (const story of [supplement, inClosing]) deepStrictEqual(lacks(story(), weeksLater), ['date']);
  });

  it('is nothing for a draft, and once it is closed, whoever left', () => {
    for (const story of [draft, closed]) deepStrictEqual(lacks(story(), weeksLater, director, applicant), []);
    deepStrictEqual(caseLacks({ stage: 'none' }, around(soon)), []);
  });
});

import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { CaseCommand, CaseEvent } from '../../../src/features/cases/case-messages.ts';
import type { Clocks, Progress } from '../../../src/features/cases/case-state.ts';
import { nextProgress, nextStep } from '../../../src/features/cases/next-step.ts';
import { type Bench, openBench } from './bench.ts';
import { commands, given, histories } from './samples.ts';
import { bringTo, caseIn } from './standing.ts';
import { applicant, chair, conferenceBy, director, helper, id, inConference, later, stateAfter } from './stories.ts';

const monitorBy = '2027-01-05T09:00:00.000Z';
const answerBy = '2026-12-02T16:00:00.000Z';
const event = (what: Progress): CaseEvent => {
  const next = what === 'centre-answered' ? {} : { monitorBy };
  return { type: 'ProgressRecorded', data: { at: later, what, by: director, ...next } };
};
const record = (what: Progress): CaseCommand => ({ type: 'RecordProgress', data: event(what).data }) as CaseCommand;
const centreJoins: CaseEvent = { type: 'CentreInvolved', data: { ...commands.InvolveCentre, answerBy } };
const clocksAfter = (...events: readonly CaseEvent[]): Clocks => stateAfter(...inConference(), ...events).clocks;
const opened = clocksAfter();

describe('recording progress', () => {
  it('ends the clock of the conference, and the look back counts from it', () => {
    given(...inConference())
      .when(record('conference-held'))
      .thenEvents(event('conference-held'));
    deepStrictEqual(clocksAfter(event('conference-held')), { monitorBy });
  });
  it('starts the next look back', () => {
    given(...inConference(), event('conference-held'))
      .when(record('looked-back'))
      .thenEvents(event('looked-back'));
    deepStrictEqual(clocksAfter(event('looked-back')), { ...opened, monitorBy });
  });
  it('ends the wait for the centre, and nothing else', () => {
    given(...inConference(), centreJoins)
      .when(record('centre-answered'))
      .thenEvents(event('centre-answered'));
    deepStrictEqual(clocksAfter(centreJoins, event('centre-answered')), opened);
  });
  it('refuses what was recorded before', () =>
    given(...inConference(), event('conference-held'))
      .when(record('conference-held'))
      .thenRefused('nothing-to-record'));
  it('refuses an answer that nobody waits for', () =>
    given(...inConference())
      .when(record('centre-answered'))
      .thenRefused('nothing-to-record'));
  for (const stage of ['admitted', 'closing', 'closed'] as const) {
    it(`refuses outside the conference: ${stage}`, () =>
      given(...histories[stage])
        .when(record('conference-held'))
        .thenRefused('nothing-to-record'));
  }
});

describe('what is next in a conference', () => {
  const next = (...events: readonly CaseEvent[]) => {
    const file = stateAfter(...inConference(), ...events);
    return [nextStep(file), nextProgress(file)];
  };
  it('is the conference, and not yet a look back at it', () =>
    deepStrictEqual(next(), [{ what: 'hold-conference', due: conferenceBy }, 'conference-held']));
  it('is the look back once it was held', () =>
    deepStrictEqual(next(event('conference-held')), [{ what: 'look-back', due: monitorBy }, 'looked-back']));
  it('is the answer of the centre when that is due first', () =>
    deepStrictEqual(next(centreJoins), [{ what: 'centre-answers', due: answerBy }, 'centre-answered']));
  it('is not the answer of the centre when something else is due before', () => {
    const late: CaseEvent = { type: 'CentreInvolved', data: { ...commands.InvolveCentre, answerBy: monitorBy } };
    deepStrictEqual(next(late), [{ what: 'hold-conference', due: conferenceBy }, 'conference-held']);
  });
  it('is a look back, after a case was reopened', () => {
    const data = { ...commands.ReopenCase, monitorBy, to: 'conference' } as const;
    const file = stateAfter(...histories.closed, { type: 'CaseReopened', data });
    deepStrictEqual([nextStep(file), file.clocks], [{ what: 'look-back', due: monitorBy }, { monitorBy }]);
  });
  it('has nothing to record before there is a conference', () =>
    deepStrictEqual(nextProgress(stateAfter(...histories.admitted)), undefined));
});

describe('progress on the card of the process director', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
    await bringTo(bench.store, inConference());
  });
  afterEach(() => bench.store.close());
  const click = (person: typeof director, what: string) =>
    bench.click(person, 'action cases/progress', { case: id, what });

  it('offers what is next, and records it', async () => {
    const shown = await click(director, 'conference-held');
    deepStrictEqual([shown.name, shown.outcome], ['cases/director', 'done']);
    ok(shown.card.includes('Vastgelegd: Overleg gehouden'));
    ok(shown.card.includes('"title":"Teruggekeken"') && !shown.card.includes('"title":"Overleg gehouden"'));
    deepStrictEqual((await caseIn(bench.store)).clocks, { monitorBy: '2026-12-21T09:00:00.000Z' });
  });
  it('takes it from the chair too', async () => strictEqual((await click(chair, 'conference-held')).outcome, 'done'));
  it('shows how it stands when it was recorded already', async () => {
    await click(director, 'conference-held');
    const shown = await click(director, 'conference-held');
    deepStrictEqual([shown.name, shown.outcome], ['cases/director', 'nothing-to-record']);
    ok(shown.card.includes('Hier valt nu niets vast te leggen'));
  });
  it('is refused to others', async () => {
    for (const person of [applicant, helper])
      strictEqual((await click(person, 'conference-held')).outcome, 'not-allowed');
    deepStrictEqual((await caseIn(bench.store)).clocks.conferenceBy, conferenceBy);
  });
  it('does nothing when the very same click comes again', async () => {
    const data = { case: id, what: 'conference-held' };
    const [, second] = await bench.clickTwice(director, 'action cases/progress', data);
    strictEqual(second.outcome, 'done');
  });
});

import { deepStrictEqual } from 'node:assert/strict';
import { type CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { closedAdvice, commands, fileAfter, given, histories, sample } from './samples.ts';
import { admission, chair, closed, closing, director, later } from './stories.ts';

const reopened = (to: 'conference' | 'submitted'): CaseEvent => ({
  type: 'CaseReopened',
  data: { ...commands.ReopenCase, to },
});
const locked = (archived: boolean): CaseEvent => ({ type: 'ChannelArchived', data: { at: later, archived } });
const about = (...history: readonly CaseEvent[]) => {
  const { stage, clocks, reopened: times, channel } = fileAfter(...history);
  return { stage, clocks, times, channel: channel.status };
};

describe('a case that is being closed', () => {
  it('keeps what was learned of it, and its clocks, until it is signed off', () => {
    const { stage, closing: kept, clocks } = fileAfter(...histories.closing);
    deepStrictEqual(
      { stage, kept, clocks },
      { stage: 'closing', kept: closing, clocks: fileAfter(...histories.conference).clocks },
    );
  });

  it('goes back to the conference when it is sent back', () => {
    const back: CaseEvent = { type: 'ClosingSentBack', data: commands.SendBackClosing };
    deepStrictEqual(fileAfter(...histories.closing, back).stage, 'conference');
  });

  it('has no clock once it is closed', () =>
    deepStrictEqual(about(...closed()), { stage: 'closed', clocks: {}, times: 0, channel: 'ready' }));

  it('may be closed by its process director only, also when the chair started it (domain.md A15)', () =>
    given(...histories.closing)
      .when(sample('SignOff', { by: chair }))
      .thenRefused('not-process-director'));

  it('may be signed off by whoever is both', () => {
    const history = histories.closing.map((event): CaseEvent =>
      event.type === 'CaseAdmitted' ? { ...event, data: { ...admission, processDirector: chair } } : event,
    );
    given(...history)
      .when(sample('SignOff', { by: chair }))
      .thenEvents({ type: 'CaseClosed', data: { at: later, by: chair } });
    given(...history)
      .when(sample('SignOff', { by: director }))
      .thenRefused('not-process-director');
  });
});

describe('a case that is reopened', () => {
  it('goes on in its channel, without a clock', () =>
    deepStrictEqual(about(...closed(), reopened('conference')), {
      ...{ stage: 'conference', clocks: {}, times: 1, channel: 'ready' },
    }));

  it('goes on in a channel that was locked', () =>
    given(...closed(), locked(true))
      .when(sample('ReopenCase'))
      .thenEvents(reopened('conference')));

  it('goes to triage when it was closed with advice', () =>
    given(...closedAdvice)
      .when(sample('ReopenCase'))
      .thenEvents(reopened('submitted')));

  it('has the clock of triage there', () =>
    deepStrictEqual(about(...closedAdvice, reopened('submitted')), {
      ...{ stage: 'submitted', clocks: { triageBy: commands.ReopenCase.triageBy }, times: 1, channel: 'none' },
    }));

  it('counts how often', () =>
    deepStrictEqual(
      fileAfter(...closed(), reopened('conference'), ...closed().slice(-2), reopened('conference')).reopened,
      2,
    ));

  it('has its process director and people of before', () => {
    const { participants, processDirector } = fileAfter(...closed(), reopened('conference'));
    deepStrictEqual(
      { participants, processDirector },
      { participants: admission.participants, processDirector: director },
    );
  });
});

describe('the lock on the channel', () => {
  it('goes on and off', () => {
    deepStrictEqual(about(...closed(), locked(true)).channel, 'archived');
    deepStrictEqual(about(...closed(), locked(true), locked(false)).channel, 'ready');
  });
  it('is recorded when it goes off', () =>
    given(...closed(), locked(true))
      .when(sample('RecordChannelArchived', { archived: false }))
      .thenEvents(locked(false)));
  it('does nothing when it is off already', () =>
    given(...closed())
      .when(sample('RecordChannelArchived', { archived: false }))
      .thenNothing());
});

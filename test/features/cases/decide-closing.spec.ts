import { caseDecider } from '../../../src/features/cases/case.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  adviceOnly,
  chair,
  closed,
  closing,
  command,
  director,
  inClosing,
  inConference,
  later,
  returned,
  submitted,
} from './stories.ts';

const given = specify(caseDecider);

describe('starting to close', () => {
  const start = command('StartClosing', { at: later, closing });
  it('starts', () =>
    given(...inConference())
      .when(start)
      .thenEvents({ type: 'ClosingStarted', data: { at: later, closing } }));
  for (const field of ['lessonsCooperation', 'lessonsContent'] as const) {
    it(`refuses without ${field}`, () =>
      given(...inConference())
        .when(command('StartClosing', { at: later, closing: { ...closing, [field]: ' ' } }))
        .thenRefused('lessons-missing'));
  }
  it('refuses outside the conference', () =>
    given(...submitted())
      .when(start)
      .thenRefused('not-in-conference'));
});

describe('sending the closing back', () => {
  const data = { at: later, by: director, reason: 'Er mist nog een plek.' };
  const sendBack = command('SendBackClosing', data);
  it('sends back', () =>
    given(...inClosing())
      .when(sendBack)
      .thenEvents({ type: 'ClosingSentBack', data }));
  it('refuses anybody but the process director', () =>
    given(...inClosing())
      .when(command('SendBackClosing', { ...data, by: chair }))
      .thenRefused('not-process-director'));
  it('refuses without a reason', () =>
    given(...inClosing())
      .when(command('SendBackClosing', { ...data, reason: '' }))
      .thenRefused('reason-missing'));
  it('refuses what is not being closed', () =>
    given(...inConference())
      .when(sendBack)
      .thenRefused('not-closing'));
});

describe('signing off', () => {
  const data = { at: later, by: director };
  it('closes', () =>
    given(...inClosing())
      .when(command('SignOff', data))
      .thenEvents({ type: 'CaseClosed', data }));
  it('refuses anybody but the process director', () =>
    given(...inClosing())
      .when(command('SignOff', { at: later, by: chair }))
      .thenRefused('not-process-director'));
  it('refuses what is not being closed', () =>
    given(...closed())
      .when(command('SignOff', data))
      .thenRefused('not-closing'));
});

describe('closing an advice', () => {
  const data = { at: later, by: chair };
  it('closes', () =>
    given(...adviceOnly())
      .when(command('CloseAdvice', data))
      .thenEvents({ type: 'CaseClosed', data }));
  it('refuses a case that was admitted', () =>
    given(...inConference())
      .when(command('CloseAdvice', data))
      .thenRefused('not-running'));
});

describe('reopening', () => {
  const data = { at: later, by: chair, reason: 'Het loopt weer vast.', triageBy: '2026-12-01T16:00:00.000Z' };
  const reopen = command('ReopenCase', data);
  it('goes on in its channel', () =>
    given(...closed())
      .when(reopen)
      .thenEvents({ type: 'CaseReopened', data: { ...data, to: 'conference' } }));
  it('goes back to triage without a channel', () =>
    given(...returned())
      .when(reopen)
      .thenEvents({ type: 'CaseReopened', data: { ...data, to: 'submitted' } }));
  it('refuses without a reason', () =>
    given(...closed())
      .when(command('ReopenCase', { ...data, reason: ' ' }))
      .thenRefused('reason-missing'));
  it('refuses a running case', () =>
    given(...inConference())
      .when(reopen)
      .thenRefused('not-closed'));
});

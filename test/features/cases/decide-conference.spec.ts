import { caseDecider } from '../../../src/features/cases/case.ts';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  admission,
  admitted,
  applicant,
  centreWorker,
  chair,
  closed,
  command,
  director,
  foreigner,
  foreignTenant,
  helper,
  inConference,
  later,
  steps,
  submitted,
} from './stories.ts';

const given = specify(caseDecider);

describe('adding a participant', () => {
  const participant = { person: helper, part: 'helper' } as const;
  const abroad = { person: foreigner, part: 'helper', tenantId: foreignTenant } as const;
  const add = command('AddParticipant', { at: later, participant });
  it('adds', () =>
    given(...admitted())
      .when(add)
      .thenEvents({ type: 'ParticipantAdded', data: { at: later, participant } }));
  it('adds somebody of another tenant to a shared channel', () =>
    given(...submitted(), { type: 'CaseAdmitted', data: { ...admission, kind: 'shared' } })
      .when(command('AddParticipant', { at: later, participant: abroad }))
      .thenEvents({ type: 'ParticipantAdded', data: { at: later, participant: abroad } }));
  it('refuses somebody of another tenant in a private channel', () =>
    given(...admitted())
      .when(command('AddParticipant', { at: later, participant: abroad }))
      .thenRefused('other-tenant'));
  it('refuses who is in it already', () =>
    given(...admitted())
      .when(command('AddParticipant', { at: later, participant: { person: applicant, part: 'helper' } }))
      .thenRefused('already-in-case'));
  it('refuses before admission', () =>
    given(...submitted())
      .when(add)
      .thenRefused('not-running'));
  it('refuses after closing', () =>
    given(...closed())
      .when(add)
      .thenRefused('not-running'));
});

describe('removing a participant', () => {
  const remove = command('RemoveParticipant', { at: later, person: applicant });
  it('removes', () =>
    given(...inConference())
      .when(remove)
      .thenEvents({ type: 'ParticipantRemoved', data: { at: later, person: applicant } }));
  it('refuses who is not in it', () =>
    given(...inConference())
      .when(command('RemoveParticipant', { at: later, person: helper }))
      .thenRefused('not-in-case'));
  for (const person of [chair, director]) {
    it(`refuses the one the case cannot do without (${person.slice(-2)})`, () =>
      given(...inConference())
        .when(command('RemoveParticipant', { at: later, person }))
        .thenRefused('needed-in-case'));
  }
  it('refuses after closing', () =>
    given(...closed())
      .when(remove)
      .thenRefused('not-running'));
});

describe('involving the centre', () => {
  const data = {
    at: later,
    tried: 'Alles in de regio gevraagd.',
    staff: [{ person: centreWorker, part: 'centre' as const }],
    answerBy: '2026-12-01T16:00:00.000Z',
  };
  const involve = command('InvolveCentre', data);
  it('involves', () =>
    given(...inConference())
      .when(involve)
      .thenEvents({ type: 'CentreInvolved', data }));
  it('refuses without what was tried', () =>
    given(...inConference())
      .when(command('InvolveCentre', { ...data, tried: '' }))
      .thenRefused('tried-missing'));
  it('refuses a second time', () =>
    given(...inConference(), { type: 'CentreInvolved', data })
      .when(involve)
      .thenRefused('centre-already-involved'));
  it('refuses before admission', () =>
    given(...submitted())
      .when(involve)
      .thenRefused('not-running'));
});

describe('recording the steps of making the channel', () => {
  const monitorBy = '2026-12-22T09:00:00.000Z';
  const step = command('RecordChannelStep', { at: later, step: 'create', channelId: '19:channel' });
  const created = { type: 'ChannelStepDone', data: { at: later, step: 'create', channelId: '19:channel' } } as const;
  it('records a step', () =>
    given(...admitted())
      .when(step)
      .thenEvents(created));
  it('opens the conference with the last one', () => {
    const data = { at: later, step: 'summary', monitorBy } as const;
    given(...admitted(), ...steps())
      .when(command('RecordChannelStep', data))
      .thenEvents({ type: 'ChannelStepDone', data }, { type: 'ConferenceOpened', data: { at: later, monitorBy } });
  });
  it('does nothing for a step that was recorded', () =>
    given(...admitted(), created)
      .when(step)
      .thenNothing());
  it('refuses when no channel is being made', () =>
    given(...inConference())
      .when(step)
      .thenRefused('no-channel-in-making'));
});

describe('recording trouble with the channel', () => {
  const trouble = { at: later, trouble: 'app-not-enabled' } as const;
  const record = command('RecordChannelTrouble', trouble);
  const troubled: CaseEvent = { type: 'ChannelTroubled', data: trouble };
  it('records it', () =>
    given(...admitted())
      .when(record)
      .thenEvents(troubled));
  it('does nothing for the same trouble again', () =>
    given(...admitted(), troubled)
      .when(record)
      .thenNothing());
  it('refuses when no channel is being made', () =>
    given(...inConference())
      .when(record)
      .thenRefused('no-channel-in-making'));
});

describe('recording that the channel is locked', () => {
  const record = command('RecordChannelArchived', { at: later, archived: true });
  const archived = { type: 'ChannelArchived', data: { at: later, archived: true } } as const;
  it('records it', () =>
    given(...closed())
      .when(record)
      .thenEvents(archived));
  it('does nothing when it was recorded', () =>
    given(...closed(), archived)
      .when(record)
      .thenNothing());
  it('does nothing without a channel', () =>
    given(...submitted())
      .when(record)
      .thenNothing());
});

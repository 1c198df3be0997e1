import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { type CaseEvent, type CaseCommand } from '../../../src/features/cases/case-messages.ts';
import { channelSteps, type ConferenceChannel } from '../../../src/features/cases/case-state.ts';
import { evolve } from '../../../src/features/cases/evolve.ts';
import { type AnyStage, commands, fileAfter, given, histories, sample, stateAfter } from './samples.ts';
import {
  admission,
  applicant,
  centreWorker,
  conferenceBy,
  foreigner,
  foreignTenant,
  helper,
  later,
  participants,
  steps,
  submitted,
} from './stories.ts';

const { admitted, conference, submitted: inTriage } = histories;
const channelAfter = (...history: readonly CaseEvent[]): ConferenceChannel => fileAfter(...history).channel;
const troubled = (trouble: 'app-not-enabled' | 'member-unknown'): CaseEvent => ({
  type: 'ChannelTroubled',
  data: { at: later, trouble },
});
const [create, members, app] = steps() as [CaseEvent, CaseEvent, CaseEvent];

describe('a channel in the making', () => {
  const making = { status: 'making', kind: 'private' } as const;
  const helped = { ...making, askedForHelp: true };
  const channelId = '19:channel';
  const table: readonly (readonly [string, readonly CaseEvent[], ConferenceChannel])[] = [
    [
      'knows what is done, and the channel from its making on',
      [create, members],
      { ...making, channelId, done: ['create', 'members'] },
    ],
    [
      'stays in trouble while the bot is not let in',
      [create, troubled('app-not-enabled'), members],
      { ...helped, channelId, done: ['create', 'members'], trouble: 'app-not-enabled' },
    ],
    [
      'shows its trouble',
      [create, troubled('app-not-enabled')],
      { ...helped, channelId, done: ['create'], trouble: 'app-not-enabled' },
    ],
    [
      'is out of trouble once the bot is let in',
      [create, troubled('app-not-enabled'), app],
      { ...helped, channelId, done: ['create', 'app'] },
    ],
    [
      'goes on without a person who is not known, who stays trouble',
      [create, troubled('member-unknown'), members, app],
      { ...helped, channelId, done: ['create', 'members', 'app'], trouble: 'member-unknown' },
    ],
    [
      'shows the latest trouble',
      [create, troubled('member-unknown'), members, troubled('app-not-enabled')],
      { ...helped, channelId, done: ['create', 'members'], trouble: 'app-not-enabled' },
    ],
  ];
  for (const [name, history, expected] of table) {
    it(name, () => deepStrictEqual(channelAfter(...admitted, ...history), expected));
  }

  it('is ready with its last step, whichever that is', () => {
    for (const last of channelSteps) {
      const before = channelSteps.filter((step) => step !== last);
      const done = before.map((step): CaseEvent => ({ type: 'ChannelStepDone', data: { at: later, step, channelId } }));
      const data = { at: later, step: last, channelId } as const;
      given(...admitted, ...done)
        .when({ type: 'RecordChannelStep', data })
        .thenEvents({ type: 'ChannelStepDone', data }, { type: 'ConferenceOpened', data: { at: later } });
    }
  });

  it('keeps the clock of the conference when it is ready, and starts that of looking back', () =>
    deepStrictEqual(fileAfter(...conference).clocks, { conferenceBy, monitorBy: '2026-12-22T09:00:00.000Z' }));

  it('is shared when somebody of another tenant was there at admission', () => {
    const shared: CaseEvent = { type: 'CaseAdmitted', data: { ...admission, kind: 'shared' } };
    deepStrictEqual(channelAfter(...inTriage, shared, create, members, app, ...conference.slice(-2)), {
      status: 'ready',
      kind: 'shared',
      channelId,
    });
  });
});

describe('the people of a case', () => {
  const joined: CaseEvent = { type: 'ParticipantAdded', data: commands.AddParticipant };
  const involved: CaseEvent = {
    type: 'CentreInvolved',
    data: {
      ...commands.InvolveCentre,
      staff: [
        { person: centreWorker, part: 'centre' },
        { person: helper, part: 'centre' },
      ],
    },
  };

  it('come and go', () => {
    const left: CaseEvent = { type: 'ParticipantRemoved', data: { at: later, person: applicant } };
    const people = fileAfter(...conference, joined, left).participants;
    deepStrictEqual(people, [...participants.slice(0, 2), { person: helper, part: 'helper' }]);
  });

  it('may be of another tenant while there is no channel yet that cannot take them', () => {
    const participant = { person: foreigner, part: 'helper', tenantId: foreignTenant } as const;
    given(...inTriage, { type: 'CaseAdmitted', data: { ...admission, kind: 'shared' } })
      .when(sample('AddParticipant', { participant }))
      .thenEvents({ type: 'ParticipantAdded', data: { at: later, participant } });
  });

  it('are joined by those of the centre, who add nothing when they were in it', () => {
    const { participants: people, centreInvolved, clocks } = fileAfter(...conference, joined, involved);
    const centre = { person: centreWorker, part: 'centre' };
    deepStrictEqual(people, [...participants, { person: helper, part: 'helper' }, centre]);
    deepStrictEqual(centreInvolved, { tried: commands.InvolveCentre.tried, at: later, staff: [centreWorker, helper] });
    const { answerBy } = commands.InvolveCentre;
    deepStrictEqual(clocks, { ...fileAfter(...conference).clocks, centreAnswerBy: answerBy });
  });

  it('do not own the case when they are of the centre (domain.md A6)', () => {
    const before = fileAfter(...conference);
    const after = fileAfter(...conference, involved);
    const owners = ({ team, municipality, processDirector, stage }: typeof before) => ({
      ...{ team, municipality, processDirector, stage },
    });
    deepStrictEqual(owners(after), owners(before));
  });
});

describe('a case that gets an event that it does not know', () => {
  const unknown = { type: 'Teleported', data: { at: '2030-01-01T00:00:00.000Z' } } as unknown as CaseEvent;
  for (const [stage, history] of Object.entries(histories)) {
    it(`stays as it was: ${stage}`, () => {
      const state = stateAfter(...history);
      strictEqual(evolve(state, unknown), state);
    });
  }

  const misfits: readonly (readonly [AnyStage, CaseEvent])[] = [
    ['none', { type: 'IntakeSaved', data: commands.SaveIntake }],
    ['none', { type: 'CaseSubmitted', data: commands.SubmitCase }],
    ['draft', { type: 'CaseLinked', data: commands.LinkCase }],
    ['submitted', { type: 'DraftStarted', data: commands.StartDraft }],
  ];
  for (const [stage, event] of misfits) {
    it(`stays as it was at an event of another stage: ${stage}, ${event.type}`, () => {
      const state = stateAfter(...histories[stage]);
      strictEqual(evolve(state, event), state);
    });
  }

  const ofChannel: readonly (readonly [AnyStage, CaseEvent])[] = [
    ['submitted', { type: 'ChannelStepDone', data: commands.RecordChannelStep }],
    ['submitted', troubled('app-not-enabled')],
    ['conference', create],
    ['conference', troubled('app-not-enabled')],
    ['admitted', { type: 'ChannelArchived', data: { at: later, archived: true } }],
    ['admitted', { type: 'ConferenceOpened', data: { at: later } }],
  ];
  for (const [stage, event] of ofChannel) {
    it(`keeps its channel and stage: ${stage}, ${event.type}`, () => {
      const [before, after] = [fileAfter(...histories[stage]), fileAfter(...histories[stage], event)];
      deepStrictEqual([after.stage, after.channel], [before.stage, before.channel]);
    });
  }
});

describe('a step that was recorded', () => {
  const again = (command: CaseCommand) => given(...admitted, create, troubled('app-not-enabled')).when(command);
  it('does nothing the second time', () => again(sample('RecordChannelStep')).thenNothing());
  it('does nothing for the trouble there is', () => again(sample('RecordChannelTrouble')).thenNothing());
  it('is recorded for other trouble', () =>
    again(sample('RecordChannelTrouble', { trouble: 'member-unknown' })).thenEvents(troubled('member-unknown')));
  it('is refused before there is a case', () =>
    given(...submitted().slice(0, 2))
      .when(sample('RecordChannelStep'))
      .thenRefused('no-channel-in-making'));
  it('does nothing to lock what is still being made', () =>
    given(...admitted, create)
      .when(sample('RecordChannelArchived'))
      .thenNothing());
});

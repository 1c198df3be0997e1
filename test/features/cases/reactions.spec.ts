import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { type PersonId } from '../../../src/core/ids.ts';
import { type Destination, type Effect } from '../../../src/core/effect.ts';
import { caseDecider } from '../../../src/features/cases/case.ts';
import { type CaseCommand, type CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { type Case } from '../../../src/features/cases/case-state.ts';
import { react } from '../../../src/features/cases/reactions.ts';
import { anyCourse, closedAdvice, commands, histories, secret, stateAfter, straightOn } from './samples.ts';
import { applicant, chair, director, helper, later, sibling, steps, submitted, team, wolf } from './stories.ts';

/** What the last event of the history sets in motion. */
function reactionsTo(...history: readonly CaseEvent[]): readonly Effect[] {
  const event = history.at(-1);
  return event ? react(event, stateAfter(...history)) : [];
}

function cardOf(slot: string, to: Destination, lane = `card-${slot}`): Effect {
  const named = slot.replace(/-\d+$/, '');
  const card = `cases/${named === 'applicant' ? 'status' : named}`;
  return { kind: 'show-card', key: `card-${slot}`, lane, data: { slot, card, to } };
}
const channel = { teamId: team.teamsGroupId, channelId: '19:channel' };
const toApplicant = cardOf('applicant', { person: applicant });
const toChair = cardOf('triage', { person: chair });
const toDirector = cardOf('director', { person: director });
const summary = cardOf('summary', channel, 'channel');
const work = (step: string, key = `channel-${step}`): Effect => ({
  ...{ kind: 'case-channel', key, lane: 'channel', data: { step } },
});
const link: Effect = { kind: 'case-link', key: `link-${sibling}`, data: { number: sibling } };
const people = [toApplicant, toChair, toDirector];

const { draft, supplement, admitted, conference, closing, closed } = histories;
const [create, members, app] = steps() as [CaseEvent, CaseEvent, CaseEvent];
const made = [...admitted, create];
const joined: CaseEvent = { type: 'ParticipantAdded', data: commands.AddParticipant };
const left: CaseEvent = { type: 'ParticipantRemoved', data: commands.RemoveParticipant };
const involved: CaseEvent = { type: 'CentreInvolved', data: commands.InvolveCentre };
const troubled: CaseEvent = { type: 'ChannelTroubled', data: commands.RecordChannelTrouble };
const locked = (archived: boolean): CaseEvent => ({ type: 'ChannelArchived', data: { at: later, archived } });
const reopened = (to: 'conference' | 'submitted'): CaseEvent => ({
  type: 'CaseReopened',
  data: { ...commands.ReopenCase, to },
});
const resubmitted: CaseEvent = { type: 'CaseResubmitted', data: commands.ResubmitCase };
const saved: CaseEvent = { type: 'IntakeSaved', data: { at: later, intake: { ...wolf, siblingCase: sibling } } };

const replaced = (person: PersonId): CaseEvent => ({
  type: 'ProcessDirectorReplaced',
  data: { ...commands.ReplaceProcessDirector, person },
});
const formerDirector = { ...toDirector, data: { ...toDirector.data, card: 'cases/status' } };

/** Everything in the order in which it is asked for: in a lane that is the order in which it is done. */
const table: readonly (readonly [string, readonly CaseEvent[], readonly Effect[]])[] = [
  ['a draft: nothing', draft.slice(0, 1), []],
  ['a draft that is saved: nothing', draft, []],
  ['a submission: cards to the applicant and the chair', submitted(), [toApplicant, toChair]],
  [
    'a submission of a brother or sister: the link first',
    submitted({ ...wolf, siblingCase: sibling }),
    [link, toApplicant, toChair],
  ],
  ['an empty sibling field: no link', submitted({ ...wolf, siblingCase: '' }), [toApplicant, toChair]],
  ['a form that is completed: the cards', [...supplement, saved], [toApplicant, toChair]],
  [
    'a form that is completed while the team has it: the link too',
    [...submitted(), saved],
    [link, toApplicant, toChair],
  ],
  ['submitted again: the cards', [...supplement, resubmitted], [toApplicant, toChair]],
  [
    'submitted again with a brother or sister: the link too',
    [...supplement, saved, resubmitted],
    [link, toApplicant, toChair],
  ],
  ['more is asked: the cards', supplement, [toApplicant, toChair]],
  ['advice only: the cards', histories['advice-only'], [toApplicant, toChair]],
  ['returned: the cards', histories.returned, [toApplicant, toChair]],
  ['admitted: the channel is made', admitted, [work('create'), ...people]],
  [
    'the channel is there: people, then the bot, then the summary, and last the step that waits for it',
    made,
    [work('members'), work('app'), ...people, summary, work('summary')],
  ],
  ['its people are in: the cards', [...made, members], people],
  ['the bot is let in: the cards', [...made, members, app], people],
  ['its last step: the cards', conference.slice(0, -1), people],
  [
    'trouble: the chair is asked as owner of the channel',
    [...made, troubled],
    [...people, cardOf('trouble', { person: chair })],
  ],
  [
    'a step after trouble: who was asked for help sees on the same card how it is',
    [...made, troubled, members],
    [...people, cardOf('trouble', { person: chair })],
  ],
  [
    'open after trouble: no more of it',
    [...made, troubled, members, app, ...conference.slice(-2)],
    [...people, summary],
  ],
  ['the conference is open: the summary too', conference, [...people, summary]],
  ['linked: the cards', [...conference, { type: 'CaseLinked', data: commands.LinkCase }], [...people, summary]],
  ['somebody joins: into the channel', [...conference, joined], [work('members'), ...people, summary]],
  ['somebody leaves: out of the channel', [...conference, left], [work('members'), ...people, summary]],
  ['the centre is involved: into the channel', [...conference, involved], [work('members'), ...people, summary]],
  ['somebody joins while the channel is being filled', [...made, joined], [work('members'), ...people]],
  ['somebody joins before there is a channel: it takes them when it is made', [...admitted, joined], people],
  [
    'progress: the cards, with what is next',
    [...conference, { type: 'ProgressRecorded', data: commands.RecordProgress }],
    [...people, summary],
  ],
  [
    'another process director: into the channel, a card of their own, and how it stands for the former one',
    [...conference, replaced(helper)],
    [work('members'), toApplicant, toChair, cardOf('director-1', { person: helper }), formerDirector, summary],
  ],
  [
    'what comes after that: nothing for the former one',
    [...conference, replaced(helper), joined],
    [work('members'), toApplicant, toChair, cardOf('director-1', { person: helper }), summary],
  ],
  ['closing starts', closing, [...people, summary]],
  [
    'closing is sent back',
    [...closing, { type: 'ClosingSentBack', data: commands.SendBackClosing }],
    [...people, summary],
  ],
  [
    'closed: its last cards are in the channel before it is locked',
    closed,
    [...people, summary, cardOf('closed-0', { ...channel, threadOf: 'summary' }, 'channel'), work('archive')],
  ],
  ['closed with advice: no channel', closedAdvice, [toApplicant, toChair]],
  ['locked: nothing more in the channel', [...closed, locked(true)], people],
  [
    'reopened: unlocked before its cards come',
    [...closed, locked(true), reopened('conference')],
    [work('unarchive', 'channel-archive'), ...people, summary],
  ],
  ['unlocked: the summary again', [...closed, locked(true), locked(false)], [...people, summary]],
  ['reopened without a channel: the cards', [...closedAdvice, reopened('submitted')], [toApplicant, toChair]],
  [
    'closed once more: another message that it is closed',
    [...closed, reopened('conference'), ...closed.slice(-2)],
    [...people, summary, cardOf('closed-1', { ...channel, threadOf: 'summary' }, 'channel'), work('archive')],
  ],
];

describe('what an event of a case sets in motion', () => {
  for (const [name, history, expected] of table) it(name, () => deepStrictEqual(reactionsTo(...history), expected));

  it('was looked at for every event', () => {
    const looked = new Set(table.map(([, history]) => history.at(-1)?.type));
    const played = fc.sample(anyCourse, { numRuns: 500, seed: 7 }).flatMap(reactionsOf);
    const unseen = played.map(({ event }) => event.type).filter((type) => !looked.has(type));
    deepStrictEqual(unseen, []);
  });
});

type Reaction = Readonly<{ event: CaseEvent; before: Case; after: Case; effects: readonly Effect[] }>;

function reactionsOf(course: readonly CaseCommand[]): readonly Reaction[] {
  const reactions: Reaction[] = [];
  let before = caseDecider.initial;
  for (const command of course) {
    const decision = caseDecider.decide(command, before);
    for (const event of decision.outcome === 'accepted' ? decision.events : []) {
      const after = caseDecider.evolve(before, event);
      reactions.push({ event, before, after, effects: react(event, after) });
      before = after;
    }
  }
  return reactions;
}

describe('effects of whatever happens to a case', () => {
  const forEvery = (check: (reactions: readonly Reaction[]) => void): void =>
    fc.assert(
      fc.property(anyCourse, (course) => check(reactionsOf(course))),
      { numRuns: 400 },
    );

  it('hold nothing personal: no pseudonym, no reason, nothing that was typed (design, decision 5)', () =>
    forEvery((reactions) => {
      const told = JSON.stringify(reactions.map(({ effects }) => effects));
      ok(!told.includes(secret), told);
    }));

  it('hold only the fields that are known', () =>
    forEvery((reactions) => {
      const fields = reactions.flatMap(({ effects }) => effects.flatMap(({ data }) => Object.keys(data)));
      const known = ['slot', 'card', 'to', 'step', 'number'];
      deepStrictEqual(
        fields.filter((field) => !known.includes(field)),
        [],
      );
    }));

  it('have each key once', () =>
    forEvery((reactions) => {
      for (const { effects } of reactions) {
        const keys = effects.map(({ key }) => key);
        deepStrictEqual(keys, [...new Set(keys)]);
      }
    }));

  it('post the summary once while the channel is made, before the step that waits for it', () =>
    forEvery((reactions) => {
      const making = reactions.filter(({ after }) => 'channel' in after && after.channel.status === 'making');
      const lane = making.flatMap(({ effects }) => effects.filter((effect) => effect.lane === 'channel'));
      const keys = lane.map(({ key }) => key).filter((key) => key === 'card-summary' || key === 'channel-summary');
      const isMade = making.some(({ event }) => event.type === 'ChannelStepDone' && event.data.step === 'create');
      deepStrictEqual(keys, isMade ? ['card-summary', 'channel-summary'] : []);
    }));

  it('do everything in the channel one after another', () =>
    forEvery((reactions) => {
      for (const effect of reactions.flatMap(({ effects }) => effects)) {
        const inChannel = effect.kind === 'case-channel' || JSON.stringify(effect.data).includes('channelId');
        deepStrictEqual(effect.lane === 'channel', inChannel);
      }
    }));

  it('are cards for the applicant and the chair whenever a submitted case changes', () =>
    forEvery((reactions) => {
      for (const { after, effects } of reactions) {
        const keys = effects.map(({ key }) => key);
        const told = keys.includes('card-applicant') && keys.includes('card-triage');
        deepStrictEqual(told, after.stage !== 'draft');
      }
    }));

  it('come of the straight road in this order, in the lane of the channel', () => {
    const lane = reactionsOf(straightOn).flatMap(({ effects }) =>
      effects.filter((effect) => effect.lane === 'channel'),
    );
    deepStrictEqual(
      lane.map(({ key }) => key),
      [
        ...['channel-create', 'channel-members', 'channel-app', 'card-summary', 'channel-summary'],
        ...['card-summary', 'card-summary', 'card-summary', 'card-closed-0', 'channel-archive'],
      ],
    );
  });
});

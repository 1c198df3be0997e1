import { deepEqual, equal, ok } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import {
  adviceTerm,
  decisionTerm,
  defaultDecisionClocks,
  expiryOf,
  reviewDate,
} from '../../../src/features/decisions/clocks.ts';
import { proposalAggregate } from '../../../src/features/decisions/aggregates.ts';
import { proposalDecider } from '../../../src/features/decisions/proposal.ts';
import type { ProposalEvent } from '../../../src/features/decisions/proposal-messages.ts';
import { react } from '../../../src/features/decisions/reactions.ts';
import * as story from './samples.ts';

const { author, holder, chair, member, later } = story;

/** What the last event sets in motion, shortly. */
function after(...events: readonly ProposalEvent[]): readonly string[] {
  const last = events.at(-1);
  ok(last);
  return react(last, fold(proposalDecider, events)).map(({ kind, key, due, data }) => {
    const to = data['to'] as { person?: string; channelId?: string } | undefined;
    const where = to ? ` → ${to.person ?? to.channelId}` : '';
    return `${kind === 'show-card' ? (data['card'] as string) : kind} ${key}${where}${due === undefined ? '' : ` at ${due}`}`;
  });
}

const authorCard = `decisions/proposal card-proposal → ${author}`;

describe('what an event sets in motion', () => {
  it('drafting: the author’s card, and a clock when somebody waits', () => {
    deepEqual(after(...story.drafted), [authorCard]);
    deepEqual(after(...story.raised), [`decision-tick expire at ${story.expiresAt}`, authorCard]);
  });

  it('asking advice: a vote', () => {
    deepEqual(after(...story.advising), ['decision-open-vote open-p-1-a1', authorCard]);
  });

  it('advice: a message of its own to the author, and nothing to who decides', () => {
    deepEqual(after(...story.withAdvice), [authorCard, `decisions/news card-news-AdviceGiven-${later} → ${author}`]);
  });

  it('asking a person: a card and a clock', () => {
    deepEqual(after(...story.deciding), [
      `decision-tick late at ${story.lateAt}`,
      authorCard,
      `decisions/decide card-decide-1 → ${holder}`,
    ]);
  });

  it('a vote that was taken back: a message to the author, and the card of the chair', () => {
    deepEqual(after(...story.adviceTakenBack), [
      authorCard,
      `decisions/news card-news-AdviceCancelled-${later} → ${author}`,
    ]);
    deepEqual(after(...story.voteTakenBack), [
      authorCard,
      `decisions/news card-news-VoteCancelled-${later} → ${author}`,
      `decisions/record card-record-p-1-d1 → ${chair}`,
    ]);
  });

  it('asking a body: a vote and a clock, and no card before it has voted', () => {
    deepEqual(after(...story.voting), [
      'decision-open-vote open-p-1-d1',
      `decision-tick late at ${story.lateAt}`,
      authorCard,
    ]);
    deepEqual(after(...story.voted('adopt')), [authorCard, `decisions/record card-record-p-1-d1 → ${chair}`]);
  });

  it('going up: the card of who had it, the vote of who has it', () => {
    const renewed: ProposalEvent = {
      type: 'RouteRenewed',
      data: { at: later, route: story.byBoard, was: story.byHolder.decide },
    };
    deepEqual(after(...story.deciding, renewed), [
      authorCard,
      `decisions/news card-news-RouteRenewed-${later} → ${author}`,
      `decisions/decide card-decide-1 → ${holder}`,
    ]);
  });

  it('amending: the vote that runs is taken back', () => {
    const amended: ProposalEvent = { type: 'ProposalAmended', data: { at: later, by: author, content: story.amended } };
    deepEqual(after(...story.advising, amended), ['decision-cancel-vote cancel-p-1-a1', authorCard]);
    deepEqual(after(...story.drafted, amended), [authorCard]);
  });

  it('opening and taking back a vote are in one lane', () => {
    const lanes = [story.advising, [...story.advising, story.withdrawn]].map((events) => {
      const last = events.at(-1);
      return last && react(last, fold(proposalDecider, events)).find(({ kind }) => kind.endsWith('vote'))?.lane;
    });
    deepEqual(lanes, ['vote-p-1-a1', 'vote-p-1-a1']);
  });

  it('being late: a message to the author', () => {
    const late: ProposalEvent = { type: 'DecisionLate', data: { at: story.afterLate } };
    deepEqual(after(...story.deciding, late), [
      authorCard,
      `decisions/news card-news-DecisionLate-${story.afterLate} → ${author}`,
      `decisions/decide card-decide-1 → ${holder}`,
    ]);
  });

  it('a decision: everybody concerned once, a clock for looking back, and who raised it', () => {
    const both = { people: [member, author, member], channels: [{ teamId: 't', channelId: 'c' }] };
    const decided = story.ruled(story.adopting);
    ok(decided.type === 'ProposalDecided');
    const event: ProposalEvent = { ...decided, data: { ...decided.data, informed: both } };
    deepEqual(after(...story.deciding, event), [
      'decision-tick review at 2027-05-24T07:00:00.000Z',
      authorCard,
      `decisions/decide card-decide-1 → ${holder}`,
      `decisions/informed card-informed-${author} → ${author}`,
      `decisions/informed card-informed-${member} → ${member}`,
      'decisions/informed card-informed-channel-0 → c',
    ]);
    ok(after(...story.decidingOnCase, event).includes('decision-settled settled-0'));
  });

  it('a rejection: nothing to look back on', () => {
    ok(after(...story.deciding, story.ruled(story.rejecting)).every((effect) => !effect.includes('review')));
  });

  it('postponing: a clock for its day', () => {
    ok(after(...story.deciding, story.postponed).includes('decision-tick resume at 2026-12-15T08:00:00.000Z'));
  });

  it('coming back: the clock of who waits begins anew', () => {
    const resumed: ProposalEvent = {
      type: 'ProposalResumed',
      data: { at: later, expiresAt: '2027-03-01T16:00:00.000Z' },
    };
    ok(
      after(...story.decidingOnCase, story.postponed, resumed).includes(
        'decision-tick expire at 2027-03-01T16:00:00.000Z',
      ),
    );
    ok(after(...story.deciding, story.postponed, resumed).every((effect) => !effect.includes('expire')));
  });

  it('looking back: a card to who carried it out', () => {
    const asked: ProposalEvent = { type: 'ReviewAsked', data: { at: later } };
    ok(after(...story.decided, asked).includes(`decisions/review card-review → ${author}`));
  });
});

describe('what a proposal is found by', () => {
  it('is its stage, author, centre, decider and the day of the decision', () => {
    const { fields } = proposalAggregate;
    deepEqual(fields({ stage: 'none' }), {});
    const base = { author, centre: 'LI', number: 'LI-V-2026-001' };
    deepEqual(fields(fold(proposalDecider, story.drafted)), { ...base, stage: 'draft', updatedAt: story.at });
    deepEqual(fields(fold(proposalDecider, story.decided)), {
      ...{ ...base, stage: 'decided', updatedAt: later, decidedOn: '2026-12-01', decider: holder },
    });
    equal(fields(fold(proposalDecider, story.voting))['decider'], undefined);
  });

  it('is the day it is in the Netherlands', () => {
    const event = story.ruled(story.adopting);
    const lastNight = { ...event, data: { ...event.data, at: '2026-12-31T23:30:00.000Z' } } as ProposalEvent;
    equal(proposalAggregate.fields(fold(proposalDecider, [...story.deciding, lastNight]))['decidedOn'], '2027-01-01');
  });
});

describe('the clocks of a proposal', () => {
  const calendar = { clocks: defaultDecisionClocks, isHoliday: (day: string) => day === '2026-12-25' };
  const from = '2026-12-14T09:00:00.000Z';

  it('give ten working days for advice, and remind on the day before', () => {
    deepEqual(adviceTerm(from, calendar), {
      closesAt: '2026-12-29T16:00:00.000Z',
      remindAt: '2026-12-28T16:00:00.000Z',
    });
  });

  it('are later for a body, which has to record what it voted', () => {
    deepEqual(decisionTerm(from, 'person', calendar).lateAt, '2026-12-29T16:00:00.000Z');
    deepEqual(decisionTerm(from, 'body', calendar).lateAt, '2027-01-01T16:00:00.000Z');
  });

  it('leave at least one day', () => {
    const short = { ...calendar, clocks: { ...defaultDecisionClocks, advice: 0 } };
    deepEqual(adviceTerm(from, short), { closesAt: '2026-12-15T16:00:00.000Z', remindAt: '2026-12-14T16:00:00.000Z' });
  });

  it('end what nobody decides on after forty working days, and look back after half a year', () => {
    equal(expiryOf(from, calendar), '2027-02-09T16:00:00.000Z');
    equal(reviewDate(from, calendar), '2027-06-14T08:00:00.000Z');
  });
});

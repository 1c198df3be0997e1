import { deepEqual, ok } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { proposalDecider } from '../../../src/features/decisions/proposal.ts';
import type { ProposalEvent } from '../../../src/features/decisions/proposal-messages.ts';
import { isWritten, over } from '../../../src/features/decisions/proposal-state.ts';
import { react, settledKind } from '../../../src/features/decisions/reactions.ts';
import { plays, type Step } from './plays.ts';
import * as story from './samples.ts';

const { at } = story;
const decidedIn = ({ events }: Step) => events.filter(({ type }) => type === 'ProposalDecided');

describe('a proposal, whatever happens to it', () => {
  it('is decided in some of those histories, by a person and by a body, and postponed, and amended', () => {
    const seen = new Set<string>();
    plays((steps) => {
      for (const event of steps.flatMap(({ events }) => events)) {
        seen.add(event.type === 'ProposalDecided' ? `${event.type}-${event.data.decides.by}` : event.type);
      }
    });
    const wanted = [
      'AdviceGiven',
      'RouteRenewed',
      'VoteClosed',
      'AdviceCancelled',
      'VoteCancelled',
      'ProposalAmended',
      'ProposalPostponed',
      'ProposalExpired',
    ];
    const missing = [...wanted, 'ProposalDecided-person', 'ProposalDecided-body'].filter((type) => !seen.has(type));
    deepEqual(missing, []);
  });

  it('is decided at most once, and does not change after that', () => {
    plays((steps) => {
      ok(steps.flatMap(decidedIn).length <= 1);
      for (const { before, events, after } of steps) {
        if (!isWritten(before) || !over.includes(before.stage)) continue;
        ok(events.every(({ type }) => type === 'ReviewAsked'));
        if (isWritten(after)) deepEqual(after.decision, before.decision);
      }
    });
  });

  it('is decided by whoever the route named at that moment, and by nobody else', () => {
    plays((steps) => {
      for (const { command, before, events } of steps) {
        if (events.length === 0 || command.type !== 'Decide' || !isWritten(before)) continue;
        const decides = before.route?.decide;
        ok(decides);
        if (decides.by === 'person') ok(decides.person === command.data.by);
        else ok(decides.body.id === command.data.chairOf && decides.body.kind !== 'sounding-board');
      }
    });
  });

  it('is never decided by advice', () => {
    plays((steps) => {
      for (const { command, before, events, after } of steps) {
        if (command.type !== 'RecordAdvice' || events.length === 0 || !isWritten(before) || !isWritten(after)) continue;
        deepEqual([after.stage, after.votes, after.decision], ['advised', before.votes, before.decision]);
      }
    });
  });

  it('is decided with a motivation, and for no more money than was asked', () => {
    plays((steps) => {
      for (const event of steps.flatMap(({ events }) => events)) {
        if (event.type !== 'ProposalDecided') continue;
        ok(event.data.ruling.motivation !== '');
      }
      const last = steps.at(-1)?.after;
      if (last && isWritten(last)) ok((last.decision?.amountCents ?? 0) <= (last.versions.at(-1)?.amountCents ?? 0));
    });
  });

  it('never reaches a sounding board about one case', () => {
    plays((steps, [start]) => {
      if (start?.type !== 'ProposalDrafted' || !start.data.case) return;
      ok(
        steps.every(
          ({ after }) => !isWritten(after) || after.advice.every(({ body }) => body.kind !== 'sounding-board'),
        ),
      );
    });
  });

  it('is decided on advice on its present text only', () => {
    plays((steps) => {
      for (const { events, after } of steps) {
        if (!events.some(({ type }) => type === 'ProposalAmended') || !isWritten(after)) continue;
        ok(after.stage === 'draft' && [...after.advice, ...after.votes].every(({ status }) => status !== 'open'));
      }
    });
  });

  it('has at most one vote that runs, and that in its stage', () => {
    plays((steps) => {
      for (const { after } of steps) {
        if (!isWritten(after)) continue;
        const open = (votes: typeof after.votes) => votes.filter(({ status }) => status === 'open').length;
        ok(open(after.advice) === (after.stage === 'advising' ? 1 : 0));
        ok(open(after.votes) <= (after.stage === 'deciding' ? 1 : 0));
      }
    });
  });

  it('tells who raised it every outcome once, and the last one last', () => {
    plays((steps, start) => {
      const isRaised = start === story.raised || start === story.decidingOnCase;
      const told = steps.flatMap(({ events, before }) => {
        let state = before;
        return events.flatMap((event) => {
          state = proposalDecider.evolve(state, event);
          return react(event, state).filter(({ kind }) => kind === settledKind);
        });
      });
      const last = steps.at(-1)?.after;
      const settlements = last && isWritten(last) ? last.settlements : [];
      deepEqual(
        told.map(({ data }) => data['index']),
        settlements.map((_, index) => index),
      );
      if (!isRaised) deepEqual(settlements, []);
      if (isRaised && last && isWritten(last)) {
        const final = settlements.filter((settlement) => settlement.outcome !== 'postponed');
        ok(final.length === (over.includes(last.stage) ? 1 : 0));
      }
    });
  });

  it('is the fold of its events, after a trip through JSON too', () => {
    plays((steps, start) => {
      const events = [...start, ...steps.flatMap((step) => step.events)];
      const stored = JSON.parse(JSON.stringify(events)) as readonly ProposalEvent[];
      deepEqual(fold(proposalDecider, stored), steps.at(-1)?.after ?? fold(proposalDecider, start));
    });
  });

  it('leaves what it does not know as it was', () => {
    const state = fold(proposalDecider, story.decided);
    const unknown = { type: 'FromTomorrow', data: { at } } as unknown as ProposalEvent;
    deepEqual(proposalDecider.evolve(state, unknown), state);
    deepEqual(proposalDecider.evolve({ stage: 'none' }, story.adviceGiven), { stage: 'none' });
    deepEqual(proposalDecider.evolve(state, story.drafted[0]!), state);
    deepEqual(react(story.adviceGiven, { stage: 'none' }), []);
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import { accept, fold } from '../../../src/core/decider.ts';
import { deadlineDecider } from '../../../src/features/deadlines/deadline.ts';
import type { DeadlineEvent } from '../../../src/features/deadlines/deadline-messages.ts';
import { type DeadlineFile, isKept } from '../../../src/features/deadlines/deadline-state.ts';
import { defaultPlans } from '../../../src/features/deadlines/nudge-plan.ts';
import { specify } from '../../support/decider-spec.ts';
import { due, els, facts, id, jan, judith, marieke, momentsFor, opened } from './samples.ts';

const given = specify(deadlineDecider);
const at = '2026-11-24T09:00:00.000Z';
const plan = defaultPlans.long;
const wish = { at: opened, id, facts, plan, moments: momentsFor(), reason: '' };
const kept: DeadlineEvent = { type: 'DeadlineKept', data: wish };
const deed = { title: { nl: 'Beslis', en: 'Decide' }, verb: 'cases/triage', data: {}, on: 'dialog' } as const;
const byDoing: DeadlineEvent = { type: 'DeadlineKept', data: { ...wish, facts: { ...facts, deed } } };
const done: DeadlineEvent = { type: 'DeadlineCompleted', data: { at, note: 'Klaar.', by: jan } };
const people = {
  owner: [{ person: jan }],
  official: [{ person: judith }],
  administrative: [{ person: els }],
};
const after = (...events: readonly DeadlineEvent[]): DeadlineFile => {
  const state = fold(deadlineDecider, events);
  if (!isKept(state)) throw new Error('nothing was kept');
  return state;
};

describe('a deadline', () => {
  describe('that another feature keeps', () => {
    it('opens', () => given().when({ type: 'KeepDeadline', data: wish }).thenEvents(kept));
    it('opens again after it was done', () =>
      given(kept, done).when({ type: 'KeepDeadline', data: wish }).thenEvents(kept));
    it('stays as it is when nothing changed', () =>
      given(kept)
        .when({ type: 'KeepDeadline', data: { ...wish, at, moments: [] } })
        .thenNothing());
    it('goes by another plan from then on', () => {
      const moments = momentsFor(due, at).slice(-1);
      const light: DeadlineEvent = { type: 'DeadlineReworded', data: { at, facts, plan: defaultPlans.light, moments } };
      given(kept)
        .when({ type: 'KeepDeadline', data: { ...wish, at, plan: defaultPlans.light, moments } })
        .thenEvents(light);
      deepEqual(after(kept, light).moments, moments);
    });
    it('is moved, handed over and reworded by what the feature knows now', () => {
      const later = '2027-01-15T16:00:00.000Z';
      const changed = { ...facts, due: later, owner: marieke, watchers: [els] };
      const decision = deadlineDecider.decide(
        {
          type: 'KeepDeadline',
          data: { ...wish, at, facts: changed, moments: momentsFor(later), reason: 'Uitgesteld.' },
        },
        after(kept),
      );
      const types = decision.outcome === 'accepted' ? decision.events.map(({ type }) => type) : [];
      deepEqual(types, ['DeadlineReworded', 'DeadlineMoved', 'DeadlineHandedOver']);
    });
  });

  describe('that is moved', () => {
    const to = '2027-01-15T16:00:00.000Z';
    const move = { at, due: to, moments: momentsFor(to, at), reason: 'Ziekte.', by: jan };
    it('gets its new date, with the old one and why', () =>
      given(kept)
        .when({ type: 'MoveDeadline', data: move })
        .thenEvents({ type: 'DeadlineMoved', data: { ...move, from: due } }));
    it('forgets what was planned for the old date', () => {
      const state = after(kept, { type: 'DeadlineMoved', data: { ...move, from: due } });
      deepEqual([state.moments, state.moves.length], [move.moments, 1]);
    });
    it('needs a reason', () =>
      given(kept)
        .when({ type: 'MoveDeadline', data: { ...move, reason: ' ' } })
        .thenRefused('reason-missing'));
    it('goes to another day, in the future', () => {
      given(kept)
        .when({ type: 'MoveDeadline', data: { ...move, due } })
        .thenRefused('same-date');
      given(kept)
        .when({ type: 'MoveDeadline', data: { ...move, due: opened } })
        .thenRefused('in-the-past');
    });
    it('stays where it is when its date follows from something else', () =>
      given(byDoing).when({ type: 'MoveDeadline', data: move }).thenRefused('kept-by-doing'));
    it('stays where it is once it is done', () =>
      given(kept, done).when({ type: 'MoveDeadline', data: move }).thenRefused('already-ended'));
  });

  describe('that is kept', () => {
    const say = { at, note: 'Klaar.', by: jan };
    it('is done', () => given(kept).when({ type: 'CompleteDeadline', data: say }).thenEvents(done));
    it('has nothing to come any more', () => deepEqual(after(kept, done).moments, []));
    it('is not done twice', () =>
      given(kept, done).when({ type: 'CompleteDeadline', data: say }).thenRefused('already-ended'));
    it('is not done by saying so when it is done by doing it', () =>
      given(byDoing).when({ type: 'CompleteDeadline', data: say }).thenRefused('kept-by-doing'));
    it('is done when the feature saw it done, once', () => {
      const seen = { at, note: '', by: 'system' } as const;
      given(byDoing)
        .when({ type: 'CompleteDeadline', data: seen })
        .thenEvents({ type: 'DeadlineCompleted', data: seen });
      given(kept, done).when({ type: 'CompleteDeadline', data: seen }).thenNothing();
    });
    it('comes back by its rhythm', () => {
      const again: DeadlineEvent = {
        type: 'DeadlineKept',
        data: { ...wish, facts: { ...facts, kind: 'recurring', rhythm: { every: 3, unit: 'month' } } },
      };
      const next = { due: '2027-03-18T16:00:00.000Z', moments: momentsFor('2027-03-18T16:00:00.000Z', at) };
      given(again)
        .when({ type: 'CompleteDeadline', data: { ...say, next } })
        .thenEvents({ type: 'CheckedIn', data: { ...say, ...next, was: due } });
      const state = after(again, { type: 'CheckedIn', data: { ...say, ...next, was: due } });
      deepEqual([state.stage, state.due, state.kept.map((each) => each.due)], ['open', next.due, [due]]);
    });
  });

  describe('that is dropped', () => {
    const drop = { at, reason: 'Niet meer nodig.', by: els };
    it('ends with a reason', () =>
      given(kept).when({ type: 'DropDeadline', data: drop }).thenEvents({ type: 'DeadlineDropped', data: drop }));
    it('needs the reason', () =>
      given(kept)
        .when({ type: 'DropDeadline', data: { ...drop, reason: '' } })
        .thenRefused('reason-missing'));
    it('is not dropped again', () =>
      given(kept, done)
        .when({ type: 'DropDeadline', data: { ...drop, by: 'system' } })
        .thenNothing());
  });

  describe('that somebody else takes', () => {
    const over = { at, to: marieke, by: jan, note: '' };
    const handed: DeadlineEvent = { type: 'DeadlineHandedOver', data: { ...over, from: jan, returned: false } };
    it('is theirs', () => {
      given(kept).when({ type: 'HandOverDeadline', data: over }).thenEvents(handed);
      equal(after(kept, handed).owner, marieke);
    });
    it('is not handed to who has it', () =>
      given(kept)
        .when({ type: 'HandOverDeadline', data: { ...over, to: jan } })
        .thenRefused('already-theirs'));
    it('goes back to who answers for it when it is not their task', () =>
      given(kept)
        .when({ type: 'ReturnDeadline', data: { at, by: jan, reason: 'Van het projectteam.' } })
        .thenEvents({
          type: 'DeadlineHandedOver',
          data: { at, from: jan, to: els, by: jan, note: 'Van het projectteam.', returned: true },
        }));
    it('never becomes nobody’s', () =>
      given({ type: 'DeadlineKept', data: { ...wish, facts: { ...facts, owner: els } } })
        .when({ type: 'ReturnDeadline', data: { at, by: els, reason: 'Niet van mij.' } })
        .thenRefused('nobody-else'));
  });

  describe('of which a moment has come', () => {
    const moments = momentsFor();
    const [first, second, third] = moments;
    const next = { name: 'T+17', at: '2027-01-04T06:00:00.000Z', to: 'owner' } as const;
    it('tells its owner once', () => {
      const reached = { at: first?.at ?? '', moment: first, due, passed: [], people: people.owner } as never;
      given(kept)
        .when({ type: 'ReachMoment', data: { at: first?.at ?? '', people, next } })
        .thenEvents({ type: 'MomentReached', data: reached });
      given(kept, { type: 'MomentReached', data: reached })
        .when({ type: 'ReachMoment', data: { at: first?.at ?? '', people, next } })
        .thenNothing();
    });
    it('says nothing before it', () =>
      given(kept)
        .when({ type: 'ReachMoment', data: { at: opened, people, next } })
        .thenNothing());
    it('tells of the last only, when several have come', () =>
      given(kept)
        .when({ type: 'ReachMoment', data: { at: third?.at ?? '', people, next } })
        .thenEvents({
          type: 'MomentReached',
          data: {
            ...{ at: third?.at ?? '', moment: third as never, due, people: people.owner },
            passed: [first?.name ?? '', second?.name ?? ''],
          },
        }));
    it('tells each level after a long silence, and goes on every week', () => {
      const late = '2027-02-01T06:00:00.000Z';
      const decision = deadlineDecider.decide({ type: 'ReachMoment', data: { at: late, people, next } }, after(kept));
      const told = decision.outcome === 'accepted' ? decision.events : [];
      deepEqual(
        told.map(({ type, data }) => [type, 'moment' in data ? data.moment.name : '']),
        [
          ['MomentReached', 'T+1'],
          ['MomentReached', 'T+7'],
          ['MomentReached', 'T+14'],
          ['MomentPlanned', 'T+17'],
        ],
      );
      const [planned] = after(kept, ...told).moments;
      deepEqual(planned, next);
    });
    it('tells nobody once it is done', () =>
      given(kept, done)
        .when({ type: 'ReachMoment', data: { at: '2027-02-01T06:00:00.000Z', people } })
        .thenNothing());
  });

  describe('that somebody else hears, in whose place they are away by now', () => {
    const told = { person: marieke, behalf: jan };
    const another: DeadlineEvent = { type: 'ToldAnother', data: { at, told } };
    it('is withdrawn there too, once it is done', () => {
      given(kept).when({ type: 'TellAnother', data: { at, told } }).thenEvents(another);
      deepEqual(after(kept, another).told, [told]);
    });
    it('knows them once', () => given(kept, another).when({ type: 'TellAnother', data: { at, told } }).thenNothing());
    it('was kept by somebody', () =>
      given().when({ type: 'TellAnother', data: { at, told } }).thenRefused('unknown-deadline'));
  });

  describe('that was escalated', () => {
    const moment = momentsFor().find(({ to }) => to === 'official') as never;
    const reached: DeadlineEvent = {
      type: 'MomentReached',
      data: { at, moment, due, passed: [], people: people.official },
    };
    const answer = { at, by: judith, level: 'official', text: 'Ik bel vandaag.' } as const;
    it('is answered by whom it reached', () =>
      given(kept, reached)
        .when({ type: 'AnswerEscalation', data: answer })
        .thenEvents({ type: 'EscalationAnswered', data: answer }));
    it('asks for words', () =>
      given(kept, reached)
        .when({ type: 'AnswerEscalation', data: { ...answer, text: ' ' } })
        .thenRefused('answer-missing'));
    it('is not answered before it was', () =>
      given(kept).when({ type: 'AnswerEscalation', data: answer }).thenRefused('not-escalated'));
  });

  it('is unknown until somebody keeps it', () => {
    given()
      .when({ type: 'DropDeadline', data: { at, reason: 'x', by: jan } })
      .thenRefused('unknown-deadline');
    deepEqual(
      deadlineDecider.decide({ type: 'DropDeadline', data: { at, reason: 'x', by: 'system' } }, { stage: 'none' }),
      accept(),
    );
  });
});

import { deepEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { expertAggregate, thesaurusAggregate } from '../../../src/features/experts/aggregate.ts';
import { expertDecider } from '../../../src/features/experts/expert.ts';
import type { ExpertEvent } from '../../../src/features/experts/expert-messages.ts';
import { reservationKind } from '../../../src/features/experts/reactions.ts';
import { accepted, at, expert, femke, left, paused, registered, reserved } from './samples.ts';

const effectsOf = (...events: readonly ExpertEvent[]) => {
  const last = events.at(-1);
  return last ? expertAggregate.react(last, fold(expertDecider, events)) : [];
};
const profile = {
  kind: 'show-card',
  key: 'card-profile',
  lane: 'card-profile',
  data: { slot: 'profile', card: 'experts/profile', to: { person: femke } },
};

describe('experts: what an event sets in motion', () => {
  const seen: readonly (readonly [string, readonly ExpertEvent[]])[] = [
    ['registering', [registered]],
    ['changing', [registered, { type: 'ExpertChanged', data: { at, expert } }]],
    ['pausing', [registered, paused]],
    ['resuming', [registered, paused, { type: 'ExpertResumed', data: { at } }]],
    ['leaving', [registered, left]],
  ];
  for (const [name, events] of seen) {
    it(`shows the expert their profile after ${name}`, () => deepEqual(effectsOf(...events), [profile]));
  }

  it('looks ten minutes later whether the hours belong to an invitation', () => {
    deepEqual(effectsOf(registered, reserved('c-1', 4)), [
      {
        kind: reservationKind,
        key: 'reservation-c-1',
        due: '2026-11-23T09:10:00.000Z',
        data: { consultation: 'c-1' },
      },
    ]);
  });

  it('needs nothing after accepting and giving back', () => {
    deepEqual(effectsOf(registered, reserved('c-1', 4), accepted('c-1')), []);
    const released: ExpertEvent = { type: 'HoursReleased', data: { at, consultation: 'c-1', because: 'finished' } };
    deepEqual(effectsOf(registered, reserved('c-1', 4), released), []);
    deepEqual(expertAggregate.react(registered, { status: 'none' }), []);
  });

  it('is found by what is no name', () => {
    deepEqual(expertAggregate.fields(fold(expertDecider, [registered, paused])), {
      status: 'paused',
      organisation: 'Autismepraktijk Het Kompas',
      regions: ['noord-limburg'],
      specialisms: ['autism', 'eating-disorder'],
      livedExperience: false,
    });
    deepEqual(expertAggregate.fields({ status: 'none' }), {});
  });

  it('tells nobody about words', () => {
    const event = { type: 'WordsNoted', data: { at, words: ['wandelcoach'] } } as const;
    const { decider, react, fields } = thesaurusAggregate;
    const state = decider.evolve(decider.initial, event);
    deepEqual([react(event, state), fields(state)], [[], {}]);
  });
});

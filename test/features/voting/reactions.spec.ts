import { deepStrictEqual, throws } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import type { Effect } from '../../../src/core/effect.ts';
import { seatAggregate, seatWith, urnWith, voteAggregate } from '../../../src/features/voting/aggregates.ts';
import type { SeatEvent } from '../../../src/features/voting/seat-messages.ts';
import type { SeatFacts } from '../../../src/features/voting/seat-state.ts';
import type { VoteEvent } from '../../../src/features/voting/vote-messages.ts';
import { outcomeOf } from '../../../src/features/voting/outcome.ts';
import { isVote, type VoteFile } from '../../../src/features/voting/vote-state.ts';
import type { Aggregate } from '../../../src/store/handle.ts';
import {
  closesAt,
  extendedTo,
  fourSeats,
  jan,
  judith,
  later,
  opensAt,
  remindAt,
  rob,
  toOpen,
  vote,
} from './samples.ts';

type Any = Aggregate<object, never, never, string>;

/** What the last of these events sets in motion. */
function effectsOf(aggregate: unknown, ...events: readonly object[]): readonly Effect[] {
  const { decider, react } = aggregate as Any;
  return react(events.at(-1) as never, fold(decider, events as never[]));
}
const brief = (effects: readonly Effect[]) => effects.map(({ kind, key, due }) => [kind, key, due]);

const opening: VoteEvent = { type: 'VoteOpening', data: { at: opensAt, by: jan, vote: toOpen() } };
const opened: VoteEvent = { type: 'VoteOpened', data: { at: opensAt } };
const extended: VoteEvent = {
  type: 'VoteExtended',
  data: { at: later, by: jan, closesAt: extendedTo, remindAt: closesAt, reason: 'Vakantie.' },
};
const closing: VoteEvent = { type: 'VoteClosing', data: { at: closesAt, early: false } };
const file = fold(voteAggregate.decider, [opening, opened]) as VoteFile;
const closed: VoteEvent = { type: 'VoteClosed', data: { at: closesAt, outcome: outcomeOf(file, [], closesAt) } };
const cancelled: VoteEvent = { type: 'VoteCancelled', data: { at: later, by: jan, reason: 'Niet nodig.' } };

describe('what a vote sets in motion', () => {
  it('opening: its seats and its clocks', () =>
    deepStrictEqual(brief(effectsOf(voteAggregate, opening)), [
      ['vote-open-seats', 'openSeats', undefined],
      ['vote-close', 'close', closesAt],
      ['vote-remind', 'remind', remindAt],
    ]));
  it('being open: a first count', () =>
    deepStrictEqual(brief(effectsOf(voteAggregate, opening, opened)), [
      ['vote-progress', 'progress', '2026-11-23T09:00:01.000Z'],
    ]));
  it('extending: the same clocks, later', () =>
    deepStrictEqual(brief(effectsOf(voteAggregate, opening, opened, extended)), [
      ['vote-spread', 'spread', undefined],
      ['vote-close', 'close', extendedTo],
      ['vote-remind', 'remind', closesAt],
    ]));
  it('closing, at once', () =>
    deepStrictEqual(brief(effectsOf(voteAggregate, opening, opened, closing)), [['vote-close', 'close', undefined]]));
  it('being closed: telling all', () =>
    deepStrictEqual(brief(effectsOf(voteAggregate, opening, opened, closing, closed)), [
      ['vote-publish', 'publish', undefined],
      ['vote-tell', 'tell', undefined],
    ]));
  it('cancelling: sealing, and telling who asked', () =>
    deepStrictEqual(brief(effectsOf(voteAggregate, opening, cancelled)), [
      ['vote-close', 'close', undefined],
      ['vote-tell', 'tell', undefined],
    ]));
  it('nothing for what is no vote', () => deepStrictEqual(effectsOf(voteAggregate, opened), []));
  it('is found by what is asked for', () => {
    const { id: body } = toOpen().body;
    deepStrictEqual(voteAggregate.fields(file), {
      ...{ stage: 'open', number: 'LI-V-2026-003', centre: 'LI', chair: jan, closesAt },
      ...{ subject: 'proposal-p1', body },
    });
    deepStrictEqual(voteAggregate.fields({ stage: 'none' }), {});
    deepStrictEqual(isVote(file) && file.seats, fourSeats.length);
  });
});

const facts: SeatFacts = {
  ...{ vote, n: 3, holder: rob, weight: 1, kind: 'decision', secrecy: 'hidden', closesAt },
  deputies: [{ person: judith, validFrom: '2026-11-01' }],
};
const seatOpened = (secrecy: SeatFacts['secrecy'] = 'hidden'): SeatEvent => ({
  type: 'SeatOpened',
  data: { at: opensAt, seat: { ...facts, secrecy } },
});
const cast: SeatEvent = { type: 'BallotCast', data: { at: later, by: rob } };
const recused: SeatEvent = { type: 'SeatRecused', data: { at: later, reason: 'Belang.' } };
const reminded: SeatEvent = { type: 'SeatReminded', data: { at: later, slot: 'reminder-0', people: [rob, judith] } };
const sealed = (isCancelled: boolean): SeatEvent => ({
  type: 'SeatSealed',
  data: { at: closesAt, cancelled: isCancelled },
});
const aSecondLater = '2026-11-24T09:00:01.000Z';
const message = ['show-card', 'card-ballot', undefined];

describe('what a seat sets in motion', () => {
  it('opening: the ballot in the chat of its holder', () =>
    deepStrictEqual(brief(effectsOf(seatAggregate, seatOpened())), [message]));
  it('a first ballot: a count, and the card anew', () =>
    deepStrictEqual(brief(effectsOf(seatAggregate, seatOpened(), cast)), [
      ['vote-progress', 'progress', aSecondLater],
      message,
    ]));
  it('a changed ballot: no count', () =>
    deepStrictEqual(brief(effectsOf(seatAggregate, seatOpened(), cast, cast)), [message]));
  it('stepping back: a count', () =>
    deepStrictEqual(brief(effectsOf(seatAggregate, seatOpened(), recused)), [
      ['vote-progress', 'progress', aSecondLater],
      message,
    ]));
  it('a reminder: a message to holder and deputies, which later shows the same as the first', () => {
    const all = [
      message,
      ['show-card', `card-reminder-0-${rob}`, undefined],
      ['show-card', `card-reminder-0-${judith}`, undefined],
    ];
    deepStrictEqual(brief(effectsOf(seatAggregate, seatOpened(), reminded)), all);
    deepStrictEqual(brief(effectsOf(seatAggregate, seatOpened(), reminded, cast)).slice(1), all);
  });
  it('sealing: nothing, unless the vote was cancelled', () => {
    deepStrictEqual(effectsOf(seatAggregate, seatOpened(), sealed(false)), []);
    deepStrictEqual(brief(effectsOf(seatAggregate, seatOpened(), sealed(true))), [message]);
  });
  it('nothing for what is no seat', () => deepStrictEqual(effectsOf(seatAggregate, cast), []));
  it('is found by its people', () => {
    const state = fold(seatAggregate.decider, [seatOpened()]);
    deepStrictEqual(seatAggregate.fields(state), { vote, status: 'open', closesAt, people: [rob, judith] });
    deepStrictEqual(seatAggregate.fields({ status: 'none' }), {});
  });
});

describe('what a secret ballot sets in motion', () => {
  const envelope = { choice: 'reject', reason: 'Te duur.', token: 'token-1', jitterMs: 7_000 };
  const inEnvelope = (effects: readonly Effect[]) => effects.filter(({ key }) => key === 'ballot');

  it('an envelope that leaves some time after closing, in the place of an earlier one', () =>
    deepStrictEqual(inEnvelope(effectsOf(seatWith(envelope), seatOpened('secret'), cast, cast)), [
      {
        ...{ kind: 'vote-envelope', key: 'ballot', due: '2026-11-27T16:00:07.000Z' },
        data: { vote, no: 2, choice: 'reject', reason: 'Te duur.', token: 'token-1' },
      },
    ]));
  it('an empty one in its place when somebody steps back, and none when there was none', () => {
    deepStrictEqual(inEnvelope(effectsOf(seatWith(), seatOpened('secret'), cast, recused)), [
      { kind: 'vote-envelope', key: 'ballot', data: { vote, no: 1 } },
    ]);
    deepStrictEqual(inEnvelope(effectsOf(seatWith(), seatOpened('secret'), recused)), []);
  });
  it('none in another vote', () =>
    deepStrictEqual(inEnvelope(effectsOf(seatWith(envelope), seatOpened('hidden'), cast)), []));
  it('is never without its envelope', () => {
    throws(() => effectsOf(seatWith(), seatOpened('secret'), cast), /without its envelope/);
  });
  it('is counted later, under an id of its own', () => {
    const unsealed = { choice: 'reject', reason: '', token: 'token-2', due: extendedTo, at: closesAt };
    const received = { type: 'EnvelopeReceived', data: {} };
    deepStrictEqual(effectsOf(urnWith(unsealed), received), [
      {
        ...{ kind: 'vote-unseal', key: 'ballot-token-2', due: extendedTo },
        data: { choice: 'reject', reason: '', token: 'token-2', at: closesAt },
      },
    ]);
    deepStrictEqual(effectsOf(urnWith(), { type: 'BallotCounted', data: { choice: 'reject' } }), []);
    deepStrictEqual(urnWith().fields(urnWith().decider.initial), {});
  });
});

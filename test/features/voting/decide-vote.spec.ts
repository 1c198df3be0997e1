import { deepStrictEqual, throws } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { outcomeOf } from '../../../src/features/voting/outcome.ts';
import { voteDecider } from '../../../src/features/voting/vote.ts';
import type { VoteCommand, VoteEvent } from '../../../src/features/voting/vote-messages.ts';
import { isVote, type VoteFile, type VoteToOpen } from '../../../src/features/voting/vote-state.ts';
import { specify } from '../../support/decider-spec.ts';
import { closesAt, els, extendedTo, fourSeats, jan, later, opensAt, remindAt, seatFor, toOpen } from './samples.ts';

const given = specify(voteDecider);
const open = (vote: VoteToOpen, at = opensAt): VoteCommand => ({ type: 'OpenVote', data: { at, by: jan, vote } });
const openingOf = (vote: VoteToOpen): VoteEvent => ({ type: 'VoteOpening', data: { at: opensAt, by: jan, vote } });
const opening = openingOf(toOpen());
const opened: VoteEvent = { type: 'VoteOpened', data: { at: opensAt } };
const running = [opening, opened];
const extension = { at: later, by: jan, closesAt: extendedTo, remindAt, reason: 'Herfstvakantie.' };
const extend = (more: Partial<typeof extension> = {}): VoteCommand => ({
  type: 'ExtendVote',
  data: { ...extension, ...more },
});
const extended: VoteEvent = { type: 'VoteExtended', data: extension };
const closing = (at: string, early: boolean): VoteEvent => ({ type: 'VoteClosing', data: { at, early } });
const start = (at: string, early = false): VoteCommand => ({ type: 'StartClosing', data: { at, early } });
const file = fold(voteDecider, running) as VoteFile;
const outcome = outcomeOf(file, [], closesAt);
const record: VoteCommand = { type: 'RecordOutcome', data: { at: closesAt, outcome } };
const closed: VoteEvent = { type: 'VoteClosed', data: { at: closesAt, outcome } };
const cancel = (reason = 'Niet meer nodig.'): VoteCommand => ({
  type: 'CancelVote',
  data: { at: later, by: jan, reason },
});
const cancelled: VoteEvent = { type: 'VoteCancelled', data: { at: later, by: jan, reason: 'Niet meer nodig.' } };

describe('a vote: opening', () => {
  it('copies what is asked and of whom', () => {
    given().when(open(toOpen())).thenEvents(opening);
    const state = fold(voteDecider, [opening]);
    deepStrictEqual(isVote(state) && [state.stage, state.seats, state.waiting], ['opening', 4, fourSeats]);
  });
  it('opens once', () =>
    given(...running)
      .when(open(toOpen({ title: 'Anders' })))
      .thenNothing());
  it('lets the list go when every voter has a seat', () => {
    deepStrictEqual([file.stage, file.seats, file.waiting], ['open', 4, []]);
    given(opening)
      .when({ type: 'RecordOpened', data: { at: opensAt } })
      .thenEvents(opened);
    given(...running)
      .when({ type: 'RecordOpened', data: { at: later } })
      .thenNothing();
    given()
      .when({ type: 'RecordOpened', data: { at: later } })
      .thenRefused('unknown-vote');
  });
  it('wants somebody to vote', () =>
    given()
      .when(open(toOpen({ seats: [] })))
      .thenRefused('no-seats'));
  it('wants whole weights from one', () => {
    for (const weight of [0, -1, 1.5, NaN])
      given()
        .when(open(toOpen({ seats: [seatFor(els, { weight })] })))
        .thenRefused('bad-weight');
  });
  it('wants equal weights for a secret vote', () => {
    const seats = [seatFor(els, { weight: 2 }), seatFor(jan)];
    given()
      .when(open(toOpen({ seats, settings: { secrecy: 'secret' } })))
      .thenRefused('secret-weights');
    const vote = toOpen({ seats });
    given().when(open(vote)).thenEvents(openingOf(vote));
  });
  it('wants a closing time to come', () => given().when(open(toOpen(), closesAt)).thenRefused('closes-in-past'));
  it('does not know a command of another deployment', () =>
    throws(
      () =>
        given()
          .when({ type: 'Nothing', data: {} } as unknown as VoteCommand)
          .thenNothing(),
      /unknown command/,
    ));
});

describe('a vote: extending', () => {
  it('moves the closing, and keeps what it was', () => {
    given(...running)
      .when(extend())
      .thenEvents(extended);
    const state = fold(voteDecider, [...running, extended]);
    deepStrictEqual(isVote(state) && [state.closesAt, state.extended?.from], [extendedTo, closesAt]);
  });
  it('is done once', () =>
    given(...running, extended)
      .when(extend())
      .thenRefused('already-extended'));
  it('wants a reason', () =>
    given(...running)
      .when(extend({ reason: ' ' }))
      .thenRefused('reason-missing'));
  it('goes to a later time only', () =>
    given(...running)
      .when(extend({ closesAt }))
      .thenRefused('not-later'));
  it('is too late once it closes', () => {
    given(...running)
      .when(extend({ at: closesAt }))
      .thenRefused('vote-over');
    given(...running, closing(closesAt, false))
      .when(extend())
      .thenRefused('vote-over');
    given(...running, cancelled)
      .when(extend())
      .thenRefused('vote-over');
    given().when(extend()).thenRefused('unknown-vote');
  });
});

describe('a vote: closing', () => {
  it('begins at its hour', () =>
    given(...running)
      .when(start(closesAt))
      .thenEvents(closing(closesAt, false)));
  it('does not begin before, nor by a clock of before an extension', () => {
    given(...running)
      .when(start(later))
      .thenNothing();
    given(...running, extended)
      .when(start(closesAt))
      .thenNothing();
  });
  it('begins early when everybody acted and that was asked', () =>
    given(...running)
      .when(start(later, true))
      .thenEvents(closing(later, true)));
  it('does not begin early when that was not asked, or when it is secret', () => {
    const kept = [openingOf(toOpen({ settings: { closeEarly: false } })), opened];
    given(...kept)
      .when(start(later, true))
      .thenNothing();
    const secret = [openingOf(toOpen({ settings: { secrecy: 'secret' } })), opened];
    given(...secret)
      .when(start(later, true))
      .thenNothing();
  });
  it('begins once, and not before there are seats', () => {
    given(...running, closing(closesAt, false))
      .when(start(closesAt))
      .thenNothing();
    given(opening).when(start(closesAt)).thenNothing();
    given().when(start(closesAt)).thenRefused('unknown-vote');
  });
  it('ends with an outcome, once', () => {
    given(...running, closing(closesAt, false))
      .when(record)
      .thenEvents(closed);
    given(...running, closing(closesAt, false), closed)
      .when(record)
      .thenNothing();
    given(...running)
      .when(record)
      .thenNothing();
    given().when(record).thenRefused('unknown-vote');
  });
});

describe('a vote: cancelling', () => {
  it('ends it with a reason', () =>
    given(...running)
      .when(cancel())
      .thenEvents(cancelled));
  it('can be done before the seats are there', () => given(opening).when(cancel()).thenEvents(cancelled));
  it('is done once', () =>
    given(...running, cancelled)
      .when(cancel('Anders.'))
      .thenNothing());
  it('wants a reason', () =>
    given(...running)
      .when(cancel(''))
      .thenRefused('reason-missing'));
  it('is too late once it closes', () => {
    given(...running, closing(closesAt, false))
      .when(cancel())
      .thenRefused('vote-over');
    given(...running, closing(closesAt, false), closed)
      .when(cancel())
      .thenRefused('vote-over');
    given().when(cancel()).thenRefused('unknown-vote');
  });
});

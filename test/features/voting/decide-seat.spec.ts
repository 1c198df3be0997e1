import { deepStrictEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import type { PersonId } from '../../../src/core/ids.ts';
import { seatDecider } from '../../../src/features/voting/seat.ts';
import type { SeatCommand, SeatEvent } from '../../../src/features/voting/seat-messages.ts';
import { isSeat, type SeatFacts } from '../../../src/features/voting/seat-state.ts';
import { specify } from '../../support/decider-spec.ts';
import { closesAt, extendedTo, judith, later, opensAt, rob, ruben, vote } from './samples.ts';

const given = specify(seatDecider);
const facts: SeatFacts = {
  ...{ vote, n: 3, holder: rob, weight: 2, kind: 'advice', secrecy: 'hidden', closesAt },
  deputies: [{ person: judith, validFrom: '2026-11-24', validTo: '2026-11-25' }],
};
const secret: SeatFacts = { ...facts, secrecy: 'secret' };
const openSeat = (seat: SeatFacts): SeatEvent => ({ type: 'SeatOpened', data: { at: opensAt, seat } });
const opened = openSeat(facts);
const cast = (by: PersonId, choice: string, more: Partial<{ at: string; reason: string }> = {}): SeatCommand => ({
  type: 'CastBallot',
  data: { at: later, by, choice, reason: '', ...more },
});
const wasCast = (by: PersonId, choice: 'agree' | 'disagree' = 'agree', reason?: string): SeatEvent => ({
  type: 'BallotCast',
  data: { at: later, by, choice, ...(reason === undefined ? {} : { reason }) },
});
const recuse = (by: PersonId, reason = 'Belang.', at = later): SeatCommand => ({
  type: 'Recuse',
  data: { at, by, reason },
});
const recused: SeatEvent = { type: 'SeatRecused', data: { at: later, reason: 'Belang.' } };
const sealed: SeatEvent = { type: 'SeatSealed', data: { at: closesAt, cancelled: false } };

describe('a seat: opening', () => {
  const open: SeatCommand = { type: 'OpenSeat', data: { at: opensAt, seat: facts } };

  it('is there from then on', () => given().when(open).thenEvents(opened));
  it('is opened once', () =>
    given(opened, wasCast(rob))
      .when({ ...open, data: { at: later, seat: secret } })
      .thenNothing());
  it('takes nothing before', () => given().when(cast(rob, 'agree')).thenRefused('unknown-seat'));
});

describe('a seat: voting', () => {
  it('takes a ballot of the holder', () => given(opened).when(cast(rob, 'agree')).thenEvents(wasCast(rob)));
  it('takes a reason with any choice', () =>
    given(opened)
      .when(cast(rob, 'agree', { reason: ' Goed plan. ' }))
      .thenEvents(wasCast(rob, 'agree', 'Goed plan.')));
  it('wants a reason of whoever disagrees', () =>
    given(opened)
      .when(cast(rob, 'disagree', { reason: '  ' }))
      .thenRefused('ballot-reason-missing'));
  it('wants the remark of whoever has one', () =>
    given(opened).when(cast(rob, 'agree-with-remark')).thenRefused('ballot-reason-missing'));
  it('wants no reason to abstain', () =>
    given(opened)
      .when(cast(rob, 'abstain'))
      .thenEvents({ type: 'BallotCast', data: { at: later, by: rob, choice: 'abstain' } }));
  it('knows only the choices of its kind', () => {
    given(opened).when(cast(rob, 'adopt')).thenRefused('choice-missing');
    given(opened).when(cast(rob, '')).thenRefused('choice-missing');
  });
  it('takes another choice until it closes', () =>
    given(opened, wasCast(rob))
      .when(cast(rob, 'disagree', { reason: 'Toch niet.' }))
      .thenEvents(wasCast(rob, 'disagree', 'Toch niet.')));
  it('records the same ballot once', () => given(opened, wasCast(rob)).when(cast(rob, 'agree')).thenNothing());
  it('refuses strangers', () => given(opened).when(cast(ruben, 'agree')).thenRefused('not-on-list'));
  it('refuses from the hour of closing on', () =>
    given(opened)
      .when(cast(rob, 'agree', { at: closesAt }))
      .thenRefused('vote-closed'));
  it('refuses once it is sealed, also before the hour', () =>
    given(opened, sealed).when(cast(rob, 'agree')).thenRefused('vote-closed'));
  it('refuses whoever stepped back', () => given(opened, recused).when(cast(rob, 'agree')).thenRefused('recused'));
});

describe('a seat: a deputy', () => {
  it('votes within their days', () => given(opened).when(cast(judith, 'agree')).thenEvents(wasCast(judith)));
  it('does not before and after them', () => {
    given(opened)
      .when(cast(judith, 'agree', { at: '2026-11-23T22:59:00.000Z' }))
      .thenRefused('deputy-not-now');
    given(opened)
      .when(cast(judith, 'agree', { at: '2026-11-25T23:00:00.000Z' }))
      .thenRefused('deputy-not-now');
  });
  it('votes from the first minute of the first day, by the Dutch clock', () =>
    given(opened)
      .when(cast(judith, 'agree', { at: '2026-11-23T23:00:00.000Z' }))
      .thenEvents({ type: 'BallotCast', data: { at: '2026-11-23T23:00:00.000Z', by: judith, choice: 'agree' } }));
  it('is overruled by the holder', () =>
    given(opened, wasCast(judith))
      .when(cast(rob, 'disagree', { reason: 'Nee.' }))
      .thenEvents(wasCast(rob, 'disagree', 'Nee.')));
  it('makes the choice the own one when the holder says the same', () =>
    given(opened, wasCast(judith)).when(cast(rob, 'agree')).thenEvents(wasCast(rob)));
  it('does not overrule the holder', () =>
    given(opened, wasCast(rob)).when(cast(judith, 'agree')).thenRefused('holder-has-voted'));
  it('changes what they chose themselves', () =>
    given(opened, wasCast(judith))
      .when(cast(judith, 'disagree', { reason: 'Nee.' }))
      .thenEvents(wasCast(judith, 'disagree', 'Nee.')));
});

describe('a seat: stepping back', () => {
  it('is done by the holder, with a reason', () => given(opened).when(recuse(rob)).thenEvents(recused));
  it('is done after voting too, and the ballot is gone', () => {
    given(opened, wasCast(rob)).when(recuse(rob)).thenEvents(recused);
    const state = fold(seatDecider, [opened, wasCast(rob), recused]);
    deepStrictEqual(isSeat(state) && [state.status, state.ballot, state.casts], ['recused', undefined, 1]);
  });
  it('wants a reason', () => given(opened).when(recuse(rob, ' ')).thenRefused('reason-missing'));
  it('is not for a deputy', () => given(opened).when(recuse(judith)).thenRefused('only-holder-recuses'));
  it('is not for strangers', () => given(opened).when(recuse(ruben)).thenRefused('not-on-list'));
  it('is recorded once', () => given(opened, recused).when(recuse(rob, 'Anders.')).thenNothing());
  it('is not done after closing', () => {
    given(opened, sealed).when(recuse(rob)).thenRefused('vote-closed');
    given(opened)
      .when(recuse(rob, 'Belang.', closesAt))
      .thenRefused('vote-closed');
    given().when(recuse(rob)).thenRefused('unknown-seat');
  });
});

describe('a seat: in a secret vote', () => {
  const secretly: SeatEvent = { type: 'BallotCast', data: { at: later, by: rob } };

  it('records that somebody voted, never what', () =>
    given(openSeat(secret))
      .when(cast(rob, 'disagree', { reason: 'Te duur.' }))
      .thenEvents(secretly));
  it('records every ballot anew: nobody knows whether it is the same', () =>
    given(openSeat(secret), secretly).when(cast(rob, 'agree')).thenEvents(secretly));
  it('still wants the reason', () =>
    given(openSeat(secret)).when(cast(rob, 'disagree')).thenRefused('ballot-reason-missing'));
});

describe('a seat: clocks and closing', () => {
  const seal: SeatCommand = { type: 'SealSeat', data: { at: closesAt, cancelled: false } };
  const remind: SeatCommand = { type: 'RemindSeat', data: { at: later } };
  const reminded: SeatEvent = {
    type: 'SeatReminded',
    data: { at: later, slot: 'reminder-0', people: [rob, judith] },
  };
  const move = (to: string): SeatCommand => ({ type: 'MoveClosing', data: { closesAt: to } });
  const moved: SeatEvent = { type: 'SeatMoved', data: { closesAt: extendedTo } };
  const publish: SeatCommand = { type: 'PublishSeat', data: { at: closesAt } };
  const published: SeatEvent = { type: 'SeatPublished', data: { at: closesAt } };

  it('is sealed once', () => {
    given(opened).when(seal).thenEvents(sealed);
    given(opened, sealed).when(seal).thenNothing();
    given().when(seal).thenNothing();
  });
  it('reminds the holder and the deputies of the day', () => given(opened).when(remind).thenEvents(reminded));
  it('reminds once for each closing time', () => {
    given(opened, reminded).when(remind).thenNothing();
    given(opened, reminded, moved)
      .when(remind)
      .thenEvents({ type: 'SeatReminded', data: { at: later, slot: 'reminder-1', people: [rob, judith] } });
  });
  it('does not remind whoever acted, or when it is too late', () => {
    given(opened, wasCast(rob)).when(remind).thenNothing();
    given(opened, recused).when(remind).thenNothing();
    given(opened, sealed).when(remind).thenNothing();
    given(opened)
      .when({ type: 'RemindSeat', data: { at: closesAt } })
      .thenNothing();
    given().when(remind).thenRefused('unknown-seat');
  });
  it('closes later after an extension', () => {
    given(opened).when(move(extendedTo)).thenEvents(moved);
    given(opened, moved).when(move(extendedTo)).thenNothing();
    given(opened, sealed).when(move(extendedTo)).thenNothing();
    given().when(move(extendedTo)).thenRefused('unknown-seat');
  });
  it('is published once', () => {
    given(opened, sealed).when(publish).thenEvents(published);
    given(opened, sealed, published).when(publish).thenNothing();
    given().when(publish).thenNothing();
  });
  it('leaves as it is what a newer bot recorded', () => {
    const unknown = { type: 'SomethingNew', data: {} } as unknown as SeatEvent;
    deepStrictEqual(fold(seatDecider, [opened, unknown]), fold(seatDecider, [opened]));
  });
});

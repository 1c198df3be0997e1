import { deepEqual } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import { requestDecider } from '../../../src/features/places/request.ts';
import type { RequestCommand, RequestEvent } from '../../../src/features/places/request-messages.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  asking,
  at,
  director,
  hold,
  hoeve,
  inAcceptance,
  inOffer,
  inPlace,
  later,
  movedIn,
  placeHeld,
  requestAfter,
  requested,
  staff,
} from './samples.ts';

const given = specify(requestDecider);
const by = { at: later, by: director };
const withdrawn: RequestEvent = { type: 'RequestWithdrawn', data: { ...by, reason: 'Blijft thuis.' } };

describe('places: leaving', () => {
  const leave = (day: string, today = '2027-01-10'): RequestCommand => ({
    type: 'RecordLeft',
    data: { ...by, day, to: 'follow-on', today },
  });
  const left: RequestEvent = { type: 'YouthLeft', data: { ...by, hold, day: '2027-01-10', to: 'follow-on' } };

  it('ends the request', () =>
    given(...inPlace)
      .when(leave('2027-01-10'))
      .thenEvents(left));
  it('may be on the day of moving in', () =>
    given(...inPlace)
      .when(leave('2026-11-24'))
      .thenEvents({ type: 'YouthLeft', data: { ...by, hold, day: '2026-11-24', to: 'follow-on' } }));
  it('is not before that', () =>
    given(...inPlace)
      .when(leave('2026-11-23'))
      .thenRefused('left-before-moving-in'));
  it('is not in the future', () =>
    given(...inPlace)
      .when(leave('2027-01-11'))
      .thenRefused('in-the-future'));
  it('needs somebody who lives there', () =>
    given(...inAcceptance)
      .when(leave('2027-01-10'))
      .thenRefused('not-moved-in'));
  it('happens once', () =>
    given(...inPlace, left)
      .when(leave('2027-01-10'))
      .thenRefused('not-moved-in'));
  it('needs a request', () => given().when(leave('2027-01-10')).thenRefused('not-asked'));

  it('counts every move: moving in, and leaving', () =>
    deepEqual(
      [requestAfter(...inAcceptance), requestAfter(...inPlace), requestAfter(...inPlace, left)].map(
        ({ moves }) => moves,
      ),
      [5, 6, 7],
    ));

  it('is remembered with the day and where to', () => {
    const file = requestAfter(...inPlace, left);
    deepEqual(
      [file.stage, file.left, file.past[0]?.ending.because],
      ['left', { day: '2027-01-10', to: 'follow-on' }, 'left'],
    );
  });
});

describe('places: withdrawing', () => {
  const withdraw = (reason = 'Blijft thuis.'): RequestCommand => ({ type: 'WithdrawRequest', data: { ...by, reason } });

  it('stops the search', () => given(requested()).when(withdraw()).thenEvents(withdrawn));
  it('gives back what was set apart', () => {
    given(...inOffer)
      .when(withdraw())
      .thenEvents(withdrawn);
    const file = requestAfter(...inOffer, withdrawn);
    deepEqual([file.stage, file.chosen, file.past[0]?.ending.because], ['withdrawn', undefined, 'withdrawn']);
  });
  it('happens once', () => given(requested(), withdrawn).when(withdraw()).thenNothing());
  it('needs a reason', () => given(requested()).when(withdraw(' ')).thenRefused('withdraw-reason-missing'));
  it('is not possible when the youth lives there', () =>
    given(...inPlace)
      .when(withdraw())
      .thenRefused('lives-there'));
  it('is not needed when the help comes', () =>
    given({ type: 'HelpComesToYouth', data: asking() }).when(withdraw()).thenRefused('ended-already'));
  it('needs a request', () => given().when(withdraw()).thenRefused('not-asked'));
});

describe('places: another process director', () => {
  const other = personId('other');
  const handOver = (to = other): RequestCommand => ({ type: 'HandOverRequest', data: { at: later, director: to } });
  it('has it from then on', () =>
    given(requested())
      .when(handOver())
      .thenEvents({ type: 'RequestHandedOver', data: { at: later, director: other } }));
  it('does nothing when it is theirs', () => given(requested()).when(handOver(director)).thenNothing());
  it('needs a request', () => given().when(handOver()).thenRefused('not-asked'));
});

describe('places: telling who waits that one is free', () => {
  const told = (freed: string) => ({ at: later, facility: hoeve, name: 'De Hoeve', freed, staff: [staff] });
  const tell = (freed: string): RequestCommand => ({ type: 'TellPlaceFree', data: told(freed) });
  const toldFree: RequestEvent = { type: 'PlaceToldFree', data: told(at) };

  it('is told', () => given(requested()).when(tell(at)).thenEvents(toldFree));
  it('is told once', () => given(requested(), toldFree).when(tell(at)).thenNothing());
  it('is told again when it became free again', () =>
    given(requested(), toldFree)
      .when(tell(later))
      .thenEvents({ type: 'PlaceToldFree', data: told(later) }));
  it('is not told who has a place', () => given(requested(), placeHeld()).when(tell(at)).thenNothing());
  it('is not told who withdrew', () => given(requested(), withdrawn).when(tell(at)).thenNothing());
  it('needs a request', () => given().when(tell(at)).thenRefused('not-asked'));
});

describe('places: a request and events', () => {
  it('takes one that it does not know as no change', () =>
    deepEqual(
      requestAfter(requested(), { type: 'FromTomorrow', data: { at: later } } as never),
      requestAfter(requested()),
    ));
  it('notes when it changed last', () => deepEqual(requestAfter(requested(), placeHeld(), movedIn).updatedAt, later));
});

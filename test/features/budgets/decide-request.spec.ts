import { deepEqual } from 'node:assert/strict';
import { requestDecider } from '../../../src/features/budgets/request.ts';
import type { RequestCommand, RequestEvent } from '../../../src/features/budgets/request-messages.ts';
import { noHolding } from '../../../src/features/budgets/request-state.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  adopted,
  adoption,
  at,
  ended,
  endReached,
  euros,
  fatima,
  jan,
  later,
  rejected,
  requestAfter,
  requested,
  withdrawn,
} from './samples.ts';

const given = specify(requestDecider);

const everyLater: readonly RequestCommand[] = [
  { type: 'RecordRaised', data: { at } },
  { type: 'DecideRequest', data: adoption },
  { type: 'WithdrawRequest', data: { at, by: fatima, reason: 'x' } },
  { type: 'NoteMoney', data: { at, money: noHolding, year: 2026 } },
  { type: 'HandOverRequest', data: { at, leader: fatima } },
  { type: 'EndRequest', data: { at, by: jan, remains: 'x', yield: 'fitting' } },
];
describe('money requests: what is not there', () => {
  for (const command of everyLater)
    it(`refuses ${command.type}`, () => given().when(command).thenRefused('not-requested'));
  it('has no clocks', () => {
    given().when({ type: 'RemindEnd', data: { at } }).thenNothing();
    given().when({ type: 'ReachEnd', data: { at } }).thenNothing();
  });
});

describe('money requests: deciding', () => {
  const decide = (change: object = {}): RequestCommand => ({ type: 'DecideRequest', data: { ...adoption, ...change } });

  it('adopts, rejects or lets expire', () => {
    given(requested).when(decide()).thenEvents(adopted);
    given(requested)
      .when({ type: 'DecideRequest', data: rejected.data as typeof adoption })
      .thenEvents(rejected);
    given(requested)
      .when(decide({ outcome: 'expired' }))
      .thenEvents({ type: 'RequestDecided', data: { ...adoption, outcome: 'expired' } });
  });
  it('happens once, whatever is told later', () => {
    for (const outcome of ['adopted', 'rejected', 'postponed', 'withdrawn', 'expired'])
      for (const decided of [adopted, rejected, withdrawn])
        given(requested, decided).when(decide({ outcome })).thenNothing();
  });
  it('may be postponed, once for each time', () => {
    const postponing = { ...adoption, outcome: 'postponed' } as const;
    const postponed: RequestEvent = { type: 'RequestPostponed', data: postponing };
    given(requested)
      .when(decide({ outcome: 'postponed' }))
      .thenEvents(postponed);
    given(requested, postponed)
      .when(decide({ outcome: 'postponed' }))
      .thenNothing();
    given(requested, postponed).when(decide()).thenEvents(adopted);
    deepEqual(
      [requestAfter(requested, postponed).postponed, requestAfter(requested, postponed, adopted).postponed],
      [true, false],
    );
  });
  it('leaves the amount as it was asked while it is postponed', () => {
    const state = requestAfter(requested, {
      type: 'RequestPostponed',
      data: { ...adoption, outcome: 'postponed', amountCents: 1 },
    });
    deepEqual(state.decision?.amountCents, undefined);
  });
});

describe('money requests: withdrawing', () => {
  const withdraw = (reason = 'Niet meer nodig.'): RequestCommand => ({
    type: 'WithdrawRequest',
    data: { at: later, by: fatima, reason },
  });
  it('is possible until it is decided', () => {
    given(requested).when(withdraw()).thenEvents(withdrawn);
    given(requested, adopted).when(withdraw()).thenRefused('already-decided');
    given(requested, rejected).when(withdraw()).thenRefused('already-decided');
  });
  it('needs a reason', () => given(requested).when(withdraw(' ')).thenRefused('reason-required'));
  it('happens once', () => given(requested, withdrawn).when(withdraw()).thenNothing());
});

describe('money requests: the proposal', () => {
  it('is raised once', () => {
    const raised: RequestEvent = { type: 'ProposalRaised', data: { at } };
    given(requested).when({ type: 'RecordRaised', data: { at } }).thenEvents(raised);
    given(requested, raised).when({ type: 'RecordRaised', data: { at } }).thenNothing();
  });
  it('goes with the centre to another project leader', () => {
    const command: RequestCommand = { type: 'HandOverRequest', data: { at, leader: fatima } };
    given(requested)
      .when(command)
      .thenEvents({ type: 'RequestHandedOver', data: { at, leader: fatima } });
    given(requested)
      .when({ type: 'HandOverRequest', data: { at, leader: jan } })
      .thenNothing();
  });
});

describe('money requests: what the budget holds', () => {
  const money = { ...noHolding, status: 'reserved', reserved: euros(24_000) } as const;
  const note = (rest: object = {}) => ({ at, money, year: 2026, ...rest });
  const noted: RequestEvent = { type: 'MoneyNoted', data: note() };

  it('is noted when it is different', () => {
    given(requested).when({ type: 'NoteMoney', data: note() }).thenEvents(noted);
    given(requested, noted).when({ type: 'NoteMoney', data: note() }).thenNothing();
    given(requested, noted)
      .when({ type: 'NoteMoney', data: note({ year: 2027 }) })
      .thenEvents({ type: 'MoneyNoted', data: note({ year: 2027 }) });
  });
  it('tells of trouble, and that it is over', () => {
    const troubled: RequestEvent = { type: 'MoneyNoted', data: { ...note(), trouble: 'not-enough' } };
    given(requested, noted)
      .when({ type: 'NoteMoney', data: note({ trouble: 'not-enough' }) })
      .thenEvents(troubled);
    deepEqual(requestAfter(requested, troubled).trouble, 'not-enough');
    given(requested, troubled).when({ type: 'NoteMoney', data: note() }).thenEvents(noted);
    deepEqual('trouble' in requestAfter(requested, troubled, noted), false);
  });
});

describe('money requests: the end', () => {
  const end = (rest: object = {}): RequestCommand => ({
    type: 'EndRequest',
    data: { at: later, by: jan, remains: 'De plek blijft bestaan.', yield: 'fitting', ...rest },
  });

  it('is announced and reached while the money runs', () => {
    given(requested, adopted)
      .when({ type: 'RemindEnd', data: { at } })
      .thenEvents({ type: 'EndReminded', data: { at } });
    given(requested, adopted)
      .when({ type: 'ReachEnd', data: { at: later } })
      .thenEvents(endReached);
  });
  it('is not announced when there is nothing that ends', () => {
    for (const history of [
      [requested],
      [requested, rejected],
      [requested, adopted, ended],
      [requested, adopted, endReached],
    ]) {
      given(...history)
        .when({ type: 'RemindEnd', data: { at } })
        .thenNothing();
      given(...history)
        .when({ type: 'ReachEnd', data: { at } })
        .thenNothing();
    }
  });
  it('is made by a person, at the end or before it', () => {
    given(requested, adopted).when(end()).thenEvents(ended);
    given(requested, adopted, endReached).when(end()).thenEvents(ended);
  });
  it('asks what remained', () =>
    given(requested, adopted)
      .when(end({ remains: '' }))
      .thenRefused('remains-missing'));
  it('is refused before it was granted, and twice', () => {
    given(requested).when(end()).thenRefused('not-granted');
    given(requested, rejected).when(end()).thenRefused('not-granted');
    given(requested, withdrawn).when(end()).thenRefused('not-granted');
    given(requested, adopted, ended).when(end()).thenRefused('already-ended');
  });
});

describe('money requests: what a newer version wrote', () => {
  it('leaves the state as it was', () => {
    const strange = { type: 'SomethingNew', data: { at: later } } as unknown as RequestEvent;
    deepEqual(requestAfter(requested, strange), requestAfter(requested));
    deepEqual(requestDecider.evolve({ stage: 'none' }, adopted), { stage: 'none' });
  });
});

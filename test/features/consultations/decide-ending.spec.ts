import { deepEqual, equal } from 'node:assert/strict';
import {
  accepted,
  autism,
  director,
  eating,
  fileAfter,
  given,
  inProposal,
  invited,
  judged,
  later,
  noor,
  request,
  requested,
  withdrawn,
} from './samples.ts';

describe('consultation: withdrawing and taking up again', () => {
  const withdraw = { type: 'WithdrawConsultation', data: { at: later, by: director, reason: 'Niet nodig.' } } as const;
  const reopen = { type: 'ReopenConsultation', data: { at: later, by: director, reason: 'Toch nodig.' } } as const;

  it('withdraws at any time before the advice is judged', () => {
    for (const history of [requested, inProposal, invited, accepted])
      given(...history)
        .when(withdraw)
        .thenEvents({ type: 'ConsultationWithdrawn', data: withdraw.data });
  });
  it('ends every invitation', () =>
    deepEqual(
      fileAfter(...withdrawn).invitations.map(({ status }) => status),
      ['withdrawn', 'withdrawn'],
    ));
  it('refuses without a reason', () =>
    given(...invited)
      .when({ ...withdraw, data: { ...withdraw.data, reason: ' ' } })
      .thenRefused('reason-missing'));
  it('refuses what is over', () => {
    for (const history of [withdrawn, judged])
      given(...history)
        .when(withdraw)
        .thenRefused('already-ended');
  });
  it('takes up again what is over, in a next round', () => {
    for (const history of [withdrawn, judged])
      given(...history)
        .when(reopen)
        .thenEvents({ type: 'ConsultationReopened', data: reopen.data });
    const again = fileAfter(...judged, { type: 'ConsultationReopened', data: reopen.data });
    deepEqual([again.stage, again.round, again.proposal], ['requested', 2, undefined]);
    equal(again.invitations[0]?.advice?.advice, 'Begin met eten.');
  });
  it('refuses to take up what runs', () =>
    given(...invited)
      .when(reopen)
      .thenRefused('not-ended'));
  it('refuses to take up without a reason', () =>
    given(...withdrawn)
      .when({ ...reopen, data: { ...reopen.data, reason: '' } })
      .thenRefused('reason-missing'));
});

describe('consultation: another process director', () => {
  const handOver = { type: 'HandOverConsultation', data: { at: later, director: noor } } as const;
  it('does', () =>
    given(...invited)
      .when(handOver)
      .thenEvents({ type: 'ConsultationHandedOver', data: handOver.data }));
  it('does nothing for the one it has', () =>
    given(...invited)
      .when({ ...handOver, data: { ...handOver.data, director } })
      .thenNothing());
  it('refuses when nothing was asked', () => given().when(handOver).thenRefused('not-asked'));
});

describe('consultation: what is still open', () => {
  it('is what nobody covers who was asked or said yes', () => {
    const { proposal: left } = fileAfter(...invited);
    deepEqual(left?.team, []);
    deepEqual(request.needs, [autism, eating]);
  });
});

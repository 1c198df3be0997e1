import { personId } from '../../../src/core/ids.ts';
import { caseId } from '../../../src/features/cases/case-desk.ts';
import type { CaseNumber } from '../../../src/features/cases/case-state.ts';
import {
  type Erasure,
  type ErasureCommand,
  erasureDecider,
  type ErasureEvent,
  type ErasureRefusal,
  type ErasureRequest,
} from '../../../src/features/privacy/erasure.ts';
import { specify } from '../../support/decider-spec.ts';

const given = specify<Erasure, ErasureCommand, ErasureEvent, ErasureRefusal>(erasureDecider);
const [nora, bram, olaf] = ['nora', 'bram', 'olaf'].map(personId) as [
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
];
const at = '2028-01-10T09:00:00.000Z';
const today = '2028-01-10';
const request: ErasureRequest = {
  ...{ id: 'r1', at, by: nora, ground: 'youth-act', reason: 'Verzoek V-12', agreeBy: '2028-01-24' },
  ...{ people: [bram, olaf], hasChannel: false },
};
const about = { case: caseId('c1'), number: 'LI-2026-0001' as CaseNumber };
const ask = (changes: Partial<ErasureRequest> = {}, on = today): ErasureCommand => ({
  type: 'AskErasure',
  data: { ...about, request: { ...request, ...changes }, today: on },
});
const asked = (changes: Partial<ErasureRequest> = {}): ErasureEvent => ({
  type: 'ErasureAsked',
  data: { ...about, request: { ...request, ...changes } },
});
const agree = (by = bram, on = today, of = 'r1'): ErasureCommand => ({
  type: 'AgreeToErasure',
  data: { at, by, request: of, today: on },
});
const agreed: ErasureEvent = { type: 'ErasureAgreed', data: { at, by: bram, request: 'r1' } };
const stopping = { at, by: bram, request: 'r1', why: 'refused' } as const;
const stop = (changes: object = {}): ErasureCommand => ({ type: 'StopErasure', data: { ...stopping, ...changes } });
const stopped: ErasureEvent = { type: 'ErasureStopped', data: stopping };

describe('asking to delete a case before its term is over', () => {
  it('is asked of others', () => given().when(ask()).thenEvents(asked()));
  it('needs a reason, and somebody else who can agree', () => {
    given()
      .when(ask({ reason: ' ' }))
      .thenRefused('reason-missing');
    given()
      .when(ask({ people: [nora] }))
      .thenRefused('nobody-else');
  });
  it('is asked once at a time', () => {
    given(asked())
      .when(ask({ id: 'r2' }))
      .thenRefused('already-asked');
    given(asked(), agreed)
      .when(ask({ id: 'r2' }))
      .thenRefused('already-asked');
  });
  it('can be asked again once it was refused, or nobody agreed in time', () => {
    const again = { id: 'r2', agreeBy: '2028-02-08' };
    given(asked(), stopped).when(ask(again)).thenEvents(asked(again));
    given(asked()).when(ask(again, '2028-01-25')).thenEvents(asked(again));
    given(asked()).when(ask(again, '2028-01-24')).thenRefused('already-asked');
  });
});

describe('agreeing to it', () => {
  it('is for somebody else', () => {
    given(asked()).when(agree()).thenEvents(agreed);
    given(asked()).when(agree(nora)).thenRefused('same-person');
    given(asked(), agreed).when(agree(nora)).thenRefused('same-person');
  });
  it('is enough once', () => {
    given(asked(), agreed).when(agree()).thenNothing();
    given(asked(), agreed).when(agree(olaf)).thenNothing();
  });
  it('is possible to the end of the last day', () => {
    given(asked()).when(agree(bram, '2028-01-24')).thenEvents(agreed);
    given(asked()).when(agree(bram, '2028-01-25')).thenRefused('lapsed');
  });
  it('is bound to what was shown', () => {
    given().when(agree()).thenRefused('not-asked');
    given(asked(), stopped).when(agree()).thenRefused('not-asked');
    given(asked(), stopped, asked({ id: 'r2' }))
      .when(agree())
      .thenRefused('not-asked');
  });
});

describe('stopping it', () => {
  it('is for either, before the other agreed', () => {
    given(asked()).when(stop()).thenEvents(stopped);
    given(asked(), stopped).when(stop()).thenNothing();
    given(asked(), agreed).when(stop()).thenRefused('already-agreed');
    given().when(stop()).thenRefused('not-asked');
  });
  it('is for the bot when the case may not go after all', () => {
    const held = { by: 'system', why: 'held' } as const;
    given(asked(), agreed)
      .when(stop(held))
      .thenEvents({ type: 'ErasureStopped', data: { ...stopping, ...held } });
  });
});

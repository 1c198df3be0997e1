import { deepStrictEqual } from 'node:assert/strict';
import { caseAggregate } from '../../../src/features/cases/aggregate.ts';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import { commands, given, histories, sample, stateAfter } from './samples.ts';
import { chair, id, later, number, today } from './stories.ts';

const { closed, returned, conference } = histories;
const { asOf: _asOf, today: _today, ...purging } = commands.PurgeCase;
const { today: _day, ...holding } = commands.HoldCase;
const purgedNow: CaseEvent = { type: 'CasePurged', data: { ...purging, id, number } };
const held = (until: string): CaseEvent => ({ type: 'CaseHeld', data: { ...holding, until } });
const reopened: CaseEvent = {
  type: 'CaseReopened',
  data: { at: later, by: chair, reason: 'Toch nog iets', to: 'conference', triageBy: later },
};

describe('deleting a case whose term is over', () => {
  it('is for a case that is closed, or was given back', () => {
    for (const history of [closed, returned])
      given(...history)
        .when(sample('PurgeCase'))
        .thenEvents(purgedNow);
  });
  it('is not for one that runs, or that was opened again', () => {
    for (const history of [conference, [...closed, reopened]])
      given(...history)
        .when(sample('PurgeCase'))
        .thenRefused('not-closed');
  });
  it('is not for one that changed after it was exported', () =>
    given(...closed)
      .when(sample('PurgeCase', { asOf: '2026-11-20T09:00:00.000Z' }))
      .thenRefused('changed-since'));
  it('happens once', () =>
    given(...closed, purgedNow)
      .when(sample('PurgeCase'))
      .thenNothing());
  it('leaves a number, a day, a rule and a checksum, whatever there was', () => {
    const left = { stage: 'none', purged: { id, number, at: later, rule: 'term', sha256: 'abc' } };
    deepStrictEqual([stateAfter(...closed, purgedNow), stateAfter(purgedNow)], [left, left]);
  });
  it('is found by its number, and by the day until its access log is gone', () => {
    const after = (...more: readonly CaseEvent[]) => caseAggregate.fields(stateAfter(purgedNow, ...more));
    deepStrictEqual(after(), { number, stage: 'purged', purgedAt: later });
    deepStrictEqual(after({ type: 'AccessErased', data: { at: later } }), { number, stage: 'purged' });
  });
  it('sets to work who deletes what belongs to it', () => {
    deepStrictEqual(caseAggregate.react(purgedNow, stateAfter(purgedNow)), [
      { kind: 'case-purge', key: 'case-purge', data: {} },
    ]);
  });
});

describe('deleting a draft that nobody went on with', () => {
  const draft = histories.draft;
  const asOf = draft.at(-1)?.data.at ?? '';
  const dropped: CaseEvent = { type: 'DraftDropped', data: { at: later, id } };
  it('is for what was never submitted and did not change', () => {
    given(...draft)
      .when(sample('DropDraft', { asOf }))
      .thenEvents(dropped);
    given(...draft)
      .when(sample('DropDraft', { asOf: '2026-01-01T09:00:00.000Z' }))
      .thenRefused('changed-since');
    given(...closed)
      .when(sample('DropDraft', { asOf }))
      .thenRefused('already-submitted');
    given().when(sample('DropDraft')).thenRefused('not-started');
  });
  it('happens once, and leaves nothing but that and when', () => {
    given(...draft, dropped)
      .when(sample('DropDraft', { asOf }))
      .thenNothing();
    deepStrictEqual(caseAggregate.fields(stateAfter(...draft, dropped)), { stage: 'dropped', updatedAt: later });
    deepStrictEqual(caseAggregate.react(dropped, stateAfter(dropped)), [
      { kind: 'case-purge', key: 'case-purge', data: {} },
    ]);
  });
});

describe('keeping a case longer', () => {
  it('holds up deleting it, to the end of the last day', () => {
    given(...closed, held(today))
      .when(sample('PurgeCase'))
      .thenRefused('held');
    given(...closed, held('2026-11-23'))
      .when(sample('PurgeCase'))
      .thenEvents(purgedNow);
  });
  it('is no change from which the term counts anew', () => {
    const until = { ...holding, at: '2026-12-24T09:00:00.000Z' };
    const state = stateAfter(...closed, { type: 'CaseHeld', data: until });
    deepStrictEqual('updatedAt' in state && state.updatedAt, later);
  });
  it('ends when it is said', () => {
    given(...closed, held('2027-06-30'))
      .when(sample('ReleaseCase'))
      .thenEvents({ type: 'CaseReleased', data: commands.ReleaseCase });
    given(...closed, held('2027-06-30'), { type: 'CaseReleased', data: commands.ReleaseCase })
      .when(sample('PurgeCase'))
      .thenEvents(purgedNow);
  });
  it('needs a reason and a day that is not over', () => {
    given(...closed)
      .when(sample('HoldCase', { reason: ' ' }))
      .thenRefused('reason-missing');
    given(...closed)
      .when(sample('HoldCase', { until: '2026-11-23' }))
      .thenRefused('until-past');
  });
  it('is not for a case that is gone', () => given(purgedNow).when(sample('HoldCase')).thenRefused('purged'));
});

describe('the access log of a deleted case', () => {
  it('goes once', () => {
    given(purgedNow)
      .when(sample('EraseAccess'))
      .thenEvents({ type: 'AccessErased', data: { at: later } });
    given(purgedNow, { type: 'AccessErased', data: { at: later } })
      .when(sample('EraseAccess'))
      .thenNothing();
  });
  it('does not go while the case is there', () =>
    given(...closed)
      .when(sample('EraseAccess'))
      .thenRefused('not-closed'));
});

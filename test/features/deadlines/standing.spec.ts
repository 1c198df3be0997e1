import { deepEqual, equal } from 'node:assert/strict';
import { personId, type PersonId } from '../../../src/core/ids.ts';
import type { DeadlineFile, Told } from '../../../src/features/deadlines/deadline-state.ts';
import type { Item } from '../../../src/features/deadlines/inbox.ts';
import { defaultPlans } from '../../../src/features/deadlines/nudge-plan.ts';
import { overOf } from '../../../src/features/deadlines/over.ts';
import { levelOf, mayAct, standingOf } from '../../../src/features/deadlines/standing.ts';
import { due, els, facts, id, jan, judith, marieke, momentsFor, opened } from './samples.ts';

const at = '2026-12-20T09:00:00.000Z';
const nothing = { moves: [], kept: [], reached: [], answers: [], told: [] };
const open: DeadlineFile = {
  ...{ ...facts, ...nothing, stage: 'open', id, since: opened },
  ...{ plan: defaultPlans.long, moments: momentsFor(), watchers: [marieke] },
};
const reached = (to: 'official' | 'administrative') => [
  { moment: { name: 'T+7', at, to }, due, at, passed: [] as readonly string[] },
];

describe('what somebody has to do with a deadline', () => {
  const stranger = personId('stranger');
  const standing = (person: PersonId, changes: Partial<DeadlineFile> = {}, ownerAway = false) =>
    standingOf({ ...open, ...changes }, { person, ownerAway });

  it('is owning it, answering for it, or following it', () => {
    deepEqual(
      [jan, els, marieke, stranger].map((one) => standing(one)),
      ['owner', 'steward', 'watcher', undefined],
    );
    deepEqual(
      [jan, els, marieke].map((one) => mayAct(standing(one))),
      [true, true, false],
    );
  });
  it('is standing in only while the owner is away', () => {
    const told: readonly Told[] = [{ person: stranger, behalf: jan }];
    equal(standing(stranger, { told }, true), 'deputy');
    equal(standing(stranger, { told }), undefined);
    equal(standing(stranger, { deputy: stranger }, true), 'deputy');
  });
  it('is being asked for an answer, at the highest level it reached', () => {
    equal(standing(judith), undefined);
    equal(standing(judith, { reached: reached('official') }), 'official');
    equal(levelOf({ ...open, reached: [...reached('official'), ...reached('administrative')] }, els), 'administrative');
  });
  it('is being asked in the place of an official who is away, or as steward where nobody is known', () => {
    const asked = { ...open, reached: reached('official') };
    equal(levelOf({ ...asked, told: [{ person: stranger, behalf: judith }] }, stranger), 'official');
    equal(levelOf({ ...asked, levels: { official: [], administrative: [] } }, els), 'official');
    equal(levelOf(asked, els), undefined);
  });
});

describe('why a message about a deadline holds no longer', () => {
  const sent: Item = {
    ...{ key: 'k', deadline: id, moment: 'T-7', to: 'owner', due, from: opened, releaseAt: opened },
    ...{ status: 'sent', sentAt: opened },
  };
  const over = (changes: Partial<DeadlineFile>, item: Partial<Item> = {}) =>
    overOf({ ...open, ...changes }, { ...sent, ...item }, jan);
  const later = '2027-01-15T16:00:00.000Z';

  it('is nothing while there is something to do', () => equal(over({}), undefined));
  it('is that it was done, or is no longer needed', () => {
    const ended = { by: els, at, note: '' };
    deepEqual(over({ stage: 'done', ended }), { why: 'done', by: els, at });
    deepEqual(over({ stage: 'dropped', ended }), { why: 'dropped', at });
  });
  it('is that it has another date: it was moved, or done for this time', () => {
    deepEqual(over({ due: later }), { why: 'moved', to: later });
    const kept = [{ due, note: '', by: jan, at }];
    deepEqual(over({ due: later, kept }), { why: 'again', by: jan, at, next: later });
  });
  it('is that it is somebody else’s, also for who answers for it and handed it over', () => {
    const handed = { from: jan, to: marieke, by: jan, note: '', returned: false, at };
    deepEqual(over({ owner: marieke, handed }), { why: 'handed', to: marieke });
    deepEqual(over({ owner: marieke, handed: { ...handed, returned: true } }), { why: 'returned', to: marieke });
    equal(over({ owner: marieke, handed }, { sentAt: later }), undefined);
    equal(over({ owner: marieke, handed }, { to: 'official' }), undefined);
  });
  it('is that it comes back later, or was replaced', () => {
    deepEqual(over({}, { status: 'waiting', releaseAt: later }), { why: 'snoozed', until: later });
    deepEqual(over({}, { status: 'gone' }), { why: 'gone' });
  });
});

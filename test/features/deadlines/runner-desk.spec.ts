import { deepEqual } from 'node:assert/strict';
import type { About } from '../../../src/features/deadlines/deadline-state.ts';
import { type Engine, handClock, type Mailbox, startEngine } from '../../support/deadline-engine.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { facts, id, noHoliday, opened } from './samples.ts';

describe('bringing deadlines to mind', () => {
  const store = openedStore(openTemporary);
  let mailbox: Mailbox;
  let engine: Engine;
  const start = (lookAgain?: (about: About) => Promise<void>) => {
    mailbox = { posted: [], updated: [] };
    const parts = { store: store(), clock: handClock(opened), isHoliday: noHoliday, mailbox };
    engine = startEngine({ ...parts, ...(lookAgain ? { lookAgain } : {}) });
  };
  afterEach(() => engine.worker.stop());
  const told = () => mailbox.posted.map(({ at, person, keys }) => [at, person, ...keys.map((key) => key.slice(-4))]);

  it('tells the owner when a moment comes, in their hours', async () => {
    start();
    await engine.keep({ id, facts, plan: 'long' });
    await engine.until('2026-12-04T08:00:00.000Z');
    deepEqual(told(), [['2026-12-04T07:30:00.000Z', 'jan', 'T-14']]);
  });

  it('never tells of a promise that was kept meanwhile', async () => {
    const asked: About[] = [];
    start(async (about) => {
      asked.push(about);
      await engine.complete({ id });
    });
    await engine.keep({ id, facts, plan: 'long' });
    await engine.until('2026-12-05T08:00:00.000Z');
    deepEqual([asked, told()], [[facts.about], []]);
  });
});

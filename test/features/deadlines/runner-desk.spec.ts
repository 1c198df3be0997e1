import { deepEqual, equal } from 'node:assert/strict';
import type { About } from '../../../src/features/deadlines/deadline-state.ts';
import { keptDeadlines, nth } from './kept-deadlines.ts';
import { due, els, facts, id, jan, judith, marieke } from './samples.ts';

describe('bringing deadlines to mind', () => {
  const kept = keptDeadlines();

  it('tells the owner at each moment in their hours, and then those above', async () => {
    await kept.keep();
    await kept.engine.until('2027-01-04T08:00:00.000Z');
    deepEqual(kept.told(), [
      ['2026-12-04T07:30:00.000Z', jan, 'T-14'],
      ['2026-12-11T07:30:00.000Z', jan, 'T-7'],
      ['2026-12-17T07:30:00.000Z', jan, 'T-1'],
      ['2026-12-18T07:30:00.000Z', jan, 'T'],
      ['2026-12-21T07:30:00.000Z', jan, 'T+1'],
      ['2026-12-25T07:30:00.000Z', judith, 'official T+7'],
      ['2027-01-01T07:30:00.000Z', els, 'administrative T+14'],
    ]);
  });

  it('goes on every week after that, until it is done', async () => {
    await kept.keep();
    await kept.engine.until('2027-01-16T08:00:00.000Z');
    deepEqual(kept.told().slice(7), [
      ['2027-01-08T07:30:00.000Z', jan, 'T+21'],
      ['2027-01-15T07:30:00.000Z', jan, 'T+28'],
    ]);
    await kept.engine.complete({ id });
    await kept.engine.until('2027-03-01T08:00:00.000Z');
    equal(kept.mailbox.posted.length, 9);
  });

  it('tells the steward when there is nobody above', async () => {
    await kept.keep({ levels: { official: [], administrative: [] } });
    await kept.engine.until('2026-12-26T08:00:00.000Z');
    deepEqual(kept.told().at(-1), ['2026-12-25T07:30:00.000Z', els, 'official T+7']);
  });

  it('never tells of a promise that was kept meanwhile', async () => {
    await kept.engine.worker.stop();
    const asked: About[] = [];
    kept.start(async (about) => {
      asked.push(about);
      await kept.engine.complete({ id });
    });
    await kept.keep();
    await kept.engine.until('2026-12-05T08:00:00.000Z');
    deepEqual([asked, kept.told()], [[facts.about], []]);
  });

  describe('when it ends or changes', () => {
    it('withdraws what waits, and updates what was shown', async () => {
      await kept.keep();
      await kept.engine.until('2026-12-11T07:00:00.000Z');
      await kept.engine.complete({ id });
      await kept.engine.until('2027-02-01T08:00:00.000Z');
      equal(kept.mailbox.posted.length, 1);
      deepEqual(
        kept.mailbox.updated.map(({ person, slot }) => [person, slot]),
        [[jan, kept.mailbox.posted[0]?.slot]],
      );
    });

    it('plans anew when it is moved, and there and back again tells each moment once', async () => {
      const later = '2027-01-15T16:00:00.000Z';
      await kept.keep();
      await kept.engine.until('2026-12-11T06:10:00.000Z');
      await kept.engine.move(id, later);
      await kept.engine.until('2026-12-11T06:20:00.000Z');
      deepEqual(await kept.inboxOf(jan).then((items) => items.map(({ status }) => status)), ['gone', 'gone']);
      await kept.engine.move(id, due);
      await kept.engine.until('2026-12-18T08:00:00.000Z');
      deepEqual(
        kept.told().map(([, , moment]) => moment),
        ['T-14', 'T-1', 'T'],
      );
    });

    it('tells the new owner at once, and the old one no more', async () => {
      await kept.keep();
      await kept.engine.until('2026-12-11T06:10:00.000Z');
      await kept.engine.handOver(id, marieke);
      await kept.engine.until('2026-12-18T08:00:00.000Z');
      deepEqual(
        kept
          .told()
          .slice(1)
          .map(([at, person]) => [at, person]),
        [
          ['2026-12-11T07:30:00.000Z', marieke],
          ['2026-12-17T07:30:00.000Z', marieke],
          ['2026-12-18T07:30:00.000Z', marieke],
        ],
      );
    });
  });

  describe('of which several come together', () => {
    it('takes more than three in a morning together', async () => {
      await kept.keepMany(5);
      await kept.engine.until('2026-12-05T08:00:00.000Z');
      deepEqual(
        kept.mailbox.posted.map(({ at, keys }) => [at, keys.length]),
        [['2026-12-04T07:30:00.000Z', 5]],
      );
    });

    it('takes them together also for who begins before they all have come', async () => {
      await kept.prefer({ from: '06:00' });
      await kept.keepMany(5);
      await kept.engine.until('2026-12-05T08:00:00.000Z');
      deepEqual(
        kept.mailbox.posted.map(({ at, keys }) => [at, keys.length]),
        [['2026-12-04T06:02:00.000Z', 5]],
      );
    });

    it('tells once of all that came while the machine was off for days, and of each thing only the last', async () => {
      await kept.keepMany(2);
      await kept.keep({ due: '2026-12-16T16:00:00.000Z' }, nth(3));
      await kept.engine.worker.stop();
      kept.clock.set('2026-12-11T09:00:00.000Z');
      kept.start();
      await kept.engine.until('2026-12-12T08:00:00.000Z');
      deepEqual(kept.told(), [['2026-12-11T09:02:00.000Z', jan, 'T-7', 'T-7', 'T-7']]);
    });

    it('waits with that for the morning too', async () => {
      await kept.keepMany(3);
      await kept.engine.worker.stop();
      kept.clock.set('2026-12-05T22:00:00.000Z');
      kept.start();
      await kept.engine.until('2026-12-08T08:00:00.000Z');
      deepEqual(kept.told(), [['2026-12-07T07:30:00.000Z', jan, 'T-14', 'T-14', 'T-14']]);
    });
  });

  describe('by the wishes of who hears it', () => {
    it('goes by other wishes at once, also for what waits already', async () => {
      await kept.keep();
      await kept.engine.until('2026-12-04T06:10:00.000Z');
      await kept.prefer({ from: '11:00' });
      await kept.engine.until('2026-12-05T08:00:00.000Z');
      await kept.engine.until('2026-12-11T06:10:00.000Z');
      await kept.prefer({ from: '07:30' });
      await kept.engine.until('2026-12-11T08:00:00.000Z');
      deepEqual(
        kept.told().map(([at]) => at),
        ['2026-12-04T10:00:00.000Z', '2026-12-11T06:30:00.000Z'],
      );
    });
    it('still tells it when other wishes change nothing', async () => {
      await kept.keep();
      await kept.engine.until('2026-12-04T06:10:00.000Z');
      await kept.prefer({ rhythm: 'each' });
      await kept.engine.until('2026-12-05T08:00:00.000Z');
      deepEqual(kept.told(), [['2026-12-04T07:30:00.000Z', jan, 'T-14']]);
    });
    it('never puts off what is escalated, and what is due today', async () => {
      await kept.prefer({ rhythm: 'weekly', weekdays: [1] }, judith);
      await kept.prefer({ rhythm: 'weekly' });
      await kept.keep();
      await kept.engine.until('2026-12-26T08:00:00.000Z');
      deepEqual(kept.told(), [
        ['2026-12-07T07:30:00.000Z', jan, 'T-14'],
        ['2026-12-14T07:30:00.000Z', jan, 'T-7'],
        ['2026-12-18T07:30:00.000Z', jan, 'T'],
        ['2026-12-21T07:30:00.000Z', jan, 'T+1'],
        ['2026-12-25T07:30:00.000Z', judith, 'official T+7'],
      ]);
    });
    it('tells it again after a snooze, in a morning', async () => {
      await kept.keep();
      await kept.engine.until('2026-12-04T09:00:00.000Z');
      const until = '2026-12-05T09:00:00.000Z';
      await kept.engine.tell((at) => ({ type: 'SnoozeDeadline', data: { at, person: jan, deadline: id, until } }));
      await kept.engine.until('2026-12-08T08:00:00.000Z');
      deepEqual(kept.told(), [
        ['2026-12-04T07:30:00.000Z', jan, 'T-14'],
        ['2026-12-07T07:30:00.000Z', jan, 'T-14'],
      ]);
      equal(new Set(kept.mailbox.posted.map(({ slot }) => slot)).size, 2);
      equal((await kept.file()).reached.length, 1);
    });
  });
});

import { deepEqual } from 'node:assert/strict';
import { keptDeadlines } from './kept-deadlines.ts';
import { els, id, jan, judith, marieke } from './samples.ts';

describe('bringing deadlines to mind of somebody who is away', () => {
  const kept = keptDeadlines();
  const week = ['2026-12-01', '2026-12-15'] as const;
  it('tells their deputy, and says in whose place', async () => {
    await kept.away(jan, marieke, week);
    await kept.keep();
    await kept.engine.until('2026-12-17T08:00:00.000Z');
    deepEqual(
      kept.told().map(([, person]) => person),
      [marieke, marieke, jan],
    );
    deepEqual(
      (await kept.inboxOf(marieke)).map(({ behalf }) => behalf),
      [jan, jan],
    );
  });
  it('asks first for whoever stands in for this one thing', async () => {
    await kept.away(jan, marieke, week);
    await kept.keep({ deputy: judith });
    await kept.engine.until('2026-12-05T08:00:00.000Z');
    deepEqual(
      kept.told().map(([, person]) => person),
      [judith],
    );
  });
  it('goes on to the deputy of a deputy, and out of a circle to the steward', async () => {
    await kept.away(jan, marieke, week);
    await kept.away(marieke, judith, week);
    await kept.keep();
    await kept.engine.until('2026-12-05T08:00:00.000Z');
    await kept.away(judith, jan, week);
    await kept.engine.until('2026-12-12T08:00:00.000Z');
    deepEqual(
      kept.told().map(([, person]) => person),
      [judith, els],
    );
  });
  it('tells them all the same when nobody is there', async () => {
    await kept.away(jan, els, week);
    await kept.away(els, jan, week);
    await kept.keep();
    await kept.engine.until('2026-12-05T08:00:00.000Z');
    deepEqual(kept.told(), [['2026-12-04T07:30:00.000Z', jan, 'T-14']]);
  });
  it('tells the deputy of who hears of what is late', async () => {
    await kept.away(judith, marieke, ['2026-12-20', '2026-12-31']);
    await kept.keep();
    await kept.engine.until('2026-12-26T08:00:00.000Z');
    deepEqual(kept.told().at(-1), ['2026-12-25T07:30:00.000Z', marieke, 'official T+7']);
  });
  it('tells whoever is there by the time it is told, and withdraws it there when it is done', async () => {
    await kept.keep();
    await kept.engine.until('2026-12-04T06:10:00.000Z');
    await kept.away(jan, marieke, week);
    await kept.engine.until('2026-12-04T08:00:00.000Z');
    deepEqual(kept.told(), [['2026-12-04T07:30:00.000Z', marieke, 'T-14']]);
    await kept.engine.complete({ id });
    await kept.engine.worker.idle();
    deepEqual(
      kept.mailbox.updated.map(({ person }) => person),
      [marieke],
    );
  });
  it('tells them when they are back by then', async () => {
    await kept.away(jan, marieke, week);
    await kept.keep();
    await kept.engine.until('2026-12-04T06:10:00.000Z');
    await kept.engine.tell((at) => ({ type: 'SetAbsence', data: { at, person: jan, absence: undefined } }));
    await kept.engine.until('2026-12-05T08:00:00.000Z');
    deepEqual(kept.told(), [['2026-12-04T07:30:00.000Z', jan, 'T-14']]);
  });
});

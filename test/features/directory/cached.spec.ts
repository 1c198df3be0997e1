import { deepEqual, equal, rejects } from 'node:assert/strict';
import { cached } from '../../../src/features/directory/cached.ts';

describe('directory: what is read at most once a minute', () => {
  let now = 0;
  let readings = 0;
  const clock = { now: () => new Date(now) };
  const counted = () => cached(clock, async () => ++readings);
  beforeEach(() => {
    now = Date.parse('2026-11-02T09:00:00Z');
    readings = 0;
  });

  it('is read once for all who ask within a minute', async () => {
    const value = counted();
    const first = await Promise.all([value.get(), value.get()]);
    now += 59_999;
    deepEqual([...first, await value.get()], [1, 1, 1]);
  });
  it('is read again after a minute', async () => {
    const value = counted();
    await value.get();
    now += 60_000;
    equal(await value.get(), 2);
  });
  it('is read again once it was forgotten', async () => {
    const value = counted();
    await value.get();
    value.forget();
    equal(await value.get(), 2);
  });
  it('is read again when the clock was put back', async () => {
    const value = counted();
    await value.get();
    now -= 1;
    equal(await value.get(), 2);
  });
  it('is not kept when it could not be read', async () => {
    const value = cached(clock, async () => {
      readings += 1;
      if (readings === 1) throw new Error('no store');
      return readings;
    });
    await rejects(value.get(), { message: 'no store' });
    equal(await value.get(), 2);
  });
});

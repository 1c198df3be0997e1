import { equal } from 'node:assert/strict';
import { newBell } from '../../src/store/bell.ts';

describe('bell', () => {
  it('wakes who sleeps', async () => {
    const bell = newBell();
    const sleeping = bell.sleep(60_000);
    bell.ring();
    equal(await sleeping, 'rung');
  });

  it('is heard by the next sleeper when nobody slept, once', async () => {
    const bell = newBell();
    bell.ring();
    bell.ring();
    equal(await bell.sleep(60_000), 'rung');
    equal(await bell.sleep(1), 'slept');
  });

  it('lets who sleeps wake by themselves when it is silent', async () => {
    equal(await newBell().sleep(1), 'slept');
  });
});

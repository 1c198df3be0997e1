import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { retryDelay } from '../../src/store/retry-delay.ts';

const settings = { baseMs: 500, maxMs: 300_000 };

describe('retry delay', () => {
  it('doubles with each attempt, up to the most', () => {
    const delays = [0, 1, 2, 9, 10, 5000].map((attempts) => retryDelay(settings, { attempts, random: 1 }));
    deepStrictEqual(delays, [500, 1000, 2000, 256_000, 300_000, 300_000]);
  });

  it('is anything from nothing to the whole', () => {
    equal(retryDelay(settings, { attempts: 3, random: 0 }), 0);
    equal(retryDelay(settings, { attempts: 3, random: 0.25 }), 1000);
  });

  it('is never sooner than was asked', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(600_000),
        (attempts, random, afterMs) => {
          ok(retryDelay(settings, { attempts, random, afterMs }) >= afterMs);
        },
      ),
    );
  });
});

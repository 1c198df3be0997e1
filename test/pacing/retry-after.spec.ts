import { equal } from 'node:assert/strict';
import { retryAfterMs } from '../../src/pacing/retry-after.ts';

describe('retryAfterMs', () => {
  const wait = (headers: Record<string, string>): number | undefined => retryAfterMs(new Headers(headers));
  const date = 'Sun, 22 Nov 2026 09:00:00 GMT';

  it('reads seconds', () => {
    equal(wait({ 'retry-after': '120' }), 120_000);
    equal(wait({ 'retry-after': '0' }), 0);
  });

  it('reads a date against the answer’s own clock', () => {
    equal(wait({ 'retry-after': 'Sun, 22 Nov 2026 09:00:30 GMT', date }), 30_000);
    equal(wait({ 'retry-after': 'Sun, 22 Nov 2026 08:59:00 GMT', date }), 0);
  });

  it('says nothing where there is nothing to read', () => {
    equal(wait({}), undefined);
    equal(wait({ 'retry-after': 'soon', date }), undefined);
    equal(wait({ 'retry-after': 'Sun, 22 Nov 2026 09:00:30 GMT' }), undefined);
  });
});

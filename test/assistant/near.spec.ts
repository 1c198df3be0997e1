import { deepEqual, equal } from 'node:assert/strict';
import { createNearest, isOneApart } from '../../src/assistant/near.ts';

describe('the known word that was meant', () => {
  const nearest = createNearest(['agenda', 'casus', 'taak']);

  it('is found when one letter is left out, put in, replaced or swapped', () => {
    for (const written of ['agnda', 'agendda', 'agemda', 'agneda', 'agenda']) deepEqual(nearest(written), ['agenda']);
  });

  it('is not looked for in short words, and not two letters away', () => {
    for (const written of ['tak', 'agnde', 'cas', '', 'kasuz']) deepEqual(nearest(written), []);
  });

  it('is the same both ways', () => {
    const pairs = [
      ['casus', 'cassus', true],
      ['ab', 'ba', true],
      ['ab', 'cd', false],
      ['', 'a', true],
      ['aa', 'a', true],
    ] as const;
    for (const [one, other, near] of pairs) {
      equal(isOneApart(one, other), near);
      equal(isOneApart(other, one), near);
    }
  });
});

import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { findPersonalData } from '../../src/core/personal-data.ts';

describe('places of findPersonalData', () => {
  it('keeps places inside the text, in order, whatever the text', () => {
    const pieces = fc.constantFrom(
      '1',
      '06-',
      ' ',
      '.',
      '@',
      'bsn ',
      'NL91',
      'geb ',
      '(',
      'Aa ',
      'straat ',
      '\u200b',
      '１',
      '👧',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of findPersonalData(text)) {
          ok(start >= last && end > start && end <= text.length);
          last = end;
        }
      }),
    );
  });
});

describe('time of findPersonalData', () => {
  const size = 10_000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

  function quickest(text: string): number {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      findPersonalData(text);
      return performance.now() - start;
    });
    return Math.min(...times);
  }

  it('is a few milliseconds for 10 KB of ordinary Dutch', () => {
    const text = fill('De tafel heeft op 12 maart 2026 besloten dat de jongere (14 jaar) 6 uur per week hulp krijgt. ');
    quickest(text);
    ok(quickest(text) < 5, `${quickest(text)} ms`);
  });

  it('grows with the length and no faster, whatever the text repeats', () => {
    const pieces = [
      '1',
      '1 ',
      '06-',
      'a@',
      '@',
      '0031 ',
      'NL91',
      'NL91 ',
      'bsn ',
      '111 222 333 ',
      'Aa ',
      'geb ',
      '(1-1-2011) ',
    ];
    const more = ['a', 'a.', 'a-', ' ', 'A van ', '١', '\u200b', '1 mei ', 'weg 1 ', '1234 ab ', 'Xx Xxstraat 1 ', '+'];
    const piece = fc.constantFrom(...pieces, ...more);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (parts) => {
        const text = fill(parts.join(''));
        ok(quickest(text + text + text + text) < 250, JSON.stringify(parts));
      }),
      { numRuns: 40 },
    );
  }).timeout(60_000);
});

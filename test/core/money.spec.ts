import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { formatEuros, parseEuros } from '../../src/core/money.ts';

describe('amounts in euro cents', () => {
  const right: Readonly<Record<string, number>> = {
    '24000': 2_400_000,
    '24.000': 2_400_000,
    '24,000': 2_400_000,
    '24 000': 2_400_000,
    '€ 24.000,-': 2_400_000,
    'EUR 24.000,--': 2_400_000,
    '1.250,50': 125_050,
    '1,250.50': 125_050,
    '1.250.000': 125_000_000,
    '0': 0,
    ' 9.800 ': 980_000,
    '12,30': 1_230,
  };
  for (const [text, cents] of Object.entries(right)) {
    it(`reads "${text}"`, () => equal(parseEuros(text), cents));
  }

  for (const text of ['', 'veel', '-5', '12.3', '1.23.456', '24k', '€', '12,345,6', '24.000 per maand']) {
    it(`does not guess at "${text}"`, () => equal(parseEuros(text), undefined));
  }

  it('is written as people read it', () => {
    equal(formatEuros(2_400_000, 'nl').replaceAll(/\s/g, ' '), '€ 24.000');
    equal(formatEuros(125_050, 'nl').replaceAll(/\s/g, ' '), '€ 1.250,50');
    equal(formatEuros(125_050, 'en').replaceAll(/\s/g, ' '), '€1,250.50');
  });

  it('reads back every amount that it wrote', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999_999), fc.constantFrom('nl', 'en'), (cents, locale) => {
        equal(parseEuros(formatEuros(cents, locale)), cents);
      }),
    );
  });
});

import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readLessons } from '../../src/assistant/index.ts';
import { findPersonalData } from '../../src/core/personal-data.ts';
import { evaluateGuard, parseGuard } from '../../src/evaluation/guard.ts';

describe('the guard for personal data', () => {
  const figures = evaluateGuard(
    parseGuard(readFileSync(new URL('./data/personal-data.json', import.meta.url), 'utf8')),
  );

  it('finds every BSN and every account number of its own set', () => {
    ok((figures.kinds['BSN']?.marked ?? 0) + (figures.kinds['IBAN']?.marked ?? 0) >= 200);
    equal(figures.kinds['BSN']?.recall, 1);
    equal(figures.kinds['IBAN']?.recall, 1);
  });

  it('leaves ordinary messages of the field alone', () => {
    ok(figures.ordinary >= 300);
    ok(figures.falseAlarms <= 0.02, JSON.stringify(figures.alarms));
  });

  const { intents, talk } = readLessons();
  const texts = [...intents.values(), ...talk.values()].flat();

  it('finds nothing in what people ask the bot', () => {
    ok(texts.filter((text) => findPersonalData(text).length > 0).length / texts.length <= 0.002);
  });

  describe('looking for names', () => {
    const names = evaluateGuard(parseGuard(readFileSync(new URL('./data/names.json', import.meta.url), 'utf8')));

    it('finds most names of young people and of those around them', () => {
      ok((names.kinds['NAME']?.marked ?? 0) >= 60);
      ok((names.kinds['NAME']?.recall ?? 0) >= 0.95, JSON.stringify(names.misses));
    });

    it('leaves ordinary sentences alone, and those about colleagues and made-up names', () => {
      ok(names.ordinary >= 150);
      ok(names.falseAlarms <= 0.01, JSON.stringify(names.alarms));
    });

    it('finds few in what people ask the bot, where names are those of colleagues', () => {
      const alarms = texts.filter((text) => findPersonalData(text, () => false).length > 0);
      ok(alarms.length / texts.length <= 0.02, `${alarms.length} of ${texts.length}`);
    });
  });

  it('finds a BSN whatever stands around it, also right behind a case number', () => {
    const bsn = fc
      .integer({ min: 0, max: 999_999 })
      .map(elevenProof)
      .filter((digits) => digits !== undefined);
    const written = fc.constantFrom('$1$2$3', '$1.$2.$3', '$1-$2-$3', '$1 $2 $3');
    const before = fc.constantFrom(
      '',
      'bsn ',
      'casus 2026-014 ',
      'LI-2026-0014 ',
      'jongen 15 ',
      'op 12-03-2026, ',
      '(',
      '\n',
    );
    const after = fc.constantFrom('', '.', ' en 12 andere', ' 14 jaar', '; tel 0612345678', '\n');
    fc.assert(
      fc.property(fc.tuple(bsn, written, before, after), ([digits, form, start, end]) => {
        const number = digits.replace(/(...)(...)(...)/, form);
        const found = findPersonalData(`${start}${number}${end}`);
        ok(
          found.some(
            (one) => one.kind === 'bsn' && one.start <= start.length && one.end >= start.length + number.length,
          ),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('finds an account number that sticks to its word', () => {
    for (const text of ['IBANNL91ABNA0417164300', 'iban:nl91 abna 0417 1643 00'])
      equal(findPersonalData(text)[0]?.kind, 'iban');
  });
});

/** A number out of the range for tests, which starts with 999. */
function elevenProof(rest: number): string | undefined {
  const digits = `999${String(rest).padStart(6, '0')}`;
  const sum = Array.from(digits).reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0 ? digits : undefined;
}

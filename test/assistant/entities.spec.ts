import { deepEqual } from 'node:assert/strict';
import {
  type CaseMention,
  createNameReader,
  ordinaryWords,
  readAmounts,
  readCases,
  readLessons,
} from '../../src/assistant/index.ts';

const numbered = (counter: number, year?: number, centre?: string): CaseMention => ({
  ...{ by: 'number', counter },
  ...(year === undefined ? {} : { year }),
  ...(centre === undefined ? {} : { centre }),
});

describe('the cases that a sentence speaks of', () => {
  const table: readonly (readonly [string, readonly CaseMention[]])[] = [
    ['status 2026-014', [numbered(14, 2026)]],
    ['koppel Noor aan 2026-3', [numbered(3, 2026)]],
    ['LI-2026-0001 sluiten', [numbered(1, 2026, 'LI')]],
    ['open li 2026 12', [numbered(12, 2026, 'LI')]],
    ['casus 14', [numbered(14)]],
    ['zaak nr. 7, dossier nummer 44 en cassus #9', [numbered(7), numbered(44), numbered(9)]],
    ['casussen 12, 13 en 14', [numbered(12), numbered(13), numbered(14)]],
    ['casus #2026-014 en 2026-015 samenvoegen', [numbered(14, 2026), numbered(15, 2026)]],
    ['12 maart bespreken we casus 9', [numbered(9)]],
    ['sluit deze casus', [{ by: 'hand' }]],
    ['archive this case', [{ by: 'hand' }]],
    ['hoe staat het met die zaak?', [{ by: 'hand' }]],
    ['en die andere?', [{ by: 'other' }]],
    ['die van gisteren', [{ by: 'day', text: 'gisteren' }]],
    ['hoe is het met de casus van vorige week', [{ by: 'day', text: 'vorige week' }]],
    ['neem de tweede', [{ by: 'place', place: 2 }]],
    ['de laatste graag', [{ by: 'place', place: -1 }]],
    ['taak 3 is klaar', []],
    ['hoeveel casussen in 2025', []],
    ['casus van 14 jaar', []],
    ['bel 06-12345678', []],
    ['van 2026-03-11 tot 2026-04-01', []],
    ['het budget voor 2026', []],
  ];
  for (const [text, cases] of table) {
    it(text, () => {
      deepEqual(readCases(text), cases);
    });
  }
});

describe('the amounts in a sentence', () => {
  it('are in cents', () => {
    deepEqual(readAmounts('€ 24.000 of 1.250,50 euro, hooguit 2,5k'), [2_400_000, 125_050, 250_000]);
    deepEqual(readAmounts('3 ton euro, EUR 500,- en 12 duizend euro'), [30_000_000, 50_000, 1_200_000]);
  });

  it('are none when no money is named', () => {
    deepEqual(readAmounts('casus 12, 4 uur per week, 2026-014, 12 kilo'), []);
  });
});

describe('the names in a sentence', () => {
  const read = createNameReader(
    {
      region: {
        entries: [
          { id: 'limburg', names: ['Limburg'] },
          { id: 'noord-limburg', names: ['Noord-Limburg'] },
        ],
      },
      municipality: {
        entries: [
          { id: 'bergen-l', names: ['Bergen (L)'] },
          { id: 'bergen-nh', names: ['Bergen (NH)'] },
          { id: 'weert', names: ['Weert'] },
        ],
      },
      specialism: {
        compounds: true,
        entries: [
          { id: 'trauma', names: ['trauma', 'PTSS'] },
          { id: 'asd', names: ['autisme', 'ASS'] },
        ],
      },
      place: {
        entries: [
          { id: 'hoeve', names: ['De Hoeve'] },
          { id: 'groenhof', names: ['Groenhof'] },
        ],
      },
      person: {
        people: true,
        entries: [
          { id: 'p1', names: ['Jan Peeters'] },
          { id: 'p2', names: ['Jan de Wit'] },
          { id: 'p3', names: ['Fatima El Amrani'] },
          { id: 'p4', names: ['Wil Jansen'] },
          { id: 'p5', names: ['Sanne de Vries'] },
        ],
      },
    },
    ordinaryWords(readLessons()),
  );

  it('are found in full, and the longest counts', () => {
    deepEqual(read('plek in Noord-Limburg bij de hoeve').region, [['noord-limburg']]);
    deepEqual(read('plek in Noord-Limburg bij de hoeve').place, [['hoeve']]);
    deepEqual(read('limburg of noord limburg').region, [['limburg'], ['noord-limburg']]);
  });

  it('are found with one letter wrong', () => {
    deepEqual(read('iets in limbrug').region, [['limburg']]);
    deepEqual(read('autsime en trauma').specialism, [['asd'], ['trauma']]);
    deepEqual(read('voeg sane toe').person, [['p5']]);
    deepEqual(read('bed bij groenhoff').place, [['groenhof']]);
  });

  it('are given all when several fit, so that the bot asks back', () => {
    deepEqual(read('koppel jan aan casus 12').person, [['p1', 'p2']]);
    deepEqual(read('koppel Jan Peeters aan casus 12').person, [['p1']]);
    deepEqual(read('waar hoort Bergen bij').municipality, [['bergen-l', 'bergen-nh']]);
  });

  it('are found by the last name, and inside longer words where that is meant', () => {
    deepEqual(read('vraag mevrouw El Amrani').person, [['p3']]);
    deepEqual(read('een traumatherapeut').specialism, [['trauma']]);
  });

  it('are not made out of ordinary words', () => {
    deepEqual(read('wie weet iets, ik wil graag assistentie').municipality, []);
    deepEqual(read('wie weet iets, ik wil graag assistentie').person, []);
    deepEqual(read('wie weet iets, ik wil graag assistentie').specialism, []);
    deepEqual(read('koppel Wil aan casus 12').person, [['p4']]);
  });
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { createMask, readLessons, sentText } from '../../src/assistant/index.ts';

const mask = createMask(readLessons());
const places = ['Venlo', 'Kampen', 'Bergen op Zoom', 'Horst aan de Maas'];
const sent = (text: string): string | undefined => {
  const masked = mask(text, places);
  return masked && sentText(masked);
};

describe('what of a sentence may be sent', () => {
  const left: readonly (readonly [string, string])[] = [
    ['Hoe staat het met casus LI-2026-0123?', 'hoe staat het met casus LI-2026-0123'],
    ['wie kan er meedenken over 2026-014', 'wie kan er meedenken over 2026-014'],
    ['bij welk team hoort Bergen op Zoom', 'bij welk team hoort Bergen op Zoom'],
    ['zet Sanne Bakker op de agenda', 'zet [1] [2] op de agenda'],
    ['zet sanne bakker op de agenda van Sanne', 'zet [1] [2] op de agenda van [1]'],
    ['is er plek voor Jan van Kampen', 'is er plek voor [1] van [2]'],
    ['is er plek voor jan van der meer', 'is er plek voor [1] van der [2]'],
    ['vraag € 2.400 voor casus 14', 'vraag [1] voor casus [2]'],
    ['verzet de termijn naar 12 maart 2027', 'verzet de termijn naar [1] maart [2]'],
    ['wat moet ik Goed doen met Noor en mark', 'wat moet ik [1] doen met [2] en [3]'],
    ['wat doet ver-meer of ver\u200bmeer nog', 'wat doet [1] of [2] nog'],
  ];
  for (const [text, expected] of left) it(`“${text}”`, () => equal(sent(text), expected));

  const kept = [
    'zet 123456782 op de agenda van casus 14',
    'bel mij op 06-12345678 over casus LI-2026-0123',
    'bel mij op … over casus LI-2026-0123',
    'mail jan@voorbeeld.nl over de casus',
    'hij is geboren op 12-03-2011 en wacht op een plek',
    'zij praat over zelfmoord en wil hulp',
    'Sanne Bakker Amsterdam',
    `wat is ${'de '.repeat(50)}casus`,
  ];
  for (const text of kept) it(`nothing of “${text.slice(0, 50)}”`, () => equal(sent(text), undefined));

  it('a part of a longer number is not taken for the number of a case', () => {
    equal(sent('hoe staat het met 06 2026-014'), 'hoe staat het met [1] [2]');
  });

  it('keeps the words as they were typed, to put them back', () => {
    deepEqual(
      mask('zet Sanne Bakker, op de agenda', [])?.map(({ own }) => own),
      ['zet', 'Sanne', 'Bakker', 'op', 'de', 'agenda'],
    );
  });

  it('names that people here have are not among the words', () => {
    const names =
      'noah liam luca daan finn levi lucas mees james sem emma julia mila saar nora noor evi tess anna sara fatima mohammed ahmed youssef aya jan piet kees henk marie anja bram thijs sanne lotte fleur roos mark rob bas max sam kim mei jong vries berg dijk bakker visser smit meijer boer mulder groot bos vos peters hendriks leeuwen dekker brouwer wit dijkstra smits graaf meer linden koning jacobs vermeulen kok hoek haan prins blom huisman peeters beek kuipers veen jansen willems yilmaz kaya demir'.split(
        ' ',
      );
    const known = names.filter((name) => sent(`wat is de naam ${name}`)?.endsWith('naam [1]') === false);
    deepEqual(known, []);
  });
});

describe('whatever is typed', () => {
  const lessons = readLessons();
  const taught = new Set(
    [...lessons.intents.values(), ...lessons.talk.values()]
      .flat()
      .flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
  );
  const word = fc.oneof(
    fc.constantFrom(...taught),
    fc.constantFrom('Sanne', 'de Vries', 'jan', 'Venlo', 'kampen', '123456782', 'NL91ABNA0417164300', '06-12345678'),
    fc.constantFrom(
      'LI-2026-0123',
      '2026-014',
      '€',
      '2.400',
      '12-3-2011',
      'x@y.nl',
      '\u200b',
      '١٢٣',
      '[1]',
      '{"intent":1}',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.nat().map(String),
  );

  it('only words of the examples, names of places, numbers of cases and placeholders are sent', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 45 }), (words) => {
        const text = sent(words.join(' ')) ?? '';
        const foreign = text
          .split(' ')
          .filter(
            (one) =>
              one !== '' &&
              !taught.has(one) &&
              !/^\[\d+\]$|^(?:LI-)?2026-\d{3,4}$|^20[2-4]\d-\d{3,4}$|^(?:venlo|kampen)$/i.test(one),
          );
        deepEqual(foreign, []);
        ok(!/\d/.test(text.replace(/\[\d+\]|\b(?:[A-Z]{2}-)?20[2-4]\d-\d{3,4}\b/g, '')), text);
      }),
      { numRuns: 2_000 },
    );
  });
});

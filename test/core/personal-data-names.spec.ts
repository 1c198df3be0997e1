import { deepEqual, equal, ok } from 'node:assert/strict';
import { findPersonalData, knownNames } from '../../src/core/personal-data.ts';

const nobody = knownNames([]);

describe('finding names', () => {
  const found = (text: string, known = nobody): readonly string[] =>
    findPersonalData(text, known).map(({ start, end }) => text.slice(start, end));

  const names: readonly (readonly [string, ...string[]])[] = [
    ['we zoeken een plek voor Finn', 'Finn'],
    ['jayden is weer weggelopen', 'jayden'],
    ['Nina van der Berg is thuis', 'Nina van der Berg'],
    ['het meisje heet Xaviera en eet niet', 'Xaviera'],
    ['de moeder van Houben belde', 'Houben'],
    ['gezin Van den Heuvel is bekend', 'Van den Heuvel'],
    ['gesprek met mevrouw Van der Linden, de oma', 'mevrouw Van der Linden'],
    ['dhr. Smeets wil niet', 'Smeets'],
    ['J. de Wit heeft gezag', 'J. de Wit'],
    ['vertrouwelijk: Kevin S. is verdachte', 'Kevin S.'],
    ['Qasim (16) is geschorst', 'Qasim'],
    ['Qasim, 15 jaar, zit thuis', 'Qasim'],
    ['thuis in Weert zit Qasim (16)', 'Qasim'],
    ['Qasim en zijn moeder komen', 'Qasim'],
    ['ouders: Peter en Ingrid Claessens', 'Peter en Ingrid Claessens'],
    ['her name is Rahmani', 'Rahmani'],
    ['een plek voor Max graag', 'Max'],
    ['de tweeling Lars en Thomas, en Daan', 'Lars en Thomas', 'Daan'],
  ];
  for (const [text, ...expected] of names) it(`does: ${text}`, () => deepEqual(found(text), expected));

  for (const text of [
    'Centrum voor Jeugd en Gezin Weert',
    'Toon mijn termijnen',
    'Moeder Vader en school zitten aan tafel',
    'iedereen heet welkom',
    'het Emma Kinderziekenhuis en Stichting Juliana',
    'EMDR (15) en MST',
    'de ouders, Koraal, school',
    'koppel Noor aan casus 3, en wijs casus 4 toe aan Joris',
    'mijn collega Fatima neemt waar',
    'welke taken heeft Wilhelmina nog, en wat moet Jelle doen',
    'meisje Merel (15) en jongen Wolf',
    'een jongen uit Venlo (15), een plek in Sittard, 3 jaar lang',
    'een plek in Horst aan de Maas (14 jaar), of in gemeente Peel en Maas, 3 jaar lang',
    'Moeder Somalisch, voogd Nidos is aangesteld, de voogd van Leger des Heils belt',
  ])
    it(`does nothing: ${text}`, () => deepEqual(found(text), []));

  it('never takes a colleague for one, by whatever part of the name', () => {
    const staff = knownNames(['Fatima El Amrani', 'Sanne de Vries']);
    for (const text of ['de moeder sprak met Fatima', 'mevrouw El Amrani belt', 'Sanne de Vries (40)', 'mw. De Vries'])
      deepEqual(found(text, staff), [], text);
    deepEqual(found('Fatima sprak met Yara en mevrouw De Wit', staff), ['Yara', 'mevrouw De Wit']);
  });

  it('takes whoever has a first name of a colleague and a surname of nobody here for one, where the words say so', () => {
    const staff = knownNames(['Karin Peters', 'Emma Bakker']);
    deepEqual(found('moeder Karin Verhoeven klaagt, mevrouw Karin de Wit ook, en Emma Smit (15)', staff), [
      'Karin Verhoeven',
      'mevrouw Karin de Wit',
      'Emma Smit',
    ]);
    for (const text of ['moeder Karin klaagt', 'mevrouw Karin Peters belt', 'vraag Karin Verhoeven', 'Emma (15)'])
      deepEqual(found(text, staff), [], text);
  });

  it('is not done unless it is said who is known', () => {
    deepEqual(findPersonalData('een plek voor Finn'), []);
  });

  it('leaves to other kinds what they found', () => {
    const kinds = findPersonalData('Finn, Molenweg 4a, mail finn.smit@postvak.nl', nobody).map(({ kind }) => kind);
    deepEqual(kinds, ['name', 'address', 'email']);
  });

  it('gives the place in the text as it was typed', () => {
    deepEqual(found('hij heet Zoe\u0308 Smit'), ['Zoe\u0308 Smit']);
    equal(found('voor F\u200binn').length, 1);
  });

  it('takes in time a text made to be slow, as long as a request may be', () => {
    for (const pattern of ['Aa ', 'van ', 'Aa van ', 'Aa en ', 'A.', 'Daan en ', 'moeder, Aa ', 'J. van de ', 'é']) {
      const began = performance.now();
      findPersonalData(pattern.repeat(250_000 / pattern.length), nobody);
      ok(performance.now() - began < 8_000, pattern);
    }
  }).timeout(60_000);
});

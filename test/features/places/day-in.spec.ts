import { deepEqual, equal } from 'node:assert/strict';
import { agesIn, presentOf, readNeeds } from '../../../src/features/places/ask-form.ts';
import { dayIn } from '../../../src/features/places/day-in.ts';
import { freeSentence } from '../../../src/features/places/teams-provider.ts';
import { regionCode } from '../../../src/features/directory/index.ts';
import { today } from './samples.ts';

describe('places: a day as people write it', () => {
  for (const [text, day] of [
    ['vandaag', today],
    ['nu', today],
    ['morgen', '2026-11-24'],
    ['tomorrow', '2026-11-24'],
    ['1 december', '2026-12-01'],
    ['1 dec.', '2026-12-01'],
    ['23 november', today],
    ['22 november', '2027-11-22'],
    ['1 maart', '2027-03-01'],
    ['March', undefined],
    ['1 march', '2027-03-01'],
    ['1 December 2027', '2027-12-01'],
    ['1-12', '2026-12-01'],
    ['1/12/2028', '2028-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['31 februari', undefined],
    ['31-02-2027', undefined],
    ['13-13', undefined],
    ['volgende week', undefined],
    ['1 xember', undefined],
    ['', undefined],
  ] as const)
    it(`reads “${text}” as ${day ?? 'no day'}`, () => equal(dayIn(text, today), day));
});

describe('places: the sentence of a provider', () => {
  for (const [text, data] of [
    ['plek vrij', { count: 1, day: '' }],
    ['Plek vrij!', { count: 1, day: '' }],
    ['plek vrij per 1 december', { count: 1, day: '1 december' }],
    ['2 plekken vrij vanaf 1-12', { count: 2, day: '1-12' }],
    ['er is een plek vrij', { count: 1, day: '' }],
    ['Er zijn 3 plekken vrij', { count: 3, day: '' }],
    ['place free', { count: 1, day: '' }],
    ['2 places free from 1 December', { count: 2, day: '1 december' }],
    ['plekken', undefined],
    ['is er een plek vrij', undefined],
    ['vrije plekken', undefined],
  ] as const)
    it(`takes “${text}” as ${JSON.stringify(data)}`, () => deepEqual(freeSentence(text), data));
});

describe('places: what is filled in', () => {
  for (const [text, ages] of [
    ['17', [17]],
    ['12, 10', [12, 10]],
    ['12 en 10', [12, 10]],
    ['12;10', [12, 10]],
    ['0', [0]],
    ['22', [22]],
    ['23', undefined],
    ['-1', undefined],
    ['zeventien', undefined],
    ['12, x', undefined],
    ['', undefined],
    ['1,2,3,4,5,6,7', undefined],
    ['03-04-2011', undefined],
  ] as const)
    it(`reads “${text}” as ${ages ? `ages ${ages.join(' and ')}` : 'no age'}`, () => deepEqual(agesIn(text), ages));

  it('has no answer without a choice', () =>
    deepEqual(
      [
        presentOf({}),
        presentOf({ comes: 'misschien' }),
        presentOf({ comes: 'yes' }),
        presentOf({ comes: 'no', reason: 'Groep stopt.' }),
      ],
      [undefined, undefined, { comes: true, reason: '' }, { comes: false, reason: 'Groep stopt.' }],
    ));

  const regions = [regionCode('zeeland'), regionCode('zuid-limburg')];
  const known = { regions, isDay: (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) };

  it('is read as needs', () =>
    deepEqual(
      readNeeds(
        {
          ...{ ages: '12,10', words: 'Samen.', kinds: 'family-home,verzonnen', regions: 'zeeland,nergens' },
          ...{ from: '2026-12-01', tenableUntil: '2026-12-20', movesBefore: '2', money: 'G-12' },
        },
        known,
      ),
      {
        needs: {
          ...{ ages: [12, 10], words: 'Samen.', from: '2026-12-01', kinds: ['family-home'] },
          ...{ regions: [regionCode('zeeland')], tenableUntil: '2026-12-20', money: 'G-12' },
        },
        ...{ movesBefore: 2, faults: [] },
      },
    ));

  it('says everything that is wrong', () =>
    deepEqual(readNeeds({ tenableUntil: 'ooit', movesBefore: 'vaak' }, known).faults, [
      'words',
      'ages',
      'from',
      'tenableUntil',
      'moves',
    ]));
});

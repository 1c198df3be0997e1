import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { loadTerritory, municipalityName, type TerritoryRow } from '../../../src/features/directory/index.ts';
import { countEdits, findMunicipality, suggestMunicipalities } from '../../../src/features/directory/names.ts';

describe('directory: names of municipalities', () => {
  let rows: readonly TerritoryRow[] = [];
  before(async () => ({ rows } = await loadTerritory()));
  const found = (name: string) => findMunicipality(name, rows)?.name;

  it('finds every municipality, however its name is written', () => {
    const writings: readonly ((name: string) => string)[] = [
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => `  gemeente ${name.toLowerCase()} `,
      (name) => `De Gemeente ${name}`,
      (name) => name.normalize('NFD'),
      (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
      (name) => name.replaceAll('-', ' ').replaceAll("'", '’'),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...writings), (write) => {
        deepEqual(
          rows.map(({ name }) => found(write(name))),
          rows.map(({ name }) => name),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('finds names in daily use', () => {
    deepEqual(['Den Bosch', "'s-Gravenhage", 'De Friese Meren', 'the Hague', 'Hague'].map(found), [
      "'s-Hertogenbosch",
      'Den Haag',
      'De Fryske Marren',
      'Den Haag',
      'Den Haag',
    ]);
  });

  it('finds a name with an addition that we do not have', () => equal(found('Beek (L.)'), 'Beek'));
  it('finds none when the addition decides', () => equal(found('Bergen'), undefined));
  it('finds none for an empty name', () =>
    deepEqual(['', '  ', 'gemeente ', '?'].map(found), [undefined, undefined, undefined, undefined]));

  const suggested = (name: string) => suggestMunicipalities(name, rows);
  it('suggests what may be meant', () => {
    equal(suggested('Weertt')[0], 'Weert');
    equal(suggested('gemeente Roermnod')[0], 'Roermond');
    deepEqual(suggested('Bergen').slice(0, 3), ['Bergen (L)', 'Bergen (NH)', 'Bergen op Zoom']);
    equal(suggested('horst')[0], 'Horst aan de Maas');
  });
  it('suggests nothing for what looks like no municipality', () => {
    deepEqual([suggested(''), suggested('Kabouterdorp'), suggested('???')], [[], [], []]);
  });
  it('suggests five at most, each of them a municipality, for whatever is typed', () => {
    const names = new Set(rows.map(({ name }) => name));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (typed) => {
        const names5 = suggested(typed);
        return names5.length <= 5 && names5.every((name) => names.has(name));
      }),
    );
  });
  it('puts a municipality with one letter wrong among its suggestions', () => {
    const long = rows.filter(({ name }) => name.length > 5);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), ({ name }, position) => {
        // Behind the first, and before an addition: its bracket is no letter.
        const letters = /^[^(]*/.exec(name)?.[0].trim().length ?? 0;
        const at = 1 + (position % (letters - 2));
        const typed = `${name.slice(0, at)}q${name.slice(at + 1)}`;
        return found(typed) === name || suggested(typed).includes(municipalityName(name));
      }),
    );
  });
});

describe('directory: edits between two words', () => {
  it('counts letters put in, left out, replaced, and swapped neighbours as one each', () => {
    deepEqual(
      [
        countEdits('weert', 'weertt'),
        countEdits('weert', 'wert'),
        countEdits('weert', 'weerd'),
        countEdits('weert', 'weret'),
      ],
      [1, 1, 1, 1],
    );
    deepEqual([countEdits('', 'weert'), countEdits('weert', ''), countEdits('', '')], [5, 5, 0]);
  });
  it('is nothing for the same word, and the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
        equal(countEdits(one, one), 0);
        equal(countEdits(one, other), countEdits(other, one));
      }),
    );
  });
});

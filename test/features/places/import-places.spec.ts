import { deepEqual, equal } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { personId } from '../../../src/core/ids.ts';
import { demoPeople, loadDemo } from '../../../src/demo/load-demo.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { facilityAggregate } from '../../../src/features/places/aggregates.ts';
import { countsOf, isKnown } from '../../../src/features/places/facility-state.ts';
import { placesImport } from '../../../src/features/places/index.ts';
import { facilityId, facilityStream, holdId, requestId } from '../../../src/features/places/place-ids.ts';
import { commandId } from '../../../src/core/ids.ts';
import { handle, stateOf } from '../../../src/store/handle.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { demoPerson } from '../../support/feature-bench.ts';
import { clock, noon } from '../directory/imported.ts';

const header =
  'id;name;provider;centre;region;kind;contacts;age_from;age_to;words;concerns;near;opens;closes;capacity;free;to_create;free_from';
const carla = demoPerson('40');
const row = (cells: Readonly<Record<string, string>> = {}): string => {
  const usual: Readonly<Record<string, string>> = {
    ...{ id: 'de-hoeve', name: 'De Hoeve', provider: 'Kleinschalig Wonen', centre: 'LI' },
    ...{ region: 'midden-limburg-west', kind: 'small-group', contacts: carla, age_from: '12', age_to: '18' },
    ...{ words: 'Jongeren met autisme.', concerns: 'Brandstichting.', near: '"school;transport"' },
    ...{ opens: '', closes: '2027-12-31', capacity: '4', free: '2', to_create: '1', free_from: '2026-12-01' },
  };
  return header
    .split(';')
    .map((column) => cells[column] ?? usual[column] ?? '')
    .join(';');
};

describe('places: importing a file of facilities', () => {
  const store = openedStore(openTemporary);
  beforeEach(() => loadDemo({ store: store(), clock }, demoPeople));
  const load = async (...rows: readonly string[]) =>
    importFile(
      { store: store(), territory: await loadTerritory(), clock, kinds: [placesImport] },
      { text: [header, ...rows].join('\n') },
    );
  const known = async () => {
    const state = stateOf(facilityAggregate, await store().load(facilityStream(facilityId('de-hoeve'))));
    if (!isKnown(state)) throw new Error('not imported');
    return state;
  };
  const problems = async (cells: Readonly<Record<string, string>>) => {
    const result = await load(row(cells));
    return result.outcome === 'refused' ? result.problems : [];
  };
  const counts = { added: 0, changed: 0, unchanged: 0, closed: 0 };

  it('registers with everything that is in the row', async () => {
    deepEqual(await load(row()), { outcome: 'imported', kind: 'places', counts: { ...counts, added: 1 } });
    const state = await known();
    const { profile, ...facility } = state.facility;
    deepEqual(facility, {
      ...{ id: 'de-hoeve', name: 'De Hoeve', provider: 'Kleinschalig Wonen', centre: 'LI' },
      ...{ region: 'midden-limburg-west', kind: 'small-group', contacts: [carla], ages: { from: 12, to: 18 } },
      ...{ words: 'Jongeren met autisme.', concerns: 'Brandstichting.', near: ['school', 'transport'] },
      closes: '2027-12-31',
    });
    equal(profile.length > 0, true);
    deepEqual(countsOf(state), { free: 2, held: 0, offered: 0, occupied: 1, 'to-create': 1 });
    deepEqual(state.loose[0], { id: 'p1', status: 'free', from: '2026-12-01' });
  });

  it('does nothing the second time', async () => {
    await load(row());
    deepEqual(await load(row()), { outcome: 'imported', kind: 'places', counts: { ...counts, unchanged: 1 } });
  });

  it('changes what is said, and leaves the places with who has them', async () => {
    await load(row());
    await handle(store(), facilityAggregate, {
      ...({ stream: facilityStream(facilityId('de-hoeve')), by: carla, at: noon } as const),
      command: {
        type: 'HoldPlaces',
        data: {
          ...{ at: noon.toISOString(), by: carla, request: requestId('r'), hold: holdId('h'), count: 1 },
          ...{ ages: [14], today: noon.toISOString().slice(0, 10), until: '2027-01-01T16:00:00.000Z' },
        },
      },
      commandId: commandId('hold'),
    });
    deepEqual(await load(row({ name: 'De Nieuwe Hoeve' })), {
      ...{ outcome: 'imported', kind: 'places', counts: { ...counts, changed: 1 } },
    });
    const state = await known();
    deepEqual([state.facility.name, countsOf(state).held, countsOf(state).free], ['De Nieuwe Hoeve', 1, 1]);
  });

  it('is free from today when no day is given', async () => {
    await load(row({ free_from: '' }));
    equal((await known()).loose[0]?.from, noon.toISOString().slice(0, 10));
  });

  for (const [column, value] of [
    ['id', 'De Hoeve'],
    ['name', ''],
    ['provider', ''],
    ['centre', 'XX'],
    ['region', 'nergens'],
    ['kind', 'kasteel'],
    ['contacts', 'carla'],
    ['contacts', personId('00000000-0000-4000-8000-999999999999')],
    ['age_from', '19'],
    ['age_to', '99'],
    ['near', 'zee'],
    ['opens', '2028-01-01'],
    ['closes', 'ooit'],
    ['capacity', '0'],
    ['capacity', '2'],
    ['capacity', '61'],
    ['free', 'veel'],
    ['words', 'Bel 06-12345678'],
    ['concerns', 'bsn 111222333'],
  ] as const)
    it(`refuses ${column} “${value}”, and imports nothing`, async () => {
      const found = await problems({ [column]: value });
      equal(found.length > 0, true);
      const named: readonly string[] = [column, ...(column === 'opens' ? ['closes'] : [])];
      equal(
        found.some((problem) => named.includes(problem.column ?? '')),
        true,
        JSON.stringify(found),
      );
      equal((await store().load(facilityStream(facilityId('de-hoeve')))).version, 0);
    });

  it('does not repeat personal data in what it says', async () => {
    const found = JSON.stringify(await problems({ words: 'bsn 111222333' }));
    equal(found.includes('111222333'), false);
  });

  it('refuses the same facility twice', async () => {
    equal((await load(row(), row())).outcome, 'refused');
  });
});

describe('places: facilities to try the bot with', () => {
  const store = openedStore(openTemporary);
  beforeEach(() => loadDemo({ store: store(), clock }, demoPeople));

  it('are a file that can be imported twice', async () => {
    const text = await readFile(new URL('./places.csv', import.meta.url), 'utf8');
    const sources = { store: store(), territory: await loadTerritory(), clock, kinds: [placesImport] };
    const counts = { added: 0, changed: 0, unchanged: 0, closed: 0 };
    deepEqual(await importFile(sources, { text }), {
      outcome: 'imported',
      kind: 'places',
      counts: { ...counts, added: 7 },
    });
    deepEqual(await importFile(sources, { text }), {
      ...{ outcome: 'imported', kind: 'places', counts: { ...counts, unchanged: 7 } },
    });
  });
});

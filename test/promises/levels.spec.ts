import { deepEqual } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import { bodyId, type BodyOnDay, type Person, regionCode } from '../../src/features/directory/index.ts';
import { nearest } from '../../src/promises/levels.ts';

const [judith, els, wim, paul] = ['judith', 'els', 'wim', 'paul'].map(personId) as [
  Person['id'],
  Person['id'],
  Person['id'],
  Person['id'],
];
const person = (id: Person['id'], organisation: string): Person => ({
  id,
  name: id,
  organisation,
  roles: ['official'],
});
const board: BodyOnDay = {
  ...{ id: bodyId('board'), kind: 'administrative-board', centre: 'LI', name: 'Bestuurlijk overleg' },
  ...{ members: [{ person: wim, region: regionCode('west') }], validFrom: '2026-01-01' },
};
const known = {
  officials: [person(judith, 'Gemeente Roermond')],
  aldermen: [person(els, 'Roermond')],
  ...{ bodies: [board], ofCentre: { official: [paul], administrative: [paul] } },
};

describe('whom an escalation reaches', () => {
  it('is the responsible municipality’s official and alderman', () =>
    deepEqual(nearest({ centre: 'LI', municipality: 'Roermond', region: 'west' }, known), {
      official: [judith],
      administrative: [els],
    }));
  it('is the region’s alderman where the municipality has none', () =>
    deepEqual(nearest({ centre: 'LI', municipality: 'Weert', region: 'west' }, known), {
      official: [paul],
      administrative: [wim],
    }));
  it('is the centre’s where nobody is nearer, or where it is about no municipality', () =>
    deepEqual(nearest({ centre: 'LI' }, known), { official: [paul], administrative: [paul] }));
  it('is nobody where nobody is known', () =>
    deepEqual(
      nearest(
        { centre: 'LI', municipality: 'Weert', region: 'east' },
        { ...known, ofCentre: { official: [], administrative: [] } },
      ),
      { official: [], administrative: [] },
    ));
});

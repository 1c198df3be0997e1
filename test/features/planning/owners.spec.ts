import { deepEqual, equal } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import {
  bodyId,
  type BodyKind,
  type BodyMember,
  type BodyOnDay,
  municipalityName,
} from '../../../src/features/directory/index.ts';
import { levelsOf, type Office, ownerFor } from '../../../src/features/planning/owners.ts';
import { els, jan } from './samples.ts';

const judith = personId('judith');
const paul = personId('paul');

function body(kind: BodyKind, ...members: readonly BodyMember[]): BodyOnDay {
  return { id: bodyId(kind), kind, centre: 'LI', name: kind, members, validFrom: '2026-01-01' };
}

function office(bodies: readonly BodyOnDay[], leader?: typeof jan): Office {
  const centre = {
    code: 'LI',
    label: 'Limburg',
    coordinatingMunicipality: municipalityName('Roermond'),
    staff: [],
  } as const;
  return { bodies, centre: { ...centre, ...(leader === undefined ? {} : { projectLeader: leader }) } };
}

describe('planning: whose a row is', () => {
  it('is the chair of the administrative board for what it adopts, and the project leader otherwise', () => {
    const limburg = office([body('administrative-board', { person: paul }, { person: els, chair: true })], jan);
    equal(ownerFor('board', limburg), els);
    equal(ownerFor('project-leader', limburg), jan);
  });

  it('is the secretary where there is no chair', () => {
    const board = body('administrative-board', { person: paul }, { person: judith, role: 'Secretaris' });
    equal(ownerFor('board', office([board], jan)), judith);
  });

  it('is the project leader when the board has neither, and nobody without a leader', () => {
    equal(ownerFor('board', office([body('administrative-board', { person: paul })], jan)), jan);
    equal(ownerFor('board', office([], jan)), jan);
    equal(ownerFor('board', office([])), undefined);
  });
});

describe('planning: who hears that it is late', () => {
  it('are the officials, and then the chair of the administrative board', () => {
    const officials = body('officials-meeting', { person: judith }, { person: paul });
    const limburg = office([officials, body('administrative-board', { person: els, chair: true })], jan);
    deepEqual(levelsOf(limburg), { official: [judith, paul], administrative: [els] });
  });

  it('is only the chair of the officials where they have one', () => {
    const officials = body('officials-meeting', { person: judith }, { person: paul, chair: true });
    deepEqual(levelsOf(office([officials], jan)).official, [paul]);
  });

  it('is nobody in a centre without bodies: then it is the project leader who hears', () => {
    deepEqual(levelsOf(office([], jan)), { official: [], administrative: [] });
  });
});

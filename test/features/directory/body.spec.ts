import { deepEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { body, type BodyEvent, bodyOn } from '../../../src/features/directory/body.ts';
import { bodyId, type BodyVersion } from '../../../src/features/directory/index.ts';
import { specify } from '../../support/decider-spec.ts';
import { someone } from './samples.ts';

const given = specify(body);
const identity = { id: bodyId('li-board'), kind: 'administrative-board', centre: 'LI' } as const;
const first: BodyVersion = { name: 'Bestuurlijk overleg', members: [{ person: someone(1) }], validFrom: '2026-01-01' };
const second: BodyVersion = {
  name: 'Bestuurlijk overleg',
  members: [{ person: someone(1) }, { person: someone(2) }],
  validFrom: '2026-07-01',
};
const registered: BodyEvent = { type: 'BodyRegistered', data: { ...identity, version: first } };
const changed: BodyEvent = { type: 'BodyChanged', data: { version: second } };
const dissolved: BodyEvent = { type: 'BodyDissolved', data: { lastDay: '2026-12-31' } };

describe('directory: a body', () => {
  describe('is registered', () => {
    const register = { type: 'RegisterBody', data: { ...identity, version: first } } as const;
    it('does', () => given().when(register).thenEvents(registered));
    it('refuses twice', () => given(registered).when(register).thenRefused('already-registered'));
    it('refuses without a name', () =>
      given()
        .when({ type: 'RegisterBody', data: { ...identity, version: { ...first, name: '' } } })
        .thenRefused('no-name'));
  });

  describe('changes from a day on', () => {
    const change = (version: BodyVersion) => ({ type: 'ChangeBody', data: { version } }) as const;
    it('does', () => given(registered).when(change(second)).thenEvents(changed));
    it('refuses when it is not there', () => given().when(change(second)).thenRefused('not-registered'));
    it('refuses a day before the present version', () =>
      given(registered, changed)
        .when(change({ ...first, validFrom: '2026-06-30' }))
        .thenRefused('before-current'));
    it('refuses when it was dissolved', () =>
      given(registered, dissolved).when(change(second)).thenRefused('dissolved'));
    it('refuses without a name', () =>
      given(registered)
        .when(change({ ...second, name: ' ' }))
        .thenRefused('no-name'));
    it('does nothing when only the day differs', () =>
      given(registered)
        .when(change({ ...first, validFrom: '2026-03-01' }))
        .thenNothing());
  });

  describe('is dissolved', () => {
    const dissolve = (lastDay: string) => ({ type: 'DissolveBody', data: { lastDay } }) as const;
    it('does', () => given(registered).when(dissolve('2026-12-31')).thenEvents(dissolved));
    it('refuses when it is not there', () => given().when(dissolve('2026-12-31')).thenRefused('not-registered'));
    it('refuses before it started', () =>
      given(registered).when(dissolve('2025-12-31')).thenRefused('ends-before-it-starts'));
    it('refuses another last day', () =>
      given(registered, dissolved).when(dissolve('2027-01-31')).thenRefused('dissolved'));
    it('does nothing twice', () => given(registered, dissolved).when(dissolve('2026-12-31')).thenNothing());
  });

  it('is on each day what it was then', () => {
    const state = fold(body, [registered, changed, dissolved]);
    const versions = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(
      (day) => bodyOn(state, day)?.members,
    );
    deepEqual(versions, [undefined, first.members, first.members, second.members, second.members, undefined]);
  });

  it('takes a second version of the same day for a correction', () => {
    const corrected = { ...second, name: 'Bestuurlijk overleg Limburg' };
    const state = fold(body, [registered, changed, { type: 'BodyChanged', data: { version: corrected } }]);
    deepEqual(state, { ...identity, status: 'active', versions: [{ ...first, validTo: '2026-06-30' }, corrected] });
  });
});

import { deepEqual } from 'node:assert/strict';
import { fold } from '../../../src/core/decider.ts';
import { person, type PersonEvent } from '../../../src/features/directory/person.ts';
import { specify } from '../../support/decider-spec.ts';
import { eva, someone } from './samples.ts';

const given = specify(person);
const registered: PersonEvent = { type: 'PersonRegistered', data: { person: eva } };
const left: PersonEvent = { type: 'PersonLeft', data: {} };
const moved = { ...eva, organisation: 'Gemeente Weert' };

describe('directory: a person', () => {
  describe('is registered', () => {
    const register = { type: 'RegisterPerson', data: { person: eva } } as const;
    it('does', () => given().when(register).thenEvents(registered));
    it('also when they come back', () => given(registered, left).when(register).thenEvents(registered));
    it('refuses twice', () => given(registered).when(register).thenRefused('already-registered'));
    it('refuses without a name', () =>
      given()
        .when({ type: 'RegisterPerson', data: { person: { ...eva, name: ' ' } } })
        .thenRefused('no-name'));
    it('refuses without a role', () =>
      given()
        .when({ type: 'RegisterPerson', data: { person: { ...eva, roles: [] } } })
        .thenRefused('no-roles'));
  });

  describe('changes', () => {
    const change = { type: 'ChangePerson', data: { person: moved } } as const;
    it('does', () =>
      given(registered)
        .when(change)
        .thenEvents({ type: 'PersonChanged', data: { person: moved } }));
    it('refuses for somebody unknown', () => given().when(change).thenRefused('not-registered'));
    it('refuses for somebody who left', () => given(registered, left).when(change).thenRefused('not-registered'));
    it('refuses to become somebody else', () =>
      given(registered)
        .when({ type: 'ChangePerson', data: { person: { ...eva, id: someone(2) } } })
        .thenRefused('another-person'));
    it('refuses to lose every role', () =>
      given(registered)
        .when({ type: 'ChangePerson', data: { person: { ...eva, roles: [] } } })
        .thenRefused('no-roles'));
    it('does nothing when it is so already, whatever the order of the fields', () => {
      const { id, ...rest } = eva;
      given(registered)
        .when({ type: 'ChangePerson', data: { person: { ...rest, id } } })
        .thenNothing();
    });
  });

  describe('leaves', () => {
    const leave = { type: 'MarkPersonLeft', data: {} } as const;
    it('does', () => given(registered).when(leave).thenEvents(left));
    it('refuses for somebody unknown', () => given().when(leave).thenRefused('not-registered'));
    it('does nothing twice', () => given(registered, left).when(leave).thenNothing());
    it('keeps the name', () => deepEqual(fold(person, [registered, left]), { status: 'left', person: eva }));
  });
});

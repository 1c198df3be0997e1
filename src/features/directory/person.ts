import { accept, type Decider, type Decision, refuse, unchanged, unreachable } from '../../core/decider.ts';
import type { Person } from './directory.ts';
import { sameFacts } from './same-facts.ts';

export type PersonCommand =
  | { type: 'RegisterPerson'; data: { person: Person } }
  | { type: 'ChangePerson'; data: { person: Person } }
  | { type: 'MarkPersonLeft'; data: Record<string, never> };

export type PersonEvent =
  | { type: 'PersonRegistered'; data: { person: Person } }
  | { type: 'PersonChanged'; data: { person: Person } }
  | { type: 'PersonLeft'; data: Record<string, never> };

export type PersonRefusal = 'already-registered' | 'not-registered' | 'no-name' | 'no-roles' | 'another-person';

/** Somebody who left keeps their name, so that what they did stays readable; they may do nothing any more. */
export type PersonState =
  | Readonly<{ status: 'none' }>
  | Readonly<{ status: 'registered'; person: Person }>
  | Readonly<{ status: 'left'; person: Person }>;

type Answer = Decision<PersonEvent, PersonRefusal>;

function decide(command: PersonCommand, state: PersonState): Answer {
  switch (command.type) {
    case 'RegisterPerson':
      return register(command.data.person, state);
    case 'ChangePerson':
      return change(command.data.person, state);
    case 'MarkPersonLeft':
      if (state.status === 'none') return refuse('not-registered');
      return state.status === 'left' ? accept() : accept({ type: 'PersonLeft', data: {} });
    default:
      return unreachable(command);
  }
}

function register(person: Person, state: PersonState): Answer {
  if (state.status === 'registered') return refuse('already-registered');
  return findFault(person) ?? accept({ type: 'PersonRegistered', data: { person } });
}

function change(person: Person, state: PersonState): Answer {
  if (state.status !== 'registered') return refuse('not-registered');
  if (state.person.id !== person.id) return refuse('another-person');
  if (sameFacts(state.person, person)) return accept();
  return findFault(person) ?? accept({ type: 'PersonChanged', data: { person } });
}

function findFault({ name, roles }: Person): Decision<never, PersonRefusal> | undefined {
  if (name.trim() === '') return refuse('no-name');
  return roles.length === 0 ? refuse('no-roles') : undefined;
}

function evolve(state: PersonState, event: PersonEvent): PersonState {
  switch (event.type) {
    case 'PersonRegistered':
    case 'PersonChanged':
      return { status: 'registered', person: event.data.person };
    case 'PersonLeft':
      return state.status === 'registered' ? { status: 'left', person: state.person } : state;
    default:
      return unchanged(state, event);
  }
}

export const person: Decider<PersonState, PersonCommand, PersonEvent, PersonRefusal> = {
  initial: { status: 'none' },
  decide,
  evolve,
};

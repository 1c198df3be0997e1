import { z } from 'zod/v4';
import { personAggregate, personStream } from './aggregates.ts';
import type { Person } from './directory.ts';
import { email, guidCell, optional, personCell, roleCells, text, yesNo } from './import-cells.ts';
import { importKind, type ImportKind, planEach } from './import-kind.ts';
import { type CellProblem, type ImportContext, planChange, type PlannedChange } from './import-plan.ts';
import type { PersonCommand, PersonRefusal, PersonState } from './person.ts';

type Row = Readonly<{ person: Person; left: boolean }>;

const schema = z
  .object({
    id: personCell,
    name: text,
    organisation: text,
    roles: roleCells,
    tenant: optional(guidCell),
    email: optional(email),
    left: optional(yesNo),
  })
  .transform(({ tenant, email: address, left, ...person }): Row => ({
    person: {
      ...person,
      ...(tenant === undefined ? {} : { tenantId: tenant }),
      ...(address === undefined ? {} : { email: address }),
    },
    left: left ?? false,
  }));

const problemOf: Readonly<Record<PersonRefusal, CellProblem>> = {
  'already-registered': { column: 'id', expected: 'a person who is not registered yet' },
  'not-registered': { column: 'left', expected: 'a person who is registered; import them without "left" first' },
  'another-person': { column: 'id', expected: 'the id of the same person' },
  'no-name': { column: 'name', expected: 'a name' },
  'no-roles': { column: 'roles', expected: 'at least one role' },
};

function commandFor({ person, left }: Row, state: PersonState): PersonCommand {
  if (left) return { type: 'MarkPersonLeft', data: {} };
  return { type: state.status === 'registered' ? 'ChangePerson' : 'RegisterPerson', data: { person } };
}

function planPerson(row: Row, context: ImportContext): Promise<PlannedChange<unknown>> {
  return planChange(context, personAggregate, {
    stream: personStream(row.person.id),
    commandFor: (state) => commandFor(row, state),
    problemOf,
  });
}

export const people: ImportKind = importKind({
  name: 'people',
  signature: ['roles'],
  required: ['id', 'name', 'organisation', 'roles'],
  optional: ['tenant', 'email', 'left'],
  mayHold: { email: 'email' },
  schema,
  key: { column: 'id', of: ({ person }) => person.id },
  asOneList: false,
  plan: planEach(planPerson),
});

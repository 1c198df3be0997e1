import { z } from 'zod/v4';
import { bodyAggregate, bodyStream } from './aggregates.ts';
import type { BodyCommand, BodyRefusal, BodyState } from './body.ts';
import { bodyId, type BodyOnDay } from './directory.ts';
import {
  bodyKindCell,
  centreCell,
  channelCell,
  day,
  guidCell,
  optional,
  personCells,
  slugCell,
  text,
} from './import-cells.ts';
import { importKind, type ImportKind, planEach, withProblems } from './import-kind.ts';
import { type CellProblem, type ImportContext, planChange, type PlannedChange, unknownPeople } from './import-plan.ts';

const schema = z
  .object({
    id: slugCell.transform(bodyId),
    kind: bodyKindCell,
    centre: centreCell,
    name: text,
    members: personCells,
    valid_from: day,
    valid_to: optional(day),
    microsoft_team: optional(guidCell),
    channel: optional(channelCell),
  })
  .refine((row) => (row.microsoft_team === undefined) === (row.channel === undefined), {
    ...{ path: ['channel'], message: 'both microsoft_team and channel, or neither' },
  })
  .transform(({ valid_from, valid_to, members, microsoft_team: teamId, channel: channelId, ...body }): BodyOnDay => ({
    ...body,
    ...(teamId === undefined || channelId === undefined ? {} : { channel: { teamId, channelId } }),
    members: members.map((person) => ({ person })),
    validFrom: valid_from,
    ...(valid_to === undefined ? {} : { validTo: valid_to }),
  }));

export const bodyProblems: Readonly<Record<BodyRefusal, CellProblem>> = {
  'already-registered': { column: 'id', expected: 'a body that is not registered yet' },
  'not-registered': { column: 'valid_to', expected: 'a body that is registered; import it without a last day first' },
  dissolved: { column: 'id', expected: 'a body that was not dissolved' },
  'no-name': { column: 'name', expected: 'a name' },
  'before-current': { column: 'valid_from', expected: 'a day not before the first day of the present version' },
  'ends-before-it-starts': { column: 'valid_to', expected: 'a day not before the first day' },
};

/**
 * A row with a last day dissolves the body; without one it says what the body is from its first day on. Who stays a member
 * keeps their role and deputies, and the body its channel when the row names none.
 */
function commandFor({ id, kind, centre, validTo, ...row }: BodyOnDay, state: BodyState): BodyCommand {
  if (validTo !== undefined) return { type: 'DissolveBody', data: { lastDay: validTo } };
  if (state.status === 'none') return { type: 'RegisterBody', data: { id, kind, centre, version: row } };
  const { members = [], channel } = state.versions.at(-1) ?? {};
  const kept = row.members.map(({ person }) => members.find((member) => member.person === person) ?? { person });
  return { type: 'ChangeBody', data: { version: { ...(channel ? { channel } : {}), ...row, members: kept } } };
}

function planBody(row: BodyOnDay, context: ImportContext): Promise<PlannedChange<unknown>> {
  const change = planChange(context, bodyAggregate, {
    stream: bodyStream(row.id),
    commandFor: (state) => commandFor(row, state),
    problemOf: bodyProblems,
  });
  return withProblems(
    unknownPeople(
      context,
      'members',
      row.members.map(({ person }) => person),
    ),
    change,
  );
}

export const bodies: ImportKind = importKind({
  name: 'bodies',
  signature: ['kind', 'members'],
  required: ['id', 'kind', 'centre', 'name', 'members', 'valid_from'],
  optional: ['valid_to', 'microsoft_team', 'channel'],
  // 19:…@thread.skype is written like one.
  mayHold: { channel: 'email' },
  schema,
  key: { column: 'id', of: ({ id }) => id },
  asOneList: false,
  plan: planEach(planBody),
});

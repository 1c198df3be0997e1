import { z } from 'zod/v4';
import {
  day,
  importKind,
  type ImportContext,
  type ImportKind,
  listOf,
  optional,
  planChange,
  type PlannedChange,
  planEach,
} from '../directory/index.ts';
import { routeAggregate } from './aggregates.ts';
import { bodyCell, centreCell, eurosCell, idCell, problemOf, subjectCells } from './import-mandates.ts';
import { routeId, type RouteRule, routeStream } from './route.ts';
import type { LayDown } from './standing-rule.ts';

const schema = z
  .object({
    id: idCell.transform(routeId),
    centre: centreCell,
    route_subjects: subjectCells,
    from_euros: optional(eurosCell),
    advise_body: optional(bodyCell),
    inform_bodies: listOf(bodyCell),
    valid_from: day,
    valid_to: optional(day),
  })
  .transform((row): RouteRule => ({
    ...{ id: row.id, centre: row.centre, subjects: row.route_subjects, informBodies: row.inform_bodies },
    ...{ fromCents: row.from_euros ?? 0, validFrom: row.valid_from },
    ...(row.advise_body === undefined ? {} : { adviseBody: row.advise_body }),
    ...(row.valid_to === undefined ? {} : { validTo: row.valid_to }),
  }));

function planRoute(row: RouteRule, context: ImportContext): Promise<PlannedChange<unknown>> {
  return planChange(context, routeAggregate, {
    stream: routeStream(row.id),
    commandFor: (): LayDown<RouteRule> => ({ type: 'LayDown', data: row }),
    problemOf,
  });
}

/** Who advises, and who is told, by centre, subject and amount. Without advise_body nobody advises. */
export const routes: ImportKind = importKind({
  name: 'routes',
  signature: ['route_subjects'],
  required: ['id', 'centre', 'route_subjects', 'valid_from'],
  optional: ['from_euros', 'advise_body', 'inform_bodies', 'valid_to'],
  schema,
  key: { column: 'id', of: ({ id }) => id },
  asOneList: false,
  plan: planEach(planRoute),
});

import { z } from 'zod/v4';
import { centreAggregate, centreStream } from './aggregates.ts';
import type { CentreRefusal } from './centre.ts';
import type { Centre } from './directory.ts';
import { centreCell, municipalityCell, optional, personCell, personCells, text } from './import-cells.ts';
import { importKind, type ImportKind, planEach, withProblems } from './import-kind.ts';
import { type CellProblem, type ImportContext, planChange, type PlannedChange, unknownPeople } from './import-plan.ts';

export const centreRow = z
  .object({
    code: centreCell,
    label: text,
    coordinating_municipality: municipalityCell,
    project_leader: optional(personCell),
    staff: personCells,
  })
  .transform(({ coordinating_municipality, project_leader, ...centre }): Centre => ({
    ...centre,
    coordinatingMunicipality: coordinating_municipality,
    ...(project_leader === undefined ? {} : { projectLeader: project_leader }),
  }));

const problemOf: Readonly<Record<CentreRefusal, CellProblem>> = {
  'another-centre': { column: 'code', expected: 'the code of the same centre' },
  'no-label': { column: 'label', expected: 'what the centre calls itself' },
  'outside-area': { column: 'coordinating_municipality', expected: 'a municipality in the area of the centre' },
};

function planCentre(centre: Centre, context: ImportContext): Promise<PlannedChange<unknown>> {
  const leader = centre.projectLeader === undefined ? [] : [centre.projectLeader];
  const strangers = [
    ...unknownPeople(context, 'project_leader', leader),
    ...unknownPeople(context, 'staff', centre.staff),
  ];
  const change = planChange(context, centreAggregate, {
    stream: centreStream(centre.code),
    commandFor: () => ({ type: 'ConfigureCentre', data: { centre, area: context.areaOf(centre.code) } }),
    problemOf,
  });
  return withProblems(strangers, change);
}

export const centres: ImportKind = importKind({
  name: 'centres',
  signature: ['coordinating_municipality'],
  required: ['code', 'label', 'coordinating_municipality'],
  optional: ['project_leader', 'staff'],
  schema: centreRow,
  key: { column: 'code', of: ({ code }) => code },
  asOneList: false,
  plan: planEach(planCentre),
});

import { z } from 'zod/v4';
import { expertTeamAggregate, expertTeamStream } from './aggregates.ts';
import { type ExpertTeam, expertTeamId } from './directory.ts';
import type { ExpertTeamRefusal } from './expert-team.ts';
import { centreCell, guidCell, listOf, personCell, personCells, regionCell, slugCell, text } from './import-cells.ts';
import { importKind, type ImportKind, planEach, withProblems } from './import-kind.ts';
import { type CellProblem, type ImportContext, planChange, type PlannedChange, unknownPeople } from './import-plan.ts';

const schema = z
  .object({
    id: slugCell.transform(expertTeamId),
    name: text,
    centre: centreCell,
    regions: listOf(regionCell),
    chair: personCell,
    members: personCells,
    process_directors: personCells,
    microsoft_team: guidCell,
  })
  .transform(({ process_directors, microsoft_team, ...team }): ExpertTeam => ({
    ...team,
    processDirectors: process_directors,
    teamsGroupId: microsoft_team,
  }));

const problemOf: Readonly<Record<ExpertTeamRefusal, CellProblem>> = {
  'already-registered': { column: 'id', expected: 'a team that is not registered yet' },
  'not-registered': { column: 'id', expected: 'a team that is registered' },
  'another-team': { column: 'id', expected: 'the id of the same team' },
  'no-name': { column: 'name', expected: 'a name' },
  'no-regions': { column: 'regions', expected: 'at least one region code' },
  'unknown-region': {
    column: 'regions',
    expected: 'region codes from the territory (municipalities-2026.csv, region_code)',
  },
  'no-chair': { column: 'chair', expected: 'the Entra object id of the chair' },
};

function planTeam(team: ExpertTeam, context: ImportContext): Promise<PlannedChange<unknown>> {
  const strangers = [
    ...unknownPeople(context, 'chair', [team.chair]),
    ...unknownPeople(context, 'members', team.members),
    ...unknownPeople(context, 'process_directors', team.processDirectors),
  ];
  const data = { team, knownRegions: context.regions };
  const change = planChange(context, expertTeamAggregate, {
    stream: expertTeamStream(team.id),
    commandFor: ({ status }) => ({ type: status === 'none' ? 'RegisterTeam' : 'ChangeTeam', data }),
    problemOf,
  });
  return withProblems(strangers, change);
}

export const expertTeams: ImportKind = importKind({
  name: 'expert-teams',
  signature: ['regions', 'chair'],
  required: ['id', 'name', 'centre', 'regions', 'chair', 'microsoft_team'],
  optional: ['members', 'process_directors'],
  schema,
  key: { column: 'id', of: ({ id }) => id },
  asOneList: false,
  plan: planEach(planTeam),
});

import { accept, type Decider, type Decision, refuse, unchanged, unreachable } from '../../core/decider.ts';
import type { ExpertTeam, RegionCode } from './directory.ts';
import { sameFacts } from './same-facts.ts';

/** `knownRegions`: the youth regions of that day. */
type Details = Readonly<{ team: ExpertTeam; knownRegions: readonly RegionCode[] }>;

export type ExpertTeamCommand = { type: 'RegisterTeam'; data: Details } | { type: 'ChangeTeam'; data: Details };

export type ExpertTeamEvent =
  { type: 'TeamRegistered'; data: { team: ExpertTeam } } | { type: 'TeamChanged'; data: { team: ExpertTeam } };

export type ExpertTeamRefusal =
  'already-registered' | 'not-registered' | 'another-team' | 'no-name' | 'no-regions' | 'unknown-region' | 'no-chair';

export type ExpertTeamState = Readonly<{ status: 'none' }> | Readonly<{ status: 'registered'; team: ExpertTeam }>;

type Answer = Decision<ExpertTeamEvent, ExpertTeamRefusal>;

function decide(command: ExpertTeamCommand, state: ExpertTeamState): Answer {
  const { team } = command.data;
  switch (command.type) {
    case 'RegisterTeam':
      if (state.status === 'registered') return refuse('already-registered');
      return findFault(command.data) ?? accept({ type: 'TeamRegistered', data: { team } });
    case 'ChangeTeam':
      if (state.status === 'none') return refuse('not-registered');
      if (state.team.id !== team.id) return refuse('another-team');
      if (sameFacts(state.team, team)) return accept();
      return findFault(command.data) ?? accept({ type: 'TeamChanged', data: { team } });
    default:
      return unreachable(command);
  }
}

function findFault({ team, knownRegions }: Details): Decision<never, ExpertTeamRefusal> | undefined {
  if (team.name.trim() === '') return refuse('no-name');
  if (team.regions.length === 0) return refuse('no-regions');
  if (!team.regions.every((region) => knownRegions.includes(region))) return refuse('unknown-region');
  // An id that is no id at all: a team without a chair has nobody to do the triage.
  return team.chair.trim() === '' ? refuse('no-chair') : undefined;
}

function evolve(state: ExpertTeamState, event: ExpertTeamEvent): ExpertTeamState {
  switch (event.type) {
    case 'TeamRegistered':
    case 'TeamChanged':
      return { status: 'registered', team: event.data.team };
    default:
      return unchanged(state, event);
  }
}

export const expertTeam: Decider<ExpertTeamState, ExpertTeamCommand, ExpertTeamEvent, ExpertTeamRefusal> = {
  initial: { status: 'none' },
  decide,
  evolve,
};

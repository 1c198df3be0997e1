import { streamId, type PersonId, type StreamId } from '../../core/ids.ts';
import type { Aggregate } from '../../store/handle.ts';
import { body, type BodyCommand, type BodyEvent, type BodyRefusal, type BodyState } from './body.ts';
import { centre, type CentreCommand, type CentreEvent, type CentreRefusal, type CentreState } from './centre.ts';
import {
  datedTerritory,
  type TerritoryCommand,
  type TerritoryEvent,
  type TerritoryRefusal,
  type TerritoryState,
} from './dated-territory.ts';
import type { BodyId, CentreCode, ExpertTeamId } from './directory.ts';
import {
  expertTeam,
  type ExpertTeamCommand,
  type ExpertTeamEvent,
  type ExpertTeamRefusal,
  type ExpertTeamState,
} from './expert-team.ts';
import { person, type PersonCommand, type PersonEvent, type PersonRefusal, type PersonState } from './person.ts';

export const personStream = (id: PersonId): StreamId => streamId('person', id);
export const expertTeamStream = (id: ExpertTeamId): StreamId => streamId('expert-team', id);
export const centreStream = (code: CentreCode): StreamId => streamId('centre', code);
export const bodyStream = (id: BodyId): StreamId => streamId('body', id);
export const territoryStream: StreamId = streamId('territory', 'nl');

/** The directory tells nobody anything: those who need it ask. */
const react = (): readonly [] => [];

export const personAggregate: Aggregate<PersonState, PersonCommand, PersonEvent, PersonRefusal> = {
  type: 'person',
  decider: person,
  react,
  fields: (state) =>
    state.status === 'none'
      ? {}
      : { name: state.person.name, roles: state.person.roles, registered: state.status === 'registered' },
};

export const expertTeamAggregate: Aggregate<ExpertTeamState, ExpertTeamCommand, ExpertTeamEvent, ExpertTeamRefusal> = {
  type: 'expert-team',
  decider: expertTeam,
  react,
  fields: (state) =>
    state.status === 'none'
      ? {}
      : { name: state.team.name, centre: state.team.centre, regions: state.team.regions, chair: state.team.chair },
};

export const centreAggregate: Aggregate<CentreState, CentreCommand, CentreEvent, CentreRefusal> = {
  type: 'centre',
  decider: centre,
  react,
  fields: (state) => (state.status === 'as-shipped' ? {} : { name: state.centre.label, code: state.centre.code }),
};

export const bodyAggregate: Aggregate<BodyState, BodyCommand, BodyEvent, BodyRefusal> = {
  type: 'body',
  decider: body,
  react,
  fields: (state) =>
    state.status === 'none'
      ? {}
      : { name: state.versions.at(-1)?.name, kind: state.kind, centre: state.centre, status: state.status },
};

export const territoryAggregate: Aggregate<TerritoryState, TerritoryCommand, TerritoryEvent, TerritoryRefusal> = {
  type: 'territory',
  decider: datedTerritory,
  react,
  fields: () => ({ name: 'nl' }),
};

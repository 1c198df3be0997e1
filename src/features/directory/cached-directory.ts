import type { Clock } from '../../core/clock.ts';
import type { Message } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import type { EventStore } from '../../store/event-store.ts';
import { type Aggregate, stateOf } from '../../store/handle.ts';
import {
  bodyAggregate,
  centreAggregate,
  expertTeamAggregate,
  personAggregate,
  personStream,
  territoryAggregate,
  territoryStream,
} from './aggregates.ts';
import { bodyOn } from './body.ts';
import { cached } from './cached.ts';
import type {
  CachedDirectory,
  Centre,
  CentreCode,
  Directory,
  ExpertTeam,
  Landing,
  Municipality,
  Person,
  Region,
  Territory,
  TerritoryRow,
} from './directory.ts';
import { findMunicipality, suggestMunicipalities } from './names.ts';
import { isWithin } from './validity.ts';

type Sources = Readonly<{ store: EventStore; territory: Territory; clock: Clock }>;

/** `territory`: what the product brings along (`shippedTerritory`), for as long as nothing else was imported. */
export function createDirectory(sources: Sources): CachedDirectory {
  const { store, clock } = sources;
  const people = cached(clock, () => everyState(store, personAggregate));
  const teams = cached(clock, () => readTeams(store));
  const centres = cached(clock, () => readCentres(sources));
  const rows = cached(clock, () => readTerritory(sources));
  const bodies = cached(clock, () => everyState(store, bodyAggregate));
  const rowsOn = async (on: Date): Promise<readonly TerritoryRow[]> => validOn(await rows.get(), on);
  const centreOf = async (code: CentreCode): Promise<Centre> => findCentre(await centres.get(), code);

  return {
    ...askPeople(store, people.get),
    team: async (id) => (await teams.get()).find((team) => team.id === id),
    teams: teams.get,
    centre: centreOf,
    centres: centres.get,
    municipalities: async (on) => (await rowsOn(on)).map(toMunicipality),
    regions: async (on) => regionsOf(await rowsOn(on)),
    suggestions: async (name, on) => suggestMunicipalities(name, await rowsOn(on)),
    async landing(name, on): Promise<Landing | undefined> {
      const row = findMunicipality(name, await rowsOn(on));
      if (row === undefined) return undefined;
      const serving = (await teams.get()).filter(({ regions }) => regions.includes(row.region));
      return { municipality: toMunicipality(row), centre: await centreOf(row.centre), teams: serving };
    },
    async bodies(on) {
      return (await bodies.get()).flatMap((state) => bodyOn(state, localDate(on.toISOString())) ?? []);
    },
    forget: () => [people, teams, centres, rows, bodies].forEach((part) => part.forget()),
  };
}

type PersonState = (typeof personAggregate)['decider']['initial'];

function askPeople(
  store: EventStore,
  all: () => Promise<readonly PersonState[]>,
): Pick<Directory, 'person' | 'people' | 'nameOf'> {
  const read = async (id: PersonId): Promise<PersonState> =>
    stateOf(personAggregate, await store.load(personStream(id)));
  return {
    async person(id) {
      const state = await read(id);
      return state.status === 'registered' ? state.person : undefined;
    },
    async people(role) {
      return (await all()).flatMap(registered).filter(({ roles }) => role === undefined || roles.includes(role));
    },
    async nameOf(id) {
      const known =
        (await all()).find((state) => state.status !== 'none' && state.person.id === id) ?? (await read(id));
      return known.status === 'none' ? id.slice(-4) : known.person.name;
    },
  };
}

function registered(state: PersonState): readonly Person[] {
  return state.status === 'registered' ? [state.person] : [];
}

const pageSize = 100;

/** Every state of one kind, by name. */
async function everyState<State extends object, Command extends Message, Event extends Message, Code extends string>(
  store: EventStore,
  aggregate: Aggregate<State, Command, Event, Code>,
): Promise<readonly State[]> {
  const found: State[] = [];
  let after: string | undefined;
  do {
    const page = await store.find({
      type: aggregate.type,
      where: [],
      order: { field: 'name', direction: 'asc' },
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.items.map((item) => stateOf(aggregate, item)));
    after = page.next;
  } while (after !== undefined);
  return found;
}

async function readTeams(store: EventStore): Promise<readonly ExpertTeam[]> {
  const states = await everyState(store, expertTeamAggregate);
  return states.flatMap((state) => (state.status === 'registered' ? [state.team] : []));
}

async function readCentres({ store, territory }: Sources): Promise<readonly Centre[]> {
  const states = await everyState(store, centreAggregate);
  const configured = new Map(
    states.flatMap((state) => (state.status === 'configured' ? [[state.centre.code, state.centre] as const] : [])),
  );
  return territory.centres.map((shipped) => configured.get(shipped.code) ?? shipped);
}

async function readTerritory({ store, territory }: Sources): Promise<readonly TerritoryRow[]> {
  const { rows } = stateOf(territoryAggregate, await store.load(territoryStream));
  return rows.length > 0 ? rows : territory.rows;
}

function findCentre(centres: readonly Centre[], code: CentreCode): Centre {
  const found = centres.find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(`centres.csv does not have centre ${code}`);
  return found;
}

function validOn(rows: readonly TerritoryRow[], on: Date): readonly TerritoryRow[] {
  const day = localDate(on.toISOString());
  return rows.filter((row) => isWithin(day, row));
}

function toMunicipality({ name, province, region, centre, toVerify }: TerritoryRow): Municipality {
  return { name, province, region, centre, toVerify };
}

function regionsOf(rows: readonly TerritoryRow[]): readonly Region[] {
  const regions = new Map(
    rows.map(({ region, regionLabel, centre }) => [region, { code: region, label: regionLabel, centre }]),
  );
  return [...regions.values()];
}

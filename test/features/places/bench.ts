import { commandId, type PersonId } from '../../../src/core/ids.ts';
import { demoCases } from '../../../src/demo/cases.ts';
import { demoPeople, loadDemo } from '../../../src/demo/load-demo.ts';
import {
  caseAggregate,
  type CaseCommand,
  type CaseId,
  caseId,
  type CaseNumber,
  caseStream,
  type Intake,
} from '../../../src/features/cases/index.ts';
import {
  type CentreCode,
  createDirectory,
  expertTeamId,
  loadTerritory,
  regionCode,
} from '../../../src/features/directory/index.ts';
import { createExpertRegister } from '../../../src/features/experts/index.ts';
import { facilityAggregate, requestAggregate } from '../../../src/features/places/aggregates.ts';
import { defaultPlaceClocks } from '../../../src/features/places/clocks.ts';
import type { Counted } from '../../../src/features/places/facility-messages.ts';
import type { Facility, FacilityState } from '../../../src/features/places/facility-state.ts';
import { facilityId, facilityStream, requestId, requestStream } from '../../../src/features/places/place-ids.ts';
import type { PlaceRequest, PlaceRequestFile } from '../../../src/features/places/request-state.ts';
import { placeRunners } from '../../../src/features/places/runner-desk.ts';
import { type PlacesDeps, placesFeature } from '../../../src/features/places/teams.ts';
import type { EffectRunner } from '../../../src/store/effect-queue.ts';
import { handle, stateOf } from '../../../src/store/handle.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { demoPerson, openBench as openFeatureBench, openSources, type Sources } from '../../support/feature-bench.ts';

export const people = {
  hanna: demoPerson('1'),
  marieke: demoPerson('5'),
  fatima: demoPerson('7'),
  tom: demoPerson('8'),
  jan: demoPerson('9'),
  lotte: demoPerson('11'),
  miriam: demoPerson('34'),
  mieke: demoPerson('30'),
  dennis: demoPerson('39'),
  carla: demoPerson('40'),
};

export type PlacesBench = Awaited<ReturnType<typeof openBench>>;

/** The feature on a real store with a worker, and the demo's people; on a file when another instance shares it. */
export async function openBench(file?: string) {
  const sources = file === undefined ? await openSources() : await onFile(await openSources(), file);
  const experts = createExpertRegister(sources.deps);
  const deps: PlacesDeps = { ...sources.deps, experts, placeClocks: defaultPlaceClocks };
  const done = async () => ({ done: true }) as const;
  const others: readonly EffectRunner[] = ['case-channel', 'case-link'].map((kind) => ({ kind, run: done }));
  const bench = openFeatureBench(sources, placesFeature(deps), [...placeRunners(deps), ...others]);
  return {
    ...bench,
    deps,
    /** Cards of this feature only: the case has its own. */
    cardsTo: (person: PersonId) => bench.cardsTo(person).filter((name) => name.startsWith('places/')),
    /** The cards of one name that were sent to somebody, as they read now. */
    async read(person: PersonId, card: string): Promise<readonly string[]> {
      const theirs = bench.sent.filter(
        ({ data }) => data['card'] === card && (data['to'] as { person?: string }).person === person,
      );
      return Promise.all(theirs.map((effect) => bench.seen(effect)));
    },
  };
}

async function onFile(sources: Sources, file: string): Promise<Sources> {
  const { clock } = sources.deps;
  await sources.deps.store.close();
  const store = sqliteStore({ file });
  await loadDemo({ store, clock }, demoPeople);
  const directory = createDirectory({ store, territory: await loadTerritory(), clock });
  return { ...sources, deps: { ...sources.deps, store, directory } };
}

type Making = Partial<Facility> & Readonly<{ counted?: Partial<Counted> }>;

/** A facility in Limburg with two free places; De Hoeve's contact is Carla. */
export async function makeFacility({ deps }: Pick<PlacesBench, 'deps'>, making: Making = {}): Promise<Facility['id']> {
  const { counted, ...changes } = making;
  const at = deps.clock.now();
  const facility: Facility = {
    ...{ id: facilityId('de-hoeve'), name: 'De Hoeve', provider: 'Kleinschalig Wonen De Hoeve' },
    ...{ region: regionCode('midden-limburg-west'), centre: 'LI', contacts: [people.carla], kind: 'small-group' },
    ...{ ages: { from: 12, to: 18 }, words: '', profile: [], concerns: '', near: [] },
    ...changes,
  };
  await handle(deps.store, facilityAggregate, {
    ...({ stream: facilityStream(facility.id), by: people.jan, at } as const),
    command: {
      type: 'RegisterFacility',
      data: {
        ...{ at: at.toISOString(), by: people.jan, facility },
        counted: { capacity: 2, free: 2, toCreate: 0, from: at.toISOString().slice(0, 10), ...counted },
      },
    },
    commandId: commandId(`register-${facility.id}`),
  });
  return facility.id;
}

type Opening = Readonly<{
  name?: string;
  number?: string;
  demo?: string;
  centre?: CentreCode;
  priority?: boolean;
  intake?: Intake;
}>;

const wolf = { name: 'case-2', number: 'LI-2026-0002', demo: 'wolf', centre: 'LI' as CentreCode, priority: false };

/** A case in conference: Wolf's, of the chair Marieke, directed by Fatima. */
export async function openCase({ deps }: Pick<PlacesBench, 'deps'>, opening: Opening = {}): Promise<CaseId> {
  const { name, number, demo, centre, priority } = { ...wolf, ...opening };
  const id = caseId(name);
  const at = deps.clock.now().toISOString();
  const intake = { ...demoCases.find(({ key }) => key === demo)?.intake, ...opening.intake };
  const team = {
    ...{ id: expertTeamId('midden-limburg'), name: 'Expertteam Midden-Limburg', chair: people.marieke, members: [] },
    teamsGroupId: '10000000-0000-4000-8000-000000000008',
  };
  const decision = { outcome: priority ? 'priority' : 'admit', reason: 'Past.', by: people.marieke, at } as const;
  const commands: readonly CaseCommand[] = [
    { type: 'StartDraft', data: { at, id, applicant: people.hanna } },
    { type: 'SaveIntake', data: { at, intake } },
    {
      type: 'SubmitCase',
      data: {
        ...{ at, number: number as CaseNumber, municipality: 'Weert', team, centre },
        ...{ region: regionCode('midden-limburg-west'), acknowledgeBy: at, triageBy: at },
      },
    },
    {
      type: 'DecideTriage',
      data: { at, decision, processDirector: people.fatima, conferenceBy: at, today: at.slice(0, 10), helpers: [] },
    },
  ];
  for (const [index, command] of commands.entries()) {
    const { decision: told } = await handle(deps.store, caseAggregate, {
      ...({ stream: caseStream(id), by: people.marieke, at: deps.clock.now(), command } as const),
      commandId: commandId(`${id}-${index}`),
    });
    if (told.outcome === 'refused') throw new Error(`${command.type}: ${told.code}`);
  }
  return id;
}

export const words = 'Een kleine groep met duidelijke regels, graag werken met de handen.';
export const filled = (rest: object = {}) => ({
  ...{ case: 'case-2', request: 'request-1', comes: 'no', reason: 'De groep stopt over vier weken.' },
  ...{ words, ages: '17', kinds: '', regions: 'midden-limburg-west', from: '2026-11-23' },
  ...{ tenableUntil: '2026-12-20', movesBefore: '5', money: '' },
  ...rest,
});

/** Asks as the process director does; gives the request's id. */
export async function ask(bench: PlacesBench, rest: Readonly<Record<string, string>> = {}): Promise<string> {
  const shown = await bench.click(people.fatima, 'submit places/ask-send', filled(rest));
  if (shown.outcome !== 'done') throw new Error(`${shown.outcome}: ${shown.card}`);
  await bench.settled();
  return rest['request'] ?? 'request-1';
}

export async function requestOf({ deps }: Pick<PlacesBench, 'deps'>, id: string): Promise<PlaceRequestFile> {
  const state: PlaceRequest = stateOf(requestAggregate, await deps.store.load(requestStream(requestId(id))));
  if (state.stage === 'none') throw new Error(`no request ${id}`);
  return state;
}

export async function facilityOf({ deps }: Pick<PlacesBench, 'deps'>, id = 'de-hoeve') {
  const state: FacilityState = stateOf(facilityAggregate, await deps.store.load(facilityStream(facilityId(id))));
  if (state.status === 'none') throw new Error(`no facility ${id}`);
  return state;
}

type Walk = Readonly<{ request?: string; facility?: string; by?: PersonId }>;

export async function holdIt(bench: PlacesBench, { request = 'request-1', facility = 'de-hoeve' }: Walk = {}) {
  const shown = await bench.click(people.fatima, 'action places/hold', { request, facility });
  await bench.settled();
  return shown;
}

/** From a request to an offer of De Hoeve. */
export async function offerIt(bench: PlacesBench, walk: Walk = {}): Promise<void> {
  await holdIt(bench, walk);
  await bench.click(walk.by ?? people.carla, 'action places/offer', { request: walk.request ?? 'request-1' });
  await bench.settled();
}

export async function agree(bench: PlacesBench, ...parties: readonly string[]): Promise<void> {
  for (const party of parties) {
    const data = { request: 'request-1', party, how: 'In het overleg van vandaag.' };
    await bench.click(people.fatima, 'submit places/accept-send', data);
  }
  await bench.settled();
}

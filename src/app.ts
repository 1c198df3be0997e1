import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from './core/clock.ts';
import type { Observer } from './core/observer.ts';
import { type Tracing, untraced } from './core/tracing.ts';
import {
  type CasesDeps,
  type CaseSettings,
  casesFeature,
  createCover,
  defaultClocks,
  type Example,
  submitExamples,
} from './features/cases/index.ts';
import {
  type ConsultationsDeps,
  consultationRunners,
  consultationsFeature,
  defaultConsultationClocks,
} from './features/consultations/index.ts';
import {
  deadlinesFeature,
  type DeadlinesDeps,
  defaultPlans,
  nudgeRunners,
  preferredLanguage,
} from './features/deadlines/index.ts';
import { createDirectory, directoryFeature, loadTerritory } from './features/directory/index.ts';
import { createExpertRegister, expertsFeature } from './features/experts/index.ts';
import { lookForTrouble, operationsFeature, operatorCards } from './features/operations/index.ts';
import { defaultPlaceClocks, placeRunners, type PlacesDeps, placesFeature } from './features/places/index.ts';
import { planningDownload, type PlanningDeps, planningFeature } from './features/planning/index.ts';
import { privacyFeature } from './features/privacy/index.ts';
import { planRounds, roundRunner, watchFeature } from './features/watch/index.ts';
import { modelToAsk } from './ask-model.ts';
import { caseRunners } from './case-runners.ts';
import { decisionDownload } from './decisions-download.ts';
import type { LanguageModelConfig } from './language-model-settings.ts';
import { lookAgain, promiseRunner, withPromises } from './promises/index.ts';
import { forgetRunner, type TalkDeps, talking } from './talk/index.ts';
import { guide } from './guide/index.ts';
import { ownData, type OwnDataDeps } from './own-data/index.ts';
import { caseDownload, defaultRetention, type KeepingDeps, keepRetention, purgeRunners } from './privacy/index.ts';
import type { Terms } from './terms.ts';
import { governance, type GovernanceDeps } from './governance.ts';
import { createGraphChannels, type GraphSettings } from './graph/graph-channels.ts';
import { tracedFetch } from './graph/traced-fetch.ts';
import { createHealth, type Health } from './health.ts';
import { createHolidays } from './holidays.ts';
import { defaultMonitoring, type Monitoring } from './monitoring.ts';
import { type Pulse, startPulse } from './pulse.ts';
import { createSelfTest, type SelfTestSettings } from './self-test.ts';
import type { EffectRunner } from './store/effect-queue.ts';
import { startWorker, type Worker, type WorkerSettings } from './store/effects-worker.ts';
import type { Store } from './store/store.ts';
import { untilIdle } from './store/until-idle.ts';
import { withTraces } from './store/with-traces.ts';
import { withoutMarks } from './store/without-marks.ts';
import { withWake } from './store/with-wake.ts';
import { answerParts } from './teams/answer-kit.ts';
import { contacts } from './teams/contacts.ts';
import { createDownloads } from './teams/downloads.ts';
import { createTeamsEdge, type TeamsEdge, type TeamsEdgeOptions } from './teams/edge.ts';
import type { TeamsSettings } from './teams/settings.ts';

/** Terms: in working days, weeks and months. */
export type AppOptions = Terms &
  Readonly<{
    store: Store;
    teams: TeamsSettings;
    graph: GraphSettings;
    clock: Clock;
    log: Logger;
    port: number;
    host: string;
    worker?: Partial<WorkerSettings>;
    /** Opens a channel in the client that people use. */
    channelLink: (teamId: string, channelId: string) => string;
    /** Made-up cases to fill in the form with; on the local tenant only. */
    demoCases?: CaseSettings['demoCases'];
    /** Made-up cases that stand there at the first start; on the local tenant only. */
    examples?: readonly Example[];
    /** Where people open the bot (`https://host`), by the port it got; without it there are no links to files. */
    address?: (port: number) => string;
    monitoring?: Monitoring;
    /** None, and nothing of what is typed leaves, unless given. */
    languageModel?: LanguageModelConfig;
    tracing?: Tracing;
    selfTest?: SelfTestSettings;
    /** How often it gives a sign of life and looks at what was given up. */
    pulseMs?: number;
  }>;

export type App = Readonly<{
  port: number;
  /** Resolves when nothing runs, and nothing is due or waits for its turn to be sent; for tests. */
  idle(): Promise<void>;
  /** Takes no more requests, finishes what runs, and closes the store. */
  close(): Promise<void>;
}>;

/** The whole bot: features on one store, the Teams edge in front, the effects worker behind. */
export async function startApp(options: AppOptions): Promise<App> {
  const { clock, log, port, host, tracing = untraced } = options;
  let wake: (stream: Parameters<ReturnType<typeof startWorker>['wake']>[0]) => void = () => undefined;
  const store = withWake(withPromises(withoutMarks(withTraces(options.store, tracing))), (stream) => wake(stream));
  const open: Opened = {};
  const owner = randomUUID();
  const workerSilentMs = (): number => open.worker?.silentMs() ?? 0;
  const monitoring = options.monitoring ?? defaultMonitoring;
  const selfTest = createSelfTest({ ...options, soon: () => open.pulse?.soon() });
  const { told, used } = selfTest;
  const health = createHealth({ store, clock, log, instance: owner, monitoring, workerSilentMs, told });
  const graph = { ...options.graph, used };
  const { edge, runners, deps } = await assembled({ ...options, graph, store, health }, open);
  const settings = options.worker ?? {};
  const observer = observing(health, open);
  const worker = startWorker({ queue: store, runners, clock, log, owner, settings, observer, tracing });
  open.worker = worker;
  wake = worker.wake;
  await submitExamples(deps, clock.now(), options.examples ?? []);
  await planRounds(deps);
  const listening = await edge.listen(port, host);
  open.port = listening.port;
  const everyMs = options.pulseMs ?? pulseMs;
  const looks = [health.beat, () => lookForTrouble(deps), () => selfTest.look(deps)];
  const pulse = startPulse({ everyMs, log, looks });
  open.pulse = pulse;
  return {
    port: listening.port,
    idle: () => untilIdle(worker, store, clock),
    async close() {
      await edge.close();
      await worker.drain();
      await pulse.stop();
      await health.farewell().catch((err: unknown) => log.warn({ err }, 'no farewell: others will miss this instance'));
      await store.close();
    },
  };
}

/** What is there only once the bot has started. */
type Opened = { port?: number; worker?: Worker; pulse?: Pulse };

/** Operators need not wait a minute to see what was given up. */
function observing({ observer }: Health, open: Opened): Observer {
  return {
    ...observer,
    effectRan(ran) {
      observer.effectRan(ran);
      if (ran.outcome === 'parked') open.pulse?.soon();
    },
  };
}

type Assembled = Readonly<{ edge: TeamsEdge; runners: readonly EffectRunner[]; deps: Deps }>;

/** `open`: has the port once the bot listens, for the links that it gives out. */
async function assembled(
  options: AppOptions & Readonly<{ health: Health }>,
  open: Readonly<{ port?: number }>,
): Promise<Assembled> {
  const { store, clock, log, health, tracing = untraced } = options;
  const graph = createGraphChannels({ ...options.graph, fetch: tracedFetch(tracing, options.graph.fetch) });
  const address = (): string | undefined => (open.port === undefined ? undefined : options.address?.(open.port));
  const links = createDownloads({ store, clock, address });
  const askModel = modelToAsk(options.languageModel, { clock, observer: health.observer });
  const deps: Deps = { ...(await caseDeps(options)), links, ...(askModel === undefined ? {} : { askModel }) };
  const governing = governance(deps);
  const edge = createTeamsEdge({
    ...assemble(deps, governing.parts),
    ...{ settings: options.teams, store, clock, log, contacts: deps.contacts, ownMessages: graph.ownMessages },
    ...{ languageOf: (person) => preferredLanguage(deps, person), cover: createCover(deps) },
    downloads: { links, routes: [decisionDownload(store), planningDownload(deps), caseDownload(deps)] },
    ...{ pages: health.pages, observer: health.observer, tracing },
  });
  const working = [
    ...caseRunners(deps, graph.channels),
    ...[consultationRunners, placeRunners].flatMap((runners) => runners(deps)),
    promiseRunner(deps),
    roundRunner({ ...deps, daily: () => keepRetention(deps) }),
    ...purgeRunners(deps),
    forgetRunner(deps),
    ...nudgeRunners({ ...deps, lookAgain: (about) => lookAgain(deps, about) }),
  ];
  const operators = edge.runners.map((runner) => operatorCards(deps, runner));
  return { edge, runners: [...edge.runners, ...operators, ...working, ...governing.runners], deps };
}

const pulseMs = 60_000;

async function caseDeps(options: AppOptions): Promise<Deps> {
  const { store, clock, log, demoCases, channelLink, clocks, consultationClocks, decisionClocks } = options;
  const directory = createDirectory({ store, territory: await loadTerritory(), clock });
  const settings = { clocks: { ...defaultClocks, ...clocks }, ...(demoCases === undefined ? {} : { demoCases }) };
  const isHoliday = createHolidays();
  const experts = createExpertRegister({ store, directory, clock });
  return {
    ...{ store, directory, experts, clock, isHoliday, settings, log, newId: randomUUID, teamsLink: channelLink },
    consultationClocks: { ...defaultConsultationClocks, ...consultationClocks },
    placeClocks: { ...defaultPlaceClocks, ...options.placeClocks },
    nudgePlans: { ...defaultPlans, ...options.nudgePlans },
    ...{ retention: { ...defaultRetention, ...options.retention }, contacts: contacts(store, clock) },
    ...(options.exportFolder === undefined ? {} : { exportFolder: options.exportFolder }),
    ...(decisionClocks === undefined ? {} : { decisionClocks }),
  };
}

type Deps = CasesDeps &
  ConsultationsDeps &
  PlacesDeps &
  PlanningDeps &
  GovernanceDeps &
  DeadlinesDeps &
  TalkDeps &
  OwnDataDeps &
  KeepingDeps;
type Features = Pick<TeamsEdgeOptions, 'routes' | 'messages' | 'events' | 'cards'>;
type Part = Pick<Features, 'routes' | 'messages' | 'cards'>;

/** The only list of features. Earlier ones get a typed sentence first. */
function assemble(deps: Deps, governing: readonly Part[]): Features {
  const cases = casesFeature(deps);
  const helping = [expertsFeature(deps), consultationsFeature(deps), placesFeature(deps), operationsFeature(deps)];
  const ending = { ...answerParts, messages: [] };
  const known: readonly Part[] = [
    ending,
    directoryFeature(deps),
    ...helping,
    ...governing,
    planningFeature(deps),
    deadlinesFeature(deps),
    watchFeature,
    privacyFeature(deps),
    ownData(deps),
    cases,
  ];
  const talk = talking(
    deps,
    known.flatMap(({ messages }) => messages),
  );
  const guiding = guide(deps, talk.messages);
  const all = [...known, talk, guiding];
  return {
    routes: all.flatMap(({ routes }) => routes),
    messages: [...guiding.messages, ...talk.messages],
    events: [...cases.events, ...guiding.events],
    cards: all.flatMap(({ cards }) => cards),
  };
}

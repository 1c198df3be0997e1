import { loadDemo } from '../../../src/demo/load-demo.ts';
import {
  defaultPlans,
  type DeadlineFile,
  deadlineStream,
  type KeepingDeps,
  nudgeRunners,
} from '../../../src/features/deadlines/index.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { type PlanningDeps, planningFeature } from '../../../src/features/planning/index.ts';
import { planningImport } from '../../../src/features/planning/import-planning.ts';
import { rowId } from '../../../src/features/planning/planning.ts';
import { demoPerson, openBench as openFeatureBench, openSources } from '../../support/feature-bench.ts';

export const people = {
  marieke: demoPerson('5'),
  jan: demoPerson('9'),
  els: demoPerson('24'),
  wim: demoPerson('25'),
  judith: demoPerson('28'),
  /** Of another centre. */
  miriam: demoPerson('34'),
  hanna: demoPerson('1'),
};

export type PlanningBench = Awaited<ReturnType<typeof openBench>>;

/** The feature on a real store with the engine of deadlines, the demo's people and the bodies of Limburg. */
export async function openBench(links?: PlanningDeps['links']) {
  const sources = await openSources();
  await loadDemo(sources.deps, ['bodies', 'body-members']);
  const deps: PlanningDeps & KeepingDeps & Readonly<{ clock: typeof sources.deps.clock }> = {
    ...sources.deps,
    nudgePlans: defaultPlans,
    ...(links === undefined ? {} : { links }),
  };
  const bench = openFeatureBench(sources, planningFeature(deps), nudgeRunners(deps));
  return {
    ...bench,
    deps,
    /** A row of Limburg as it is kept now. */
    async row(key: string): Promise<DeadlineFile> {
      const row = await bench.state<DeadlineFile>(deadlineStream(rowId('LI', key)));
      if (!row) throw new Error(`no row ${key}`);
      return row;
    },
    /** Starts the planning of Limburg in a month, as its project leader. */
    async start(month: string) {
      const shown = await bench.click(people.jan, 'submit planning/start-send', { centre: 'LI', month });
      await bench.settled();
      return shown;
    },
    async import(text: string, keepExisting = false) {
      const { store, clock } = deps;
      return importFile(
        { store, clock, territory: await loadTerritory(), kinds: [planningImport(deps)] },
        { text, keepExisting },
      );
    },
  };
}

import { casesFeature } from '../../../src/features/cases/index.ts';
import { caseStream } from '../../../src/features/cases/case.ts';
import type { CachedDirectory } from '../../../src/features/directory/index.ts';
import { privacyFeature } from '../../../src/features/privacy/index.ts';
import { defaultRetention, purgeRunners } from '../../../src/privacy/index.ts';
import { createDownloads } from '../../../src/teams/downloads.ts';
import type { AccessEntry } from '../../../src/store/access-log.ts';
import { demoPerson, openBench as openFeatureBench, openSources } from '../../support/feature-bench.ts';
import { id, number } from '../cases/stories.ts';

export const people = {
  nora: demoPerson('15'),
  marieke: demoPerson('5'),
  fatima: demoPerson('7'),
  erik: demoPerson('13'),
  /** Another privacy officer. */
  bram: demoPerson('41'),
};
/** A look of the chair at the case of the stories. */
export const look: AccessEntry = {
  ...{ occurredAt: '2026-11-23T09:00:00.000Z', eventType: 'case.details', action: 'read', outcome: 'allowed' },
  ...{ caseKey: number, dataCategory: 'case', userId: people.marieke, userRole: 'chair' },
  ...{ organisation: 'Expertteams Limburg', authorisationRule: 'case:chair', breakGlass: false },
  sourceSystem: 'doorbraak',
};

export type PrivacyBench = Awaited<ReturnType<typeof openBench>>;

/** `directory`: what it answers instead. */
type Settings = Readonly<{ exportFolder?: string; directory?: (own: CachedDirectory) => CachedDirectory }>;

/** What the privacy officer has, and the cases it is about, on a real store with the demo's people. */
export async function openBench({ exportFolder, directory = (own) => own }: Settings = {}) {
  const sources = await openSources();
  let address: string | undefined = 'https://doorbraak.example';
  const { store, clock } = sources.deps;
  const links = createDownloads({ store, clock, address: () => address });
  const deps = {
    ...{ ...sources.deps, links, retention: defaultRetention, directory: directory(sources.deps.directory) },
    ...(exportFolder === undefined ? {} : { exportFolder }),
  };
  const [cases, privacy] = [casesFeature(sources.deps), privacyFeature(deps)];
  const feature = {
    routes: [...privacy.routes, ...cases.routes],
    messages: [...privacy.messages, ...cases.messages],
    cards: [...privacy.cards, ...cases.cards],
  };
  const bench = openFeatureBench(sources, feature, purgeRunners(deps));
  const { access } = store;
  return {
    ...bench,
    links,
    /** Where people open the bot from now on. */
    address(now: string | undefined) {
      address = now;
    },
    lines: () => access.read(caseStream(id)),
    async append(...entries: readonly Partial<AccessEntry>[]) {
      for (const entry of entries) await access.append(caseStream(id), { ...look, ...entry });
    },
  };
}

import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Clock } from '../../src/core/clock.ts';
import { casesFeature, defaultClocks } from '../../src/features/cases/index.ts';
import { consultationsFeature, defaultConsultationClocks } from '../../src/features/consultations/index.ts';
import { deadlinesFeature, defaultPlans } from '../../src/features/deadlines/index.ts';
import { createDirectory, directoryFeature, loadTerritory } from '../../src/features/directory/index.ts';
import { createExpertRegister, expertsFeature } from '../../src/features/experts/index.ts';
import { privacyFeature } from '../../src/features/privacy/index.ts';
import { operationsFeature } from '../../src/features/operations/index.ts';
import { defaultPlaceClocks, placesFeature } from '../../src/features/places/index.ts';
import { planningFeature } from '../../src/features/planning/index.ts';
import { watchFeature } from '../../src/features/watch/index.ts';
import { governance } from '../../src/governance.ts';
import { guide } from '../../src/guide/index.ts';
import { ownData } from '../../src/own-data/index.ts';
import type { Store } from '../../src/store/store.ts';
import { talking } from '../../src/talk/index.ts';
import { answerParts } from '../../src/teams/answer-kit.ts';
import type { CardDefinition } from '../../src/teams/cards.ts';
import { contacts } from '../../src/teams/contacts.ts';

/** Every card of the product, in the order of its features. */
export async function allCards(store: Store, clock: Clock): Promise<readonly CardDefinition[]> {
  const directory = createDirectory({ store, territory: await loadTerritory(), clock });
  const settings = { clocks: defaultClocks };
  const log = pino({ level: 'silent' });
  const experts = createExpertRegister({ store, directory, clock });
  const shared = { store, directory, experts, clock, log, settings, isHoliday: () => false, newId: randomUUID };
  const deps = {
    ...shared,
    consultationClocks: defaultConsultationClocks,
    placeClocks: defaultPlaceClocks,
    nudgePlans: defaultPlans,
  };
  const own = [directoryFeature(deps), expertsFeature(deps), consultationsFeature(deps), casesFeature(deps)];
  const others = [
    placesFeature(deps),
    planningFeature(deps),
    deadlinesFeature(deps),
    operationsFeature(deps),
    privacyFeature(deps),
    watchFeature,
    ownData({ ...deps, contacts: contacts(store, clock), retention: { accessMonths: 60 } }),
  ];
  const features = [...own, ...others, ...governance(deps).parts];
  const talk = talking(
    deps,
    features.flatMap(({ messages }) => messages),
  );
  return [answerParts, ...features, talk, guide(deps, talk.messages)].flatMap(({ cards }) => cards);
}

import { deepEqual, ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import type { JsonObject } from '../src/core/json.ts';
import { locales } from '../src/core/locale.ts';
import { loadDemo } from '../src/demo/load-demo.ts';
import { casesFeature, defaultClocks } from '../src/features/cases/index.ts';
import { consultationsFeature, defaultConsultationClocks } from '../src/features/consultations/index.ts';
import { deadlinesFeature, defaultPlans } from '../src/features/deadlines/index.ts';
import { createDirectory, directoryFeature, loadTerritory } from '../src/features/directory/index.ts';
import { createExpertRegister, expertsFeature } from '../src/features/experts/index.ts';
import { privacyFeature } from '../src/features/privacy/index.ts';
import { operationsFeature } from '../src/features/operations/index.ts';
import { defaultPlaceClocks, placesFeature } from '../src/features/places/index.ts';
import { planningFeature } from '../src/features/planning/index.ts';
import { watchFeature } from '../src/features/watch/index.ts';
import { governance } from '../src/governance.ts';
import { guide } from '../src/guide/index.ts';
import { talking } from '../src/talk/index.ts';
import type { CardDefinition } from '../src/teams/cards.ts';
import { answerParts } from '../src/teams/answer-kit.ts';
import { renderCard } from '../src/teams/render.ts';
import { checkCard, faultsOf } from './support/card-check.ts';
import { openTemporary } from './support/store-sqlite.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const clock = { now: () => now };
type Opened = Awaited<ReturnType<typeof openTemporary>>;

/** Every card of the product, in the order of its features. */
async function allCards({ store }: Opened): Promise<readonly CardDefinition[]> {
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
  ];
  const features = [...own, ...others, ...governance(deps).parts];
  const talk = talking(
    deps,
    features.flatMap(({ messages }) => messages),
  );
  return [answerParts, ...features, talk, guide(deps, talk.messages)].flatMap(({ cards }) => cards);
}

function templatesOnDisk(): readonly string[] {
  const root = path.join(import.meta.dirname, '../src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)cards\/[^/]+\.json$/.test(file))
    .map((file) => file.replace(/^features\//, '').replace(/cards\/([^/]+)\.json$/, '$1'))
    .sort();
}

/** Faults that a template has whatever it is filled with. */
const ofTemplates = /fallbackText|fallback Action\.Submit|needs a (?:label|title|fallback|altText)|errorMessage/;
const namesIn = (template: JsonObject): ReadonlySet<string> =>
  new Set([...JSON.stringify(template).matchAll(/\bt\.(\w+)/g)].map(([, name = '']) => name));

describe('every card of the product', () => {
  let opened: Opened;
  let all: readonly CardDefinition[] = [];
  before(async () => {
    opened = await openTemporary();
    await loadDemo({ store: opened.store, clock });
    all = await allCards(opened);
  });
  after(() => opened.close());

  it('is here: one for each template', () => {
    deepEqual(all.map(({ name }) => name).sort(), templatesOnDisk());
  });

  it('can fall back, in a client that knows less', () => {
    for (const { name, template } of all) {
      deepEqual(
        faultsOf(template).filter((fault) => ofTemplates.test(fault)),
        [],
        name,
      );
    }
  });

  it('has every text that its template binds, in both languages', () => {
    for (const { name, template, texts } of all) {
      const bound = [...namesIn(template)];
      ok(bound.includes('fallback'), `${name} has no text for its notification`);
      for (const locale of locales) {
        deepEqual(
          bound.filter((key) => (texts[locale][key] ?? '').trim() === ''),
          [],
          `${name} in ${locale}`,
        );
      }
    }
  });

  const states = {
    'directory/landing': [{ municipality: 'Utrecht' }, { municipality: 'Hilversum' }, { municipality: 'Weert' }],
    'directory/ask-municipality': [{}, { name: 'Weertt' }, { name: 'xxxxxxxxxxxxxxx' }],
  };
  for (const [name, shown] of Object.entries(states)) {
    for (const state of shown) {
      it(`renders ${name} of ${JSON.stringify(state)} without faults in both languages`, async () => {
        const definition = all.find((card) => card.name === name);
        ok(definition);
        for (const locale of locales) {
          const json = await renderCard(definition, { state, reader: { locale, person: undefined, now } });
          ok(json);
          checkCard(json);
        }
      });
    }
  }
});

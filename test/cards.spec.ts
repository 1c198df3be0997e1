import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../src/core/json.ts';
import { locales } from '../src/core/locale.ts';
import { loadDemo } from '../src/demo/load-demo.ts';
import type { CardDefinition } from '../src/teams/cards.ts';
import { renderCard } from '../src/teams/render.ts';
import { allCards } from './support/all-cards.ts';
import { checkCard, faultsOf } from './support/card-check.ts';
import { openTemporary } from './support/store-sqlite.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const clock = { now: () => now };

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
  let opened: Awaited<ReturnType<typeof openTemporary>>;
  let all: readonly CardDefinition[] = [];
  before(async () => {
    opened = await openTemporary();
    await loadDemo({ store: opened.store, clock });
    all = await allCards(opened.store, clock);
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

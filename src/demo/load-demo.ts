import { readFile } from 'node:fs/promises';
import type { Clock } from '../core/clock.ts';
import { importFile, loadTerritory } from '../features/directory/index.ts';
import { importKinds } from '../import-kinds.ts';
import type { EventStore } from '../store/event-store.ts';

/** Who there is, and where they work. */
export const demoPeople: readonly string[] = ['people', 'expert-teams', 'centres', 'experts'];

/** In this order: most name people, and members, mandates and routes are of bodies. */
const everything = [...demoPeople, 'bodies', 'body-members', 'mandates', 'routes', 'budgets', 'places'];

/**
 * Fictional people and what they work with, for the local tenant. Adds what is not there yet and leaves the rest as it
 * was left.
 */
export async function loadDemo(
  { store, clock }: Readonly<{ store: EventStore; clock: Clock }>,
  names: readonly string[] = everything,
): Promise<void> {
  const sources = { store, clock, territory: await loadTerritory(), kinds: importKinds() };
  for (const name of names) {
    const text = await readFile(new URL(`${name}.csv`, import.meta.url), 'utf8');
    const result = await importFile(sources, { text, keepExisting: true });
    if (result.outcome === 'refused') throw new Error(`demo/${name}.csv: ${JSON.stringify(result.problems)}`);
  }
}

import { readFile } from 'node:fs/promises';
import type { Clock } from '../core/clock.ts';
import { commandId } from '../core/ids.ts';
import { localDate } from '../core/working-time.ts';
import { completeDeadline } from '../features/deadlines/index.ts';
import { importFile, type ImportSources, loadTerritory } from '../features/directory/index.ts';
import { rowId } from '../features/planning/index.ts';
import { importKinds } from '../import-kinds.ts';
import type { EventStore } from '../store/event-store.ts';
import { demoPlanning, demoPlanningDone } from './planning.ts';

/** Who there is, and where they work. */
export const demoPeople: readonly string[] = ['people', 'expert-teams', 'centres', 'experts'];

/** In this order: most name people, and members, mandates and routes are of bodies. */
const everything = [...demoPeople, 'bodies', 'body-members', 'mandates', 'routes', 'budgets', 'places'];

type Sources = Readonly<{ store: EventStore; clock: Clock }>;

/**
 * Fictional people and what they work with, for the local tenant. Adds what is not there yet and leaves the rest as it
 * was left.
 */
export async function loadDemo({ store, clock }: Sources, names: readonly string[] = everything): Promise<void> {
  const sources = { store, clock, territory: await loadTerritory(), kinds: importKinds() };
  for (const name of names) {
    await load(sources, name, await readFile(new URL(`${name}.csv`, import.meta.url), 'utf8'));
  }
}

/** A planning of Limburg that is under way, around today. Apart from the rest: it brings its people reminders. */
export async function loadDemoPlanning({ store, clock }: Sources): Promise<void> {
  const at = clock.now();
  const sources = { store, clock, territory: await loadTerritory(), kinds: importKinds() };
  await load(sources, 'planning', demoPlanning(localDate(at.toISOString()).slice(0, 7)));
  for (const key of demoPlanningDone) {
    const order = { at, by: 'system', commandId: commandId(`demo-planning-${key}`) } as const;
    await completeDeadline({ store }, order, { id: rowId('LI', key), note: '' });
  }
}

async function load(sources: ImportSources, name: string, text: string): Promise<void> {
  const result = await importFile(sources, { text, keepExisting: true });
  if (result.outcome === 'refused') throw new Error(`demo/${name}: ${JSON.stringify(result.problems)}`);
}

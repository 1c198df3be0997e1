import { readFile } from 'node:fs/promises';
import type { Clock } from '../core/clock.ts';
import { importFile, loadTerritory } from '../features/directory/index.ts';
import { expertsImport } from '../features/experts/index.ts';
import type { EventStore } from '../store/event-store.ts';

/** In this order: teams, centres, bodies and experts name people, and members are of bodies. */
const files = ['people.csv', 'expert-teams.csv', 'centres.csv', 'bodies.csv', 'body-members.csv', 'experts.csv'];

/** Fictional people, teams, centres, bodies and experts for the local tenant. Adds what is not there yet and leaves the rest as it was left. */
export async function loadDemo({ store, clock }: Readonly<{ store: EventStore; clock: Clock }>): Promise<void> {
  const sources = { store, clock, territory: await loadTerritory(), kinds: [expertsImport] };
  for (const file of files) {
    const text = await readFile(new URL(file, import.meta.url), 'utf8');
    const result = await importFile(sources, { text, keepExisting: true });
    if (result.outcome === 'refused') throw new Error(`demo/${file}: ${JSON.stringify(result.problems)}`);
  }
}

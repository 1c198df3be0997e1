import { deepEqual } from 'node:assert/strict';
import type { Clock } from '../../../src/core/clock.ts';
import { importFile, type ImportResult, type Territory } from '../../../src/features/directory/index.ts';
import type { EventStore } from '../../../src/store/event-store.ts';
import { centreOf, someone, towns } from './samples.ts';
import { centreCodes } from '../../../src/features/directory/index.ts';

export const noon = new Date('2026-11-02T12:00:00Z');
export const clock: Clock = { now: () => noon };
export const smallTerritory: Territory = { rows: towns, centres: centreCodes.map((code) => centreOf(code)) };

export const peopleFile = `id,name,organisation,roles
${someone(1)},Eva Bos,Wijkteam Zuid,applicant
${someone(5)},Marieke Jansen,Expertteam West,chair;helper
${someone(7)},Fatima El Amrani,Gemeente Weert,process-director
${someone(11)},Lotte Hendriks,De Linde,expert-team-member`;

export const teamsFile = `id,name,centre,regions,chair,members,process_directors,microsoft_team
west,Expertteam West,LI,li-west,${someone(5)},${someone(11)},${someone(7)},10000000-0000-4000-8000-000000000008`;

export function importText(store: EventStore, text: string): Promise<ImportResult> {
  return importFile({ store, territory: smallTerritory, clock }, { text });
}

/** For files that a spec needs and is not about. */
export async function importAll(store: EventStore, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) deepEqual((await importText(store, text)).outcome, 'imported');
}

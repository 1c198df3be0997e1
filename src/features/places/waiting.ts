import { addDays } from '../../core/working-time.ts';
import type { PlaceRequestFile } from './request-state.ts';

/** A place that ends this soon goes before the date of the request. */
const soonDays = 14;

/** Why a request is where it is in the order: what counts first, first. The date always counts. */
export type WaitingReason = 'court-measure' | 'ends-soon' | 'date';
export type Waiting = Readonly<{ file: PlaceRequestFile; rank: number; reasons: readonly WaitingReason[] }>;

/**
 * Everybody who waits, in order: first who has a court measure, then whose present place ends within two weeks, then who
 * asked first. `today`: YYYY-MM-DD. Two who asked in the same moment stand by their id, so that the order is always the same.
 */
export function waitingOrder(files: readonly PlaceRequestFile[], today: string): readonly Waiting[] {
  return files
    .filter(({ stage }) => stage === 'searching')
    .map((file) => ({ file, reasons: reasonsOf(file, today) }))
    .toSorted((one, other) => compare(one, other))
    .map((waiting, index) => ({ ...waiting, rank: index + 1 }));
}

type Unranked = Omit<Waiting, 'rank'>;

function compare(one: Unranked, other: Unranked): number {
  return (
    Number(other.reasons.includes('court-measure')) - Number(one.reasons.includes('court-measure')) ||
    Number(other.reasons.includes('ends-soon')) - Number(one.reasons.includes('ends-soon')) ||
    one.file.requestedAt.localeCompare(other.file.requestedAt) ||
    one.file.id.localeCompare(other.file.id)
  );
}

function reasonsOf({ needs }: PlaceRequestFile, today: string): readonly WaitingReason[] {
  const { courtMeasure, tenableUntil } = needs;
  const endsSoon = tenableUntil !== undefined && tenableUntil <= addDays(today, soonDays);
  return [...(courtMeasure ? ['court-measure' as const] : []), ...(endsSoon ? ['ends-soon' as const] : []), 'date'];
}

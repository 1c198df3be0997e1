import type { CardDefinition } from '../../teams/cards.ts';
import { lackingCard } from './cards.ts';

export { planRounds, roundRunner, type WatchDeps } from './round-desk.ts';

/** It only tells: what is lacking is mended where it belongs. */
export const watchFeature: Readonly<{ routes: readonly []; messages: readonly []; cards: readonly CardDefinition[] }> =
  {
    ...{ routes: [], messages: [] },
    cards: [lackingCard.definition],
  };

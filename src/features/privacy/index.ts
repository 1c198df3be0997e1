import type { CardDefinition } from '../../teams/cards.ts';
import { keepingCard } from './cards.ts';

export type { Sweep } from './keeping.ts';
export { tellSweep } from './keeping-desk.ts';

export const privacyFeature: Readonly<{
  routes: readonly [];
  messages: readonly [];
  cards: readonly CardDefinition[];
}> = {
  ...{ routes: [], messages: [] },
  cards: [keepingCard.definition],
};

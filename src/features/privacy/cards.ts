import { card, type TypedCard } from '../../teams/cards.ts';
import keeping from './cards/keeping.json' with { type: 'json' };
import type { Keeping } from './keeping.ts';
import { texts } from './texts.ts';
import { keepingView } from './view.ts';

export const keepingCard: TypedCard<Keeping> = card<Keeping>({
  ...{ name: 'privacy/keeping', template: keeping, texts: texts.static(({ cards }) => cards.keeping) },
  view: (state, { locale }) => keepingView(state, locale),
});

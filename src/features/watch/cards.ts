import { card, type TypedCard } from '../../teams/cards.ts';
import template from './cards/lacking.json' with { type: 'json' };
import type { Digest } from './gaps-state.ts';
import { texts } from './texts.ts';
import { lackingView } from './view.ts';

export const lackingCard: TypedCard<Digest> = card<Digest>({
  ...{ name: 'watch/lacking', template, texts: texts.static(({ cards }) => cards.lacking) },
  view: (state, { locale }) => lackingView(state, locale),
});

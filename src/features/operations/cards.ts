import { card, type TypedCard } from '../../teams/cards.ts';
import template from './cards/trouble.json' with { type: 'json' };
import { texts } from './texts.ts';
import type { Trouble } from './trouble.ts';
import { troubleView } from './view.ts';

export const troubleCard: TypedCard<Trouble> = card<Trouble>({
  ...{ name: 'operations/trouble', template, texts: texts.static(({ cards }) => cards.trouble) },
  view: (state, { locale }) => troubleView(state, locale),
});

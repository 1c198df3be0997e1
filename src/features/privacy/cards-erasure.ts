import { card, type TypedCard } from '../../teams/cards.ts';
import erase from './cards/erase.json' with { type: 'json' };
import erasure from './cards/erasure.json' with { type: 'json' };
import review from './cards/erasure-review.json' with { type: 'json' };
import type { Erasure } from './erasure.ts';
import { texts } from './texts.ts';
import {
  type EraseForm,
  eraseFormView,
  type ErasureReview,
  erasureView,
  type Names,
  reviewView,
} from './view-erasure.ts';

export type ErasureCards = Readonly<{
  form: TypedCard<EraseForm>;
  request: TypedCard<Erasure>;
  review: TypedCard<ErasureReview>;
}>;

/** Of a request to delete a case; they name who asked and who agreed. */
export function erasureCards(directory: Names): ErasureCards {
  return {
    form: card<EraseForm>({
      ...{ name: 'privacy/erase', template: erase, texts: texts.static(({ cards }) => cards.erase) },
      view: (form, { locale }) => eraseFormView(form, locale),
    }),
    request: card<Erasure>({
      ...{ name: 'privacy/erasure', template: erasure, texts: texts.static(({ cards }) => cards.erasure) },
      view: (state, reader) => erasureView(directory, state, reader),
    }),
    review: card<ErasureReview>({
      ...{ name: 'privacy/erasure-review', template: review, texts: texts.static(({ cards }) => cards.review) },
      view: (state, { locale }) => reviewView(directory, state, locale),
    }),
  };
}

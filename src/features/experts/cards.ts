import { card, type CardDefinition } from '../../teams/cards.ts';
import list from './cards/list.json' with { type: 'json' };
import partners from './cards/partners.json' with { type: 'json' };
import profile from './cards/profile.json' with { type: 'json' };
import register from './cards/register.json' with { type: 'json' };
import result from './cards/result.json' with { type: 'json' };
import words from './cards/words.json' with { type: 'json' };
import type { ExpertState } from './expert-state.ts';
import { staticTexts } from './texts.ts';
import { type Outcome, outcomeView, type ProfileForm, profileFormView } from './view-forms.ts';
import { type ListState, listView, type PartnersState, partnersView } from './view-list.ts';
import { profileView, type Sight } from './view-profile.ts';
import { type WordsState, wordsView } from './view-words.ts';

export type ExpertCards = ReturnType<typeof createExpertCards>;

/** Every card of the feature. None holds anything of a case. */
export function createExpertCards(sight: Sight) {
  return {
    profile: card<ExpertState>({
      name: 'experts/profile',
      template: profile,
      texts: staticTexts(({ cards }) => cards.profile),
      view: (state, reader, extra) => profileView(sight, state, { reader, extra }),
    }),
    register: card<ProfileForm>({
      name: 'experts/register',
      template: register,
      texts: staticTexts(({ cards }) => cards.register),
      view: (form, reader) => profileFormView(sight, form, reader),
    }),
    result: card<Outcome>({
      name: 'experts/result',
      template: result,
      texts: staticTexts(({ cards }) => cards.result),
      view: (outcome, { locale }) => outcomeView(outcome, locale),
    }),
    list: card<ListState>({
      name: 'experts/list',
      template: list,
      texts: staticTexts(({ cards }) => cards.list),
      view: (state, reader) => listView(sight, state, reader),
    }),
    partners: card<PartnersState>({
      name: 'experts/partners',
      template: partners,
      texts: staticTexts(({ cards }) => cards.partners),
      view: (state, reader) => partnersView(state, reader),
    }),
    words: card<WordsState>({
      name: 'experts/words',
      template: words,
      texts: staticTexts(({ cards }) => cards.words),
      view: (state, reader) => wordsView(sight, state, reader),
    }),
  };
}

export function definitionsOf(cards: ExpertCards): readonly CardDefinition[] {
  return Object.values(cards).map(({ definition }) => definition);
}

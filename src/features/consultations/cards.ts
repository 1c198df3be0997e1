import type { JsonObject } from '../../core/json.ts';
import { withNotice } from '../../core/view-parts.ts';
import { card, type CardDefinition, type TypedCard } from '../../teams/cards.ts';
import acceptTemplate from './cards/accept.json' with { type: 'json' };
import adviceTemplate from './cards/advice.json' with { type: 'json' };
import adviseTemplate from './cards/advise.json' with { type: 'json' };
import askTemplate from './cards/ask.json' with { type: 'json' };
import confirmTemplate from './cards/confirm.json' with { type: 'json' };
import declineTemplate from './cards/decline.json' with { type: 'json' };
import effectTemplate from './cards/effect.json' with { type: 'json' };
import invitationTemplate from './cards/invitation.json' with { type: 'json' };
import judgeTemplate from './cards/judge.json' with { type: 'json' };
import listTemplate from './cards/list.json' with { type: 'json' };
import loadTemplate from './cards/load.json' with { type: 'json' };
import matchTemplate from './cards/match.json' with { type: 'json' };
import newsTemplate from './cards/news.json' with { type: 'json' };
import pickTemplate from './cards/pick.json' with { type: 'json' };
import reasonTemplate from './cards/reason.json' with { type: 'json' };
import redistributionTemplate from './cards/redistribution.json' with { type: 'json' };
import resultTemplate from './cards/result.json' with { type: 'json' };
import { type Consultation, type ConsultationFile, isAsked } from './consultation-state.ts';
import { staticTexts, type Texts } from './texts.ts';
import { adviceView, effectView, type JudgeForm, judgeView } from './view-advice.ts';
import { type AskForm, askView, type ConfirmForm, confirmView } from './view-ask.ts';
import { type Seen, type Sight } from './view-format.ts';
import { acceptView, adviseView, type AnswerForm, declineView, invitationView, newsView } from './view-invitation.ts';
import {
  type ListState,
  listView,
  type LoadState,
  loadView,
  type RedistributionState,
  redistributionView,
} from './view-lists.ts';
import { matchView } from './view-match.ts';
import { type Outcome, outcomeView, type PickForm, pickView, type ReasonForm, reasonView } from './view-pick.ts';

export type ConsultationCards = ReturnType<typeof createCards>;

/** Every card of the feature. Those that are messages are shown from the stored state of that moment. */
export function createCards(sight: Sight) {
  return { ...messages(sight), ...directorDialogs(sight), ...expertDialogs(sight), ...overviews(sight), result };
}

export function definitionsOf(cards: ConsultationCards): readonly CardDefinition[] {
  return Object.values(cards).map(({ definition }) => definition);
}

type Name = keyof Texts['cards'];
type Template = Parameters<typeof card>[0]['template'];
type View = (file: ConsultationFile, about: Readonly<{ seen: Seen; extra: JsonObject }>) => Promise<object | undefined>;

function message(name: Name, template: Template, view: View): TypedCard<Consultation> {
  return card<Consultation>({
    ...named(name, template),
    async view(state, seen, extra) {
      const shown = isAsked(state) ? await view(state, { seen, extra }) : undefined;
      return shown && withNotice(shown, extra, seen.locale);
    },
  });
}

function named(name: Name, template: Template) {
  return { name: `consultations/${name}`, template, texts: staticTexts(({ cards }) => cards[name]) };
}

function messages(sight: Sight) {
  return {
    match: message('match', matchTemplate, (file, { seen }) => matchView(sight, file, seen)),
    invitation: message('invitation', invitationTemplate, (file, about) => invitationView(sight, file, about)),
    advice: message('advice', adviceTemplate, (file, about) => adviceView(sight, file, about)),
    news: message('news', newsTemplate, (file, about) => newsView(sight, file, about)),
    effect: message('effect', effectTemplate, (file, about) => effectView(sight, file, about)),
  };
}

function directorDialogs(sight: Sight) {
  return {
    ask: card<AskForm>({ ...named('ask', askTemplate), view: (form, seen) => askView(form, seen) }),
    confirm: card<ConfirmForm>({
      ...named('confirm', confirmTemplate),
      view: (form, seen) => confirmView(sight, form, seen),
    }),
    pick: card<PickForm>({ ...named('pick', pickTemplate), view: (form, seen) => pickView(sight, form, seen) }),
    reason: card<ReasonForm>({ ...named('reason', reasonTemplate), view: (form, seen) => reasonView(form, seen) }),
    judge: card<JudgeForm>({ ...named('judge', judgeTemplate), view: (form, seen) => judgeView(sight, form, seen) }),
  };
}

function expertDialogs(sight: Sight) {
  return {
    accept: card<AnswerForm>({ ...named('accept', acceptTemplate), view: (form, seen) => acceptView(form, seen) }),
    decline: card<AnswerForm>({
      ...named('decline', declineTemplate),
      view: (form, seen) => declineView(sight, form, seen),
    }),
    advise: card<AnswerForm>({ ...named('advise', adviseTemplate), view: (form, seen) => adviseView(form, seen) }),
  };
}

function overviews(sight: Sight) {
  return {
    list: card<ListState>({ ...named('list', listTemplate), view: (state, seen) => listView(state, seen) }),
    load: card<LoadState>({
      ...named('load', loadTemplate),
      view: async (state, seen, extra) => withNotice(await loadView(sight, state, seen), extra, seen.locale),
    }),
    redistribution: card<RedistributionState>({
      ...named('redistribution', redistributionTemplate),
      view: async (state, seen, extra) => withNotice(await redistributionView(sight, state, seen), extra, seen.locale),
    }),
  };
}

const result = card<Outcome>({
  ...named('result', resultTemplate),
  view: (outcome, { locale }) => outcomeView(outcome, locale),
});

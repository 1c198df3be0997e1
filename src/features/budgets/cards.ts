import type { JsonObject } from '../../core/json.ts';
import { withNotice } from '../../core/view-parts.ts';
import { card, type CardDefinition, type TypedCard } from '../../teams/cards.ts';
import { type Budget, isThere } from './budget-state.ts';
import allocateTemplate from './cards/allocate.json' with { type: 'json' };
import criteriaTemplate from './cards/criteria.json' with { type: 'json' };
import decisionTemplate from './cards/decision.json' with { type: 'json' };
import endingTemplate from './cards/ending.json' with { type: 'json' };
import formTemplate from './cards/form.json' with { type: 'json' };
import howTemplate from './cards/how.json' with { type: 'json' };
import overviewTemplate from './cards/overview.json' with { type: 'json' };
import requestTemplate from './cards/request.json' with { type: 'json' };
import shiftTemplate from './cards/shift.json' with { type: 'json' };
import statusTemplate from './cards/status.json' with { type: 'json' };
import warningTemplate from './cards/warning.json' with { type: 'json' };
import { isAsked, type MoneyRequest, type RequestFile } from './request-state.ts';
import { staticTexts, textsIn } from './texts.ts';
import type { Seen, Sight } from './view-format.ts';
import {
  allocateView,
  type AskForm,
  type BudgetForm,
  criteriaView,
  formView,
  requestView,
  shiftView,
  type ShortForm,
} from './view-forms.ts';
import { type OverviewState, overviewView, type Warned, warningView } from './view-overview.ts';
import { decisionView, endingView, statusView } from './view-request.ts';

export type BudgetCards = ReturnType<typeof createCards>;

/** Every card of the feature. Those that are messages are shown from the stored state of that moment. */
export function createCards(sight: Sight) {
  return {
    ...dialogCards,
    status: message('status', statusTemplate, (file, seen) => statusView(sight, file, seen)),
    decision: message('decision', decisionTemplate, (file, seen) => decisionView(sight, file, seen)),
    ending: message('ending', endingTemplate, (file, seen) => endingView(sight, file, seen)),
    warning: card<Budget>({
      ...named('warning', warningTemplate),
      view: (state, seen, extra) => (isThere(state) ? warningView(state, extra as unknown as Warned, seen) : undefined),
    }),
    overview: card<OverviewState>({
      ...named('overview', overviewTemplate),
      view: async (state, seen, extra) => withNotice(await overviewView(sight, state, seen), extra, seen.locale),
    }),
  };
}

export function definitionsOf(cards: BudgetCards): readonly CardDefinition[] {
  return Object.values(cards).map(({ definition }) => definition);
}

type Name = 'request' | 'criteria' | 'status' | 'decision' | 'ending' | 'warning' | 'overview' | Small;
type Small = 'allocate' | 'shift' | 'form' | 'how';
type Template = Parameters<typeof card>[0]['template'];
type View = (file: RequestFile, seen: Seen) => Promise<object | undefined> | object | undefined;

function named(name: Name, template: Template) {
  return { name: `budgets/${name}`, template, texts: staticTexts(({ cards }) => cards[name]) };
}

function message(name: Name, template: Template, view: View): TypedCard<MoneyRequest> {
  return card<MoneyRequest>({
    ...named(name, template),
    async view(state, seen, extra: JsonObject) {
      const shown = isAsked(state) ? await view(state, seen) : undefined;
      return shown && withNotice(shown, extra, seen.locale);
    },
  });
}

const dialogCards = {
  request: card<AskForm>({ ...named('request', requestTemplate), view: (form, seen) => requestView(form, seen) }),
  criteria: card<AskForm>({ ...named('criteria', criteriaTemplate), view: (form, seen) => criteriaView(form, seen) }),
  form: card<ShortForm>({ ...named('form', formTemplate), view: (form, seen) => formView(form, seen) }),
  allocate: card<BudgetForm>({
    ...named('allocate', allocateTemplate),
    view: (form, seen) => allocateView(form, seen),
  }),
  shift: card<BudgetForm>({ ...named('shift', shiftTemplate), view: (form, seen) => shiftView(form, seen) }),
  how: card<Readonly<{ mayAsk: boolean }>>({
    ...named('how', howTemplate),
    view({ mayAsk }, { locale }) {
      const { say } = textsIn[locale];
      return { title: say.howToAskTitle, text: say.howToAsk, ask: say.askGeneral, mayAsk };
    },
  }),
};

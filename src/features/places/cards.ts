import type { JsonObject } from '../../core/json.ts';
import { withNotice } from '../../core/view-parts.ts';
import { card, type CardDefinition, type TypedCard } from '../../teams/cards.ts';
import acceptTemplate from './cards/accept.json' with { type: 'json' };
import askTemplate from './cards/ask.json' with { type: 'json' };
import boardTemplate from './cards/board.json' with { type: 'json' };
import facilityTemplate from './cards/facility.json' with { type: 'json' };
import freeTemplate from './cards/free.json' with { type: 'json' };
import listTemplate from './cards/list.json' with { type: 'json' };
import movingTemplate from './cards/moving.json' with { type: 'json' };
import needsTemplate from './cards/needs.json' with { type: 'json' };
import newsTemplate from './cards/news.json' with { type: 'json' };
import offerTemplate from './cards/offer.json' with { type: 'json' };
import reasonTemplate from './cards/reason.json' with { type: 'json' };
import requestTemplate from './cards/request.json' with { type: 'json' };
import resultsTemplate from './cards/results.json' with { type: 'json' };
import { isAsked, type PlaceRequest, type PlaceRequestFile } from './request-state.ts';
import { staticTexts } from './texts.ts';
import { type BoardState, boardView } from './view-board.ts';
import { type FacilityForm, facilityView, type FreeState, freeView } from './view-facility.ts';
import type { Seen, Sight } from './view-format.ts';
import {
  acceptView,
  type AskForm,
  askView,
  movingView,
  needsView,
  reasonView,
  type RequestForm,
} from './view-forms.ts';
import { type ListState, listView, newsView, offerView, requestView } from './view-request.ts';
import { type ResultsState, resultsView } from './view-results.ts';

export type PlaceCards = ReturnType<typeof createCards>;

/** Every card of the feature. Those that are messages are shown from the stored state of that moment. */
export function createCards(sight: Sight) {
  return { ...messages(sight), ...dialogs(sight), ...overviews(sight) };
}

export function definitionsOf(cards: PlaceCards): readonly CardDefinition[] {
  return Object.values(cards).map(({ definition }) => definition);
}

type Name = Parameters<typeof staticTexts>[0];
type Template = Parameters<typeof card>[0]['template'];
type View<State> = (state: State, seen: Seen, extra: JsonObject) => Promise<object | undefined> | object | undefined;

/** With what an answer wants said above it. */
function noticed<State extends object>(name: Name, template: Template, view: View<State>): TypedCard<State> {
  return card<State>({
    ...{ name: `places/${name}`, template, texts: staticTexts(name) },
    async view(state, seen, extra) {
      const shown = await view(state, seen, extra);
      return shown && withNotice(shown, extra, seen.locale);
    },
  });
}

function message(name: Name, template: Template, view: View<PlaceRequestFile>): TypedCard<PlaceRequest> {
  return noticed<PlaceRequest>(name, template, (state, seen, extra) =>
    isAsked(state) ? view(state, seen, extra) : undefined,
  );
}

function messages(sight: Sight) {
  return {
    request: message('request', requestTemplate, (file, seen) => requestView(sight, file, seen)),
    offer: message('offer', offerTemplate, (file, seen, extra) => offerView(file, extra, seen)),
    news: message('news', newsTemplate, (file, seen, extra) => newsView(file, extra, seen)),
  };
}

function dialogs(sight: Sight) {
  return {
    ask: noticed<AskForm>('ask', askTemplate, (form, seen) => askView(form, seen)),
    needs: noticed<AskForm>('needs', needsTemplate, (form, seen) => needsView(sight, form, seen)),
    reason: noticed<RequestForm>('reason', reasonTemplate, (form, seen) => reasonView(form, seen)),
    accept: noticed<RequestForm>('accept', acceptTemplate, (form, seen) => acceptView(form, seen)),
    moving: noticed<RequestForm>('moving', movingTemplate, (form, seen) => movingView(form, seen)),
    facility: noticed<FacilityForm>('facility', facilityTemplate, (form, seen) => facilityView(sight, form, seen)),
  };
}

function overviews(sight: Sight) {
  return {
    results: noticed<ResultsState>('results', resultsTemplate, (state, seen) => resultsView(sight, state, seen)),
    board: noticed<BoardState>('board', boardTemplate, (state, seen) => boardView(sight, state, seen)),
    free: noticed<FreeState>('free', freeTemplate, (state, seen) => freeView(state, seen)),
    list: noticed<ListState>('list', listTemplate, (state, seen) => listView(state, seen)),
  };
}

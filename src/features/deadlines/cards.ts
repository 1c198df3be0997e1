import type { JsonObject } from '../../core/json.ts';
import type { Text } from '../../core/locale.ts';
import { withNotice } from '../../core/view-parts.ts';
import { card, type CardDefinition, type TypedCard } from '../../teams/cards.ts';
import detailsTemplate from './cards/details.json' with { type: 'json' };
import digestTemplate from './cards/digest.json' with { type: 'json' };
import formTemplate from './cards/form.json' with { type: 'json' };
import keptTemplate from './cards/kept.json' with { type: 'json' };
import listTemplate from './cards/list.json' with { type: 'json' };
import nudgeTemplate from './cards/nudge.json' with { type: 'json' };
import ownTemplate from './cards/own.json' with { type: 'json' };
import preferencesTemplate from './cards/preferences.json' with { type: 'json' };
import type { DeadlineId } from './deadline-state.ts';
import type { Inbox } from './inbox.ts';
import { staticTexts } from './texts.ts';
import type { Seen, Sight } from './view-format.ts';
import {
  type DeadlineForm,
  type DetailsState,
  detailsView,
  formView,
  type OwnForm,
  ownView,
  type PreferencesForm,
  preferencesView,
} from './view-forms.ts';
import { digestView, type ListState, listView } from './view-lists.ts';
import { nudgeView } from './view-nudge.ts';

export type DeadlineCards = ReturnType<typeof createCards>;

/** What was kept of a message, and the button that tells the conversation. */
type KeptState = Readonly<{ deadline: DeadlineId; line: Text }>;

type Name = Parameters<typeof staticTexts>[0];
type Template = Parameters<typeof card>[0]['template'];
type View<State> = (state: State, seen: Seen, extra: JsonObject) => Promise<object | undefined>;

/** With what an answer wants said above it. */
function noticed<State extends object>(name: Name, template: Template, view: View<State>): TypedCard<State> {
  return card<State>({
    ...{ name: `deadlines/${name}`, template, texts: staticTexts(name) },
    async view(state, seen, extra) {
      const shown = await view(state, seen, extra);
      return shown && withNotice(shown, extra, seen.locale);
    },
  });
}

/** Every card of the feature. Nudge and digest are messages: shown from the inbox of their reader as it is then. */
export function createCards(sight: Sight) {
  return {
    nudge: noticed<Inbox>('nudge', nudgeTemplate, (inbox, seen, extra) => nudgeView(sight, { inbox, extra }, seen)),
    digest: noticed<Inbox>('digest', digestTemplate, (inbox, seen, extra) => digestView(sight, { inbox, extra }, seen)),
    list: noticed<ListState>('list', listTemplate, (state, seen) => listView(sight, state, seen)),
    details: noticed<DetailsState>('details', detailsTemplate, (state, seen) => detailsView(sight, state, seen)),
    form: noticed<DeadlineForm>('form', formTemplate, (form, seen) => formView(sight, form, seen)),
    kept: noticed<KeptState>('kept', keptTemplate, async ({ deadline, line }, { locale }) => ({
      ...{ deadline, line: line[locale] },
    })),
    own: noticed<OwnForm>('own', ownTemplate, (form, seen) => ownView(sight, form, seen)),
    preferences: noticed<PreferencesForm>('preferences', preferencesTemplate, (form, seen) =>
      preferencesView(sight, form, seen),
    ),
  };
}

export function definitionsOf(cards: DeadlineCards): readonly CardDefinition[] {
  return Object.values(cards).map(({ definition }) => definition);
}

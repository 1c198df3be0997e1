import type { JsonObject } from '../../core/json.ts';
import { withNotice } from '../../core/view-parts.ts';
import { card, type CardDefinition, type TypedCard } from '../../teams/cards.ts';
import decideFormTemplate from './cards/decide-form.json' with { type: 'json' };
import decideTemplate from './cards/decide.json' with { type: 'json' };
import decisionsTemplate from './cards/decisions.json' with { type: 'json' };
import informedTemplate from './cards/informed.json' with { type: 'json' };
import listTemplate from './cards/list.json' with { type: 'json' };
import mandatesTemplate from './cards/mandates.json' with { type: 'json' };
import newsTemplate from './cards/news.json' with { type: 'json' };
import proposalTemplate from './cards/proposal.json' with { type: 'json' };
import reasonTemplate from './cards/reason.json' with { type: 'json' };
import recordTemplate from './cards/record.json' with { type: 'json' };
import reviewTemplate from './cards/review.json' with { type: 'json' };
import writeTemplate from './cards/write.json' with { type: 'json' };
import { isWritten, type Proposal, type ProposalFile } from './proposal-state.ts';
import { staticTexts } from './texts.ts';
import { decideFormView, type DecideForm, decideView, type ReasonForm, reasonView, recordView } from './view-decide.ts';
import type { Seen, Sight } from './view-format.ts';
import {
  type DecisionsState,
  decisionsView,
  type ListState,
  listView,
  type MandatesState,
  mandatesView,
  type WriteForm,
  writeView,
} from './view-lists.ts';
import { informedView, newsView, proposalView, reviewView } from './view-proposal.ts';

export type DecisionCards = ReturnType<typeof createCards>;

/** Every card of the feature. Those that are messages are shown from the stored state of that moment. */
export function createCards(sight: Sight) {
  return { ...messages(sight), ...dialogs(sight), ...lists(sight) };
}

export function definitionsOf(cards: DecisionCards): readonly CardDefinition[] {
  return Object.values(cards).map(({ definition }) => definition);
}

type Name = Parameters<typeof staticTexts>[0];
type Template = Parameters<typeof card>[0]['template'];
type View = (
  file: ProposalFile,
  about: Readonly<{ seen: Seen; extra: JsonObject }>,
) => Promise<object | undefined> | object | undefined;

function message(name: Name, template: Template, view: View): TypedCard<Proposal> {
  return card<Proposal>({
    ...named(name, template),
    async view(state, seen, extra) {
      const shown = isWritten(state) ? await view(state, { seen, extra }) : undefined;
      return shown && withNotice(shown, extra, seen.locale);
    },
  });
}

function named(name: Name, template: Template) {
  const kebab = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { name: `decisions/${kebab}`, template, texts: staticTexts(name) };
}

function messages(sight: Sight) {
  return {
    proposal: message('proposal', proposalTemplate, (file, { seen }) => proposalView(sight, file, seen)),
    decide: message('decide', decideTemplate, (file, about) => decideView(sight, file, about)),
    record: message('record', recordTemplate, (file, about) => recordView(sight, file, about)),
    informed: message('informed', informedTemplate, (file, { seen }) => informedView(sight, file, seen)),
    news: message('news', newsTemplate, (file, about) => newsView(sight, file, about)),
    review: message('review', reviewTemplate, (file, { seen }) => reviewView(file, seen)),
  };
}

function dialogs(sight: Sight) {
  return {
    write: card<WriteForm>({ ...named('write', writeTemplate), view: (form, seen) => writeView(sight, form, seen) }),
    decideForm: card<DecideForm>({
      ...named('decideForm', decideFormTemplate),
      view: (form, seen) => decideFormView(sight, form, seen),
    }),
    reason: card<ReasonForm>({ ...named('reason', reasonTemplate), view: (form, seen) => reasonView(form, seen) }),
  };
}

function lists(sight: Sight) {
  return {
    list: card<ListState>({ ...named('list', listTemplate), view: (state, seen) => listView(state, seen) }),
    decisions: card<DecisionsState>({
      ...named('decisions', decisionsTemplate),
      view: (state, seen) => decisionsView(sight, state, seen),
    }),
    mandates: card<MandatesState>({
      ...named('mandates', mandatesTemplate),
      view: (state, seen) => mandatesView(sight, state, seen),
    }),
  };
}

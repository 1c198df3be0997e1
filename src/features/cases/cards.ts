import { card, type CardDefinition, type TypedCard } from '../../teams/cards.ts';
import type { Case, SubmittedCase } from './case-state.ts';
import closed from './cards/closed.json' with { type: 'json' };
import closingForm from './cards/closing-form.json' with { type: 'json' };
import details from './cards/details.json' with { type: 'json' };
import director from './cards/director.json' with { type: 'json' };
import directorForm from './cards/director-form.json' with { type: 'json' };
import home from './cards/home.json' with { type: 'json' };
import intakeQuestion from './cards/intake-question.json' with { type: 'json' };
import intakeWho from './cards/intake-who.json' with { type: 'json' };
import involve from './cards/involve.json' with { type: 'json' };
import list from './cards/list.json' with { type: 'json' };
import people from './cards/people.json' with { type: 'json' };
import reason from './cards/reason.json' with { type: 'json' };
import refused from './cards/refused.json' with { type: 'json' };
import result from './cards/result.json' with { type: 'json' };
import status from './cards/status.json' with { type: 'json' };
import summary from './cards/summary.json' with { type: 'json' };
import triageForm from './cards/triage-form.json' with { type: 'json' };
import triage from './cards/triage.json' with { type: 'json' };
import trouble from './cards/trouble.json' with { type: 'json' };
import { staticTexts } from './texts.ts';
import {
  directorView,
  type RefusedState,
  refusedView,
  type Sight,
  statusView,
  summaryView,
  troubleView,
  withNotice,
} from './view-case.ts';
import { detailsView } from './view-details.ts';
import {
  type CaseForm,
  closingFormView,
  directorFormView,
  involveView,
  peopleView,
  type ReasonForm,
  reasonView,
  triageFormView,
} from './view-forms.ts';
import { type IntakeForm, intakeView } from './view-intake.ts';
import { type HomeState, homeView, type ListState, listView, type Outcome, outcomeView } from './view-list.ts';
import { triageView } from './view-triage.ts';

export type CaseCards = ReturnType<typeof createCaseCards>;

/** Every card of the feature, by what it shows. Those of a case hold no word that anybody typed; dialogs may. */
export function createCaseCards(sight: Sight) {
  return { ...caseCards(sight), ...caseForms(sight), ...caseDialogs(sight), ...otherCards };
}

export function definitionsOf(cards: CaseCards): readonly CardDefinition[] {
  return Object.values(cards).map(({ definition }) => definition);
}

type CaseView = (sight: Sight, file: SubmittedCase, seen: Parameters<typeof statusView>[2]) => Promise<object>;
type CaseCard = Readonly<{
  name: string;
  template: Parameters<typeof card>[0]['template'];
  key: 'status' | 'triage' | 'director' | 'summary' | 'closed' | 'trouble';
  view: CaseView;
}>;

/** A card of a submitted case: shown from its state at that moment, with what an answer wants said on top. */
function caseCard(sight: Sight, { name, template, key, view }: CaseCard): TypedCard<Case> {
  return card<Case>({
    name,
    template,
    texts: staticTexts(({ cards }) => cards[key]),
    async view(state, reader, extra) {
      if (state.stage === 'none' || state.stage === 'draft') return undefined;
      return withNotice(await view(sight, state, reader), extra, reader.locale);
    },
  });
}

function caseCards(sight: Sight) {
  return {
    status: caseCard(sight, { name: 'cases/status', template: status, key: 'status', view: statusView }),
    triage: caseCard(sight, { name: 'cases/triage', template: triage, key: 'triage', view: triageView }),
    director: caseCard(sight, { name: 'cases/director', template: director, key: 'director', view: directorView }),
    summary: caseCard(sight, { name: 'cases/summary', template: summary, key: 'summary', view: summaryView }),
    closed: caseCard(sight, { name: 'cases/closed', template: closed, key: 'closed', view: summaryView }),
    trouble: caseCard(sight, { name: 'cases/trouble', template: trouble, key: 'trouble', view: troubleView }),
  };
}

function caseForms(sight: Sight) {
  return {
    triageForm: card<CaseForm>({
      name: 'cases/triage-form',
      template: triageForm,
      texts: staticTexts(({ forms }) => forms.triage),
      view: (form, reader) => triageFormView(sight, form, reader),
    }),
    people: card<CaseForm>({
      name: 'cases/people',
      template: people,
      texts: staticTexts(({ forms }) => forms.people),
      view: (form, reader) => peopleView(sight, form, reader),
    }),
    directorForm: card<CaseForm>({
      name: 'cases/director-form',
      template: directorForm,
      texts: staticTexts(({ forms }) => forms.director),
      view: (form, reader) => directorFormView(sight, form, reader),
    }),
    involve: card<CaseForm>({
      name: 'cases/involve',
      template: involve,
      texts: staticTexts(({ forms }) => forms.involve),
      view: (form, reader) => involveView(form, reader),
    }),
    closingForm: card<CaseForm>({
      name: 'cases/closing-form',
      template: closingForm,
      texts: staticTexts(({ forms }) => forms.closing),
      view: (form, reader) => closingFormView(form, reader),
    }),
    reason: card<ReasonForm>({
      name: 'cases/reason',
      template: reason,
      texts: staticTexts(({ forms }) => forms.reason),
      view: (form, reader) => reasonView(form, reader),
    }),
  };
}

/** Dialogs that only show something of a case. */
function caseDialogs(sight: Sight) {
  return {
    details: card<SubmittedCase>({
      name: 'cases/details',
      template: details,
      texts: staticTexts(({ cards }) => cards.details),
      view: (file, reader) => detailsView(sight, file, reader),
    }),
    refused: card<RefusedState>({
      name: 'cases/refused',
      template: refused,
      texts: staticTexts(({ cards }) => cards.refused),
      view: (state, reader) => refusedView(sight, state, reader),
    }),
  };
}

const otherCards = {
  home: card<HomeState>({
    name: 'cases/home',
    template: home,
    texts: staticTexts(({ cards }) => cards.home),
    view: (state, reader) => homeView(state, reader),
  }),
  list: card<ListState>({
    name: 'cases/list',
    template: list,
    texts: staticTexts(({ cards }) => cards.list),
    view: (state, reader) => listView(state, reader),
  }),
  who: card<IntakeForm>({
    name: 'cases/intake-who',
    template: intakeWho,
    texts: staticTexts(({ forms }) => forms.intake),
    view: (form, { locale }) => intakeView('who', form, locale),
  }),
  question: card<IntakeForm>({
    name: 'cases/intake-question',
    template: intakeQuestion,
    texts: staticTexts(({ forms }) => forms.intake),
    view: (form, { locale }) => intakeView('question', form, locale),
  }),
  result: card<Outcome>({
    name: 'cases/result',
    template: result,
    texts: staticTexts(({ cards }) => cards.result),
    view: (outcome, { locale }) => outcomeView(outcome, locale),
  }),
};

/** What a sentence may name and an action may need; `case` is the one at hand when none is named. */
export type Needed = 'case' | 'person' | 'day' | 'municipality' | 'specialism' | 'place' | 'amount' | 'text';

export type Action = Readonly<{
  /** The route that does it now: the name of a message route or the verb of a card. Undefined: nothing does it yet. */
  route?: string;
  needs: readonly Needed[];
  /**
   * It changes something that others rely on, or that cannot be taken back: never done on a sentence alone, however sure the
   * recogniser is, but by a button that is bound to what was understood.
   */
  binding: boolean;
}>;

const shows = (route: string | undefined, ...needs: readonly Needed[]): Action => made(route, needs, false);
const binds = (route: string | undefined, ...needs: readonly Needed[]): Action => made(route, needs, true);

function made(route: string | undefined, needs: readonly Needed[], binding: boolean): Action {
  return route === undefined ? { needs, binding } : { route, needs, binding };
}

/**
 * The one table for recogniser, language model and buttons: intent (the name of its file in data/intents) → action. Who may do
 * it is not said here: the route asks the policy table.
 */
export const actions: Readonly<Record<string, Action>> = {
  casus_aanmelden: shows('cases/submit'),
  casus_status: shows('cases/status', 'case'),
  casus_lijst: shows('cases/own'),
  casus_archiveren: binds(undefined, 'case'),
  casus_heropenen: binds('cases/reopen-send', 'case', 'text'),
  expert_zoeken: shows('experts/question', 'specialism'),
  expert_koppelen: binds('consultations/ask', 'case', 'person'),
  profiel_wijzigen: shows('experts/own'),
  beschikbaarheid: binds('deadlines/preferences', 'day'),
  agenda_toevoegen: binds(undefined, 'text', 'day'),
  agenda_tonen: shows(undefined, 'day'),
  overleg_plannen: binds(undefined, 'case', 'person', 'day'),
  taken_tonen: shows('deadlines/list'),
  taak_toevoegen: binds('deadlines/own', 'text', 'person', 'day'),
  taak_afronden: binds('deadlines/done'),
  deadline_verplaatsen: binds('deadlines/form', 'day'),
  plek_reserveren: binds('places/hold', 'case', 'place', 'day'),
  plek_zoeken: shows('places/board', 'place'),
  reservering_annuleren: binds('places/withdraw', 'case', 'place'),
  notitie_toevoegen: binds(undefined, 'case', 'text'),
  samenvatten: shows(undefined, 'case'),
  rapportage: shows(undefined),
  kennis_zoeken: shows(undefined, 'text'),
  meldingen: binds('deadlines/preferences'),
  help: shows('cases/help'),
  annuleren: shows(undefined),
  stemmen_tonen: shows('voting/owed'),
  budget_tonen: shows('budgets/overview'),
  geld_aanvragen: binds('budgets/ask', 'case', 'amount'),
  wie_beslist: shows('decisions/mandates', 'amount'),
  gemeente_zoeken: shows('directory/landing', 'municipality'),
  voorstel_indienen: shows('decisions/list'),
  besluitenlijst: shows('decisions/decisions'),
};

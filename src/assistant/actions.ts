/** What a sentence may name and an action may need; `case` is the one at hand when none is named. */
export type Needed = 'case' | 'person' | 'day' | 'municipality' | 'specialism' | 'place' | 'amount' | 'text';

/**
 * How it is done now. `sentence`: as if the sentence that the route of this name knows were typed; what changes something is
 * then behind the buttons of the card that answers. `dialog`: by a button that opens the dialog with this verb.
 */
export type Way = Readonly<{ by: 'sentence' | 'dialog'; route: string }>;

export type Action = Readonly<{
  /** Undefined: it cannot be done by talking yet. */
  way?: Way;
  needs: readonly Needed[];
  /**
   * It changes something that others rely on, or that cannot be taken back: never done on a sentence alone, however sure the
   * recogniser is, but by a button that is bound to what was understood.
   */
  binding: boolean;
  /** What it shows is not quite what was asked, and the answer says so. */
  standsIn?: boolean;
}>;

const shows = (route: string, ...needs: readonly Needed[]): Action => made({ by: 'sentence', route }, needs, false);
const choosesIn = (route: string, ...needs: readonly Needed[]): Action => made({ by: 'sentence', route }, needs, true);
const opens = (route: string, ...needs: readonly Needed[]): Action => made({ by: 'dialog', route }, needs, true);
const notYet = (binding: boolean, ...needs: readonly Needed[]): Action => ({ needs, binding });

const standsIn = (route: string, ...needs: readonly Needed[]): Action => ({
  ...shows(route, ...needs),
  standsIn: true,
});

function made(way: Way, needs: readonly Needed[], binding: boolean): Action {
  return { way, needs, binding };
}

/**
 * The one table for recogniser, language model and buttons: intent (the name of its file in data/intents) → action. Who may do
 * it is not said here: the route asks the policy table.
 */
export const actions: Readonly<Record<string, Action>> = {
  casus_aanmelden: shows('cases/submit'),
  casus_status: shows('cases/status', 'case'),
  casus_lijst: shows('cases/own'),
  casus_archiveren: choosesIn('cases/status', 'case'),
  casus_heropenen: opens('cases/reopen', 'case', 'text'),
  expert_zoeken: shows('experts/question', 'specialism'),
  expert_koppelen: opens('consultations/ask', 'case', 'person'),
  profiel_wijzigen: shows('experts/own'),
  beschikbaarheid: opens('deadlines/preferences', 'day'),
  agenda_toevoegen: notYet(true, 'text', 'day'),
  agenda_tonen: standsIn('deadlines/list', 'day'),
  overleg_plannen: notYet(true, 'case', 'person', 'day'),
  taken_tonen: shows('deadlines/list'),
  taak_toevoegen: opens('deadlines/own', 'text', 'person', 'day'),
  taak_afronden: choosesIn('deadlines/list'),
  deadline_verplaatsen: choosesIn('deadlines/list', 'day'),
  plek_reserveren: opens('places/ask', 'case', 'place', 'day'),
  plek_zoeken: shows('places/board', 'place'),
  reservering_annuleren: choosesIn('places/list', 'place'),
  notitie_toevoegen: notYet(true, 'case', 'text'),
  samenvatten: standsIn('cases/status', 'case'),
  rapportage: notYet(false),
  kennis_zoeken: notYet(false, 'text'),
  meldingen: opens('deadlines/preferences'),
  help: shows('cases/help'),
  annuleren: notYet(false),
  stemmen_tonen: shows('voting/owed'),
  budget_tonen: shows('budgets/overview'),
  geld_aanvragen: opens('budgets/ask', 'case', 'amount'),
  wie_beslist: shows('decisions/mandates', 'amount'),
  gemeente_zoeken: shows('directory.landing', 'municipality'),
  voorstel_indienen: shows('decisions/list'),
  gegevens_tonen: shows('own-data/known'),
  gegevens_vergeten: choosesIn('own-data/forget'),
  besluitenlijst: shows('decisions/decisions'),
};

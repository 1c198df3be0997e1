import { type Action, mayDo, type Person, policy, type Rule } from '../features/directory/index.ts';
import type { Wish } from './texts.ts';

/** What the policy table is asked about a wish; of what is not named here anybody may ask. */
const asks: Readonly<Partial<Record<Wish, Action>>> = {
  casus_aanmelden: 'case.submit',
  casus_status: 'case.status',
  casus_lijst: 'case.list-own',
  casus_archiveren: 'case.start-closing',
  casus_heropenen: 'case.reopen',
  expert_zoeken: 'expert.list',
  expert_koppelen: 'consultation.ask',
  profiel_wijzigen: 'expert.register',
  beschikbaarheid: 'deadline.own',
  agenda_tonen: 'deadline.own',
  samenvatten: 'case.status',
  taken_tonen: 'deadline.own',
  taak_toevoegen: 'deadline.own',
  taak_afronden: 'deadline.own',
  deadline_verplaatsen: 'deadline.own',
  plek_reserveren: 'place.request',
  plek_zoeken: 'place.see',
  meldingen: 'deadline.own',
  budget_tonen: 'budget.see',
  geld_aanvragen: 'money.request',
  wie_beslist: 'decision.list',
  besluitenlijst: 'decision.list',
};

/** What the policy table is asked about this wish. */
export const actionOf = (wish: Wish): Action | undefined => asks[wish];

/** Whether somebody may do it, or may for one case or another: of which case is known only later, and asked again then. */
export function mightDo(wish: Wish, who: Person): boolean {
  const action = asks[wish];
  if (action === undefined) return true;
  const rules: readonly Rule[] = policy[action];
  return rules.some((rule) => rule.startsWith('case:')) || mayDo(action, who).allowed;
}

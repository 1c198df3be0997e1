import type { Text } from '../../core/locale.ts';
import type { DeadlineKind } from '../deadlines/index.ts';

/** Whose it is: what the project group does is its leader's, what is adopted is the administrative board's. */
export const ownerRoles = ['project-leader', 'board'] as const;
export type OwnerRole = (typeof ownerRoles)[number];

export type TemplateRow = Readonly<{
  key: string;
  title: Text;
  owner: OwnerRole;
  kind: DeadlineKind;
  /** Months between two check-ins, or two of a series. */
  every?: number;
  /** Months after the first. */
  month: number;
  dependsOn: readonly string[];
  source: Text;
}>;

type Placed = Pick<TemplateRow, 'key' | 'month'> & Partial<Pick<TemplateRow, 'owner' | 'dependsOn'>>;

const inPlan: Text = { nl: 'planning van een expertisecentrum, 2021', en: 'planning of an expertise centre, 2021' };
const inLetter: Text = { nl: 'brief aan de Tweede Kamer, juni 2020', en: 'letter to Parliament, June 2020' };

const row =
  (kind: Pick<TemplateRow, 'kind' | 'every' | 'source'>) =>
  (placed: Placed, nl: string, en: string): TemplateRow => ({
    ...{ owner: 'project-leader', dependsOn: [], ...kind, ...placed },
    title: { nl, en },
  });
const once = row({ kind: 'one-off', source: inPlan });
const national = row({ kind: 'one-off', source: inLetter });
const goesOn = row({ kind: 'continuous', every: 2, source: inPlan });
const quarterly = row({ kind: 'recurring', every: 3, source: inPlan });

/**
 * What a centre plans (domain.md K1–K10, J7, A26), at the distances of the founding texts: month 0 is June 2020 there. They
 * give no rhythm for what goes on; that is ours.
 */
export const template: readonly TemplateRow[] = [
  national(
    { key: 'k9a', month: 0 },
    'Projectleider van het centrum aanstellen',
    'Appoint the project leader of the centre',
  ),
  national(
    { key: 'k9b', month: 5, dependsOn: ['k9a'] },
    'Globaal plan van aanpak en begroting opstellen',
    'Draw up an outline plan of action and a budget',
  ),
  once({ key: 'k1', month: 8, dependsOn: ['k9b'] }, 'Plan van aanpak opstellen', 'Draw up the plan of action'),
  once(
    { key: 'k2', month: 8, owner: 'board', dependsOn: ['k1'] },
    'Plan van aanpak vaststellen',
    'Adopt the plan of action',
  ),
  once(
    { key: 'k3', month: 10 },
    'Besluitvormingsroute, bestedingscriteria en expertnetwerk opstellen',
    'Draw up the decision route, spending criteria and expert network',
  ),
  once({ key: 'k5', month: 11 }, 'Plan voor de kennisfunctie opstellen', 'Draw up the plan for the knowledge function'),
  national({ key: 'k9c', month: 11 }, 'Tweede Kamer informeren', 'Inform Parliament'),
  once(
    { key: 'k4', month: 12, owner: 'board', dependsOn: ['k3'] },
    'Besluitvormingsroute, bestedingscriteria en expertnetwerk vaststellen',
    'Adopt the decision route, spending criteria and expert network',
  ),
  once(
    { key: 'j7a', month: 17 },
    'Uitgangspunten en kwaliteitscriteria evalueren',
    'Evaluate the principles and quality criteria',
  ),
  once({ key: 'j7b', month: 18 }, 'Tijdelijke governance evalueren', 'Evaluate the temporary governance'),
  once(
    { key: 'j7c', month: 18, owner: 'board', dependsOn: ['j7a', 'j7b'] },
    'Besluiten over financiering na de evaluatie',
    'Decide on funding after the evaluation',
  ),
  goesOn({ key: 'k6', month: 7 }, 'Netwerk van experts vormen', 'Form the network of experts'),
  goesOn({ key: 'k7', month: 7 }, 'Doelgroep in beeld brengen', 'Map the target group'),
  goesOn({ key: 'k8', month: 0 }, 'Expertteams verder ontwikkelen', 'Develop the expert teams'),
  quarterly({ key: 'k10', month: 9 }, 'Nieuwsbrief uitbrengen', 'Send the newsletter'),
];

/** What is once has the month in which the planning began in its key; what goes on, goes on when a planning is started again. */
export function keyOf({ key, kind }: TemplateRow, start: string): string {
  return kind === 'one-off' ? `${key}-${start}` : key;
}

/** The row of the template that a key comes from; undefined for what somebody added. */
export function templateRow(key: string): TemplateRow | undefined {
  const name = key.replace(/-\d{4}-\d{2}$/, '');
  return template.find((each) => each.key === name);
}

import { monthFrom } from '../features/deadlines/index.ts';

/** Months from now: something is done, one row is late, one is due and one waits for what is late. */
const rows: readonly (readonly [
  key: string,
  title: string,
  kind: string,
  month: number,
  owner: string,
  rest: string,
])[] = [
  ['k9a', 'Projectleider van het centrum aanstellen', 'one-off', -8, 'project-leader', ','],
  ['k9b', 'Globaal plan van aanpak en begroting opstellen', 'one-off', -4, 'project-leader', 'k9a,'],
  ['k1', 'Plan van aanpak opstellen', 'one-off', -2, 'project-leader', 'k9b,'],
  ['k3', 'Besluitvormingsroute, bestedingscriteria en expertnetwerk opstellen', 'one-off', 0, 'project-leader', ','],
  ['k2', 'Plan van aanpak vaststellen', 'one-off', 1, 'board', 'k1,'],
  ['k5', 'Plan voor de kennisfunctie opstellen', 'one-off', 2, 'project-leader', ','],
  ['k9c', 'Tweede Kamer informeren', 'one-off', 2, 'project-leader', ','],
  ['k4', 'Besluitvormingsroute, bestedingscriteria en expertnetwerk vaststellen', 'one-off', 3, 'board', 'k3,'],
  ['j7a', 'Uitgangspunten en kwaliteitscriteria evalueren', 'one-off', 8, 'project-leader', ','],
  ['j7b', 'Tijdelijke governance evalueren', 'one-off', 9, 'project-leader', ','],
  ['j7c', 'Besluiten over financiering na de evaluatie', 'one-off', 9, 'board', 'j7a j7b,'],
  ['k6', 'Netwerk van experts vormen', 'continuous', 1, 'project-leader', ',2'],
  ['k7', 'Doelgroep in beeld brengen', 'continuous', 2, 'project-leader', ',2'],
  ['k8', 'Expertteams verder ontwikkelen', 'continuous', 2, 'project-leader', ',2'],
  ['k10', 'Nieuwsbrief uitbrengen', 'recurring', 1, 'project-leader', ',3'],
];

export const demoPlanningDone: readonly string[] = ['k9a', 'k9b'];

/** The planning of Limburg as a file, around this month (`2026-11`). */
export function demoPlanning(now: string): string {
  const lines = rows.map(([key, title, kind, month, owner, rest]) =>
    ['LI', key, `"${title}"`, kind, monthFrom(now, month), owner, rest].join(','),
  );
  return ['centre,key,title,kind,month,owner,depends_on,every_months', ...lines].join('\n');
}

const choices = [
  { title: 'Weert', value: 'weert' },
  { title: 'Roermond', value: 'roermond' },
];
type Field = Readonly<{ id: string; label: string }> & Readonly<Record<string, unknown>>;
export const input = (type: string, field: Field): object => ({ type: `Input.${type}`, ...field });

export const card = (...body: readonly object[]): object => ({ type: 'AdaptiveCard', version: '1.5', body });
export const text = (said: string, more: object = {}): object => ({
  type: 'TextBlock',
  text: said,
  wrap: true,
  ...more,
});
export const buttons = (...actions: readonly object[]): object => ({ type: 'ActionSet', actions });
export const execute = (title: string, verb: string, data: object = {}): object => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
});
export const submit = (title: string, data: object): object => ({ type: 'Action.Submit', title, data });
export const openDialog = (title: string, data: object = {}): object =>
  submit(title, { ...data, msteams: { type: 'task/fetch' } });

/** A card as the bot sends one about a case. */
export const caseCard = card(
  text('Zaak DB-2026-0001', { style: 'heading' }),
  text('Deze zaak wacht op **triage**. Er zijn twee vragen open:\n- Wie voert de regie?\n- Waar kan Zilverden wonen?'),
  {
    type: 'FactSet',
    facts: [
      { title: 'Aangemeld door', value: 'Hanna Bosman, Ziekenhuis De Meren' },
      { title: 'Gemeente', value: 'Weert' },
      { title: 'Antwoord vóór', value: 'vrijdag 27 november' },
    ],
  },
  buttons(
    { ...execute('Neem aan', 'admit', { case: 'DB-2026-0001' }), style: 'positive' },
    openDialog('Bekijk de zaak', { case: 'DB-2026-0001' }),
  ),
);

/** Every input and every element that Teams has and the renderer needs help with. */
export const everythingCard = card(
  text('Alles bij elkaar', { style: 'heading' }),
  text('*Schuin*, **vet** en [een link](https://example.org/a_b_c).', { isSubtle: true }),
  { type: 'Badge', text: 'Spoed', style: 'Attention' },
  { type: 'ProgressBar', value: 40, max: 100, title: 'Afspraken nagekomen' },
  {
    type: 'Chart.Donut',
    title: 'Zaken per stand',
    data: [
      { legend: 'Open', value: 5 },
      { legend: 'In beraad', value: 3 },
      { legend: 'Afgerond', value: 9 },
    ],
  },
  {
    type: 'Chart.HorizontalBar',
    title: 'Plaatsen per regio',
    data: [
      { x: 'Midden-Limburg', y: 4 },
      { x: 'Zuid-Limburg', y: 7 },
    ],
  },
  {
    type: 'Chart.HorizontalBar.Stacked',
    title: 'Budget',
    data: [
      {
        title: 'Consultatie',
        data: [
          { legend: 'Uitgegeven', value: 2 },
          { legend: 'Vrij', value: 6, color: 'neutral' },
        ],
      },
      {
        title: 'Invliegen',
        data: [
          { legend: 'Uitgegeven', value: 5 },
          { legend: 'Vrij', value: 1, color: 'neutral' },
        ],
      },
    ],
  },
  {
    type: 'Chart.VerticalBar',
    title: 'Aanmeldingen',
    data: [
      { x: 'sep', y: 2 },
      { x: 'okt', y: 6 },
      { x: 'nov', y: 4 },
    ],
  },
  {
    type: 'Chart.Line',
    title: 'Wachttijd in dagen',
    data: [
      {
        legend: 'Limburg',
        values: [
          { x: 'sep', y: 12 },
          { x: 'okt', y: 9 },
          { x: 'nov', y: 4 },
        ],
      },
    ],
  },
  { type: 'Rating', value: 3, fallback: text('In plaats van sterren: drie van de vijf.') },
  input('Text', { id: 'what', label: 'Wat is er nodig?', isRequired: true, errorMessage: 'Vul in wat er nodig is.' }),
  input('Text', { id: 'more', label: 'Toelichting', isMultiline: true, placeholder: 'Kort is goed' }),
  input('Number', { id: 'weeks', label: 'Weken', min: 1, max: 52, errorMessage: 'Kies 1 tot 52 weken.' }),
  input('Date', { id: 'start', label: 'Begint op' }),
  input('Time', { id: 'at', label: 'Hoe laat' }),
  input('Toggle', { id: 'urgent', label: 'Haast', title: 'Dit kan niet wachten' }),
  input('ChoiceSet', { id: 'place', label: 'Gemeente', choices, placeholder: 'Kies een gemeente' }),
  input('ChoiceSet', { id: 'filtered', label: 'Gemeente zoeken', choices, style: 'filtered', value: 'weert' }),
  input('ChoiceSet', { id: 'one', label: 'Eén keuze', choices, style: 'expanded' }),
  input('ChoiceSet', { id: 'many', label: 'Meer keuzes', choices, isMultiSelect: true }),
  input('ChoiceSet', {
    id: 'person',
    label: 'Wie',
    choices: [],
    'choices.data': { dataset: 'graph.microsoft.com/users' },
  }),
  buttons(
    { ...execute('Verstuur', 'send', { form: 'f1' }), style: 'positive' },
    { type: 'Action.ShowCard', title: 'Meer', card: card(text('Uitgeklapt')) },
    { ...execute('Trek in', 'withdraw'), style: 'destructive' },
  ),
);

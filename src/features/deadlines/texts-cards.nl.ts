/** Static texts of the cards, bound in the templates as `${t.key}`; one record a card. */
const actions = {
  done: 'Gedaan',
  move: 'Uitstellen',
  doneWithNote: 'Gedaan, met notitie',
  handOver: 'Overdragen',
  notMine: 'Niet mijn taak',
  drop: 'Niet meer nodig',
  answer: 'Antwoord',
  look: 'Bekijk',
  later: 'Herinner me later opnieuw:',
  day: 'Over 1 dag',
  week: 'Over 1 week',
} as const;

const form = {
  wrong: 'Dit klopt nog niet:',
  required: 'Vul dit in.',
  save: 'Bewaar',
  choose: 'Kies of typ een naam',
} as const;

export const cards = {
  nudge: { ...actions, fallback: 'Doorbraak: een herinnering voor jou.' },
  digest: {
    ...actions,
    fallback: 'Doorbraak: je overzicht van vandaag.',
    title: 'Jouw overzicht',
    all: 'Al mijn termijnen',
    settings: 'Instellingen voor herinneringen',
  },
  list: {
    ...actions,
    fallback: 'Doorbraak: je termijnen.',
    title: 'Mijn termijnen',
    empty: 'Er staat niets voor je open. Met “Nieuwe termijn” laat je jezelf of een collega ergens aan herinneren.',
    add: 'Nieuwe termijn',
    settings: 'Instellingen voor herinneringen',
    rest: 'Toon meer',
  },
  details: {
    ...actions,
    fallback: 'Doorbraak: een termijn.',
    history: 'Wat er gebeurde',
    close: 'Sluiten',
    message: 'Open het bericht',
  },
  form: { ...form, fallback: 'Doorbraak: een termijn.', day: 'Nieuwe datum', person: 'Wie neemt het over?' },
  own: {
    ...form,
    fallback: 'Doorbraak: een nieuwe termijn.',
    title: 'Wat moet er gebeuren? (geen namen)',
    day: 'Wanneer moet het klaar zijn?',
    kind: 'Soort',
    rhythm: 'Hoe vaak? (niet bij eenmalig)',
    owner: 'Wie zorgt ervoor?',
    about: 'Bij welke casus? (mag leeg blijven)',
    fromMessage: 'De eerste woorden van het bericht staan er al. Pas ze aan tot een taak.',
  },
  kept: {
    fallback: 'Doorbraak: je taak staat genoteerd.',
    share: 'Zet een kaart in dit gesprek',
    close: 'Sluiten',
  },
  preferences: {
    ...form,
    fallback: 'Doorbraak: instellingen voor herinneringen.',
    intro:
      'Wat ’s avonds, ’s nachts of op een vrije dag komt, wacht tot jouw uren. Escalaties komen altijd zodra jouw uren er zijn.',
    from: 'Vanaf',
    until: 'Tot',
    weekdays: 'Op deze dagen',
    rhythm: 'Hoe vaak?',
    language: 'Taal',
    away: 'Afwezig',
    awayIntro: 'Ben je er een tijd niet? Dan krijgt je vervanger jouw herinneringen en mag die ze afhandelen.',
    awayFrom: 'Eerste dag',
    awayUntil: 'Laatste dag',
    deputy: 'Vervanger',
    known: 'Wat weet je van mij?',
  },
} as const;

import { cards } from './texts-cards.nl.ts';

const names = {
  kind: { 'one-off': 'Eenmalig', recurring: 'Komt steeds terug', continuous: 'Loopt door: af en toe kijken' },
  rhythm: {
    'week-1': 'elke week',
    'week-2': 'elke twee weken',
    'month-1': 'elke maand',
    'month-3': 'elke drie maanden',
    'month-12': 'elk jaar',
  },
  every: { week: (every: number) => `elke ${every} weken`, month: (every: number) => `elke ${every} maanden` },
  howOften: {
    daily: 'Verzameld: meer dan drie op een dag worden één overzicht',
    weekly: 'Wekelijks: wat nog kan wachten komt op de eerste werkdag van de week',
    each: 'Los: elke herinnering apart',
  },
  language: { auto: 'Zoals in Teams', nl: 'Nederlands', en: 'Engels' },
  weekday: { 1: 'maandag', 2: 'dinsdag', 3: 'woensdag', 4: 'donderdag', 5: 'vrijdag', 6: 'zaterdag', 7: 'zondag' },
  level: { official: 'ambtelijk', administrative: 'bestuurlijk' },
  section: {
    late: 'Te laat',
    today: 'Vandaag',
    week: 'Deze week',
    later: 'Later',
    asked: 'Jouw antwoord wordt gevraagd',
    others: 'Wacht op anderen',
    over: 'Klaar of niet meer van jou',
  },
} as const;

const refusals = {
  'unknown-deadline': 'Deze termijn is er niet (meer). Typ “mijn termijnen” voor wat er loopt.',
  'already-ended': 'Deze termijn is al klaar of vervallen. Er is niets meer te doen.',
  'kept-by-doing': 'Deze termijn is klaar zodra je het doet. Gebruik de knop op de kaart die het werk doet.',
  'note-missing': 'Schrijf een korte notitie.',
  'same-date': 'Dat is de datum die er al staat. Kies een andere.',
  'in-the-past': 'Deze datum is voorbij. Kies een dag vanaf vandaag, voor vijf uur.',
  'reason-missing': 'Schrijf kort waarom.',
  'nobody-else': 'Er is niemand anders die dit bewaakt. Draag het over aan een collega of stel het uit.',
  'already-theirs': 'Deze termijn is al van die persoon. Kies iemand anders.',
  'not-escalated': 'Hierover is jou geen antwoord gevraagd. Bel de eigenaar als je toch iets wilt zeggen.',
  'answer-missing': 'Schrijf je antwoord: wat doe jij, en wanneer?',
  'nothing-to-snooze': 'Hiervan staat geen herinnering open. Je hoort het vanzelf als het zover is.',
  'snooze-in-the-past': 'Die dag is voorbij. Kies een latere.',
  'own-deputy': 'Je kunt jezelf niet vervangen. Kies een collega.',
  'absence-backwards': 'De laatste dag van je afwezigheid ligt vóór de eerste. Pas een van de twee aan.',
  'hours-backwards': '“Tot” ligt niet na “vanaf”. Pas een van de twee aan.',
  'no-weekday': 'Kies minstens één dag waarop je herinneringen wilt.',
  'not-yours':
    'Deze termijn is er niet (meer), of je hebt er niets mee te maken. Typ “mijn termijnen” voor wat van jou is.',
  'only-look': 'Je mag dit volgen. Alleen de eigenaar, de vervanger of wie het bewaakt kan het afhandelen.',
  'unknown-person': 'Deze persoon ken ik niet. Kies iemand uit de lijst.',
  'case-not-yours':
    'Deze casus ken ik niet, of je werkt er niet aan mee. Kies een casus uit de lijst, of laat het vak leeg.',
  'owner-outside-case': 'Deze collega hoort niet bij deze casus. Kies iemand uit de casus, of laat de casus weg.',
  'no-message': 'Hier hoort een bericht bij. Kies “Meer acties” bij een bericht, en dan “Maak taak van dit bericht”.',
  'message-elsewhere': 'Dit bericht staat niet in dit gesprek. Maak de taak opnieuw, vanuit het bericht zelf.',
  'title-missing': 'Schrijf in een paar woorden wat er moet gebeuren.',
  'day-missing': 'Kies een datum.',
  'absence-incomplete':
    'Vul bij afwezigheid de eerste dag, de laatste dag en een vervanger in, of laat ze alle drie leeg.',
} as const;

const say = {
  dialogDone: 'Gedaan',
  dialogRefused: 'Dat kan nu niet',
  dialogOwn: 'Nieuwe termijn',
  dialogMessage: 'Taak van dit bericht',
  leftOut: (what: string) =>
    `In dit bericht staat ${what}. Dat is niet overgenomen. Vraag de schrijver om het bericht te verwijderen.`,
  covered: (what: string) => `In dit bericht staat ${what}. Dat is afgedekt. Kijk de tekst na.`,
  noCase: 'Geen casus',
  task: 'Taak',
  taskIn: (number: string) => `Taak bij casus ${number}`,
  by: (day: string) => `Uiterlijk ${day}`,
  takesCare: (name: string) => `${name} zorgt hiervoor.`,
  dialogSettings: 'Instellingen voor herinneringen',
  onlyInChat: 'Vraag dit in je eigen chat met mij: daar leest niemand mee.',
  inDays: (days: number) => (days === 0 ? 'vandaag' : days === 1 ? 'morgen' : `over ${days} dagen`),
  late: (days: number) =>
    days === 0 ? 'sinds vandaag te laat' : days === 1 ? '1 dag te laat' : `${days} dagen te laat`,
  on: (day: string, relative: string) => `${day}, ${relative}`,
  at: (day: string, time: string) => `${day} om ${time} uur`,
  kicker: { reminder: 'Herinnering', fresh: 'Nieuw voor jou', answer: 'Antwoord op een escalatie' },
  escalation: { official: 'Ambtelijke escalatie', administrative: 'Bestuurlijke escalatie' },
  asks: {
    official: 'Dit is niet op tijd gedaan. Als ambtelijk verantwoordelijke word je gevraagd: wat doe jij, en wanneer?',
    administrative: 'Dit is nog steeds niet gedaan. Als bestuurder word je gevraagd: wat doe jij, en wanneer?',
  },
  asksNobody: (level: string) =>
    `Dit is niet op tijd gedaan. Op ${level} niveau is niemand bekend. Daarom is de vraag aan jou: wat doe jij, en wanneer?`,
  answeredYou: (day: string) => `Je antwoordde op ${day}. De eigenaar en wie het bewaakt kunnen het lezen.`,
  answeredBy: (name: string, day: string) => `${name} antwoordde op ${day}.`,
  why: {
    owner: 'Jij zorgt hiervoor.',
    deputy: (owner: string) => `Je neemt waar voor ${owner}.`,
    steward: (owner: string) => `${owner} zorgt hiervoor; jij bewaakt dat het gebeurt.`,
    watcher: (owner: string) => `${owner} zorgt hiervoor; jij volgt het.`,
  },
  case: (number: string) => `Casus ${number}`,
  comesBack: (often: string) => `Komt terug: ${often}.`,
  waitsOn: (title: string, relative: string) => `Wacht op “${title}”: ${relative}.`,
  over: {
    done: (name: string, day: string) => `Gedaan door ${name} op ${day}.`,
    seenDone: (day: string) => `Gedaan op ${day}.`,
    again: (name: string, day: string, next: string) => `Gedaan door ${name} op ${day}. De volgende keer is ${next}.`,
    dropped: (day: string) => `Niet meer nodig, sinds ${day}.`,
    moved: (day: string) => `Verplaatst naar ${day}.`,
    handed: (name: string) => `Overgedragen aan ${name}.`,
    returned: (name: string) => `Teruggegeven aan ${name}.`,
    gone: 'Dit bericht is vervangen. Typ “mijn termijnen” voor wat er loopt.',
    snoozed: (day: string) => `Je hoort dit weer op ${day}.`,
  },
  system: 'Doorbraak',
  history: {
    moved: (who: string, from: string, to: string) => `${who} verplaatste het van ${from} naar ${to}.`,
    kept: (day: string, name: string) => `${day}: gedaan door ${name}.`,
    handed: (day: string, name: string, to: string) => `${day}: ${name} droeg het over aan ${to}.`,
    returned: (day: string, name: string, to: string) => `${day}: ${name} gaf het terug aan ${to}.`,
    dropped: (day: string, name: string) => `${day}: niet meer nodig, zei ${name}.`,
    answered: (day: string, name: string) => `${day}: antwoord van ${name}.`,
    quoted: (line: string, words: string) => `${line} “${words}”`,
  },
  form: {
    done: { intro: 'Je kunt erbij schrijven hoe het ging.', question: 'Notitie (mag leeg blijven, geen namen)' },
    move: {
      intro: 'De oude herinneringen vervallen; je krijgt nieuwe rond de nieuwe datum.',
      question: 'Waarom? (geen namen)',
    },
    'hand-over': {
      intro: 'Je collega krijgt meteen bericht.',
      question: 'Wat moet je collega weten? (mag leeg blijven, geen namen)',
    },
    return: {
      intro: 'Het gaat terug naar wie het bewaakt. Zo blijft het nooit liggen.',
      question: 'Waarom is het niet jouw taak? (geen namen)',
    },
    drop: { intro: 'De herinneringen stoppen voor iedereen.', question: 'Waarom is het niet meer nodig? (geen namen)' },
    answer: {
      intro: 'Je antwoord gaat naar de eigenaar en naar wie het bewaakt.',
      question: 'Wat doe jij, en wanneer? (geen namen)',
    },
  },
  done: {
    done: 'Gedaan. De herinneringen zijn gestopt.',
    again: (day: string) => `Gedaan. De volgende keer is ${day}.`,
    move: (day: string) => `Verplaatst naar ${day}.`,
    'hand-over': (name: string) => `Overgedragen. ${name} krijgt bericht.`,
    return: (name: string) => `Teruggegeven aan ${name}.`,
    drop: 'Niet meer nodig. De herinneringen zijn gestopt.',
    answer: 'Je antwoord is doorgegeven.',
    snooze: (day: string) => `Je hoort dit weer op ${day}.`,
    own: (day: string) => `Staat genoteerd: ${day}. Typ “mijn termijnen” om alles te zien.`,
    settings: 'Je instellingen zijn bewaard.',
  },
  ofColleague: (name: string) => `Termijnen van ${name}`,
  partOf: (name: string) =>
    `Je ziet hier wat jij bewaakt of volgt, en wat hoort bij casussen waarvan je mag weten hoe het ervoor staat. De hele lijst ziet alleen ${name} zelf.`,
  nothingOf: (name: string) =>
    `Er staat voor ${name} niets open dat jij bewaakt of volgt, of dat hoort bij een casus die jullie allebei kennen. De hele lijst ziet alleen ${name} zelf: vraag het na.`,
  more: (count: number) => `en nog ${count}`,
  row: (number: string, when: string) => (number === '' ? when : `${number}: ${when}`),
  rowOf: (line: string, name: string) => `${line} (${name})`,
} as const;

export const dutch = { cards, names, refusals, say } as const;

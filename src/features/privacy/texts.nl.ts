import { names } from './texts-names.nl.ts';

type Counted = Readonly<{ first: number; last: number; found: number; all: number }>;
type AskedBy = Readonly<{ name: string; on: string; ground: string }>;
type Did = Readonly<{ what: string; how: string; data: string }>;

export const dutch = {
  cards: {
    keeping: { fallback: 'Bewaartermijnen van casussen' },
    accessLog: {
      fallback: 'Toegangslog van een casus',
      previous: 'Vorige',
      next: 'Volgende',
      filter: 'Filteren',
      file: 'Bewaren',
      all: 'Alles',
      from: 'Vanaf',
      until: 'Tot en met',
      person: 'Wie',
      action: 'Wat',
      outcome: 'Uitkomst',
      order: 'Volgorde',
      show: 'Toon',
      broken: 'Deze regel is niet zoals hij is opgeschreven.',
    },
    askCase: {
      fallback: 'Welke casus bedoel je?',
      title: 'Om welke casus gaat het?',
      number: 'Nummer van de casus',
      required: 'Vul het nummer van de casus in.',
      wrong: 'Dat is geen nummer van een casus. Een nummer ziet eruit als LI-2026-0001.',
      log: 'Toegangslog',
      file: 'Bewaren',
    },
    file: {
      fallback: 'Wat Doorbraak bewaart van',
      log: 'Toegangslog',
      hold: 'Langer bewaren',
      inspect: 'Inzage',
      erase: 'Verwijderen op verzoek',
    },
    erase: {
      fallback: 'Verwijderen op verzoek',
      wrong: 'Dit klopt nog niet:',
      explain:
        'De casus en alles wat erbij hoort wordt geëxporteerd en dan verwijderd, voordat de bewaartermijn voorbij is. Dat gebeurt pas als een ander, een privacyfunctionaris of de beheerder, binnen 14 dagen akkoord geeft.',
      ground: 'Grond',
      groundRequired: 'Kies de grond.',
      reason: 'Waarom',
      hint: 'Bijvoorbeeld: verzoek van 3 maart, kenmerk V-12. Geen namen.',
      reasonRequired: 'Schrijf op waarom.',
      send: 'Vraag akkoord',
    },
    erasure: { fallback: 'Verwijderen op verzoek:' },
    review: {
      fallback: 'Verwijderen op verzoek',
      reason: 'Waarom',
      warning:
        'Na je akkoord wordt de casus geëxporteerd en verwijderd. Dat is niet terug te draaien; de export blijft in de map voor exports.',
      agree: 'Akkoord: verwijder',
      refuse: 'Niet akkoord',
      withdraw: 'Trek het verzoek in',
    },
    inspect: {
      fallback: 'Inzage in een casus',
      what: 'Je krijgt alles wat Doorbraak van deze casus bewaart als Word-document: wie wat wanneer vastlegde, en wie ernaar keek.',
      others:
        'In de kolom “Van derden” staat wat van of over anderen is. Lak dat weg voordat je het document geeft aan wie erom vroeg.',
      link: 'De link werkt tien minuten, één keer, en is voor jou: geef hem niet door. Dat je hem kreeg en dat het document is opgehaald, staat in het toegangslog.',
      fetch: 'Haal het document op',
      operator:
        'De bot heeft hier geen adres dat je kunt openen. Vraag de beheerder deze opdracht op de server te geven:',
    },
    hold: {
      fallback: 'Langer bewaren',
      wrong: 'Dit klopt nog niet:',
      explain:
        'De casus en alles wat erbij hoort wordt niet verwijderd tot en met deze dag, ook als de bewaartermijn voorbij is.',
      until: 'Bewaren tot en met',
      untilRequired: 'Kies een dag.',
      reason: 'Waarom',
      hint: 'Bijvoorbeeld: er loopt een klacht, kenmerk K-12. Geen namen.',
      reasonRequired: 'Schrijf op waarom.',
      send: 'Leg vast',
      release: 'Niet langer bewaren',
    },
  },
  names,
  refusals: {
    'already-asked': 'Dit is al gevraagd. Wacht op het akkoord, of trek het verzoek in op je kaart.',
    'nobody-else':
      'Er is niemand anders die akkoord kan geven. Laat de beheerder een tweede privacyfunctionaris of beheerder inlezen (people.csv, kolom roles).',
    'not-asked': 'Dit verzoek loopt niet meer. Op de kaart van het verzoek staat waarom.',
    'same-person': 'Jij vroeg dit zelf. Een ander moet akkoord geven: een privacyfunctionaris of de beheerder.',
    lapsed: 'Het is te laat voor akkoord. Er is niets verwijderd. Vraag het zo nodig opnieuw.',
    'already-agreed':
      'Er is al akkoord gegeven: de casus wordt verwijderd. Moet hij toch blijven? Laat de privacyfunctionaris dan meteen “Langer bewaren” kiezen. Dat helpt alleen als de casus er nog is.',
    'still-running':
      'Deze casus loopt nog. Laat de voorzitter hem eerst afronden of teruggeven; daarna kun je vragen hem te verwijderen.',
    'no-folder':
      'Er is geen map voor exports, en zonder export wordt niets verwijderd. Vraag de beheerder de instelling EXPORT_FOLDER in te vullen.',
    'not-allowed': 'Dit is alleen voor de privacyfunctionaris. Vraag die om het voor je op te zoeken.',
    'unknown-case': 'Ik ken geen casus met dat nummer. Kijk het nummer na, bijvoorbeeld LI-2026-0001.',
    'log-erased':
      'Deze casus is verwijderd, en de bewaartermijn van het toegangslog is ook voorbij. Er is alleen nog het nummer.',
  },
  say: {
    fileOf: (number: string) => `Bewaren van ${number}`,
    standsAt: (stage: string, day: string) => `Fase: ${stage}. Laatst veranderd op ${day}.`,
    deletedOn: (day: string, why: string) => `Verwijderd op ${day}: ${why}.`,
    checksum: (sha256: string) => `Controlegetal van de export (SHA-256): ${sha256}`,
    heldUntil: (day: string, name: string) => `Wordt niet verwijderd tot en met ${day}. Vastgelegd door ${name}.`,
    heldBecause: (day: string, reason: string) => `Nu bewaard tot en met ${day}: ${reason}`,
    dialogHold: 'Langer bewaren',
    dialogErase: 'Verwijderen op verzoek',
    dialogReview: 'Verzoek om te verwijderen',
    erasureSent:
      'Gevraagd. Er wordt niets verwijderd voordat een ander akkoord is. Je krijgt een kaart die laat zien hoe het staat.',
    agreed:
      'Vastgelegd. De casus wordt nu geëxporteerd en verwijderd. De privacyfunctionaris ziet met “privacy” en het nummer van de casus of dat klaar is.',
    stopped: 'Vastgelegd. Er wordt niets verwijderd.',
    erasureOf: (number: string) => `Verwijderen op verzoek: ${number}`,
    erasureAsked: ({ name, on, ground }: AskedBy) => `${name} vroeg dit op ${on}. Grond: ${ground}.`,
    erasureWaits: (day: string) =>
      `Wacht op akkoord van een ander, tot en met ${day}. Zonder akkoord wordt er niets verwijderd.`,
    erasureYours: (day: string) =>
      `Jij of een ander kan tot en met ${day} akkoord geven. Zonder akkoord wordt er niets verwijderd.`,
    erasureUntil: (day: string) => `Akkoord geven kan tot en met ${day}.`,
    erasureLapsed: 'Niemand gaf op tijd akkoord. Er is niets verwijderd. Vraag het zo nodig opnieuw.',
    erasureAgreed: (name: string, number: string) =>
      `${name} gaf akkoord. De casus wordt geëxporteerd en verwijderd. De privacyfunctionaris ziet met “privacy ${number}” of dat klaar is.`,
    erasureChannel: 'Het kanaal staat dan nog in Teams. Vraag een eigenaar van het team het te verwijderen.',
    seeErasure: 'Bekijk',
    decideErasure: 'Bekijk en beslis',
    dialogInspect: (number: string) => `Inzage in ${number}`,
    dialogDone: 'Gedaan',
    dialogRefused: 'Dit kan nu niet',
    why: 'Waarom',
    untilMissing: 'Kies tot en met welke dag de casus bewaard blijft.',
    held: 'Vastgelegd. De casus wordt tot en met die dag niet verwijderd. De mensen van de casus zien op hun kaart dat dit zo is, niet waarom.',
    released:
      'Vastgelegd. De gewone bewaartermijn geldt weer: is die voorbij, dan wordt de casus de volgende ochtend verwijderd.',
    onlyInChat: 'Dit laat ik alleen zien in onze eigen chat. Open de chat met Doorbraak en stuur het daar nog eens.',
    logOf: (number: string) => `Toegangslog van ${number}`,
    chainHolds: 'De keten klopt: geen regel is veranderd of ertussenuit gehaald.',
    chainBroken: (seq: number) =>
      `De keten is verbroken bij regel ${seq}: daar is buiten Doorbraak om iets veranderd of weggehaald. Bewaar een back-up, en laat de beheerder uitzoeken wie bij de opslag kon.`,
    logCount: ({ first, last, found, all }: Counted) =>
      found === all
        ? `Regels ${first}–${last} van ${all}`
        : `${first}–${last} van de ${found} regels die passen (in totaal ${all})`,
    logEmpty: 'Nog niemand heeft iets van deze casus bekeken of geprobeerd te bekijken.',
    logNoneFit: 'Geen regel past hierbij. Kies een andere periode, persoon of uitkomst.',
    logLine: (seq: number, day: string, time: string) => `Regel ${seq}: ${day}, ${time}`,
    did: ({ what, how, data }: Did) => `${what}: ${how} (${data})`,
    because: (outcome: string, rule: string) => `${outcome}: ${rule}`,
    onBehalf: (name: string) => `Namens ${name}`,
    onConsent: (id: string) => `Toestemming: ${id}`,
    breakGlass: (reason: string) => `Noodprocedure: ${reason}`,
    keepingOf: (day: string) => `Bewaartermijnen op ${day}`,
    purged: (numbers: string) =>
      `Verwijderd, omdat de bewaartermijn voorbij is: ${numbers}. De export ligt in de map voor exports.`,
    draftsDropped: (count: number) =>
      count === 1
        ? 'Verwijderd: 1 concept dat nooit is ingestuurd en waaraan de hele bewaartermijn niets veranderde.'
        : `Verwijderd: ${count} concepten die nooit zijn ingestuurd en waaraan de hele bewaartermijn niets veranderde.`,
    channels: (numbers: string) =>
      `Het kanaal staat nog in Teams. Vraag een eigenaar van het team het te verwijderen: ${numbers}.`,
    waiting: (count: number) =>
      count === 1
        ? 'Van 1 casus is de bewaartermijn voorbij, en die staat er nog.'
        : `Van ${count} casussen is de bewaartermijn voorbij, en die staan er nog.`,
    problems: {
      'no-folder':
        'Er is geen map voor exports, en zonder export wordt niets verwijderd. Vul de instelling EXPORT_FOLDER in en start de bot opnieuw.',
      'export-failed':
        'De export is niet gelukt; er is niets kwijt. Kijk of de bot in de map van EXPORT_FOLDER mag schrijven en of er ruimte is. Morgen probeert de bot het weer.',
    },
  },
} as const;

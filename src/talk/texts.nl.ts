/** What is asked for, in plain words, as the title of a button. */
const wishes = {
  casus_aanmelden: 'Een casus aanmelden',
  casus_status: 'Hoe het met een casus staat',
  casus_lijst: 'Mijn casussen',
  casus_archiveren: 'Een casus afsluiten',
  casus_heropenen: 'Casus heropenen',
  expert_zoeken: 'Een expert zoeken',
  expert_koppelen: 'Consultatie vragen',
  profiel_wijzigen: 'Mijn expertprofiel',
  beschikbaarheid: 'Doorgeven wanneer ik er ben',
  agenda_toevoegen: 'Iets op de agenda zetten',
  agenda_tonen: 'De agenda zien',
  overleg_plannen: 'Een overleg plannen',
  taken_tonen: 'Mijn termijnen',
  taak_toevoegen: 'Nieuwe termijn',
  taak_afronden: 'Een termijn afronden',
  deadline_verplaatsen: 'Een termijn verplaatsen',
  plek_reserveren: 'Plek zoeken en vasthouden',
  plek_zoeken: 'Vrije plekken',
  reservering_annuleren: 'Een plek weer vrijgeven',
  notitie_toevoegen: 'Een notitie maken',
  samenvatten: 'Een samenvatting',
  rapportage: 'Een rapportage',
  kennis_zoeken: 'Kennis zoeken',
  meldingen: 'Herinneringen instellen',
  help: 'Wat kan ik doen?',
  annuleren: 'Toch maar niet',
  stemmen_tonen: 'Op mij wacht nog',
  budget_tonen: 'Budget',
  geld_aanvragen: 'Geld aanvragen',
  wie_beslist: 'Wie beslist wat',
  gemeente_zoeken: 'Waar kan ik terecht?',
  voorstel_indienen: 'Voorstellen',
  besluitenlijst: 'Besluitenlijst',
  gegevens_tonen: 'Wat weet je van mij?',
  gegevens_vergeten: 'Vergeet mij',
} as const satisfies Readonly<Record<string, string>>;

export type Wish = keyof typeof wishes;

/** What the bot cannot do in a chat, and where it is done. */
const elsewhere = {
  agenda_toevoegen:
    'De agenda van een overleg staat in Teams: daar kan ik niets op zetten. Moet er iets besloten worden, schrijf dan een voorstel. Wil je er zelf op tijd aan denken, zet dan een termijn.',
  agenda_tonen:
    'De agenda van een overleg staat in Teams: die zie ik niet. Dit is wat jij te doen hebt. Wat op je stem wacht, zie je met “op mij wacht nog”.',
  overleg_plannen:
    'Een overleg plannen kan ik niet. Dat doe je in de agenda van Teams, bij het kanaal van de casus. Nodig altijd de jongere, de ouders en de aanmelder uit.',
  notitie_toevoegen:
    'Notities bewaar ik niet, ook niet wat je hier typte. Schrijf in het kanaal van de casus wat iedereen daar moet weten, met alleen de schuilnaam. Moet er nog iets gebeuren, zet dan een termijn.',
  samenvatten: 'Samenvatten kan ik niet, ook geen overleg of gesprek. Ik laat wel zien hoe een casus ervoor staat.',
  rapportage: 'Een rapport of grafiek maken kan ik niet. De lijsten en cijfers waar jij bij mag, laat ik wel zien.',
  kennis_zoeken:
    'Documenten, richtlijnen en wetten doorzoek ik niet. Ik weet wel wie er veel van weet: dat staat bij de experts. Mag je die niet zien, vraag het dan aan de voorzitter van het expertteam.',
  annuleren:
    'Goed, ik heb niets gedaan en ben vergeten waar we het over hadden. Wat je eerder met een knop deed, verander je op de kaart van toen.',
} as const satisfies Partial<Record<Wish, string>>;

/** What can be shown instead, as the title of a button; by the name of its sentence. */
const offers = {
  'decisions/list': 'Voorstellen',
  'decisions/decisions': 'Besluitenlijst',
  'budgets/overview': 'Budget',
  'planning/board': 'Planning',
  'consultations/load': 'Wie wordt vaak gevraagd',
  'cases/team': 'Casussen van mijn team',
  'cases/own': 'Mijn casussen',
  'experts/list': 'Experts',
} as const;

export type Offered = keyof typeof offers;

/** Answers to what is no question. */
const small = {
  dank: 'Graag gedaan.',
  afscheid: 'Tot ziens. Ik ben er weer als je me iets stuurt.',
  belediging:
    'Dat ging zo te horen niet goed, vervelend. Stuur “help” en ik laat zien wat ik kan. Werkt er iets niet? Meld het bij de beheerder.',
  nood: 'Ik ben een programma en kan nu niet zelf helpen. Mensen kunnen dat wel, ook op dit moment:\n\n**Direct gevaar? Bel 112.**\n\nDenk je aan zelfmoord, of iemand anders? Bel 113 of 0800-0113 (gratis), of chat op 113.nl.\n\nGeweld of mishandeling? Bel Veilig Thuis: 0800-2000, dag en nacht, gratis.\n\nWacht niet op het expertteam.',
} as const;

export const dutch = {
  cards: { ask: { fallback: 'Doorbraak vraagt wat je bedoelt.' } },
  wishes: wishes as Readonly<Record<Wish, string>>,
  elsewhere: elsewhere as Readonly<Record<keyof typeof elsewhere, string>>,
  offers: offers as Readonly<Record<Offered, string>>,
  small: small as Readonly<Record<keyof typeof small, string>>,
  say: {
    noMore: 'Dat was de laatste van wat ik liet zien. Vraag de lijst opnieuw, dan zie je wat er nu op staat.',
    item: 'Ik laat hem zien als je hem opent met de knop.',
    openIt: { deadline: 'Bekijk deze termijn', expert: 'Bekijk dit profiel' },
    deleteIt:
      'En verwijder straks je bericht: er staan persoonsgegevens in. Ik heb er niets van bewaard. Eerst bellen is belangrijker.',
    offer: 'Ik weet niet zeker wat je bedoelt. Is het een van deze?',
    whichCase: 'Over welke casus gaat het?',
    whichCaseTyped: 'Over welke casus gaat het? Stuur het nummer erbij, zoals LI-2026-0123.',
    bound: 'Ik doe het niet op een zin alleen: open het met de knop. Er gebeurt pas iets als je daar verstuurt.',
    about: (number: string) => `Dit gaat over casus ${number}.`,
    understood: (what: string) => `Ik begrijp: ${what}.`,
    span: (from: string, until: string) => `${from} tot en met ${until}`,
    moveTo: (day: string) => `Verplaatsen naar ${day}.`,
    handTo: (name: string) => `Overdragen aan ${name}.`,
    holdUntil: (day: string) =>
      `Je noemde ${day}. Hoe lang een plek vaststaat, hoort bij de plek; langer vragen kan op de kaart van de plek.`,
    instead: 'Dit kan wel:',
    toChannel: 'Open een casus, met de weg naar het kanaal',
    newOn: (day: string) => `Nieuwe termijn op ${day}`,
    which: 'Welke bedoel je? In het formulier kun je het nog veranderen.',
    whoOfThem: 'Er zijn er meer die zo heten. Wie bedoel je?',
    unknownPerson:
      'Ik ken niemand die zo heet. Een termijn is altijd van één persoon: noem die met voor- en achternaam, zoals in Teams.',
    whichDeadline: 'Om welke termijn gaat het? Er gebeurt pas iets als je in het formulier verstuurt.',
    noDeadline:
      'Je hebt nu geen termijn die je zo kunt verplaatsen of overdragen. Stuur “mijn termijnen” voor wat er openstaat.',
    notTheirs: (number: string, chair: string, director: string | undefined) =>
      director === undefined
        ? `Dat kan bij casus ${number} alleen de voorzitter. Vraag het aan ${chair}.`
        : `Dat kunnen bij casus ${number} alleen de voorzitter en de procesregisseur. Vraag het aan ${chair} of ${director}.`,
    noDeadlineOf: (number: string) =>
      `Bij casus ${number} heb jij nu geen termijn die je zo kunt verplaatsen of overdragen. Stuur “mijn termijnen” voor wat er openstaat.`,
    onlyInChat: 'Dit laat ik alleen zien in onze eigen chat. Open de chat met Doorbraak en stuur het daar nog eens.',
  },
};

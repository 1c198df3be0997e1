/** Dutch: what people read. Keys are shared with texts.en.ts. */
export const nl = {
  'ask.fallback': 'Kies een gemeente.',
  'ask.title': 'Waar kan ik terecht?',
  'ask.question': 'Om welke gemeente gaat het? Kies de gemeente waar de jongere woont.',
  'ask.unknown': 'Deze gemeente ken ik niet. Typ de naam zoals die op brieven van de gemeente staat.',
  'ask.suggestions': 'Deze gemeente ken ik niet. Bedoel je een van deze?',
  'ask.label': 'Gemeente',
  'ask.placeholder': 'Bijvoorbeeld: Weert',
  'ask.required': 'Vul een gemeente in.',
  'ask.find': 'Zoeken',
  'ask.other': 'Andere gemeente',
  guarded:
    'Hierin staan persoonsgegevens, dus er is niet gezocht en niets bewaard. Typ alleen de naam van de gemeente.',
  'landing.fallback': 'Dit is waar je terecht kunt.',
  'landing.title': 'Waar kun je terecht in {{municipality}}?',
  'landing.region': 'Jeugdregio',
  'landing.centre': 'Centrum',
  'landing.coordinating': 'Coördinerende gemeente',
  'landing.chair': 'Voorzitter',
  'landing.processDirectors': 'Procesregisseur',
  'landing.next':
    'Loopt de hulp vast? Meld de casus aan bij het expertteam; stuur mij daarvoor “aanmelden”. Ben je ouder of jongere? Vraag het expertteam van je eigen regio om mee te denken.',
  'landing.noTeam':
    'Deze regio werkt zonder expertteam. Neem contact op met het centrum; dat zoekt samen met jou en de gemeente wie er kan helpen.',
  'landing.contact': 'Vraag naar {{people}} van {{label}}.',
  'landing.contactMunicipality': 'Bel de gemeente {{municipality}} en vraag naar {{label}}.',
  'landing.responsible':
    'De gemeente {{municipality}} blijft verantwoordelijk voor de jeugdhulp. Het centrum denkt en doet mee, maar neemt de casus niet over.',
  'landing.danger': 'Is er nu gevaar? Bel 112. Gaat het om mishandeling of geweld thuis? Bel Veilig Thuis: 0800-2000.',
  'landing.toVerify':
    'Nog te verifiëren: het is niet zeker dat deze gemeente bij deze regio of dit centrum hoort. Vraag het na voordat je iets afspreekt.',
  'landing.other': 'Andere gemeente',
} as const;

/** The static texts of each card. */
export const cards = {
  ballot: {
    fallback: 'Je stem wordt gevraagd',
    reminder: 'Herinnering: je hebt nog niet gestemd.',
    secret: 'Dit is een geheime stemming. Niemand kan zien wat jij kiest, ook achteraf niet.',
    choice: 'Jouw stem',
    choiceRequired: 'Kies een antwoord.',
    vote: 'Stem',
    recuse: 'Ik doe niet mee bij dit onderwerp',
  },
  board: { fallback: 'Stemming', mine: 'Mijn stem' },
  owed: {
    fallback: 'Op jou wacht nog',
    empty: 'Er wacht geen stemming op jou.',
    open: 'Naar de stemming',
  },
  manage: {
    fallback: 'Stand van de stemming',
    forChair: 'Alleen jij ziet deze kaart: je bent voorzitter van deze stemming.',
    extend: 'Verleng',
    cancel: 'Trek in',
  },
  reason: {
    fallback: 'Reden',
    wrong: 'Dit moet nog anders:',
    required: 'Schrijf op waarom.',
    save: 'Leg vast',
  },
  extend: {
    fallback: 'Stemming verlengen',
    wrong: 'Dit moet nog anders:',
    day: 'Sluit voortaan op',
    dayRequired: 'Kies een dag.',
    required: 'Schrijf op waarom.',
    save: 'Verleng',
  },
} as const;

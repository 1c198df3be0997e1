import type { Locale, Text } from '../core/locale.ts';

/** What the bot says when no feature could: what happened, and what to do next. */
export const edgeTexts = {
  stale: {
    nl: 'Deze kaart is verouderd. Stuur “help” om verder te gaan met een nieuwe kaart.',
    en: 'This card is out of date. Send “help” to go on with a new card.',
  },
  gone: {
    nl: 'Dit is er niet meer. Stuur “help” om te zien wat er nu kan.',
    en: 'This is no longer there. Send “help” to see what you can do now.',
  },
  withheld: {
    nl: 'Hierin lijkt een BSN of een rekeningnummer te staan. Er is niets gedaan en niets bewaard. Haal het nummer weg en stuur het nog eens. Is het een ander nummer? Meld het bij de beheerder.',
    en: 'This seems to hold a BSN or an account number. Nothing was done or kept. Take the number out and send it again. Is it another number? Tell the administrator.',
  },
  failed: {
    nl: 'Dat is niet gelukt. Probeer het over een minuut nog eens. Lukt het dan weer niet? Meld het bij de beheerder.',
    en: 'That did not work. Try again in a minute. Does it fail again? Tell the administrator.',
  },
  busy: {
    nl: 'We zijn ermee bezig. Kijk over een paar tellen nog eens.',
    en: 'We are working on it. Look again in a few seconds.',
  },
  done: { nl: 'Gedaan.', en: 'Done.' },
  notUnderstood: {
    nl: 'Dat begrijp ik niet. Stuur “help” om te zien wat er kan.',
    en: 'I do not understand that. Send “help” to see what is possible.',
  },
  unknownPerson: {
    nl: 'Teams geeft niet door wie dit is. Open Teams met een werkaccount en probeer het nog eens.',
    en: 'Teams does not say who this is. Open Teams with a work account and try again.',
  },
  summary: { nl: 'Bericht van Doorbraak', en: 'Message from Doorbraak' },
  dialogTitle: { nl: 'Doorbraak', en: 'Doorbraak' },
} as const satisfies Record<string, Text>;

export type EdgeTexts = Readonly<Record<keyof typeof edgeTexts, Text>>;

export const inLocale = (text: Text, locale: Locale): string => text[locale];

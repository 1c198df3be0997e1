export const dutch = {
  cards: { own: { fallback: 'Doorbraak: jouw gegevens.' } },
  say: {
    onlyInChat: 'Vraag dit in onze eigen chat: daar leest niemand mee.',
    title: {
      known: 'Dit bewaar ik van jou',
      asking: 'Zal ik je vergeten?',
      forgotten: 'Ik ben vergeten wat ik kon vergeten',
    },
    button: { ask: 'Wat kun je vergeten?', forget: 'Vergeet dit nu' },
    heading: {
      directory: 'Uit de adreslijst',
      contact: 'Waar ik je bereik',
      settings: 'Herinneringen',
      expert: 'Expertprofiel',
      deadlines: 'Termijnen',
      talk: 'Dit gesprek',
      log: 'In casussen en besluiten',
      goes: 'Dit gaat meteen weg:',
      stays: 'Dit blijft, en waarom:',
      back: 'Daarna',
    },
    notListed: 'Je staat niet in de adreslijst.',
    roles: (held: string) => `Rollen: ${held}.`,
    email: (address: string) => `E-mail: ${address}`,
    seats: (names: string) => `Je zit in: ${names}.`,
    imported: 'Dit leest de beheerder van Doorbraak in. Klopt er iets niet? Vraag het de beheerder.',
    chat: 'Het adres van onze chat in Teams.',
    noChat: 'Ik heb nu geen adres van een chat met jou.',
    teamsLanguage: (language: string) => `De taal van jouw Teams: ${language}.`,
    hours: (from: string, until: string, days: number) =>
      `Je krijgt ze tussen ${from} en ${until} uur, op ${days} ${days === 1 ? 'dag' : 'dagen'} in de week.`,
    rhythm: {
      daily: 'Veel op een dag komt samen in één overzicht.',
      weekly: 'Wat kan wachten, komt één keer in de week.',
      each: 'Elke herinnering komt apart.',
    },
    language: { nl: 'Je koos Nederlands.', en: 'Je koos Engels.' },
    away: (from: string, until: string, deputy: string) =>
      `Je bent afwezig van ${from} tot en met ${until}. Vervanger: ${deputy}.`,
    expert: {
      none: (_subjects: number) => 'Je hebt geen expertprofiel.',
      registered: (subjects: number) =>
        `Je staat in de lijst met experts (gekozen onderwerpen: ${subjects}). Stuur “mijn expertprofiel” om het te zien of te veranderen.`,
      paused: (subjects: number) =>
        `Je expertprofiel staat op pauze (gekozen onderwerpen: ${subjects}). Stuur “mijn expertprofiel” om het te zien of te veranderen.`,
      left: (_subjects: number) =>
        'Je bent uit de lijst met experts. Wat in je profiel stond en hoe vaak je gevraagd bent, is nog bewaard.',
    },
    deadlines: (count: number) => `Open op jouw naam: ${count}. Stuur “mijn termijnen” om ze te zien.`,
    noTalk: 'Ik onthoud nu niets van dit gesprek.',
    talk: (time: string, about: string) =>
      `Ik onthoud tot ${time} uur waar het over ging: ${about}. Alleen nummers, nooit wat je typt.`,
    case: (number: string) => `casus ${number}`,
    list: (count: number) => `een lijst van ${count}`,
    lastAsked: 'welke vraag je het laatst stelde',
    elsewhere:
      'Wat jij deed in een casus, een voorstel of een stemming, staat daar met je naam. Wie daarbij mag, kan dat zien.',
    goes: [
      'Waar dit gesprek over ging. Van een gesprek in een kanaal ben ik dat na twee uur vanzelf kwijt.',
      'Het adres van onze chat en de taal van jouw Teams.',
      'Je instellingen voor herinneringen, met je afwezigheid en je vervanger. Daarna gelden de gewone.',
      'Je plek in de lijst met experts. Denk je ergens nog mee, dan komt je profiel op pauze.',
    ] as readonly string[],
    stays: [
      'Wat je deed in casussen, voorstellen en stemmingen, en je termijnen: anders kan niemand meer nagaan wie wat besloot.',
      'Dat je instellingen en je profiel veranderden, en wat er toen in stond.',
      'Je naam, organisatie en rollen: die leest de beheerder in. Ga je weg of klopt er iets niet? Vraag het de beheerder.',
      'Onze berichten in Teams: die verwijder je daar zelf.',
    ] as readonly string[],
    logStays: (months: number) =>
      `De toegangslog: wie wanneer welke casus bekeek, tot ${months} maanden na de laatste regel. Zo kan een jongere weten wie er keek.`,
    back: 'Stuur je me weer iets, of moet ik je aan een termijn herinneren? Dan bewaar ik opnieuw waar ik je bereik.',
    forgotten:
      'Weg zijn: waar dit gesprek over ging, het adres van onze chat, de taal van jouw Teams en je instellingen voor herinneringen.',
    expertForgotten: {
      left: 'Je staat niet meer in de lijst met experts.',
      paused: 'Je denkt ergens nog mee. Daarom staat je expertprofiel op pauze en is het niet weg.',
      none: '',
    },
  },
};

export const dutch = {
  cards: {
    examples: {
      fallback: 'Doorbraak: zinnen die je kunt typen.',
      title: 'Dit kun je me vragen',
      intro:
        'Typ het in je eigen woorden, in het Nederlands of Engels. Of probeer een voorbeeld: elke knop zegt wat erop staat.',
      guard: 'Gaat het over een casus, noem dan het nummer. Nooit een naam, geboortedatum of burgerservicenummer.',
    },
  },
  subjects: {
    cases: 'Casussen',
    help: 'Hulp vinden',
    decide: 'Besluiten, geld en planning',
    self: 'Voor jou',
  },
  installed: {
    /** The names of the expert teams that meet there, or of the one. */
    team: (name: string) =>
      `Ik ben Doorbraak en werk mee met ${name}. Voor elke casus die jullie opnemen maak ik in dit team een eigen besloten kanaal, met alleen de mensen van die casus. Noem me met @Doorbraak en vraag “help”; wat alleen jou aangaat, vraag je in onze eigen chat. Schrijf hier geen namen, geboortedata of burgerservicenummers van jongeren of ouders.`,
    body: (name: string) =>
      `Ik ben Doorbraak en werk mee met ${name}. Voorstellen, stemmingen en besluiten laat ik hier zien. Stemmen doe je in onze eigen chat.`,
    unlinked:
      'Ik ben Doorbraak. Dit team hoort nog niet bij een expertteam, dus ik kan hier nog geen kanalen voor casussen maken. De beheerder van Doorbraak koppelt het team door het in te lezen (expert-teams.csv, kolom microsoft_team). Tot die tijd kun je me wel een eigen bericht sturen.',
    group:
      'Ik ben Doorbraak. In een groepsgesprek leest iedereen mee: daarom vertel ik hier niets over casussen. Vraag me alles in onze eigen chat, of in het kanaal van een casus.',
  },
};

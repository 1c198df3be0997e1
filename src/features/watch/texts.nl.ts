export const dutch = {
  cards: {
    lacking: {
      fallback: 'Er is iets zonder eigenaar, volgende stap of datum',
      explain: 'Hier gaat niets vanzelf verder. Kijk wat er nodig is; morgenochtend kijk ik weer.',
    },
  },
  kinds: { case: 'Casus', consultation: 'Consultatie bij', place: 'Plek voor', decision: 'Voorstel' },
  gaps: {
    case: {
      owner: 'Niemand is nu aan zet. Wijs iemand aan.',
      step: 'Er is niets afgesproken voor hierna.',
      date: 'Er is geen datum, of er gebeurt al twee weken niets.',
    },
    consultation: {
      owner: 'Niemand beslist over deze consultatie. Wijs een procesregisseur aan.',
      step: 'Er is niemand gevonden om te vragen. Kies zelf iemand, of trek de vraag in.',
      date: 'De dag waarop het advies nodig was, is voorbij.',
    },
    place: {
      owner: 'Niemand leidt het zoeken naar deze plek. Wijs een procesregisseur aan.',
      step: 'Er is een plek apart gehouden, maar niet bekend welke.',
      date: 'De plek is apart gehouden zonder einddatum, of er gebeurt al twee weken niets.',
    },
    decision: {
      owner: 'Niemand is nu aan zet: wie het schreef of zou beslissen, is er niet meer.',
      step: 'Het is niet bekend wie hierover beslist.',
      date: 'Er is geen datum, of er gebeurt al twee weken niets.',
    },
  },
  say: {
    title: (count: number) =>
      count === 1
        ? 'Van één zaak is niet duidelijk hoe ze verder gaat'
        : `Van ${count} zaken is niet duidelijk hoe ze verder gaan`,
    day: (day: string) => `Stand van ${day}`,
    more: (count: number) => `En nog ${count}. Die komen hier als de andere verder zijn.`,
    mended: 'Alles heeft weer een eigenaar, een volgende stap en een datum',
    people: 'Wijs iemand aan',
    look: 'Bekijk',
  },
} as const;

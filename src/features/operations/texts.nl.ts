/** Families of work, by the first word of their kind. */
const families = {
  show: 'Kaarten',
  case: 'Casussen en hun kanalen',
  consultation: 'Consultaties',
  decision: 'Voorstellen',
  vote: 'Stemmingen',
  money: 'Geldaanvragen',
  budget: 'Budgetten',
  place: 'Plekken',
  expert: 'Uren van deskundigen',
  deadline: 'Herinneringen',
  inbox: 'Herinneringen',
  watch: 'Dagelijkse controle',
} as const;

export const dutch = {
  cards: {
    trouble: {
      fallback: 'Werk van de bot is blijven liggen',
      explain: 'Dit is na veel pogingen niet gelukt. Het wacht tot iemand het opnieuw probeert.',
      todo: 'Neem eerst de oorzaak weg: staat Teams open voor de bot, is de app in het kanaal, is iemand vertrokken? Wat er precies is, staat in het logboek en in `npm run effects`.',
    },
  },
  families: families as Readonly<Record<string, string>>,
  otherFamily: 'Ander werk',
  say: {
    title: (count: number, many: boolean) =>
      many
        ? `Meer dan ${count} taken van de bot bleven liggen`
        : count === 1
          ? '1 taak van de bot bleef liggen'
          : `${count} taken van de bot bleven liggen`,
    kind: (family: string, kind: string, count: number) => `**${family}** (${kind}): ${count}`,
    oldest: (day: string, time: string) => `Oudste van ${day}, ${time}`,
    retry: (family: string) => `Probeer opnieuw: ${family}`,
    again: (count: number) =>
      count === 1 ? '1 taak is teruggezet en nog niet klaar.' : `${count} taken zijn teruggezet en nog niet klaar.`,
    underWay: 'Werk van de bot loopt weer',
    solved: 'Opgelost: al het werk loopt weer',
    solvedLine: (from: string, until: string) => `Van ${from} tot ${until} bleef werk liggen. Alles is alsnog gedaan.`,
  },
  refusals: {
    'not-operator': 'Alleen een beheerder kan dit opnieuw proberen. Vraag een beheerder van Doorbraak.',
    'nothing-given-up': 'Hiervan ligt niets meer: het loopt al weer, of het is gedaan. Je hoeft niets te doen.',
  },
} as const;

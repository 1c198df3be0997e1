export const dutch = {
  cards: {
    keeping: { fallback: 'Bewaartermijnen van casussen' },
  },
  say: {
    keepingOf: (day: string) => `Bewaartermijnen op ${day}`,
    purged: (numbers: string) =>
      `Verwijderd, omdat de bewaartermijn voorbij is: ${numbers}. De export ligt in de map voor exports.`,
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

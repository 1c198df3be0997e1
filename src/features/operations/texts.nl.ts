import type { Permission } from '../../graph/permissions.ts';

/** What stops without it; ends a sentence. */
const without: Readonly<Record<Permission, string>> = {
  'TeamsAppInstallation.ManageSelectedForTeam.All':
    'de voorzitter wordt gevraagd de app zelf aan een nieuw kanaal toe te voegen; de bot kijkt elke minuut opnieuw',
  'TeamMember.ReadWriteNonOwnerRole.All':
    'een casus met iemand die nog niet in het team zit, wacht tot een eigenaar van het team diegene toevoegt',
  'ChannelSettings.ReadWrite.All': 'het kanaal van een afgesloten casus blijft open om in te schrijven',
  'Channel.Create.Group': 'een nieuwe casus krijgt geen kanaal',
  'ChannelSettings.Read.Group': 'een nieuwe casus krijgt geen kanaal, omdat de bot niet kan zien of er al een is',
  'ChannelMember.ReadWrite.Group': 'er wordt niemand toegelaten tot het kanaal van een casus, en niemand eruit gehaald',
  'TeamMember.Read.Group':
    'een nieuwe casus krijgt geen kanaal en er wordt niemand toegelaten, omdat de bot niet kan zien wie er in het team zit',
};

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
    permission: {
      fallback: 'Doorbraak mist een recht in Teams',
      after:
        'Wat wacht, gaat vanzelf verder zodra het recht er is. Wat al was opgegeven, zet je terug op de kaart daarover.',
    },
    trouble: {
      fallback: 'Werk van de bot is blijven liggen',
      explain: 'Dit is na veel pogingen niet gelukt. Het wacht tot iemand het opnieuw probeert.',
      todo: 'Neem eerst de oorzaak weg: staat Teams open voor de bot, is de app in het kanaal, is iemand vertrokken? Wat er precies is, staat in het logboek en in `npm run effects`.',
    },
  },
  without,
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
    permissionMissing: 'Doorbraak mist een recht in Teams',
    permissionGiven: 'Opgelost: Doorbraak heeft dit recht weer',
    inTeam: (permission: string, team: string) => `**${permission}** in het team ${team}`,
    without: (what: string) => `Zonder dit recht gebeurt dit: ${what}.`,
    askAdministrator:
      'Vraag een beheerder van Entra (rol Privileged Role Administrator) om `infra/grant-permissions.sh` te draaien. Het werkt binnen een dag, of direct als je de bot opnieuw start.',
    askOwner:
      'Vraag een eigenaar van dat team om de app Doorbraak in het team opnieuw te installeren en akkoord te gaan met de rechten.',
    missedLine: (from: string, until: string) => `Het ontbrak van ${from} tot ${until}. Wat wachtte, gaat nu verder.`,
    underWay: 'Werk van de bot loopt weer',
    solved: 'Opgelost: al het werk loopt weer',
    solvedLine: (from: string, until: string) => `Van ${from} tot ${until} bleef werk liggen. Alles is alsnog gedaan.`,
  },
  refusals: {
    'not-operator': 'Alleen een beheerder kan dit opnieuw proberen. Vraag een beheerder van Doorbraak.',
    'nothing-given-up': 'Hiervan ligt niets meer: het loopt al weer, of het is gedaan. Je hoeft niets te doen.',
  },
} as const;

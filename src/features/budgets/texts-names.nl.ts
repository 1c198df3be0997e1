import type { BudgetLine } from './budget-state.ts';
import type { Criterion, MustCriterion, Score } from './criteria.ts';
import type { Outcome, RequestStage, Trouble, Yield } from './request-state.ts';

type Blocked = Readonly<{ rule: string; instead: string }>;

/** What codes are called. */
export const names = {
  line: {
    consult: 'consultatie',
    'fly-in': 'tijdelijk invliegen',
    availability: 'beschikbaarheid van plekken',
    guarantee: 'garantiebudget',
    'add-on': 'aanvullende ambulante hulp',
    'start-up': 'opstartkosten',
    subsidy: 'subsidie',
    learning: 'leren en ontwikkelen',
  } satisfies Record<BudgetLine, string>,
  stage: {
    asked: 'gevraagd, nog niet besloten',
    adopted: 'toegekend',
    ending: 'de einddatum is voorbij',
    ended: 'afgerond',
    rejected: 'afgewezen',
    withdrawn: 'ingetrokken',
    expired: 'verlopen zonder besluit',
  } satisfies Record<RequestStage, string>,
  outcome: {
    adopted: 'Toegekend',
    'adopted-amended': 'Toegekend met een wijziging',
    rejected: 'Afgewezen',
    postponed: 'Aangehouden',
    withdrawn: 'Ingetrokken',
    expired: 'Verlopen zonder besluit',
  } satisfies Record<Outcome, string>,
  score: { met: 'ja', partly: 'deels', not: 'nee' } satisfies Record<Score, string>,
  yield: {
    fitting: 'passende oplossing',
    partly: 'deels een oplossing',
    not: 'geen oplossing',
  } satisfies Record<Yield, string>,
  trouble: {
    'not-enough':
      'Er is te weinig vrij op deze post. Verschuif geld, of sta met een reden toe dat de post onder nul gaat.',
    'year-closed': 'Het budget van dit jaar is gesloten. Verdeel eerst het budget van het volgende jaar.',
    'no-budget': 'Voor dit jaar is nog geen budget verdeeld. Doe dat eerst met “Verdelen”.',
  } satisfies Record<Trouble, string>,
  criterion: {
    'target-group': 'Het gaat om complexe problemen waarvoor geen passend aanbod is',
    'team-involved': 'Het expertteam is betrokken of heeft meegedacht',
    'not-regular': 'Gewone zorg en geld van de gemeente lossen dit niet op',
    temporary: 'Het is tijdelijk en heeft een einddatum',
    'not-care-costs': 'Het zijn geen gewone zorgkosten van een jeugdige die al in zorg is',
    'care-comes': 'De zorg komt naar de jeugdige; de jeugdige hoeft niet te verhuizen',
    embedded: 'Het past in de regio en maakt de regio sterker',
    'crosses-domains': 'Het gaat over de grenzen van domeinen heen',
    learning: 'Er is afgesproken wat we leren en wat het moet opleveren',
    'follow-on': 'De verantwoordelijke gemeente betaalt het vervolg',
    voice: 'De jeugdige en ouders hebben meegepraat',
  } satisfies Record<Criterion, string>,
  blocked: {
    'target-group': {
      rule: 'Het centrum is er voor jeugdigen met complexe problemen waarvoor geen passend aanbod is (Kamerbrief 2020).',
      instead: 'Vraag het expertteam om mee te denken over hulp in de regio.',
    },
    'not-regular': {
      rule: 'Geld van het centrum is extra: alleen voor wat met gewone zorg niet kan (plan Expertisecentrum Limburg 2021).',
      instead: 'Kijk samen met de gemeente wat regulier kan, ook in een buurregio.',
    },
    temporary: {
      rule: 'Steun van het centrum is altijd tijdelijk (Kamerbrief 2020; plan Expertisecentrum Limburg 2021).',
      instead: 'Spreek een einddatum af, en wie het daarna overneemt.',
    },
    'not-care-costs': {
      rule: 'Is een jeugdige in zorg, dan betaalt de gemeente die zorg. Het centrum betaalt alleen om een plek beschikbaar te houden of te maken (Kamerbrief 2020).',
      instead: 'Haal de zorgkosten uit het bedrag en zet ze bij “Kosten die de gemeente betaalt”.',
    },
    'follow-on': {
      rule: 'De verantwoordelijke gemeente blijft betalen wat na de steun nodig is (Kamerbrieven 2020 en 2021).',
      instead: 'Maak eerst met de gemeente een afspraak over het vervolg.',
    },
  } satisfies Record<MustCriterion, Blocked>,
} as const;

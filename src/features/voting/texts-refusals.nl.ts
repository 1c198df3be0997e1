import type { Refusal } from './voting-desk.ts';

const notOnList =
  'Je staat niet op de lijst van deze stemming. Denk je dat dit niet klopt? Vraag het de voorzitter van het overleg.';
const over = 'De stemming is gesloten. Op de kaart zie je hoe het ervoor staat.';

/** Why it did not happen, and what to do next. The same for what is not there as for what is not yours. */
export const refusals = {
  'unknown-vote': notOnList,
  'unknown-seat': notOnList,
  'not-on-list': notOnList,
  'not-chair': 'Alleen de voorzitter van deze stemming kan dit. Vraag het de voorzitter.',
  'no-seats': 'Er is niemand om te laten stemmen. Zet eerst leden in het overleg en open de stemming dan opnieuw.',
  'bad-weight': 'Een stem telt voor een heel getal vanaf 1. Pas het gewicht van de leden aan en probeer het opnieuw.',
  'secret-weights':
    'Bij een geheime stemming moet elke stem even zwaar tellen, anders is te zien van wie hij is. Kies een andere soort stemming of gelijke gewichten.',
  'closes-in-past': 'De sluitingstijd is al voorbij. Kies een later moment.',
  'vote-over': over,
  'vote-closed': over,
  'already-extended':
    'De stemming is al een keer verlengd. Nog een keer kan niet; na sluiting kun je opnieuw laten stemmen.',
  'not-later': 'De nieuwe datum is niet later dan de sluiting van nu. Kies een latere dag.',
  'reason-missing': 'Schrijf in een paar woorden op waarom.',
  'ballot-reason-missing': 'Bij deze keuze hoort een toelichting. Schrijf erbij waarom, en druk dan op “Stem”.',
  'choice-missing': 'Kies eerst een antwoord, en druk dan op “Stem”.',
  recused: 'Je hebt gezegd dat je niet meedoet bij dit onderwerp. Klopt dat niet? Vraag het de voorzitter.',
  'deputy-not-now': 'Je bent vandaag geen vervanger. Vraag degene die je vervangt om zelf te stemmen.',
  'holder-has-voted': 'Degene die je vervangt heeft al gestemd. Je hoeft niets te doen.',
  'only-holder-recuses': 'Alleen degene van wie de stem is, kan zeggen niet mee te doen. Je hoeft ook niet te stemmen.',
  'nothing-owed': 'Er wacht geen stemming op jou.',
} as const satisfies Readonly<Record<Refusal, string>>;

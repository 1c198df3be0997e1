import { z } from 'zod/v4';
import type { JsonObject } from '../../core/json.ts';
import type { Text } from '../../core/locale.ts';
import { findPersonalData } from '../../core/personal-data.ts';
import { sayText } from '../../teams/answer-kit.ts';
import { card, type CardDefinition, type TypedCard } from '../../teams/cards.ts';
import { type Card, type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import askTemplate from './cards/ask-municipality.json' with { type: 'json' };
import landingTemplate from './cards/landing.json' with { type: 'json' };
import type { CachedDirectory } from './directory.ts';
import { cardTexts, say } from './texts.ts';
import { type AskState, type LandingState, viewAsk, viewLanding } from './view.ts';

type DirectoryDeps = Readonly<{ directory: CachedDirectory }>;
export type DirectoryFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

const question = z.object({ municipality: z.string().trim().max(200).optional() });
type Question = z.output<typeof question>;

/**
 * "Where do I land?": a municipality in, its expert teams and centre out. Everybody may ask, known or not: also parents and
 * children must know where cases land (domain.md A5).
 */
export function directoryFeature({ directory }: DirectoryDeps): DirectoryFeature {
  const cards = defineCards(directory);
  const run = (inbound: Inbound<Question>): Promise<Ran> => answer(directory, cards, inbound);
  return {
    routes: [
      route({ on: 'action', verb: 'directory.landing', looks: true, data: question, run }),
      route({ on: 'action', verb: 'directory.ask', looks: true, data: z.object({}), run }),
    ],
    messages: [
      {
        name: 'directory.landing',
        match: matchQuestion,
        run: (inbound) => run({ ...inbound, data: question.parse(inbound.data) }),
      },
    ],
    cards: [cards.landing.definition, cards.ask.definition],
  };
}

type Cards = Readonly<{ landing: TypedCard<LandingState>; ask: TypedCard<AskState> }>;

function defineCards(directory: CachedDirectory): Cards {
  return {
    landing: card<LandingState>({
      name: 'directory/landing',
      template: landingTemplate,
      texts: cardTexts('landing'),
      view: (state, reader) => viewLanding(directory, state, reader),
    }),
    ask: card<AskState>({
      name: 'directory/ask-municipality',
      template: askTemplate,
      texts: cardTexts('ask'),
      view: (state, reader) => viewAsk(directory, state, reader),
    }),
  };
}

const guarded: Text = { nl: say('nl', 'guarded'), en: say('en', 'guarded') };

async function answer(directory: CachedDirectory, cards: Cards, inbound: Inbound<Question>): Promise<Ran> {
  const { municipality: name = '' } = inbound.data;
  if (findPersonalData(name).length > 0) return sayText('personal-data', guarded);
  if (name === '') return shown('asked', cards.ask.show({}));
  const landing = await directory.landing(name, inbound.at);
  if (landing === undefined) return shown('unknown-municipality', cards.ask.show({ name }));
  return shown('shown', cards.landing.show({ municipality: landing.municipality.name }));
}

function shown(outcome: string, what: Card): Ran {
  return { outcome, answer: { type: 'card', card: what } };
}

/**
 * "Waar kan ik terecht in Weert?", "where do I land Weert", or either without a municipality. In Dutch only after `in` or
 * with `gemeente`: "waar kan ik terecht met een jongere" asks for a place, not for a region.
 */
const questions = [
  /^waar (?:kan|kun|kunnen|moet|moeten) (?:ik|je|wij|we) (?:terecht|zijn)(?:(?: in| bij| voor)?(?: de)? gemeente (?<formal>.+)| in (?<plain>.+)| in)?$/i,
  /^where (?:do|can|should) (?:i|we) (?:land|turn to)(?:(?: in)?(?: the)?(?: municipality of)? (?!in$)(?<english>.+)| in)?$/i,
];

/** Longer than any such question: not worth looking at. */
const longestQuestion = 200;

function matchQuestion(text: string): JsonObject | undefined {
  if (text.length > longestQuestion) return undefined;
  const sentence = text
    .replace(/\s+/g, ' ')
    .replace(/[?!.\s]+$/, '')
    .trim();
  const match = questions.map((question) => question.exec(sentence)).find((found) => found !== null);
  return match ? named(match.groups ?? {}) : undefined;
}

function named({ formal, plain, english }: Readonly<Record<string, string | undefined>>): JsonObject {
  const municipality = formal ?? plain ?? english;
  // Dots stand for an address that was covered: what is behind them is the municipality.
  return municipality === undefined ? {} : { municipality: municipality.replace(/^[…,\s]+/, '') };
}

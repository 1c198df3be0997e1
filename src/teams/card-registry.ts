import type { JsonObject } from '../core/json.ts';
import type { Rendered } from './answers.ts';
import type { CardDefinition, Reader } from './cards.ts';
import type { EdgeTexts } from './edge-texts.ts';
import { cardBytes, maxCardBytes, renderCard, type TeamsIdOf } from './render.ts';
import type { Answer, Card, SearchResult } from './routes.ts';
import { type IsTextBox, textBoxesIn } from './text-boxes.ts';

/** Every card by name, so that an effect stored last week finds the card as it is today. */
export type CardRegistry = Readonly<{
  definition(name: string): CardDefinition | undefined;
  isTextBox: IsTextBox;
  /** Undefined when the card has nothing to show (any more). Throws for a name nobody knows and a card Teams would refuse. */
  render(card: Card, reader: Reader): Promise<JsonObject | undefined>;
}>;

export function cardRegistry(definitions: readonly CardDefinition[], teamsIdOf?: TeamsIdOf): CardRegistry {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  if (byName.size !== definitions.length) throw new Error(`two cards have one name: ${namesOf(definitions)}`);
  return {
    definition: (name) => byName.get(name),
    isTextBox: textBoxesIn(definitions.map(({ template }) => template)),
    async render({ name, state, extra }, reader) {
      const definition = byName.get(name);
      if (definition === undefined) throw new Error(`no card is named ${name}`);
      const more = { ...(extra === undefined ? {} : { extra }), ...(teamsIdOf === undefined ? {} : { teamsIdOf }) };
      const card = await renderCard(definition, { state, reader, ...more });
      if (card !== undefined && cardBytes(card) > maxCardBytes) {
        throw new Error(`card ${name} is ${cardBytes(card)} bytes; Teams takes ${maxCardBytes}`);
      }
      return card;
    },
  };
}

function namesOf(definitions: readonly CardDefinition[]): string {
  const names = definitions.map(({ name }) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].join(', ');
}

type Rendering = Readonly<{ registry: CardRegistry; texts: EdgeTexts; reader: Reader }>;

/** Turns an answer into what this reader sees; a card with nothing to show becomes a text that says so. */
export async function renderAnswer(answer: Answer, rendering: Rendering): Promise<Rendered> {
  const { locale } = rendering.reader;
  switch (answer.type) {
    case 'close':
      return answer;
    case 'text':
      return { type: 'text', text: answer.text[locale] };
    case 'card':
      return shown(answer.card, rendering, (card) => ({ type: 'card', card }));
    case 'dialog':
      return shown(answer.card, rendering, (card) => ({ type: 'dialog', title: answer.title[locale], card }));
    case 'results':
      return { type: 'results', results: await renderResults(answer.results, rendering) };
  }
}

async function shown(
  card: Card,
  { registry, reader, texts }: Rendering,
  as: (card: JsonObject) => Rendered,
): Promise<Rendered> {
  const json = await registry.render(card, reader);
  return json === undefined ? { type: 'text', text: texts.gone[reader.locale] } : as(json);
}

async function renderResults(results: readonly SearchResult[], { registry, reader }: Rendering) {
  const rendered = await Promise.all(
    results.map(async ({ title, text, card }) => ({ title, text, card: await registry.render(card, reader) })),
  );
  return rendered.flatMap(({ title, text, card }) => (card === undefined ? [] : [{ title, text, card }]));
}

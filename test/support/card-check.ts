import { fail } from 'node:assert/strict';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { cardBytes, maxCardBytes } from '../../src/teams/render.ts';
import { type JsonObject } from '../../src/core/json.ts';

type ParseEvent = Readonly<{ message: string }>;
type AdaptiveCards = Readonly<{
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): ParseEvent };
  AdaptiveCard: new () => {
    parse(json: object, context: unknown): void;
    validateProperties(): Readonly<{
      validationEvents: readonly ParseEvent[];
    }>;
  };
}>;

/** The bundle, because the package's modules do not load in Node. */
const { SerializationContext, AdaptiveCard } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as AdaptiveCards;

type Node = Readonly<Record<string, unknown>>;
type Rule = Readonly<{ when: RegExp; holds(node: Node): boolean; otherwise: string }>;

const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const rules: readonly Rule[] = [
  { when: /^Input\./, holds: ({ label }) => filled(label), otherwise: 'an input needs a label' },
  { when: /^Input\./, holds: ({ id }) => filled(id), otherwise: 'an input needs an id' },
  {
    when: /^Input\./,
    holds: ({ isRequired, errorMessage }) => isRequired !== true || filled(errorMessage),
    otherwise: 'a required input needs an errorMessage',
  },
  { when: /^Image$/, holds: ({ altText }) => filled(altText), otherwise: 'an image needs an altText' },
  { when: /^Action\./, holds: ({ title }) => filled(title), otherwise: 'an action needs a title' },
  {
    when: /^Action\.Execute$/,
    holds: canFallBack,
    otherwise: 'an Action.Execute needs a fallback Action.Submit with its title and its verb and data',
  },
];

/** For a client that knows no Action.Execute: the same click, as a message (Microsoft: Universal Actions, backward compatibility). */
function canFallBack({ title, verb, data, associatedInputs, fallback }: Node): boolean {
  const submit = (fallback ?? {}) as Node;
  const sent = dataOf(data, verb);
  return isDeepStrictEqual(
    [submit['type'], submit['title'], submit['associatedInputs'], dataOf(submit['data'])],
    ['Action.Submit', title, associatedInputs, sent],
  );
}

/** In a template the data as a whole may be an expression; the form differs with every rendering. */
function dataOf(data: unknown, verb?: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data ?? { verb };
  const { form: _form, ...own } = data as Node;
  return verb === undefined ? own : { ...own, verb };
}

/** In Teams but not in Adaptive Cards 1.5: elsewhere nothing shows, so there must be something to fall back on. */
const newer =
  /^(Badge|Carousel|Chart\..*|CodeBlock|CompoundButton|Icon|ProgressBar|ProgressRing|Rating|Input\.Rating|Component|Action\.(Popover|OpenUrlDialog|ResetInputs|InsertImage))$/;
/** The renderer tests `lang` with a regular expression that keeps its place, so that every second card fails. */
const wrongWarning = /for property "lang"/;
const parserMayNotKnow = /Unknown (element|action) type/;

/** Everything wrong with a rendered card: what the renderer warns of, and what people and Teams stumble over. */
export function faultsOf(card: object): readonly string[] {
  const nodes = [...nodesIn(card, '')];
  return [
    ...wholeFaults(card),
    ...nodes.flatMap(({ node, where }) => nodeFaults(node, where)),
    ...parseFaults(card).filter((fault) => !parserMayNotKnow.test(fault) || !nodes.some(({ node }) => isNewer(node))),
  ];
}

export function checkCard(card: object): void {
  const faults = faultsOf(card);
  if (faults.length > 0) fail(`the card has faults:\n- ${faults.join('\n- ')}\n${JSON.stringify(card, null, 1)}`);
}

function wholeFaults(card: object): string[] {
  const { version, type, fallbackText } = card as Node;
  const bytes = cardBytes(card as JsonObject);
  return [
    ...(version === '1.5' ? [] : [`version is ${String(version)}, not 1.5`]),
    ...(type === 'AdaptiveCard' ? [] : [`type is ${String(type)}, not AdaptiveCard`]),
    ...(filled(fallbackText) ? [] : ['a card needs a fallbackText: it is the notification too']),
    ...(bytes <= maxCardBytes ? [] : [`${bytes} bytes; Teams takes ${maxCardBytes}`]),
    ...[...JSON.stringify(card).matchAll(/\$\{[^}]*\}?/g)].map(([found]) => `unbound ${found}`),
  ];
}

function nodeFaults(node: Node, where: string): string[] {
  const type = String(node['type']);
  const broken = rules.filter(({ when, holds }) => when.test(type) && !holds(node)).map(({ otherwise }) => otherwise);
  const alone = isNewer(node) && node['fallback'] === undefined ? [`${type} needs a fallback`] : [];
  return [...broken, ...alone].map((fault) => `${where}: ${fault}`);
}

const isNewer = ({ type }: Node): boolean => newer.test(String(type));

function parseFaults(json: object): string[] {
  const context = new SerializationContext();
  const card = new AdaptiveCard();
  card.parse(json, context);
  const warnings = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...warnings, ...card.validateProperties().validationEvents]
    .map(({ message }) => message)
    .filter((message) => !wrongWarning.test(message));
}

/** Every element and action, not what an action carries as data. */
function* nodesIn(part: unknown, where: string): Generator<Readonly<{ node: Node; where: string }>> {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) {
    for (const [index, item] of part.entries()) yield* nodesIn(item, `${where}[${index}]`);
    return;
  }
  const node = part as Node;
  if (typeof node['type'] === 'string') yield { node, where };
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'data' && key !== 'choices.data') yield* nodesIn(value, `${where}.${key}`);
  }
}

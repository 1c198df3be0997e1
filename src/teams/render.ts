import { randomUUID } from 'node:crypto';
import { Template } from 'adaptivecards-templating';
import { isList, isObject, type Json, type JsonObject } from '../core/json.ts';
import { type PersonId, personId } from '../core/ids.ts';
import type { Locale } from '../core/locale.ts';
import { unmarked } from '../core/number-marks.ts';
import { withAsked } from './asks.ts';
import type { CardDefinition, Reader } from './cards.ts';

/** Teams answers 413 above about 100 KB and advises to stay under 80 (Microsoft: Format your bot messages). */
export const maxCardBytes = 80 * 1024;

/** What Teams calls a person; undefined for who never had the bot. */
export type TeamsIdOf = (person: PersonId) => Promise<string | undefined>;

export type Rendering = Readonly<{
  state: JsonObject;
  extra?: JsonObject;
  reader: Reader;
  form?: string;
  teamsIdOf?: TeamsIdOf;
}>;

/** More people than this get no view of their own by themselves (Microsoft: User-specific views). */
const mostRefreshed = 60;

/** Parsing a template costs more than filling it in, and a definition lives as long as the bot. */
const templates = new WeakMap<CardDefinition, Partial<Record<Locale, Template>>>();

/**
 * The card as Adaptive Card JSON (1.5, the highest that Teams takes) in the reader's language; undefined when its view has
 * nothing to show. Template data: what the view gives, `t` (the texts) and `form`; `${t.key}` works inside a `$data` too.
 */
export async function renderCard(definition: CardDefinition, rendering: Rendering): Promise<JsonObject | undefined> {
  const { state, extra = {}, reader, form = randomUUID(), teamsIdOf = nobodyKnown } = rendering;
  const view = await definition.view(state, reader, extra);
  if (view === undefined) return undefined;
  const data = { ...unmarked(view), t: definition.texts[reader.locale], form };
  const filled = templateOf(definition, reader.locale).expand({ $root: data }) as JsonObject;
  const card = withForm(withAsked(filled, { ...state, ...extra }, reader.locale), form) as JsonObject;
  return {
    ...card,
    ...(await refreshOf(card, teamsIdOf)),
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: reader.locale,
  };
}

const nobodyKnown: TeamsIdOf = async () => undefined;

/**
 * Templates name the people whose view is refreshed by our ids; Teams wants its own. Nobody's when there are too many:
 * without a list Teams would ask for everybody.
 */
async function refreshOf({ refresh }: JsonObject, teamsIdOf: TeamsIdOf): Promise<JsonObject> {
  if (!isObject(refresh) || refresh['userIds'] === undefined) return {};
  const people = isList(refresh['userIds']) ? refresh['userIds'].filter((id) => typeof id === 'string') : [];
  const known = people.length > mostRefreshed ? [] : await Promise.all(people.map((id) => teamsIdOf(personId(id))));
  return { refresh: { ...refresh, userIds: known.filter((id) => id !== undefined) } };
}

/** As Teams counts it: two bytes a UTF-16 code unit. */
export function cardBytes(card: JsonObject): number {
  return JSON.stringify(card).length * 2;
}

function templateOf(definition: CardDefinition, locale: Locale): Template {
  const known = templates.get(definition) ?? {};
  templates.set(definition, known);
  return (known[locale] ??= new Template(withTexts(definition.template, definition.texts[locale])));
}

/** Static texts are put in once per language, because evaluating an expression for each is most of the work of a card. */
function withTexts(part: Json | undefined, texts: Readonly<Record<string, string>>): Json | undefined {
  if (typeof part === 'string')
    return part.replaceAll(/\$\{(?:\$root\.)?t\.(\w+)\}/g, (found, key: string) => plain(texts[key], found));
  if (isList(part)) return part.map((item) => withTexts(item, texts) ?? null);
  if (!isObject(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withTexts(value, texts)]));
}

/** A missing text stays to be seen (the card check finds it), and one that looks like an expression is left to be data. */
function plain(text: string | undefined, found: string): string {
  return text === undefined || text.includes('${') ? found : text;
}

/** Puts the form in the data of every action, nested ones too; not in `refresh`, which asks the same again on purpose. */
function withForm(part: Json | undefined, form: string): Json | undefined {
  if (isList(part)) return part.map((item) => withForm(item, form) ?? null);
  if (!isObject(part)) return part;
  const copy: Record<string, Json | undefined> = {};
  for (const [key, value] of Object.entries(part)) {
    copy[key] = key === 'refresh' || key === 'data' ? value : withForm(value, form);
  }
  return sendsData(part) ? { ...copy, data: { ...part['data'], form } } : copy;
}

type Sending = JsonObject & Readonly<{ data?: JsonObject }>;

function sendsData(part: JsonObject): part is Sending {
  const { type, data } = part;
  return (type === 'Action.Execute' || type === 'Action.Submit') && (data === undefined || isObject(data));
}

import { isList, isObject, type Json, type JsonObject } from '../core/json.ts';
import { holdsNumber } from '../core/without-numbers.ts';

/** Whether somebody may type a text of their own under this name, on a card with a button of this verb. */
export type IsTextBox = (verb: string, name: string) => boolean;

type Inputs = Readonly<{ names: readonly string[]; verbs: readonly string[] }>;

/**
 * From the templates of all cards. A verb that a template leaves to its view may be that of any card whose template does: it
 * has the boxes of all of those.
 */
export function textBoxesIn(templates: readonly JsonObject[]): IsTextBox {
  const named = new Map<string, RegExp[]>();
  const unnamed: RegExp[] = [];
  for (const { names, verbs } of templates.map(inputsOf)) {
    const patterns = names.map(patternOf);
    for (const verb of new Set(verbs)) {
      if (isBound(verb)) unnamed.push(...patterns);
      else named.set(verb, [...(named.get(verb) ?? []), ...patterns]);
    }
  }
  return (verb, name) => (named.get(verb) ?? unnamed).some((pattern) => pattern.test(name));
}

const bound = /\$\{[^}]*\}/;
const isBound = (text: string): boolean => bound.test(text);

/** `line-${line}` is any name that begins so; a name that is all bound would be any name at all. */
function patternOf(name: string): RegExp {
  const parts = name.split(bound);
  if (parts.every((part) => part === '')) throw new Error(`a text box needs a name of its own: ${name}`);
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[^\w-]/g, String.raw`\$&`)).join('.+')}$`);
}

function inputsOf(part: Json | undefined): Inputs {
  if (isList(part)) return together(part.map(inputsOf));
  if (!isObject(part)) return { names: [], verbs: [] };
  const { type, id } = part;
  const names = type === 'Input.Text' && typeof id === 'string' ? [id] : [];
  const verbs = type === 'Action.Submit' || type === 'Action.Execute' ? [verbOf(part)] : [];
  const inside = together(Object.values(part).map(inputsOf));
  return { names: [...names, ...inside.names], verbs: [...verbs, ...inside.verbs] };
}

/** Data that is bound as a whole has a verb that only its view knows. */
function verbOf({ verb, data }: JsonObject): string {
  const sent = verb ?? (isObject(data) ? data['verb'] : data);
  return typeof sent === 'string' ? sent : '';
}

function together(all: readonly Inputs[]): Inputs {
  return { names: all.flatMap(({ names }) => names), verbs: all.flatMap(({ verbs }) => verbs) };
}

/**
 * Whether a BSN or an account number stands anywhere where nobody can have typed it: choices, days, what a card sends along,
 * and names that no card has. Whoever asks for a text says of it what is wrong.
 */
export function hidesNumber(data: object, isTextBox: (name: string) => boolean): boolean {
  return Object.entries(data).some(
    ([name, value]) => holdsNumber(name) || (!(isTextBox(name) && isTyped(value)) && hasNumber(value)),
  );
}

const isTyped = (value: unknown): boolean => typeof value === 'string';

function hasNumber(part: unknown): boolean {
  if (typeof part === 'string' || typeof part === 'number') return holdsNumber(String(part));
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([name, value]) => holdsNumber(name) || hasNumber(value));
}

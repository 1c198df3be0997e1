import type { Persona } from '../../api.ts';

type CardJson = Readonly<Record<string, unknown>>;
type Choice = Readonly<{ title: string; value: string }>;

/** Why Teams would not show this card at all (Microsoft: Cards reference; mobile checks the version). */
export function findCardFault(card: CardJson): string | undefined {
  const version = typeof card['version'] === 'string' ? Number(card['version']) : Number.NaN;
  if (Number.isNaN(version)) return 'Deze kaart heeft geen versie. Teams toont zo’n kaart niet op een telefoon.';
  return version > 1.5
    ? `Deze kaart heeft versie ${version}. Teams toont alleen kaarten tot en met versie 1.5.`
    : undefined;
}

/** The card with what a Teams client fills in itself: who can be picked, and the title of a chosen value. */
export function prepareCard(card: object, people: readonly Persona[]): object {
  const choices = people.map(({ id, name }) => ({ title: name, value: id }));
  return visit(card, choices) as object;
}

function visit(value: unknown, people: readonly Choice[]): unknown {
  if (Array.isArray(value)) return value.map((item) => visit(item, people));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, visit(item, people)] as const);
  const copy = Object.fromEntries(entries);
  return copy['type'] === 'Input.ChoiceSet' ? prepareChoices(copy, people) : copy;
}

function prepareChoices(input: CardJson, people: readonly Choice[]): CardJson {
  if (!picksPeople(input)) return nameChosen(input);
  const { 'choices.data': _query, ...rest } = input;
  return nameChosen({ style: 'filtered', ...rest, choices: people });
}

/** Microsoft: People Picker in Adaptive Cards. `?scope=currentContext` picks from the members; here from everyone. */
function picksPeople(input: CardJson): boolean {
  const query = input['choices.data'];
  if (typeof query !== 'object' || query === null || !('dataset' in query)) return false;
  return typeof query.dataset === 'string' && query.dataset.startsWith('graph.microsoft.com/users');
}

/** The renderer shows the value of a filtered list as it is, where Teams shows the title that belongs to it. */
function nameChosen(input: CardJson): CardJson {
  if (input['style'] !== 'filtered' || input['isMultiSelect'] === true) return input;
  const chosen = readChoices(input['choices']).find(({ value }) => value === input['value']);
  return chosen === undefined ? input : { ...input, value: chosen.title };
}

const readChoices = (choices: unknown): readonly Choice[] => (Array.isArray(choices) ? choices.filter(isChoice) : []);

function isChoice(choice: unknown): choice is Choice {
  return typeof choice === 'object' && choice !== null && 'title' in choice && 'value' in choice;
}

import type { Text } from '../../core/locale.ts';
import { inBoth } from './texts.ts';

/** What a likely name in a text is: to be covered, that of a colleague, or right as it is. */
const answers = ['mask', 'colleague', 'right'] as const;
type Answer = (typeof answers)[number];

const input = 'names';

/** What was chosen below the line of `askAboutNames`. */
export function answerIn(data: Readonly<Record<string, unknown>>): Answer | undefined {
  return answers.find((answer) => answer === data[input]);
}

/** A line for the top of a form that goes with a question: see teams/asks.ts. `fields`: what they are called. */
export function askAboutNames(fields: readonly Text[]): Text {
  const line = inBoth(({ say }, locale) => say.named(fields.map((field) => `“${field[locale]}”`).join(', ')));
  const choices = answers.map((value) => ({ value, title: inBoth(({ forms }) => forms.names[value]) }));
  const asks = { id: input, label: inBoth(({ forms }) => forms.names.question), chosen: answers[0], choices };
  return Object.assign({}, line, { asks });
}

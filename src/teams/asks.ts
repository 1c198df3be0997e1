import { isList, isObject, type Json, type JsonObject } from '../core/json.ts';
import type { Locale, Text } from '../core/locale.ts';

/** A line that a card shows (one of its `problems`, its `problem` or `notice`) and that goes with a choice, put below it. */
type Asking = Text &
  Readonly<{
    asks: Readonly<{
      id: string;
      label: Text;
      chosen: string;
      choices: readonly Readonly<{ value: string; title: Text }>[];
    }>;
  }>;

/** The card with a choice below the line that goes with one; the card as it is when none does. */
export function withAsked(card: JsonObject, state: JsonObject, locale: Locale): JsonObject {
  const { body } = card;
  const line = [state['problems'], state['problem'], state['notice']].flat().find(isAsking);
  if (line === undefined || !isList(body)) return card;
  const said = JSON.stringify(line[locale]);
  const at = body.findIndex((element) => JSON.stringify(element).includes(said)) + 1;
  return { ...card, body: [...body.slice(0, at), choiceOf(line, locale), ...body.slice(at)] };
}

function isAsking(line: Json | undefined): line is Json & Asking {
  return isObject(line) && isObject(line['asks']);
}

function choiceOf({ asks }: Asking, locale: Locale): JsonObject {
  const choices = asks.choices.map(({ value, title }) => ({ value, title: title[locale] }));
  const { id, chosen: value } = asks;
  return { type: 'Input.ChoiceSet', id, label: asks.label[locale], style: 'expanded', value, wrap: true, choices };
}

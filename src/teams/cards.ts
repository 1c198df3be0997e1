import type { JsonObject } from '../core/json.ts';
import type { Locale } from '../core/locale.ts';
import type { PersonId } from '../core/ids.ts';
import type { Card } from './routes.ts';

/** Who reads the card: undefined in a channel, where many do. */
export type Reader = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;

/**
 * A card: a template with data binding (`cards/*.json`), and the view that gives the template its data.
 * The view may look things up (names of people) and must not decide anything. Undefined: there is nothing to show (any more).
 * The edge adds `t` (the card's static texts in the reader's language) and `form` (an id that every rendering gets anew
 * and that comes back with a click, so that the same click twice is seen to be one).
 */
export type CardDefinition = Readonly<{
  name: string;
  template: JsonObject;
  /** Static texts that the template binds as `${t.key}`. */
  texts: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
  view(state: JsonObject, reader: Reader, extra: JsonObject): Promise<object | undefined>;
}>;

/** A typed card: `show` makes what an answer or an effect names; the registry keeps the definition. */
export type TypedCard<State extends object> = Readonly<{
  definition: CardDefinition;
  show(state: State, extra?: JsonObject): Card;
}>;

/** The only place where a card's state changes type: what is rendered is what the same feature stored. */
export function card<State extends object>(
  definition: Omit<CardDefinition, 'view'> &
    Readonly<{
      view(state: State, reader: Reader, extra: JsonObject): Promise<object | undefined> | object | undefined;
    }>,
): TypedCard<State> {
  const { name } = definition;
  return {
    definition: {
      ...definition,
      view: async (state, reader, extra) => definition.view(state as unknown as State, reader, extra),
    },
    show: (state, extra) => ({
      name,
      state: state as unknown as JsonObject,
      ...(extra === undefined ? {} : { extra }),
    }),
  };
}

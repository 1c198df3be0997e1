import type { JsonObject } from '../core/json.ts';
import type { Text } from '../core/locale.ts';
import { withNotice } from '../core/view-parts.ts';
import { card, type TypedCard } from '../teams/cards.ts';
import template from './cards/ask.json' with { type: 'json' };
import { nothingSaid, type Said } from './said.ts';
import { type Offered, texts, type Wish } from './texts.ts';

/** `case`: the number of the case it is about. `title`: when it is not what is wanted, or the number. */
export type Choice = Readonly<{ intent: Wish; case?: string; municipality?: string; said?: Said; title?: Text }>;
/** Opens a dialog with what it asks for; named after what is wanted unless it has a title of its own. */
export type Dialog = Readonly<{ intent: Wish; verb: string; data?: JsonObject; title?: Text }>;
export type Asking = Readonly<{
  ask: 'offer' | 'whichCase' | 'bound' | 'item' | 'which' | 'whichDeadline' | 'whoOfThem' | 'instead';
  /** The number of the case. */
  about?: string;
  /** What was understood of a day or an amount, in full. */
  echo?: Text;
  choices?: readonly Choice[];
  /** Sentences of features, by the names of their routes. */
  shows?: readonly Offered[];
  dialogs?: readonly Dialog[];
}>;

/** Asks back, or binds what was understood to a button. It holds names of ours and case numbers, never what was typed. */
export const askCard: TypedCard<Asking> = card<Asking>({
  ...{ name: 'talk/ask', template, texts: texts.static(({ cards }) => cards.ask) },
  view({ ask, about, echo, choices = [], shows = [], dialogs = [] }, { locale }, extra) {
    const { say, wishes, offers } = texts.in[locale];
    const told = [about === undefined ? '' : say.about(about), echo?.[locale] ?? '', say[ask]];
    const shown = {
      title: told.filter(Boolean).join(' '),
      choices: choices.map(({ intent, case: number = '', municipality = '', said = nothingSaid, title }) => ({
        data: { verb: 'talk/choose', intent, case: number, municipality, said },
        title: title?.[locale] ?? (ask === 'whichCase' ? number : wishes[intent]),
      })),
      shows: shows.map((route) => ({ data: { verb: 'talk/show', route }, title: offers[route] })),
      dialogs: dialogs.map(({ intent, verb, data = {}, title }) => ({
        title: title?.[locale] ?? wishes[intent],
        data: { ...data, verb, msteams: { type: 'task/fetch' } },
      })),
    };
    return withNotice(shown, extra, locale);
  },
});

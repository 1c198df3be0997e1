import { card, type TypedCard } from '../teams/cards.ts';
import template from './cards/ask.json' with { type: 'json' };
import { texts, type Wish } from './texts.ts';

/** `case`: the number of the case it is about. */
type Choice = Readonly<{ intent: Wish; case?: string }>;
/** Opens a dialog; `case` is the id that the dialog asks for. */
type Dialog = Readonly<{ intent: Wish; verb: string; case?: string }>;
export type Asking = Readonly<{
  ask: 'offer' | 'whichCase' | 'bound' | 'boundTo';
  /** The number of the case, for `boundTo`. */
  about?: string;
  choices?: readonly Choice[];
  dialog?: Dialog;
}>;

/** Asks back, or binds what was understood to a button. It holds names of ours and case numbers, never what was typed. */
export const askCard: TypedCard<Asking> = card<Asking>({
  ...{ name: 'talk/ask', template, texts: texts.static(({ cards }) => cards.ask) },
  view({ ask, about = '', choices = [], dialog }, { locale }) {
    const { say, wishes } = texts.in[locale];
    return {
      title: ask === 'boundTo' ? say.boundTo(about) : say[ask],
      choices: choices.map(({ intent, case: number = '' }) => ({
        ...{ intent, case: number, title: ask === 'whichCase' ? number : wishes[intent] },
      })),
      dialogs: dialog ? [{ title: wishes[dialog.intent], verb: dialog.verb, case: dialog.case ?? '' }] : [],
    };
  },
});

import type { JsonObject } from '../core/json.ts';
import type { Text } from '../core/locale.ts';
import { card } from './cards.ts';
import template from './cards/reference.json' with { type: 'json' };

/** `verb` opens a dialog, which asks anew who looks: whoever put the card there decides nothing about that. */
type Reference = Readonly<{ title: Text; lines: readonly Text[]; look: Readonly<{ verb: string }> & JsonObject }>;

/** Points to something in any conversation. Its lines must be fit for everybody: what is behind it is in the dialog. */
export const referenceCard = card<Reference>({
  name: 'teams/reference',
  template,
  texts: {
    nl: { fallback: 'Doorbraak:', look: 'Bekijk' },
    en: { fallback: 'Doorbraak:', look: 'Look' },
  },
  view: ({ title, lines, look }, { locale }) => ({
    title: title[locale],
    lines: lines.map((line) => ({ text: line[locale] })),
    look: { ...look, msteams: { type: 'task/fetch' } },
  }),
});

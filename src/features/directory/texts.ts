import type { Locale } from '../../core/locale.ts';
import { translator } from '../../teams/texts.ts';
import { en } from './texts.en.ts';
import { nl } from './texts.nl.ts';

export const say = translator({ nl, en });

/** The texts of one card without its prefix: `landing.noTeam` binds as `${t.noTeam}`. */
export function cardTexts(prefix: 'ask' | 'landing'): Readonly<Record<Locale, Readonly<Record<string, string>>>> {
  return { nl: withoutPrefix(nl, prefix), en: withoutPrefix(en, prefix) };
}

function withoutPrefix(texts: object, prefix: string): Readonly<Record<string, string>> {
  const own = Object.entries(texts).filter(([key]) => key.startsWith(`${prefix}.`));
  return Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length + 1), String(text)]));
}

const lists: Readonly<Record<Locale, Intl.ListFormat>> = {
  nl: new Intl.ListFormat('nl-NL'),
  en: new Intl.ListFormat('en-GB'),
};

/** "Anna, Bob en Chris". */
export function listed(locale: Locale, names: readonly string[]): string {
  return lists[locale].format(names);
}

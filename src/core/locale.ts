export const locales = ['nl', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A text for people in both languages; Dutch is the default. */
export type Text = Readonly<Record<Locale, string>>;

/** A Teams locale (`nl-NL`, `en-us`) to one of ours: Dutch unless it is English. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') === true ? 'en' : 'nl';
}

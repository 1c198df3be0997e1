import { type Locale, locales, type Text } from './locale.ts';

type CardTexts = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** What a feature does with its texts in both languages: `dutch` says what there is, `english` has the same (TextsLike). */
export type Bilingual<Texts> = Readonly<{
  in: Readonly<Record<Locale, Texts>>;
  /** One text in both languages. */
  inBoth(pick: (texts: Texts, locale: Locale) => string): Text;
  /** The static texts of one card, for its definition. */
  static(pick: (texts: Texts) => Readonly<Record<string, string>>): CardTexts;
}>;

export function bilingual<Texts>(texts: Readonly<Record<Locale, Texts>>): Bilingual<Texts> {
  return {
    in: texts,
    inBoth: (pick) => inEach((locale) => pick(texts[locale], locale)),
    static: (pick) => inEach((locale) => pick(texts[locale])),
  };
}

function inEach<Value>(of: (locale: Locale) => Value): Readonly<Record<Locale, Value>> {
  return Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Record<Locale, Value>;
}

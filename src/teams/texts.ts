import { createInstance } from 'i18next';
import { type Locale, locales } from '../core/locale.ts';

type Words = Readonly<Record<string, string>>;
/** `days_one` and `days_other` are asked for as `days`, with a `count`. */
type KeyOf<Texts extends Words> = {
  [Key in keyof Texts & string]: Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
}[keyof Texts & string];

type Translate<Texts extends Words> = (
  locale: Locale,
  key: KeyOf<Texts>,
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * Texts that are put together at run time: `{{name}}` takes a value, plurals go by `count`. Both languages must have every
 * key (checked by the compiler); Dutch never stands in for English unseen.
 */
export function translator<const Texts extends Words>(
  resources: Readonly<{ nl: Texts; en: Readonly<Record<keyof Texts, string>> }>,
): Translate<Texts> {
  const i18n = createInstance();
  void i18n.init({
    initAsync: false,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(locales.map((locale) => [locale, { translation: resources[locale] }])),
    parseMissingKeyHandler: (key) => {
      throw new Error(`no text for ${key}`);
    },
  });
  const inLanguage = { nl: i18n.getFixedT('nl'), en: i18n.getFixedT('en') };
  return (locale, key, values) => {
    const name: string = key;
    return inLanguage[locale](name, { ...values });
  };
}

import type { Locale } from '../core/locale.ts';

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that are in nearly every sentence of one language and in none of the other. */
const english = list(
  'the what which who whom where when how can could would should please this that these those my your our their his her is are was were does did have has had not with from for about and but there here and please show give find add make remove cancel close i you we they me us to of on at it today tomorrow yesterday week next need want thanks hello good morning any new case cases task tasks meeting',
);
const dutch = list(
  'de het een wat welke wie waar wanneer hoe kan kunnen kun zou graag deze dit die dat mijn jouw uw ons onze hun zijn haar is zijn was waren heb heeft hebben niet met van voor over en maar er hier toon geef zoek voeg maak sluit ik jij je wij we ze mij naar op bij nog aan te ben bent wil moet vandaag morgen gisteren volgende casus zaak taak overleg plek casussen taken bedankt hallo goedemorgen aub even',
);

/** The language a message is in; Dutch when in doubt, since nearly everybody here writes it. */
export function languageOf(text: string): Locale {
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const count = (known: ReadonlySet<string>, other: ReadonlySet<string>) =>
    words.filter((word) => known.has(word) && !other.has(word)).length;
  return count(english, dutch) > count(dutch, english) ? 'en' : 'nl';
}

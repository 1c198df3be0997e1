import { card, type TypedCard } from '../teams/cards.ts';
import template from './cards/examples.json' with { type: 'json' };
import { type Example, exampleNamed, subjects } from './examples.ts';
import { texts } from './texts.ts';

/** Sentences that can be typed, each as a button that says it. */
export const examplesCard: TypedCard<Readonly<{ examples: readonly Example[] }>> = card({
  ...{ name: 'guide/examples', template, texts: texts.static(({ cards }) => cards.examples) },
  view({ examples }, { locale }) {
    const known = examples.flatMap((name) => exampleNamed(name) ?? []);
    const groups = subjects.map((subject) => ({
      title: texts.in[locale].subjects[subject],
      examples: known
        .filter((example) => example.subject === subject)
        .map(({ name, [locale]: title }) => ({ name, title })),
    }));
    return { groups: groups.filter(({ examples: some }) => some.length > 0) };
  },
});

import { ok } from 'node:assert/strict';
import { createUnderstanding } from '../../src/talk/understanding.ts';

const understanding = createUnderstanding();

/** What the recogniser is not sure of, however much it learns: the first of many ways to say nothing in particular. */
export function unsureOf(about: string): string {
  const ways = [
    'breng dat van {} verder',
    'hoe zit dat met {} en zo',
    'kan iemand mee met {}',
    'en {} dan nog even iets',
  ];
  const texts = ways.map((way) => way.replace('{}', about));
  const found = texts.find((text) => ['offer', 'unclear'].includes(understanding().recognise(text).kind));
  ok(found, `the recogniser is sure of everything about ${about}`);
  return found;
}

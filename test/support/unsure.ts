import { ok } from 'node:assert/strict';
import { createUnderstanding } from '../../src/talk/understanding.ts';

const understanding = createUnderstanding();

const ways = [
  ...['breng dat van {} verder', 'hoe zit dat met {} en zo', 'kan iemand mee met {}', 'en {} dan nog even iets'],
  ...['wie gaat er over {}', 'wie doet {} eigenlijk', 'van wie is {}', 'iets over {} bij ons'],
];

/**
 * What the recogniser is not sure of, however much it learns: the first of many ways to say nothing in particular. `among`: an
 * intent that it may be.
 */
export function unsureOf(about: string, among?: string): string {
  const texts = ways.map((way) => way.replace('{}', about));
  const found = texts.find((text) => {
    const { kind, guesses } = understanding().recognise(text);
    const isUnsure = kind === 'offer' || (kind === 'unclear' && among === undefined);
    return isUnsure && (among === undefined || guesses.some(({ intent }) => intent === among));
  });
  ok(found, `the recogniser is sure of everything about ${about}`);
  return found;
}

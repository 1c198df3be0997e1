import { languageOf, soundsLikeDistress } from '../assistant/index.ts';
import { findPersonalData } from '../core/personal-data.ts';
import { sayText } from '../teams/answer-kit.ts';
import type { MessageRoute } from '../teams/routes.ts';
import { texts } from './texts.ts';
import type { Understanding } from './understanding.ts';

/**
 * Before everything else, the guard for personal data too: whoever is in danger must see where to call, and only then that the
 * message is to be deleted. What would otherwise reach the recogniser is left to it.
 */
export function distressRoute(understanding: () => Understanding): MessageRoute {
  return {
    name: 'talk/distress',
    asTyped: true,
    match(text) {
      const personal = findPersonalData(text).length > 0;
      const distressed = soundsLikeDistress(text) || (personal && looksLikeDistress(understanding(), text));
      return distressed ? { personal, locale: languageOf(text) } : undefined;
    },
    async run({ data: { personal, locale } }) {
      const told = texts.inBoth(({ small, say }) =>
        personal === true ? `${small.nood}\n\n${say.deleteIt}` : small.nood,
      );
      return { locale: locale === 'en' ? 'en' : 'nl', ...sayText('nood', told) };
    },
  };
}

function looksLikeDistress({ recognise }: Understanding, text: string): boolean {
  const recognised = recognise(text);
  return recognised.kind === 'talk' && recognised.about === 'nood';
}

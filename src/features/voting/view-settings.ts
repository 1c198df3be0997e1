import type { Locale } from '../../core/locale.ts';
import { majorityOf } from './majority.ts';
import { texts } from './texts.ts';
import type { VoteSettings } from './vote-state.ts';

/** How is voted, in one line: who sees what, how many must vote, and what wins. */
export function settingsLine(settings: VoteSettings, locale: Locale): string {
  const { say, names } = texts.in[locale];
  const { quorum, secrecy, thresholdPercent } = settings;
  const majority = majorityOf(settings);
  return [
    names.secrecy[secrecy],
    'count' in quorum ? say.quorumCount(quorum.count) : say.quorumPercent(quorum.percent),
    majority === undefined ? say.majorityOf(thresholdPercent) : names.majority[majority],
  ].join(' · ');
}

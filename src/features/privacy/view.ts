import type { Locale } from '../../core/locale.ts';
import { day, type Line, lineOf, listed } from '../../core/view-parts.ts';
import type { Keeping } from './keeping.ts';
import { texts } from './texts.ts';

export function keepingView(state: Keeping, locale: Locale): object | undefined {
  if (state.status === 'none') return undefined;
  const { purged, channels, waiting, problem, drafts = 0 } = state;
  const { say } = texts.in[locale];
  const lines: readonly Line[] = [
    ...(purged.length === 0 ? [] : [lineOf(say.purged(listed(purged, locale)))]),
    ...(drafts === 0 ? [] : [lineOf(say.draftsDropped(drafts))]),
    ...(channels.length === 0 ? [] : [lineOf(say.channels(listed(channels, locale)))]),
    ...(problem === undefined ? [] : [lineOf(say.waiting(waiting)), lineOf(say.problems[problem])]),
  ];
  return { title: say.keepingOf(day(state.day, locale)), lines };
}

import type * as AC from 'adaptivecards';
import { markdownToHtml } from './markdown.ts';
import { registerBadge, registerProgressBar } from './badge-and-progress.ts';
import { registerCharts } from './charts.ts';

export type AdaptiveCardsLibrary = typeof AC;

declare global {
  /** Put there by /vendor/adaptivecards.js, which comes as a plain script. */
  const AdaptiveCards: AdaptiveCardsLibrary;
}

export function prepareLibrary(): void {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownToHtml(text);
    result.didProcess = true;
  };
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  AdaptiveCards.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
  AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => 'Meer knoppen';
  AdaptiveCards.Strings.defaults.inlineActionTitle = () => 'Doen';
  for (const register of [registerBadge, registerProgressBar, registerCharts]) register();
}

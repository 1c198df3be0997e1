import type * as AC from 'adaptivecards';
import { openMenu } from '../menu.ts';

/**
 * The buttons behind "…". The renderer's own menu stands at the end of the page, where an open dialog puts it out of reach;
 * this one stands beside its button.
 */
export function openOverflowMenu(actions: readonly AC.Action[], button: HTMLElement): void {
  const items = actions.map((action) => ({
    title: action.title ?? '',
    choose: () => {
      action.execute();
    },
  }));
  openMenu(AdaptiveCards.Strings.defaults.overflowButtonTooltip(), items, button);
}

import type * as AC from 'adaptivecards';

/**
 * The buttons behind "…". The renderer's own menu stands at the end of the page, where an open dialog puts it out of reach;
 * this one stands beside its button.
 */
export function openOverflowMenu(actions: readonly AC.Action[], button: HTMLElement): void {
  const menu = document.createElement('div');
  menu.className = 'overflow-menu';
  menu.popover = 'auto';
  menu.setAttribute('role', 'group');
  menu.setAttribute('aria-label', AdaptiveCards.Strings.defaults.overflowButtonTooltip());
  menu.append(...actions.map((action) => menuItem(action, menu)));
  menu.addEventListener('toggle', ({ newState }) => {
    button.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState === 'closed') menu.remove();
  });
  button.after(menu);
  menu.showPopover();
  placeBeside(button, menu);
  menu.querySelector('button')?.focus();
}

function menuItem(action: AC.Action, menu: HTMLElement): HTMLElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.textContent = action.title ?? '';
  item.addEventListener('click', () => {
    menu.hidePopover();
    action.execute();
  });
  return item;
}

const gap = 4;

/** Under the button, or above it where the window ends. */
function placeBeside(button: HTMLElement, menu: HTMLElement): void {
  const { left, top, bottom } = button.getBoundingClientRect();
  const fitsBelow = bottom + gap + menu.offsetHeight <= innerHeight;
  menu.style.left = `${Math.max(gap, Math.min(left, innerWidth - menu.offsetWidth - gap))}px`;
  menu.style.top = `${fitsBelow ? bottom + gap : Math.max(gap, top - gap - menu.offsetHeight)}px`;
}

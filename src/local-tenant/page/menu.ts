export type MenuItem = Readonly<{ title: string; choose(): void }>;

/** Buttons beside the one that opened them; gone with a choice, Escape, or a click elsewhere. */
export function openMenu(label: string, items: readonly MenuItem[], button: HTMLElement): void {
  const menu = document.createElement('div');
  menu.className = 'overflow-menu';
  menu.popover = 'auto';
  menu.setAttribute('role', 'group');
  menu.setAttribute('aria-label', label);
  menu.append(...items.map((item) => menuItem(item, menu)));
  menu.addEventListener('toggle', ({ newState }) => {
    button.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState === 'closed') menu.remove();
  });
  button.after(menu);
  menu.showPopover();
  placeBeside(button, menu);
  menu.querySelector('button')?.focus();
}

function menuItem({ title, choose }: MenuItem, menu: HTMLElement): HTMLElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.textContent = title;
  item.addEventListener('click', () => {
    menu.hidePopover();
    choose();
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

import { html } from 'lit-html';
import { numberOf, registerElement, textOf } from './custom-element.ts';

const badgeStyles = ['default', 'subtle', 'informative', 'accent', 'good', 'attention', 'warning'];

export function registerBadge(): void {
  registerElement('Badge', ({ text, style, tooltip }) => {
    const known = badgeStyles.find((name) => name === textOf(style).toLowerCase()) ?? 'default';
    return html`<span class="badge badge-${known}" title=${textOf(tooltip)}>${textOf(text)}</span>`;
  });
}

/** Without a value the bar says "busy", as in Teams. */
export function registerProgressBar(): void {
  registerElement('ProgressBar', ({ value, max, title }) => {
    const most = numberOf(max, 100);
    const label = title === undefined ? 'Voortgang' : textOf(title);
    return value === undefined
      ? html`<progress class="progress" aria-label=${label}></progress>`
      : html`<progress class="progress" aria-label=${label} max=${most} value=${numberOf(value, 0)}></progress>`;
  });
}

import { type TemplateResult, svg, html } from 'lit-html';

const draw = (path: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${path}</svg>`;

export const icons = {
  back: draw(svg`<path d="M12 4l-6 6 6 6" />`),
  lock: draw(svg`<path d="M5.500 9h9v7h-9zM7.500 9V6.500a2.500 2.500 0 0 1 5 0V9" />`),
  shared: draw(
    svg`<path d="M8 12l4-4M9 6.500l1.500-1.500a3.200 3.200 0 0 1 4.500 4.500L13.500 11M11 13.500L9.500 15A3.200 3.200 0 0 1 5 10.500L6.500 9" />`,
  ),
  channel: draw(svg`<path d="M8 4l-1.500 12M13.500 4L12 16M4.500 8h12M3.500 12h12" />`),
  search: draw(svg`<circle cx="9" cy="9" r="4.500" /><path d="M12.500 12.500L16 16" />`),
  settings: draw(svg`<path d="M4 6h12M4 10h12M4 14h12" />`),
  more: draw(svg`<path d="M5 10h.010M10 10h.010M15 10h.010" stroke-width="2.500" />`),
  send: draw(svg`<path d="M4 4l13 6-13 6 2-6zM6 10h6" />`),
  close: draw(svg`<path d="M5 5l10 10M15 5L5 15" />`),
  refresh: draw(svg`<path d="M15.500 8A6 6 0 1 0 16 11M15.500 4v4h-4" />`),
  like: draw(
    svg`<path d="M3.500 9h3v7h-3zM6.500 9l3-6a1.700 1.700 0 0 1 2 2L11 8h4a1.500 1.500 0 0 1 1.500 1.800l-1 5A1.500 1.500 0 0 1 14 16H6.500" />`,
  ),
  dislike: draw(
    svg`<path d="M3.500 11h3V4h-3zM6.500 11l3 6a1.700 1.700 0 0 0 2-2L11 12h4a1.500 1.500 0 0 0 1.500-1.800l-1-5A1.500 1.500 0 0 0 14 4H6.500" />`,
  ),
  reply: draw(svg`<path d="M8 5L3.500 9.500 8 14M4 9.500h7a5 5 0 0 1 5 5V15" />`),
  doorbraak: draw(svg`<path d="M5 4.500v11M15 4.500v3M15 12.500v3M7.500 10h7M12 7.500l2.500 2.500-2.500 2.500" />`),
};

import { type TemplateResult, html } from 'lit-html';
import { hue, initials } from '../format.ts';
import { icons } from './icons.ts';

export const showAvatar = (name: string, isBot = false): TemplateResult =>
  isBot
    ? html`<span class="avatar avatar-bot" aria-hidden="true">${icons.doorbraak}</span>`
    : html`<span class="avatar avatar-${hue(name)}" aria-hidden="true">${initials(name)}</span>`;

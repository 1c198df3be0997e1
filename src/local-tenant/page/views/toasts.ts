import { type TemplateResult, html } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Session } from '../session.ts';
import type { State, Toast } from '../state.ts';
import { icons } from './icons.ts';

export function showToasts({ toasts }: State, session: Session): TemplateResult {
  return html`<aside class="toasts" aria-label="Nieuwe berichten elders" aria-live="polite">
    ${repeat(
      toasts,
      ({ id }) => id,
      (toast) => showToast(toast, session),
    )}
  </aside>`;
}

function showToast({ id, conversation, title, text }: Toast, session: Session): TemplateResult {
  const open = () => {
    session.open(conversation);
  };
  const dismiss = () => {
    session.dismiss(id);
  };
  return html`<div class="toast">
    <button type="button" class="toast-open" @click=${open}><b>${title}</b><span>${text}</span></button>
    <button type="button" class="icon-button" aria-label="Sluit deze melding" @click=${dismiss}>${icons.close}</button>
  </div>`;
}

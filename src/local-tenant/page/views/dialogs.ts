import { type TemplateResult, html } from 'lit-html';
import type { Persona } from '../../api.ts';
import type { Session } from '../session.ts';
import { icons } from './icons.ts';
import { showPersonas } from './start.ts';

/** The page's own dialogs. They are always there, closed, so that a re-render never closes one. */
export function showPersonDialog(personas: readonly Persona[], me: Persona): TemplateResult {
  const body = html`<p class="dialog-text">
      Open iemand in een nieuw tabblad (Ctrl + klik) om twee mensen tegelijk te zijn.
    </p>
    ${showPersonas(personas, me)}`;
  return showDialog({ id: 'persons', title: 'Wissel van persoon', body });
}

export function showResetDialog(session: Session): TemplateResult {
  const reset = async ({ currentTarget }: Event) => {
    await session.reset();
    if (currentTarget instanceof HTMLElement) currentTarget.closest('dialog')?.close();
    document.getElementById('settings')?.hidePopover();
  };
  const body = html`<p class="dialog-text">
      Alle chats, kanalen, casussen en afspraken verdwijnen, voor iedereen. De omgeving begint weer zoals op de eerste
      dag.
    </p>
    <footer class="dialog-foot">
      <button type="button" class="secondary" @click=${closeDialog}>Niet doen</button>
      <button type="button" class="primary danger" @click=${reset}>Alles terugzetten</button>
    </footer>`;
  return showDialog({ id: 'reset', title: 'Alles terugzetten?', body });
}

type Dialog = Readonly<{ id: string; title: string; body: TemplateResult }>;

export function showDialog({ id, title, body }: Dialog): TemplateResult {
  return html`<dialog id=${id} class="dialog" aria-labelledby="${id}-title">
    <header class="dialog-head">
      <h2 id="${id}-title">${title}</h2>
      <button type="button" class="icon-button" aria-label="Sluit dit venster" @click=${closeDialog}>
        ${icons.close}
      </button>
    </header>
    <div class="dialog-body">${body}</div>
  </dialog>`;
}

export const openDialog = (id: string) => () => {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
};

export function closeDialog({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement) currentTarget.closest('dialog')?.close();
}

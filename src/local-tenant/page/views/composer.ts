import { type TemplateResult, html } from 'lit-html';
import type { Session } from '../session.ts';
import type { Insert } from '../state.ts';
import { asText } from './as-text.ts';
import { openDialog } from './dialogs.ts';
import { icons } from './icons.ts';

export type Box = Readonly<{
  label: string;
  inChannel: boolean;
  replyTo?: string;
  autofocus?: boolean;
  inserted: Insert | undefined;
}>;

const botName = 'Doorbraak';

/** Where a message is typed. Enter sends, Shift+Enter begins a new line, as in Teams. */
export function showComposer(box: Box, session: Session): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    void sendFrom(event.currentTarget, box, session);
  };
  return html`<form class="composer" @submit=${submit}>
    ${box.inserted === undefined ? '' : showInserted(box.inserted, session)}
    <div class="composer-line">
      <textarea
        name="text"
        rows="1"
        aria-label=${box.label}
        placeholder=${box.label}
        ?autofocus=${box.autofocus}
        @keydown=${sendOnEnter}
        @input=${grow}
      ></textarea>
      <button
        type="button"
        class="icon-button"
        aria-label="Kaart van ${botName} toevoegen"
        @click=${openDialog('search')}
      >
        ${icons.more}
      </button>
      <button type="submit" class="icon-button" aria-label="Versturen">${icons.send}</button>
    </div>
    ${box.inChannel ? showMention() : ''}
    <p class="composer-problem" role="alert"></p>
  </form>`;
}

function showInserted({ title }: Insert, session: Session): TemplateResult {
  const takeOut = () => {
    session.insert(undefined);
  };
  return html`<p class="inserted">
    <span>Met kaart: <b>${title}</b></span>
    <button type="button" class="icon-button small" aria-label="Haal de kaart ${title} weg" @click=${takeOut}>
      ${icons.close}
    </button>
  </p>`;
}

const showMention = (): TemplateResult =>
  html`<label class="mention-choice">
    <input type="checkbox" name="mention" /> @${botName} noemen
    <span class="hint">In een kanaal leest ${botName} alleen berichten waarin je het noemt.</span>
  </label>`;

function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (event.currentTarget instanceof HTMLTextAreaElement) event.currentTarget.form?.requestSubmit();
}

function grow({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLTextAreaElement)) return;
  currentTarget.style.height = 'auto';
  currentTarget.style.height = `${Math.min(currentTarget.scrollHeight + 2, 180)}px`;
}

async function sendFrom(target: EventTarget | null, box: Box, session: Session): Promise<void> {
  if (!(target instanceof HTMLFormElement) || target.ariaBusy === 'true') return;
  const typed = new FormData(target);
  const said = asText(typed.get('text')).trim();
  if (said === '' && box.inserted === undefined) return;
  const named = new RegExp(`@${botName}\\b`, 'i').test(said);
  const mention = box.inChannel && (named || typed.has('mention'));
  target.ariaBusy = 'true';
  const text = mention && !named ? `@${botName} ${said}` : said;
  const problem = await session.send(text, { mention, ...(box.replyTo === undefined ? {} : { replyTo: box.replyTo }) });
  target.ariaBusy = 'false';
  showOutcome(target, problem);
}

/** What was typed stays when it could not be sent. */
function showOutcome(form: HTMLFormElement, problem: string | undefined): void {
  const place = form.querySelector('.composer-problem');
  if (place !== null) place.textContent = problem ?? '';
  if (problem !== undefined) return;
  form.reset();
  const area = form.querySelector('textarea');
  if (area !== null) area.style.height = 'auto';
}

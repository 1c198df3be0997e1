import { type TemplateResult, html, render } from 'lit-html';
import type { SearchAnswer } from '../../api.ts';
import { searchCommands } from '../commands.ts';
import { type Surface, drawCard } from '../cards/draw-card.ts';
import type { Session } from '../session.ts';
import { asText } from './as-text.ts';
import { closeDialog, showDialog } from './dialogs.ts';

type Found = SearchAnswer['results'][number];
type Context = Readonly<{ session: Session; surface: Surface; isWriting: boolean }>;

/** The bot's message extension: what is found goes into the message that is being written, as in Teams. */
export function showSearchDialog(context: Context): TemplateResult {
  const search = (event: Event) => {
    event.preventDefault();
    void searchFrom(event.currentTarget, context);
  };
  const [first] = searchCommands;
  const body = html`<form class="search" role="search" aria-label="Zoeken met Doorbraak" @submit=${search}>
      <fieldset>
        <legend class="visually-hidden">Waarin zoek je?</legend>
        ${searchCommands.map(
          ({ id, title }) =>
            html`<label><input type="radio" name="command" value=${id} ?checked=${id === first.id} /> ${title}</label>`,
        )}
      </fieldset>
      <input type="search" name="query" aria-label="Waar zoek je naar?" placeholder="Bijvoorbeeld een casusnummer" />
      <button type="submit" class="primary">Zoek</button>
    </form>
    <div class="results"></div>`;
  return showDialog({ id: 'search', title: 'Zoeken met Doorbraak', body });
}

async function searchFrom(form: EventTarget | null, context: Context): Promise<void> {
  if (!(form instanceof HTMLFormElement) || !(form.nextElementSibling instanceof HTMLElement)) return;
  const typed = new FormData(form);
  const [command, query] = [asText(typed.get('command')), asText(typed.get('query')).trim()];
  const place = form.nextElementSibling;
  render(html`<p role="status">Zoeken…</p>`, place);
  const answer = await context.session.search({ command, query });
  render(typeof answer === 'string' ? showProblem(answer) : showResults(answer, context), place);
}

const showProblem = (text: string): TemplateResult => html`<p class="problem" role="alert">${text}</p>`;

function showResults({ results, text }: SearchAnswer, context: Context): TemplateResult {
  const none = 'Niets gevonden. Probeer een ander woord of een casusnummer.';
  const summary = results.length === 0 ? (text ?? none) : (text ?? countText(results.length));
  return html`<p role="status">${summary}</p>
    <ul>
      ${results.map((found) => showResult(found, context))}
    </ul>`;
}

const countText = (count: number): string => (count === 1 ? '1 resultaat' : `${count} resultaten`);

function showResult({ title, text, card }: Found, { session, surface, isWriting }: Context): TemplateResult {
  const insert = (event: Event) => {
    session.insert({ title, card });
    closeDialog(event);
  };
  return html`<li>
    <details>
      <summary><b>${title}</b><span>${text}</span></summary>
      ${drawCard(card, surface, explain)}
    </details>
    ${
      isWriting
        ? html`<button type="button" class="secondary" aria-label="Zet ${title} in je bericht" @click=${insert}>
            Zet in je bericht
          </button>`
        : ''
    }
  </li>`;
}

function explain(): void {
  const place = document.querySelector('.results [role=status]');
  if (place !== null) place.textContent = 'Knoppen werken hier niet. Zet de kaart eerst in een gesprek.';
}

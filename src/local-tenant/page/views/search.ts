import { type TemplateResult, html, render } from 'lit-html';
import type { SearchAnswer } from '../../api.ts';
import { type Surface, drawCard } from '../cards/draw-card.ts';
import type { Session } from '../session.ts';
import { showDialog } from './dialogs.ts';

type Found = SearchAnswer['results'][number];

/** The bot's message extension. In Teams a result is put in a message; here it is shown, which is all that practice needs. */
export function showSearchDialog(session: Session, surface: Surface): TemplateResult {
  const search = (event: Event) => {
    event.preventDefault();
    void searchFrom(event.currentTarget, session, surface);
  };
  const body = html`<form class="search" role="search" aria-label="Zoeken met Doorbraak" @submit=${search}>
      <input type="search" name="query" aria-label="Waar zoek je naar?" placeholder="Bijvoorbeeld een casusnummer" />
      <button type="submit" class="primary">Zoek</button>
    </form>
    <div class="results"></div>`;
  return showDialog({ id: 'search', title: 'Zoeken met Doorbraak', body });
}

async function searchFrom(form: EventTarget | null, session: Session, surface: Surface): Promise<void> {
  if (!(form instanceof HTMLFormElement) || !(form.nextElementSibling instanceof HTMLElement)) return;
  const query = new FormData(form).get('query');
  const place = form.nextElementSibling;
  render(html`<p role="status">Zoeken…</p>`, place);
  const answer = await session.search(typeof query === 'string' ? query.trim() : '');
  render(typeof answer === 'string' ? showProblem(answer) : showResults(answer, surface), place);
}

const showProblem = (text: string): TemplateResult => html`<p class="problem" role="alert">${text}</p>`;

function showResults({ results, text }: SearchAnswer, surface: Surface): TemplateResult {
  const none = 'Niets gevonden. Probeer een ander woord of een casusnummer.';
  const summary = results.length === 0 ? (text ?? none) : (text ?? countText(results.length));
  return html`<p role="status">${summary}</p>
    <ul>
      ${results.map((found) => showResult(found, surface))}
    </ul>`;
}

const countText = (count: number): string => (count === 1 ? '1 resultaat' : `${count} resultaten`);

function showResult({ title, text, card }: Found, surface: Surface): TemplateResult {
  return html`<li>
    <details>
      <summary><b>${title}</b><span>${text}</span></summary>
      ${drawCard(card, surface, explain)}
    </details>
  </li>`;
}

function explain(): void {
  const place = document.querySelector('.results [role=status]');
  if (place !== null) place.textContent = 'Knoppen werken hier niet. Open de kaart in de chat of in het kanaal.';
}

import { type TemplateResult, html } from 'lit-html';
import type { Persona } from '../../api.ts';
import { icons } from './icons.ts';
import { showAvatar } from './avatar.ts';

/** What a newcomer sees first: what this is, and who to be. Links, so that a second tab can be a second person. */
export function showStart(personas: readonly Persona[], problem: string | undefined): TemplateResult {
  return html`<main class="start">
    <header class="start-head">
      <span class="start-mark" aria-hidden="true">${icons.doorbraak}</span>
      <div>
        <h1>Doorbraak oefenomgeving</h1>
        <p class="lead">
          Hier werkt de echte Doorbraak, zonder Microsoft Teams. De mensen en de casussen zijn verzonnen. Je kunt niets
          stuk maken.
        </p>
      </div>
    </header>
    <ol class="steps">
      <li><b>Kies wie je bent.</b> Iedereen ziet zijn eigen chats en kanalen.</li>
      <li><b>Open de chat met Doorbraak.</b> Typ <kbd>help</kbd> en druk op Enter.</li>
      <li><b>Open een tweede tabblad</b> en kies iemand anders. Zo speel je een gesprek na.</li>
    </ol>
    <section aria-labelledby="choose">
      <h2 id="choose">Kies wie je bent</h2>
      ${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`} ${showPersonas(personas)}
    </section>
  </main>`;
}

export function showPersonas(personas: readonly Persona[], me?: Persona): TemplateResult {
  return html`<ul class="personas">
    ${personas.map(
      (persona) =>
        html`<li>
          <a
            class="persona"
            href="?als=${encodeURIComponent(persona.id)}"
            aria-current=${String(persona.id === me?.id)}
          >
            ${showAvatar(persona.name)}
            <span class="persona-text">
              <span class="persona-name">${persona.name}</span>
              <span class="persona-role">${persona.role}</span>
              <span class="persona-organisation">${persona.organisation}</span>
            </span>
            ${showOrigin(persona, personas)}
          </a>
        </li>`,
    )}
  </ul>`;
}

/** The tenant most of them belong to is the host; someone of another one is no guest but comes in from outside. */
function showOrigin({ guest, tenant }: Persona, personas: readonly Persona[]): TemplateResult | string {
  if (guest) return html`<span class="tag">gast</span>`;
  return tenant === personas[0]?.tenant ? '' : html`<span class="tag">extern</span>`;
}

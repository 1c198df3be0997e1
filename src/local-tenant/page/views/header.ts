import { type TemplateResult, html } from 'lit-html';
import type { Persona } from '../../api.ts';
import { formatTenantTime } from '../format.ts';
import type { Session } from '../session.ts';
import type { ThemeChoice } from '../theme.ts';
import { showAvatar } from './avatar.ts';
import { openDialog } from './dialogs.ts';
import { icons } from './icons.ts';

export type HeaderContext = Readonly<{
  me: Persona;
  now: Date;
  session: Session;
  theme: ThemeChoice;
  chooseTheme(choice: ThemeChoice): void;
}>;

export function showHeader(context: HeaderContext): TemplateResult {
  const { me, now } = context;
  return html`<header class="top">
    <h1><span class="top-mark" aria-hidden="true">${icons.doorbraak}</span>Doorbraak</h1>
    <span class="top-note">oefenomgeving</span>
    <span class="top-space"></span>
    <span class="top-time"><span class="visually-hidden">Tijd in deze omgeving: </span>${formatTenantTime(now)}</span>
    <button type="button" class="top-button" aria-label="Zoeken met Doorbraak" @click=${openDialog('search')}>
      ${icons.search}
    </button>
    <button type="button" class="top-button" aria-label="Instellingen" popovertarget="settings">
      ${icons.settings}
    </button>
    <button
      type="button"
      class="top-person"
      aria-label="Je bent ${me.name}, ${me.role}. Wissel van persoon"
      @click=${openDialog('persons')}
    >
      ${showAvatar(me.name)}
      <span class="top-name"><b>${me.name}</b><span>${me.role}</span></span>
    </button>
    ${showSettings(context)}
  </header>`;
}

const hourMs = 3_600_000;
const steps = [
  { label: '+ 1 uur', ms: hourMs },
  { label: '+ 1 dag', ms: 24 * hourMs },
  { label: '+ 1 week', ms: 7 * 24 * hourMs },
];

const themes: readonly Readonly<{ choice: ThemeChoice; label: string }>[] = [
  { choice: 'system', label: 'Zoals mijn apparaat' },
  { choice: 'light', label: 'Licht' },
  { choice: 'dark', label: 'Donker' },
];

function showSettings({ now, session, theme, chooseTheme }: HeaderContext): TemplateResult {
  return html`<div id="settings" class="popover" popover role="group" aria-label="Instellingen">
    <h2>Tijd in deze omgeving</h2>
    <p class="time-now" role="status">${formatTenantTime(now)}</p>
    <p class="hint">Zet de klok vooruit om te zien wat Doorbraak doet als een termijn afloopt.</p>
    <div class="buttons">
      ${steps.map(
        ({ label, ms }) =>
          html`<button type="button" class="secondary" @click=${() => void session.advanceClock(ms)}>${label}</button>`,
      )}
    </div>
    <fieldset>
      <legend>Kleuren</legend>
      ${themes.map(
        ({ choice, label }) =>
          html`<label>
            <input
              type="radio"
              name="theme"
              .checked=${choice === theme}
              @change=${() => {
                chooseTheme(choice);
              }}
            />
            ${label}</label
          >`,
      )}
    </fieldset>
    <h2>Opnieuw beginnen</h2>
    <button type="button" class="secondary danger" @click=${openDialog('reset')}>Alles terugzetten…</button>
  </div>`;
}

import { type TemplateResult, html } from 'lit-html';
import type { Persona } from '../../api.ts';
import type { Surface } from '../cards/draw-card.ts';
import { type State, findEntry } from '../state.ts';
import { type ConversationContext, showConversation } from './conversation.ts';
import { showPersonDialog, showResetDialog } from './dialogs.ts';
import { type HeaderContext, showHeader } from './header.ts';
import { showSearchDialog } from './search.ts';
import { showSidebar } from './sidebar.ts';
import { showToasts } from './toasts.ts';

export type AppContext = ConversationContext & HeaderContext & Readonly<{ surface: Surface }>;

export function showApp(context: AppContext): TemplateResult {
  const { state, session, me } = context;
  return html`<div class="app ${state.openId === undefined ? 'list-first' : 'conversation-first'}">
    <a class="skip" href="#content">Naar het gesprek</a>
    ${showHeader(context)} ${showSidebar(state, session)} ${showConversation(context)}
    ${showConnection(state.connected)} ${showToasts(state, session)} ${showAnnouncement(state.announcement)}
    ${showOwnDialogs(context, state.personas, me)}
  </div>`;
}

/** Changes nothing for the eye; for the ear there must be something to hear when the words are the same twice. */
const showAnnouncement = (text: string): TemplateResult =>
  html`<aside class="visually-hidden" aria-label="Aankondigingen" aria-live="polite">${text}</aside>`;

const showConnection = (connected: boolean): TemplateResult =>
  html`<aside class="connection" aria-label="Verbinding" aria-live="polite">
    ${connected ? '' : 'De verbinding is weg. We proberen het steeds opnieuw.'}
  </aside>`;

const showOwnDialogs = (context: AppContext, personas: readonly Persona[], me: Persona): TemplateResult =>
  html`${showPersonDialog(personas, me)} ${showResetDialog(context.session)}
  ${showSearchDialog({ session: context.session, surface: context.surface, isWriting: canWrite(context.state) })}`;

function canWrite({ conversations, openId }: State): boolean {
  return findEntry(conversations, openId)?.archived === false;
}

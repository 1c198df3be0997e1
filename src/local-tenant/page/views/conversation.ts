import { type TemplateResult, html } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Thread } from '../../api.ts';
import type { Session } from '../session.ts';
import { type Entry, type State, findEntry } from '../state.ts';
import { showComposer } from './composer.ts';
import { icons } from './icons.ts';
import { type MessageContext, showMessage } from './message.ts';

export type ConversationContext = MessageContext & Readonly<{ session: Session }>;

export function showConversation(context: ConversationContext): TemplateResult {
  const { state, session } = context;
  const entry = findEntry(state.conversations, state.openId);
  if (state.openId === undefined || entry === undefined) return showNothingOpen(state);
  const back = () => {
    session.open(undefined);
  };
  return html`<main id="content" tabindex="-1" class="conversation" aria-labelledby="conversation-title">
    <header class="conversation-head">
      <button type="button" class="icon-button back" aria-label="Terug naar chats en kanalen" @click=${back}>
        ${icons.back}
      </button>
      <div>
        <h2 id="conversation-title" tabindex="-1">${entry.title}</h2>
        ${entry.team === undefined ? '' : html`<p class="conversation-team">${entry.team}</p>`}
      </div>
    </header>
    <div class="scroller" tabindex="0" role="region" aria-label="Berichten">${showThreads(entry, context)}</div>
    <p class="typing" role="status">${state.typing === undefined ? '' : `${state.typing} is aan het typen…`}</p>
    ${keyed(state.openId, showFoot(entry, context))}
  </main>`;
}

function showNothingOpen(state: State): TemplateResult {
  return html`<main id="content" tabindex="-1" class="conversation nothing-open">
    <h2>Dag ${state.me?.name.split(' ')[0] ?? ''}</h2>
    ${showFirstStep(state)} ${showProblem(state)}
  </main>`;
}

/** Somebody of another organisation has no chat with the bot. */
const showFirstStep = ({ conversations: { chats } }: State): TemplateResult =>
  chats.length > 0
    ? html`<p>Kies een chat of een kanaal. Begin met de chat met Doorbraak en typ <kbd>help</kbd>.</p>`
    : html`<p>Je werkt in een andere organisatie. Doet die mee aan een casus, dan vind je het kanaal in de lijst.</p>`;

const showProblem = ({ problem }: State): TemplateResult | string =>
  problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`;

function showThreads(entry: Entry, context: ConversationContext): TemplateResult {
  const { threads } = context.state;
  if (threads === undefined) return html`<p class="empty" role="status">Berichten ophalen…</p>`;
  const show = entry.kind === 'chat' ? showChatMessage : showThread;
  return html`${showProblem(context.state)}
    ${threads.length === 0 ? html`<p class="empty">${emptyText(entry)}</p>` : ''}
    <div class="threads ${entry.kind === 'chat' ? 'chat' : 'channel'}">
      ${repeat(
        threads,
        ({ root }) => root.id,
        (thread) => show(thread, context, entry),
      )}
    </div>`;
}

const emptyText = ({ kind }: Entry): string =>
  kind === 'chat'
    ? 'Nog geen berichten. Typ “help” om te zien wat Doorbraak kan.'
    : 'Nog geen berichten in dit kanaal. Begin hieronder een gesprek.';

const showChatMessage = ({ root }: Thread, context: ConversationContext): TemplateResult =>
  showMessage(root, context, 'chat');

function showThread({ root, replies }: Thread, context: ConversationContext, entry: Entry): TemplateResult {
  return html`<article class="thread" aria-label="Gesprek van ${root.from.name}">
    ${showMessage(root, context, 'root')}
    <div class="replies">
      ${repeat(
        replies,
        ({ id }) => id,
        (reply) => showMessage(reply, context, 'reply'),
      )}
    </div>
    ${entry.archived ? '' : showReply(root.id, context)}
  </article>`;
}

function showReply(thread: string, { state, session }: ConversationContext): TemplateResult {
  if (state.replyingTo === thread) {
    const { inserted } = state;
    return showComposer({ label: 'Antwoord', inChannel: true, replyTo: thread, autofocus: true, inserted }, session);
  }
  const open = () => {
    session.openReply(thread);
  };
  return html`<button type="button" class="quiet" @click=${open}>${icons.reply} Beantwoorden</button>`;
}

function showFoot(entry: Entry, { state, session }: ConversationContext): TemplateResult {
  if (entry.archived) {
    return html`<p class="archived">Dit kanaal is gearchiveerd. Je kunt het lezen, maar er niets meer in zetten.</p>`;
  }
  if (state.replyingTo !== undefined) {
    const close = () => {
      session.openReply(undefined);
    };
    return html`<div class="foot">
      <button type="button" class="quiet" @click=${close}>Nieuw gesprek beginnen</button>
    </div>`;
  }
  const label = entry.kind === 'chat' ? 'Typ een bericht' : 'Begin een gesprek in dit kanaal';
  const { inserted } = state;
  return html`<div class="foot">${showComposer({ label, inChannel: entry.kind !== 'chat', inserted }, session)}</div>`;
}

import { type TemplateResult, html } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import type { Message, Thumb } from '../../api.ts';
import { messageCommands } from '../commands.ts';
import type { CardFrames } from '../cards/card-frames.ts';
import { markdownToHtml } from '../cards/markdown.ts';
import { openMenu } from '../menu.ts';
import { formatMoment } from '../format.ts';
import { type State, isFrom } from '../state.ts';
import { icons } from './icons.ts';
import { showAvatar } from './avatar.ts';

export type MessageContext = Readonly<{
  state: State;
  cards: CardFrames;
  now: Date;
  /** A command of the message extension, chosen for this message. */
  runCommand(message: Message, command: string): Promise<void>;
  giveThumb(message: Message, thumb: Thumb): Promise<void>;
}>;

export type MessagePlace = 'chat' | 'root' | 'reply';

export function showMessage(message: Message, context: MessageContext, place: MessagePlace): TemplateResult {
  const { from } = message;
  const own = isFrom(message, context.state.me);
  return html`<div class="message ${own ? 'own' : ''} ${message.cards.length > 0 ? 'with-card' : ''}">
    ${showAvatar(from.name, from.isBot)}
    <div class="message-main">
      <div class="message-head">
        ${place === 'root' ? html`<h3 class="sender">${from.name}</h3>` : html`<span class="sender">${from.name}</span>`}
        ${from.isBot ? html`<span class="tag">app</span>` : ''}
        ${message.aiGenerated === true ? html`<span class="tag">AI-gegenereerd</span>` : ''}
        <time datetime=${message.at}>${formatMoment(message.at, context.now)}</time>
        ${message.edited && !message.deleted ? html`<span class="edited">bewerkt</span>` : ''}
        ${showRefresh(message, context)} ${showMore(message, context)}
      </div>
      ${message.deleted ? html`<p class="deleted">Dit bericht is verwijderd.</p>` : showContent(message, context, place)}
    </div>
  </div>`;
}

function showContent(message: Message, context: MessageContext, place: MessagePlace): TemplateResult {
  const { cards } = context;
  const { text, from } = message;
  // Only what markdownToHtml made, which escapes everything.
  const content = from.isBot ? unsafeHTML(markdownToHtml(text)) : text;
  return html`${text === '' ? '' : html`<div class="text ${from.isBot ? 'formatted' : ''}">${content}</div>`}
  ${cards.show(message, place === 'chat' ? 3 : 4)} ${message.thumbs === true ? showThumbs(message, context) : ''}`;
}

const thumbs = { like: 'Goed antwoord', dislike: 'Geen goed antwoord' } as const;

function showThumbs(message: Message, { state, giveThumb }: MessageContext): TemplateResult {
  const show = (thumb: Thumb) => {
    const give = () => void giveThumb(message, thumb);
    return html`<button
      type="button"
      class="icon-button small"
      aria-label=${thumbs[thumb]}
      aria-pressed=${state.given[message.id] === thumb}
      @click=${give}
    >
      ${icons[thumb]}
    </button>`;
  };
  return html`<div class="thumbs">${show('like')} ${show('dislike')}</div>`;
}

/** What was said can become something else; a card alone has no words. */
function showMore(message: Message, { runCommand }: MessageContext): TemplateResult | string {
  if (message.deleted || message.text === '') return '';
  const open = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLElement)) return;
    const items = messageCommands.map(({ id, title }) => ({
      title,
      choose: () => {
        void runCommand(message, id);
      },
    }));
    openMenu('Meer acties', items, currentTarget);
  };
  return html`<button
    type="button"
    class="icon-button small"
    aria-haspopup="true"
    aria-label="Meer acties bij het bericht van ${message.from.name}"
    @click=${open}
  >
    ${icons.more}
  </button>`;
}

function showRefresh(message: Message, { cards }: MessageContext): TemplateResult | string {
  if (message.deleted || !cards.canAskOwnView(message)) return '';
  const refresh = () => {
    cards.askOwnView(message);
  };
  return html`<button type="button" class="icon-button small" aria-label="Vernieuw deze kaart" @click=${refresh}>
    ${icons.refresh}
  </button>`;
}

import { type TemplateResult, html } from 'lit-html';
import type { ChannelEntry, ChatEntry, TeamEntry } from '../../api.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { showAvatar } from './avatar.ts';
import { icons } from './icons.ts';

type Row = Readonly<{ entry: ChatEntry; icon: TemplateResult; extra: TemplateResult | string; label: string }>;

export function showSidebar(state: State, session: Session): TemplateResult {
  const { chats, teams } = state.conversations;
  const show = (row: Row) => showRow(row, state, session);
  return html`<nav class="sidebar" aria-label="Chats en kanalen">
    ${chats.length === 0 ? '' : showChats(chats, show)}
    <h2>Teams en kanalen</h2>
    ${
      teams.length === 0
        ? html`<p class="empty">
            Je zit nog in geen team. Zodra je bij een casus betrokken wordt, verschijnt het kanaal hier.
          </p>`
        : teams.map((team) => showTeam(team, show))
    }
  </nav>`;
}

const showChats = (chats: readonly ChatEntry[], show: (row: Row) => TemplateResult): TemplateResult =>
  html`<h2>Chat</h2>
    <ul>
      ${chats.map((entry) => show({ entry, icon: showAvatar(entry.title, true), extra: '', label: 'chat' }))}
    </ul>`;

function showTeam(team: TeamEntry, show: (row: Row) => TemplateResult): TemplateResult {
  return html`<h3>${team.name}</h3>
    <ul>
      ${team.channels.map((entry) => show(channelRow(entry)))}
    </ul>`;
}

const kinds: Record<ChannelEntry['kind'], Readonly<{ icon: TemplateResult; label: string }>> = {
  standard: { icon: icons.channel, label: 'kanaal' },
  private: { icon: icons.lock, label: 'privékanaal' },
  shared: { icon: icons.shared, label: 'gedeeld kanaal' },
};

function channelRow(entry: ChannelEntry): Row {
  const extra = entry.archived ? html`<span class="tag">archief</span>` : '';
  const { icon, label } = kinds[entry.kind];
  return { entry, extra, icon, label: entry.archived ? `${label}, gearchiveerd` : label };
}

function showRow(row: Row, state: State, session: Session): TemplateResult {
  const { icon, extra } = row;
  const { id, title, unread } = row.entry;
  const open = () => {
    session.open(id);
  };
  return html`<li>
    <button
      type="button"
      class="row ${unread > 0 ? 'unread' : ''}"
      aria-label=${nameRow(row)}
      aria-current=${state.openId === id ? 'page' : 'false'}
      @click=${open}
    >
      ${icon}<span class="row-title">${title}</span>${extra}
      ${unread > 0 ? html`<span class="count">${unread}</span>` : ''}
    </button>
  </li>`;
}

const nameRow = ({ entry: { title, unread }, label }: Row): string =>
  unread > 0 ? `${title}, ${label}, ${unread} ongelezen` : `${title}, ${label}`;

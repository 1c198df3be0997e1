import type { ChannelEntry, ChatEntry, Conversations, Persona, TeamEntry, Thread } from '../api.ts';
import { channelsOf, findPlace, isMember, type Place } from '../conversations.ts';
import { botName } from '../demo-tenant.ts';
import { countUnread, maySee, toMessage } from '../messages.ts';
import type { ChannelEntity, MessageEntity, PersonEntity, TeamEntity } from '../state/entities.ts';
import type { TenantState } from '../state/tenant-state.ts';

export function toPersona({ email: _internal, ...persona }: PersonEntity): Persona {
  return persona;
}

export function listConversations(state: TenantState, person: string): Conversations {
  const chats = state.chats.all().filter((chat) => chat.person === person);
  return {
    chats: chats.map(({ id }) => entry(state, person, { id, title: botName })),
    teams: state.teams.all().flatMap((team) => teamEntry(state, person, team) ?? []),
  };
}

function teamEntry(state: TenantState, person: string, team: TeamEntity): TeamEntry | undefined {
  const channels = channelsOf(state, team.id).filter((channel) => isMember(placeOf(team, channel), person));
  if (channels.length === 0) return undefined;
  return { id: team.id, name: team.name, channels: channels.map((channel) => channelEntry(state, person, channel)) };
}

const placeOf = (team: TeamEntity, channel: ChannelEntity): Place => ({
  kind: 'channel',
  id: channel.id,
  channel,
  team,
});

function channelEntry(state: TenantState, person: string, { id, name, kind, archived }: ChannelEntity): ChannelEntry {
  return { ...entry(state, person, { id, title: name }), kind, archived };
}

function entry(state: TenantState, person: string, { id, title }: Readonly<{ id: string; title: string }>): ChatEntry {
  const last = visibleTo(state, id, person).at(-1);
  return { id, title, unread: countUnread(state, id, person), lastAt: last?.at };
}

function visibleTo(state: TenantState, conversation: string, person: string): readonly MessageEntity[] {
  return state.messages.inConversation(conversation).filter((message) => maySee(message, person));
}

/** Newest activity last. A reply that is all somebody may see of a thread stands on its own. */
export function listThreads(state: TenantState, conversation: string, person: string): readonly Thread[] {
  const threads = Map.groupBy(visibleTo(state, conversation, person), ({ thread }) => thread);
  return [...threads.values()]
    .flatMap(toThread)
    .sort((one, other) => Number(lastOf(one).id) - Number(lastOf(other).id));
}

function toThread([root, ...replies]: readonly MessageEntity[]): readonly Thread[] {
  return root ? [{ root: toMessage(root), replies: replies.map(toMessage) }] : [];
}

const lastOf = ({ root, replies }: Thread): { id: string } => replies.at(-1) ?? root;

/** Where a person's search in the compose box happens: their chat with the bot. */
export function ownChat(state: TenantState, person: string): Place | undefined {
  const chat = state.chats.all().find((candidate) => candidate.person === person);
  return chat && findPlace(state, chat.id);
}

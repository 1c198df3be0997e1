import { channelsOf, findPlace, type Place } from '../conversations.ts';
import type { PersonEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { botAccount, buildActivity, channelData } from './activities.ts';

/** Tells the bot, when there is one, once where it is installed: with every person of the tenant, and in every team. */
export async function announceInstalls(tenant: Tenant): Promise<void> {
  const { state, bot } = tenant;
  if (!bot.connected()) return;
  const chats = state.chats.all().map(({ id }) => id);
  const teams = state.teams.all().map(({ thread }) => thread);
  const fresh = [...chats, ...teams].filter((id) => state.installs.get(id) === undefined);
  await Promise.all(fresh.map((id) => announceInstall(tenant, id)));
}

async function announceInstall(tenant: Tenant, conversation: string): Promise<void> {
  const place = findPlace(tenant.state, conversation);
  const person = place && installerOf(tenant, place);
  if (!person) return;
  const scene = { place, person };
  const selected = place.kind === 'channel' ? { settings: { selectedChannel: channelData(place.channel) } } : {};
  const installed = await tenant.bot.send(
    buildActivity(tenant, scene, { type: 'installationUpdate', action: 'add', channelData: selected }),
  );
  const eventType = place.kind === 'channel' ? { eventType: 'teamMemberAdded' } : {};
  const added = await tenant.bot.send(
    buildActivity(tenant, scene, { type: 'conversationUpdate', membersAdded: [botAccount], channelData: eventType }),
  );
  if (installed && added && !tenant.stopped.aborted) tenant.state.installs.put({ id: conversation });
}

/** Who put the app there: the person themselves, or an owner of the team. */
function installerOf({ state }: Tenant, place: Place): PersonEntity | undefined {
  const owner = place.kind === 'chat' ? place.chat.person : place.team.members.find((member) => member.owner)?.person;
  return owner === undefined ? undefined : state.people.get(owner);
}

/** The general channel, where Teams reports what happens to a team's channels. */
export function generalPlace({ state }: Tenant, team: string): Place | undefined {
  const general = channelsOf(state, team).find((channel) => channel.id === state.teams.get(team)?.thread);
  return general && findPlace(state, general.id);
}

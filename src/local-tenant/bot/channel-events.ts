import type { Place } from '../conversations.ts';
import type { ChannelEntity, PersonEntity, TeamEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { accountOf, botAccount, buildActivity, channelData } from './activities.ts';
import { generalPlace } from './installs.ts';

type ChannelEvent = 'channelCreated' | 'channelRenamed';
type ChannelPlace = Place & Readonly<{ kind: 'channel' }>;

/** A change to the team's list of channels, reported in its general channel. Only channels the bot is in. */
export function tellChannelEvent(tenant: Tenant, eventType: ChannelEvent, channel: ChannelEntity): void {
  const place = generalPlace(tenant, channel.team);
  if (!channel.appEnabled || place?.kind !== 'channel') return;
  tell(tenant, place, { channelData: { eventType, channel: channelData(channel) } });
}

/** The bot itself was let into a private or shared channel. */
export function tellBotAdded(tenant: Tenant, place: ChannelPlace): void {
  tell(tenant, place, { membersAdded: [botAccount], channelData: { eventType: 'channelMemberAdded' } });
}

export function tellChannelMember(
  tenant: Tenant,
  place: ChannelPlace,
  change: Readonly<{ person: PersonEntity; change: 'Added' | 'Removed' }>,
): void {
  if (!place.channel.appEnabled) return;
  tell(tenant, place, membershipContent('channelMember', change));
}

export function tellTeamMember(tenant: Tenant, team: TeamEntity, person: PersonEntity): void {
  const place = generalPlace(tenant, team.id);
  if (place?.kind === 'channel') tell(tenant, place, membershipContent('teamMember', { person, change: 'Added' }));
}

function membershipContent(
  prefix: 'channelMember' | 'teamMember',
  { person, change }: Readonly<{ person: PersonEntity; change: 'Added' | 'Removed' }>,
): Content {
  return {
    [`members${change}`]: [accountOf(person)],
    channelData: { eventType: `${prefix}${change}` },
  };
}

type Content = Readonly<{ channelData: object }> & Readonly<Record<string, unknown>>;

/** Reported by an owner of the team: Graph with application permission has no person of its own. */
function tell(tenant: Tenant, place: ChannelPlace, content: Content): void {
  const owner = place.team.members.find((member) => member.owner)?.person;
  const person = owner === undefined ? undefined : tenant.state.people.get(owner);
  if (!person) return;
  // Nobody waits for it: delivery tries again by itself and logs what the bot never took.
  void tenant.bot.send(buildActivity(tenant, { place, person }, { type: 'conversationUpdate', ...content }));
}

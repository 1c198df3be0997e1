import { type PersonId } from '../../../src/core/ids.ts';
import { type ChannelMember, type ChannelRef, type Channels, type NewChannel } from '../../../src/graph/channels.ts';
import { GraphError } from '../../../src/graph/graph-error.ts';
import { team as owningTeam } from './stories.ts';

type Made = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly kind: 'private' | 'shared';
  /** Seen from this call on: a shared channel is made a little later (202). */
  readonly from: number;
  readonly members: Map<PersonId, ChannelMember>;
  hasApp: boolean;
  isArchived: boolean;
};

/** `after`: the call has its effect all the same, only its answer is lost. */
export type Fault = Readonly<{ when: 'before' | 'after'; error: Error }>;

export type ChannelsDouble = Readonly<{
  channels: Channels;
  /** The names of the calls, in order. */
  calls: readonly (keyof Channels)[];
  made: readonly Made[];
  team: Set<PersonId>;
  unknown: Set<PersonId>;
  /** The fault of the call with this number (0 for the first one). */
  faults: Map<number, Fault>;
  /** Without the right to add itself the bot must be let in by an owner. */
  appIsForbidden: { now: boolean };
}>;

const refuse = (status: number, code: string): never => {
  throw new GraphError(status, code, { message: code });
};

/** A team in Microsoft Graph, in memory: only what Graph promises, and it refuses what Graph refuses. */
export function channelsDouble(members: readonly PersonId[]): ChannelsDouble {
  const calls: (keyof Channels)[] = [];
  const made: Made[] = [];
  const [team, unknown] = [new Set(members), new Set<PersonId>()];
  const faults = new Map<number, Fault>();
  const appIsForbidden = { now: false };

  async function call<Result>(name: keyof Channels, work: () => Result): Promise<Result> {
    const fault = faults.get(calls.length);
    calls.push(name);
    if (fault?.when === 'before') throw fault.error;
    const result = work();
    if (fault) throw fault.error;
    return result;
  }
  const isSeen = ({ from }: Made): boolean => calls.length >= from;
  const at = ({ teamId, channelId }: ChannelRef): Made => {
    const found = made.find(({ id }) => id === channelId && teamId === owningTeam.teamsGroupId);
    return found && isSeen(found) ? found : refuse(404, 'ChannelNotFound');
  };

  function create({ name, description, kind, members: first }: NewChannel): Made {
    if (made.some((channel) => channel.name === name)) refuse(400, 'NameAlreadyExists');
    const owners = first.filter(({ owner }) => owner).length;
    if (kind === 'shared' ? owners !== 1 || first.length !== 1 : owners === 0) refuse(400, 'OwnerNeeded');
    if (kind === 'private' && !first.every(({ person }) => team.has(person))) refuse(404, 'NotInTeam');
    const from = kind === 'shared' ? calls.length + 3 : 0;
    const people = new Map(first.map((member) => [member.person, member]));
    const id = `19:${made.length + 1}`;
    const channel = { id, name, description, kind, from, members: people, hasApp: false, isArchived: false };
    made.push(channel);
    return channel;
  }

  function add(channel: Made, member: ChannelMember): void {
    if (unknown.has(member.person)) refuse(404, 'UserNotFound');
    if (member.tenantId === undefined && !team.has(member.person)) refuse(404, 'NotInTeam');
    if (member.tenantId !== undefined && channel.kind === 'private') refuse(400, 'OtherTenant');
    if (channel.members.has(member.person)) refuse(400, 'AlreadyMember');
    channel.members.set(member.person, member);
  }

  const channels: Channels = {
    find: (teamId, name) =>
      call('find', () => {
        const found = made.find((channel) => channel.name === name && isSeen(channel));
        return found && { teamId, channelId: found.id };
      }),
    create: (channel) =>
      call('create', () => {
        const { id, kind } = create(channel);
        return kind === 'private' ? { state: 'created', channelId: id } : { state: 'pending', operation: id };
      }),
    operation: (id) =>
      call('operation', () => ({ state: made.some((one) => one.id === id && isSeen(one)) ? 'succeeded' : 'pending' })),
    members: (ref) => call('members', () => [...at(ref).members.values()]),
    isTeamMember: (_, person) => call('isTeamMember', () => team.has(person)),
    addTeamMember: (_, person) =>
      call('addTeamMember', () => {
        if (unknown.has(person)) refuse(404, 'UserNotFound');
        team.add(person);
      }),
    addMember: (ref, member) => call('addMember', () => add(at(ref), member)),
    removeMember: (ref, person) => call('removeMember', () => void at(ref).members.delete(person)),
    enableApp: (ref) =>
      call('enableApp', () => {
        if (appIsForbidden.now) refuse(403, 'Forbidden');
        at(ref).hasApp = true;
      }),
    rename: () => call('rename', () => refuse(400, 'NotNeeded')),
    archive: (ref) => call('archive', () => void (at(ref).isArchived = true)),
    unarchive: (ref) => call('unarchive', () => void (at(ref).isArchived = false)),
  };
  return { channels, calls, made, team, unknown, faults, appIsForbidden };
}

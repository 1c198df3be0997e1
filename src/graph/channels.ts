import type { PersonId } from '../core/ids.ts';

/** A person in a channel; `tenantId` when they belong to another tenant than the team (shared channels only). */
export type ChannelMember = Readonly<{ person: PersonId; owner: boolean; tenantId?: string }>;

export type NewChannel = Readonly<{
  teamId: string;
  /** At most 50 characters, no personal data: team owners see the names of all channels. */
  name: string;
  description: string;
  /** `shared` when somebody from another tenant takes part. */
  kind: 'private' | 'shared';
  /** Private: all of them. Shared: exactly one owner is given at creation, the others are added afterwards. */
  members: readonly ChannelMember[];
}>;

export type Created =
  Readonly<{ state: 'created'; channelId: string }> | Readonly<{ state: 'pending'; operation: string }>;
export type Operation = Readonly<{ state: 'pending' | 'succeeded' | 'failed'; error?: string }>;
export type ChannelRef = Readonly<{ teamId: string; channelId: string }>;

/** The slice of Microsoft Graph that a case channel needs. Every method throws GraphError; none retries by itself. */
export type Channels = Readonly<{
  /** By exact name, so that a repeated creation finds the channel of the first try. */
  find(teamId: string, name: string): Promise<ChannelRef | undefined>;
  /** 201 for private; 202 and an operation to poll for shared. The answer may be lost while the channel is made: find first. */
  create(channel: NewChannel): Promise<Created>;
  operation(url: string): Promise<Operation>;
  members(channel: ChannelRef): Promise<readonly ChannelMember[]>;
  /** A person of the team's own tenant must be in the team before a private channel takes them. */
  isTeamMember(teamId: string, person: PersonId): Promise<boolean>;
  addTeamMember(teamId: string, person: PersonId): Promise<void>;
  addMember(channel: ChannelRef, member: ChannelMember): Promise<void>;
  removeMember(channel: ChannelRef, person: PersonId): Promise<void>;
  /** The bot may not post in a private or shared channel before this. */
  enableApp(channel: ChannelRef): Promise<void>;
  rename(channel: ChannelRef, name: string): Promise<void>;
  archive(channel: ChannelRef): Promise<void>;
  unarchive(channel: ChannelRef): Promise<void>;
}>;

/** Finds our own message again when we do not know whether it was sent. */
export type OwnMessages = Readonly<{
  /** Looks for the message in this channel or chat whose card holds the marker; `unknown` when we may not look. */
  find(where: ChannelRef | Readonly<{ person: PersonId }>, marker: string): Promise<FoundMessage>;
}>;

export type FoundMessage = Readonly<{ found: 'yes'; messageId: string }> | Readonly<{ found: 'no' | 'unknown' }>;

import type { JWK } from 'jose';
import type { Faults, Persona } from '../api.ts';

export type PersonEntity = Persona & Readonly<{ email: string }>;

export type Membership = Readonly<{ person: string; owner: boolean }>;

export type TeamEntity = Readonly<{
  /** The Entra group id: what Graph calls the team. */
  id: string;
  /** What the connector calls the team: the id of its general channel. */
  thread: string;
  name: string;
  members: readonly Membership[];
}>;

export type ChannelEntity = Readonly<{
  id: string;
  team: string;
  name: string;
  description: string;
  kind: 'standard' | 'private' | 'shared';
  archived: boolean;
  /** A standard channel has the app of its team; a private or shared one only after `enabledApps`. */
  appEnabled: boolean;
  /** Empty in a standard channel, where everybody of the team is a member. */
  members: readonly Membership[];
  createdAt: string;
}>;

/** The chat of one person with the bot. */
export type ChatEntity = Readonly<{ id: string; person: string }>;

export type MessageEntity = Readonly<{
  id: string;
  conversation: string;
  thread: string;
  from: Readonly<{ id: string; name: string; isBot: boolean }>;
  text: string;
  cards: readonly object[];
  at: string;
  edited: boolean;
  deleted: boolean;
  aiGenerated?: boolean | undefined;
  thumbs?: boolean | undefined;
  /** A targeted message: only this person sees it. */
  onlyFor?: string;
}>;

/** Up to where a person has read a conversation; the id is `<person> <conversation>`. */
export type ReadMark = Readonly<{ id: string; upTo: string }>;

/** A teamsAsyncOperation: the answer to a call that Graph accepts and finishes later. */
export type OperationEntity = Readonly<{
  id: string;
  team: string;
  type: 'createChannel' | 'archiveChannel' | 'unarchiveChannel';
  /** Of a creation that is not done, this is the channel to be. */
  channel: ChannelEntity;
  done: boolean;
  createdAt: string;
}>;

/** A conversation in which the bot has been told that it was installed. */
export type InstallEntity = Readonly<{ id: string }>;

export type SettingEntity =
  | Readonly<{ id: 'keys'; kid: string; publicKey: JWK; privateKey: JWK; appSecret: string }>
  | Readonly<{ id: 'clock'; offsetMs: number }>
  | Readonly<{ id: 'faults'; faults: Faults }>
  | Readonly<{ id: 'seeded' }>;

import type { Brand } from './brand.ts';

/** A person's Entra object id: the only identity that counts; names and mail addresses change. */
export type PersonId = Brand<'PersonId'>;
/** One aggregate's stream, `<type>-<id>`; in Cosmos it is one logical partition. */
export type StreamId = Brand<'StreamId'>;
/** The id of one command; handling the same id again changes nothing. */
export type CommandId = Brand<'CommandId'>;

export const personId = (id: string): PersonId => id as PersonId;
export const streamId = (type: string, id: string): StreamId => `${type}-${id}` as StreamId;
/** A stream's name as somebody typed it; undefined when it is none. */
export const parseStreamId = (name: string): StreamId | undefined =>
  /^[a-z]+-.+$/.test(name) ? (name as StreamId) : undefined;
export const commandId = (id: string): CommandId => id as CommandId;

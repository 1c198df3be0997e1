import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { accept, type Decider } from '../core/decider.ts';
import type { Clock } from '../core/clock.ts';
import { commandId, streamId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import type { EventStore } from '../store/event-store.ts';
import { type Aggregate, handle, stateOf } from '../store/handle.ts';

export type Download = Readonly<{ file: string; contentType: string; bytes: Uint8Array }>;

/** A file that is made when it is fetched. Undefined when there is nothing to fetch (any more). */
export type DownloadRoute = Readonly<{
  name: string;
  /** The link opens a page with a button, and that fetches it: what follows links by itself, such as a scanner, gets nothing. */
  byButton?: boolean;
  run(data: JsonObject): Promise<Download | undefined>;
}>;

/** What a link gives: the file, a page with a button for it, or nothing (any more). */
export type Downloading = (token: string, isPressed: boolean) => Promise<Download | 'press' | undefined>;

/** What a feature asks for. Whoever has the link can fetch the file for ten minutes: give it what everybody may read, or once. */
export type DownloadLinks = Readonly<{
  /** Undefined when the bot has no address of its own that people can open. */
  linkTo(name: string, data: JsonObject): Promise<string | undefined>;
}>;

export type Downloads = DownloadLinks &
  Readonly<{
    /** Undefined for a link that is too old, or not ours. */
    opened(token: string): Promise<Readonly<{ name: string; data: JsonObject }> | undefined>;
  }>;

type Sources = Readonly<{
  store: EventStore;
  clock: Clock;
  /** Where people open the bot: `https://host`, without a slash at the end. */
  address(): string | undefined;
}>;

export const downloadPath = '/bestanden';
const validForSeconds = 600;
const issuer = 'doorbraak-downloads';

/** Links that carry what to make and until when, signed with a key that all instances share through the store. */
export function createDownloads({ store, clock, address }: Sources): Downloads {
  let known: Promise<Uint8Array> | undefined;
  const key = (): Promise<Uint8Array> => (known ??= readKey(store, clock).catch((error: unknown) => forget(error)));
  const forget = (error: unknown): never => {
    known = undefined;
    throw error;
  };
  return {
    async linkTo(name, data) {
      const base = address();
      if (base === undefined) return undefined;
      const until = Math.floor(clock.now().getTime() / 1000) + validForSeconds;
      const token = new SignJWT({ name, data }).setProtectedHeader({ alg: 'HS256' });
      return `${base}${downloadPath}/${await token
        .setIssuer(issuer)
        .setExpirationTime(until)
        .sign(await key())}`;
    },
    async opened(token) {
      try {
        const { payload } = await jwtVerify(token, await key(), { issuer, currentDate: clock.now() });
        return { name: String(payload['name']), data: (payload['data'] ?? {}) as JsonObject };
      } catch {
        return undefined;
      }
    },
  };
}

type Key = Readonly<{ key?: string }>;
type MakeKey = Readonly<{ type: 'MakeKey'; data: Readonly<{ key: string }> }>;
type KeyMade = Readonly<{ type: 'KeyMade'; data: Readonly<{ key: string }> }>;

/** The first instance that asks makes it; the others get the same. */
const keyMaker: Decider<Key, MakeKey, KeyMade, never> = {
  initial: {},
  decide: ({ data }, { key }) => (key === undefined ? accept({ type: 'KeyMade', data }) : accept()),
  evolve: (_, { data }) => data,
};
const keyAggregate: Aggregate<Key, MakeKey, KeyMade, never> = {
  ...{ type: 'link-key', decider: keyMaker },
  react: () => [],
  fields: () => ({}),
};
const keyStream = streamId('link-key', 'downloads');
const keyBytes = 32;

async function readKey(store: EventStore, clock: Clock): Promise<Uint8Array> {
  const { key } = stateOf(keyAggregate, await store.load(keyStream));
  return Buffer.from(key ?? (await makeKey(store, clock)), 'base64');
}

async function makeKey(store: EventStore, clock: Clock): Promise<string> {
  const key = randomBytes(keyBytes).toString('base64');
  const { state } = await handle(store, keyAggregate, {
    ...{ stream: keyStream, command: { type: 'MakeKey', data: { key } } as const, by: 'system' as const },
    ...{ at: clock.now(), commandId: commandId(`make-${key.slice(0, 12)}`) },
  });
  return state.key ?? key;
}

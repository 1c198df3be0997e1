import { accept, type Decider } from '../core/decider.ts';
import type { Clock } from '../core/clock.ts';
import { commandId, type PersonId, type StreamId, streamId } from '../core/ids.ts';
import type { EventStore } from '../store/event-store.ts';
import { type Aggregate, handle } from '../store/handle.ts';
import { boundedMap } from './bounded-map.ts';

/** Where a person is reached, or (without conversation and locale) a whole tenant. Never a name. */
export type Contact = Readonly<{
  serviceUrl?: string;
  /** The chat of one person with the bot. */
  conversationId?: string;
  /** Teams' own id of the person (`29:…`), which it wants for a new conversation. */
  teamsUserId?: string;
  /** As Teams gave it: `nl-NL`. */
  locale?: string;
}>;

type Seen = Readonly<{ type: 'ContactSeen'; data: Contact }>;

const contact: Decider<Contact, Readonly<{ type: 'SeeContact'; data: Contact }>, Seen, never> = {
  initial: {},
  decide({ data }, state) {
    const changed = changes(state, data);
    return changed === undefined ? accept() : accept({ type: 'ContactSeen', data: changed });
  },
  evolve: (state, { data }) => ({ ...state, ...data }),
};

const contactAggregate: Aggregate<Contact, Readonly<{ type: 'SeeContact'; data: Contact }>, Seen, never> = {
  type: 'contact',
  decider: contact,
  react: () => [],
  fields: () => ({}),
};

export type Contacts = Readonly<{
  /** Remembers what is new; what was seen before costs nothing. `seenBy` is the activity that told it. */
  see(who: PersonId | TenantOf, contact: Contact, seenBy: string): Promise<void>;
  of(who: PersonId | TenantOf): Promise<Contact>;
  /** With all that was ever known; what they say next is remembered anew. */
  forget(person: PersonId): Promise<void>;
  /** What Teams calls a person (`29:…`), which never changes; undefined when they never had the bot. */
  teamsIdOf(person: PersonId): Promise<string | undefined>;
}>;
type TenantOf = Readonly<{ tenant: string }>;

const heldInMemory = 5_000;
/** Another instance of the bot may have forgotten somebody since. */
const trustedMs = 10 * 60_000;

export function contacts(store: EventStore, clock: Clock): Contacts {
  const held = boundedMap<Readonly<{ contact: Contact; until: number }>>(heldInMemory);

  function known(stream: StreamId): Contact | undefined {
    const found = held.get(stream);
    return found !== undefined && clock.now().getTime() < found.until ? found.contact : undefined;
  }

  function hold(stream: StreamId, contact: Contact): void {
    held.set(stream, { contact, until: clock.now().getTime() + trustedMs });
  }

  async function see(who: PersonId | TenantOf, seen: Contact, seenBy: string): Promise<void> {
    const stream = streamOf(who);
    const before = known(stream);
    if (before !== undefined && changes(before, seen) === undefined) return;
    const { state } = await handle(store, contactAggregate, {
      stream,
      command: { type: 'SeeContact', data: seen },
      by: 'system',
      at: clock.now(),
      commandId: commandId(`seen-${stream}-${seenBy}`),
    });
    hold(stream, state);
  }

  /** Read fresh: another instance of the bot may have met them since. */
  async function of(who: PersonId | TenantOf): Promise<Contact> {
    const { state } = await store.load(streamOf(who));
    return state ?? contact.initial;
  }

  async function teamsIdOf(person: PersonId): Promise<string | undefined> {
    const stream = streamOf(person);
    const contact = known(stream) ?? (await of(person));
    if (contact.teamsUserId !== undefined) hold(stream, contact);
    return contact.teamsUserId;
  }

  async function forget(person: PersonId): Promise<void> {
    const stream = streamOf(person);
    await store.erase(stream);
    held.delete(stream);
  }

  return { see, of, forget, teamsIdOf };
}

function streamOf(who: PersonId | TenantOf): StreamId {
  return typeof who === 'string' ? streamId('contact', who) : streamId('contact', `tenant-${who.tenant}`);
}

function changes(before: Contact, seen: Contact): Contact | undefined {
  const known: Readonly<Record<string, unknown>> = before;
  const changed = Object.entries(seen).filter(([key, value]) => known[key] !== value);
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

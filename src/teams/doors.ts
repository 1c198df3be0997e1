import { personId } from '../core/ids.ts';
import { withoutNumbers, withoutNumbersIn } from '../core/without-numbers.ts';
import type { Arrival } from './arrival.ts';
import { languageOf, type TeamsActivity } from './activity.ts';
import { commandIdOf } from './command-id.ts';
import { type Once } from './deliveries.ts';
import { type Ending, perform, type Performed, type Performing } from './perform.ts';
import type { Contacts } from './contacts.ts';
import {
  type Actor,
  type Conversation,
  type Cover,
  type Door,
  type EventRoute,
  type Inbound,
  type MessageRoute,
  type Route,
  takerOf,
  type TeamsEvent,
} from './routes.ts';
import { hidesNumber } from './text-boxes.ts';

export type Doors = Performing &
  Readonly<{
    /** By door and verb: see `routeKey`. */
    routes: ReadonlyMap<string, Route>;
    messages: readonly MessageRoute[];
    cover?: Cover;
    events: readonly EventRoute[];
    contacts: Contacts;
    clicks: Once<Performed>;
  }>;

/** One activity and who is behind it. */
export type Visit = Readonly<{ activity: TeamsActivity; actor: Actor; conversation: Conversation }>;

export type Click = Extract<Arrival, { kind: 'click' }>;

export const routeKey = (door: Door, verb: string): string => `${door} ${verb}`;

export function click(doors: Doors, arrival: Click, visit: Visit): Promise<Performed> {
  const { door, verb, form } = arrival;
  const { actor } = visit;
  const data = withoutNumbersIn(arrival.data);
  const route = doors.routes.get(routeKey(door, verb));
  if (isWithheld(doors, arrival))
    return perform(async () => 'withheld', { door, verb: route?.verb ?? '', ...visit }, doors);
  const commandId = form === undefined ? idOfActivity(visit) : commandIdOf({ actor: actor.id, door, verb, form, data });
  const work = () =>
    perform(
      async () => {
        await rememberContact(doors, visit);
        const inbound: Inbound = { data, ...whoAndWhere(doors, visit), commandId };
        return route === undefined ? 'stale' : ((await route.run(inbound)) ?? 'stale');
      },
      { door, verb, ...visit },
      doors,
    );
  const repeatable = form !== undefined && (door === 'action' || door === 'submit') && route?.looks !== true;
  // Whoever presses something else on the same card in between must hear how it stands now, not what was said then.
  return repeatable ? doors.clicks.run(`${actor.id} ${form}`, work, commandId) : work();
}

/**
 * Looked at before anything else: nothing of such a click is kept, logged or said back. Where people do type, a number goes no
 * further than here either: a mark stands in its place, and who asked for the text says what is wrong.
 */
function isWithheld({ registry }: Doors, { door, verb, data, quotes }: Click): boolean {
  const isTextBox = (name: string): boolean => (door === 'search' ? name === 'query' : registry.isTextBox(verb, name));
  return hidesNumber(quotes === true ? { verb } : { verb, ...data }, isTextBox);
}

export async function sentence(doors: Doors, text: string, visit: Visit): Promise<Performed> {
  const by = { ...whoAndWhere(doors, visit), commandId: idOfActivity(visit) };
  const typed = withoutNumbers(text);
  const { read = typed, note }: Partial<Awaited<ReturnType<Cover>>> = (await doors.cover?.(typed, by)) ?? {};
  const found = takerOf(doors.messages, typed, read);
  const run = async (): Promise<Ending> => {
    await rememberContact(doors, visit);
    if (found === undefined) return 'notUnderstood';
    const { route, data } = found;
    const ran = await route.run({ data, ...by });
    return note === undefined || route.asTyped === true ? ran : { ...ran, note };
  };
  return perform(run, { door: 'message', verb: found?.route.name ?? '', ...visit }, doors);
}

/** Every listener hears every event; one that fails keeps nothing from the others. */
export function happened(
  doors: Doors,
  happenings: readonly Omit<TeamsEvent, 'at'>[],
  visit: Visit,
): readonly Promise<Performed>[] {
  const at = doors.clock.now();
  return happenings.flatMap((happening) =>
    doors.events.map((route) => {
      const run = async (): Promise<Ending> => {
        await rememberContact(doors, visit);
        const answer = await route.run({ ...happening, at }, visit.actor);
        return { answer, outcome: happening.type };
      };
      return perform(run, { door: 'event', verb: route.name, ...visit }, doors);
    }),
  );
}

function whoAndWhere({ clock }: Doors, { actor, conversation }: Visit) {
  return { actor, conversation, at: clock.now() };
}

function idOfActivity({ activity }: Visit) {
  return commandIdOf([activity.conversation.id, activity.id]);
}

/** Not remembering where somebody is reached must not keep them from what they came for. */
async function rememberContact({ contacts, log }: Doors, { activity, actor, conversation }: Visit): Promise<void> {
  const { serviceUrl, id, from } = activity;
  const locale = languageOf(activity);
  const chat = conversation.kind === 'personal' ? { conversationId: conversation.id } : {};
  const person = { serviceUrl, teamsUserId: from.id, ...chat, ...(locale === undefined ? {} : { locale }) };
  try {
    await contacts.see({ tenant: actor.tenantId }, { serviceUrl }, id);
    if (from.aadObjectId !== undefined) await contacts.see(personId(from.aadObjectId), person, id);
  } catch (err) {
    log.warn({ err, actor: actor.id }, 'contact not kept');
  }
}

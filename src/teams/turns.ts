import { personId } from '../core/ids.ts';
import { localeOf } from '../core/locale.ts';
import { actorOf, conversationOf, languageOf, type TeamsActivity } from './activity.ts';
import { invokeBody, type Rendered } from './answers.ts';
import { type Arrival, arrivalOf } from './arrival.ts';
import { sha256, stable } from './command-id.ts';
import { once } from './deliveries.ts';
import { type Click, click, type Doors, happened, routeKey, sentence, type Visit } from './doors.ts';
import { inLocale } from './edge-texts.ts';
import type { Performed } from './perform.ts';
import type { Actor, Route } from './routes.ts';

export type TurnParts = Omit<Doors, 'routes' | 'clicks'> &
  Readonly<{
    routes: readonly Route[];
    budgetMs: number;
    /** For work that outlives its turn; `close` waits for it. */
    background(work: Promise<unknown>): void;
  }>;

/** What an invoke is answered with; undefined for what is answered by a message, or not at all. */
export type InvokeResponse = Readonly<{ status: number; body?: object }>;
type Reply = (answer: Rendered) => Promise<void>;
type Turns = (activity: TeamsActivity, reply: Reply) => Promise<InvokeResponse | undefined>;

type House = TurnParts & Readonly<{ doors: Doors }>;
type Guest = Visit & Readonly<{ reply: Reply }>;

const rememberMs = 2 * 60_000;
const remembered = 2_000;

/**
 * Runs each activity once, however often Teams delivers it, and each click once under whatever activity id it comes:
 * Teams sends a late one again with the same id and, half a minute later, with a new one (botbuilder-dotnet issue 5005).
 */
export function createTurns(parts: TurnParts): Turns {
  const remembering = { clock: parts.clock, forMs: rememberMs, limit: remembered };
  const activities = once<InvokeResponse | undefined>(remembering);
  const copies = once<InvokeResponse | undefined>(remembering);
  const clicks = once<Performed>(remembering, ({ settled }) => settled);
  const house: House = { ...parts, doors: { ...parts, routes: tableOf(parts.routes), clicks } };
  return (activity, reply) =>
    activities.run(`${activity.conversation.id} ${activity.id}`, () =>
      copies.run(likenessOf(activity), () => receive(house, activity, reply)),
    );
}

/**
 * Equal for copies of a sentence or an event under another id: nobody says the very same thing twice in one millisecond.
 * A click is known by its form; opening a dialog has none and may be done twice, so that no two dialogs are one by chance.
 */
function likenessOf(activity: TeamsActivity): string {
  const { id, timestamp, type, conversation } = activity;
  const alone = timestamp === undefined || type === 'invoke';
  return sha256(stable(alone ? { in: conversation.id, id } : { ...activity, id: '' }));
}

function tableOf(routes: readonly Route[]): ReadonlyMap<string, Route> {
  const table = new Map<string, Route>();
  for (const route of routes) {
    const key = routeKey(route.on, route.verb);
    if (table.has(key)) throw new Error(`two routes for ${key}`);
    table.set(key, route);
  }
  return table;
}

async function receive(house: House, activity: TeamsActivity, reply: Reply): Promise<InvokeResponse | undefined> {
  const arrival = arrivalOf(activity);
  const actor = actorOf(activity);
  if (arrival.kind === 'other') return other(house, activity);
  if (arrival.kind === 'feedback') return thank(house, arrival.reaction);
  if (actor === undefined && arrival.kind !== 'events') return refuseNobody(house, arrival, { activity, reply });
  const conversation = conversationOf(activity);
  return admitGuest(house, arrival, { activity, actor: actor ?? nobody(activity), conversation, reply });
}

type Admitted = Exclude<Arrival, { kind: 'other' | 'feedback' }>;

function admitGuest(house: House, arrival: Admitted, guest: Guest) {
  switch (arrival.kind) {
    case 'click':
      return clicked(house, arrival, guest);
    case 'sentence':
      return post(house, sentence(house.doors, arrival.text, guest), guest);
    case 'events':
      return postAll(house, happened(house.doors, arrival.events, guest), guest);
  }
}

function clicked(house: House, arrival: Click, guest: Guest): Promise<InvokeResponse | undefined> {
  const performed = click(house.doors, arrival, guest);
  if (arrival.invoke) return respond(house, performed, { door: arrival.door, actor: guest.actor });
  return post(house, forAll(performed, house, guest), guest);
}

/** A card that took the place of somebody's own is not for everybody in the channel: there they hear that it is done. */
async function forAll(
  performed: Promise<Performed>,
  { texts }: House,
  { conversation, actor }: Guest,
): Promise<Performed> {
  const { answer, settled } = await performed;
  if (conversation.kind === 'personal' || answer?.type === 'text') return { answer, settled };
  return { answer: { type: 'text', text: inLocale(texts.done, actor.locale) }, settled };
}

async function respond(
  house: House,
  performed: Promise<Performed>,
  { door, actor }: Readonly<{ door: Click['door']; actor: Actor }>,
): Promise<InvokeResponse> {
  const words = { locale: actor.locale, texts: house.texts };
  const inTime = await withinBudget(house, performed);
  const answer = inTime === 'late' ? busy(house, actor) : (inTime.answer ?? { type: 'close' });
  return { status: 200, body: invokeBody(door, answer, words) };
}

/** A late answer to a sentence is posted after all; that to a click is only in the log (the card itself gets updated). */
async function post(house: House, performed: Promise<Performed>, guest: Guest): Promise<undefined> {
  const inTime = await withinBudget(house, performed);
  if (inTime !== 'late') return say(house, inTime.answer, guest);
  house.background(performed.then(({ answer }) => say(house, answer, guest)));
  return say(house, busy(house, guest.actor), guest);
}

async function postAll(house: House, all: readonly Promise<Performed>[], guest: Guest): Promise<undefined> {
  for (const performed of all) await post(house, performed, guest);
}

/** A reply that does not arrive is logged: what the person asked for is done, and they can ask again. */
async function say({ log }: House, answer: Rendered | undefined, { reply, actor }: Guest): Promise<undefined> {
  if (answer === undefined || answer.type === 'close') return;
  try {
    await reply(answer);
  } catch (err) {
    log.warn({ err, actor: actor.id }, 'reply not delivered');
  }
}

async function withinBudget(
  { budgetMs, background }: House,
  performed: Promise<Performed>,
): Promise<Performed | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, budgetMs, 'late');
  });
  const first = await Promise.race([performed, late]);
  clearTimeout(timer);
  if (first === 'late') background(performed);
  return first;
}

function busy({ texts }: House, { locale }: Actor): Rendered {
  return { type: 'text', text: inLocale(texts.busy, locale) };
}

/** The SDK would answer 501, and a 5xx is sent again: what we do not know now, we shall not know in a minute. */
function other({ log }: House, { type, name }: TeamsActivity): InvokeResponse | undefined {
  log.debug({ type, name }, 'activity not handled');
  return type === 'invoke' ? { status: 404 } : undefined;
}

/** Counted, and not by whom. */
function thank({ observer }: House, reaction: 'like' | 'dislike'): InvokeResponse {
  observer?.feedbackGiven({ reaction });
  return { status: 200 };
}

function refuseNobody(
  house: House,
  arrival: Exclude<Admitted, { kind: 'events' }>,
  { activity, reply }: Readonly<{ activity: TeamsActivity; reply: Reply }>,
): Promise<InvokeResponse | undefined> {
  const actor = nobody(activity);
  const guest = { activity, actor, conversation: conversationOf(activity), reply };
  house.log.warn({ door: arrival.kind, outcome: 'unknown-person' }, 'turn');
  const answer: Rendered = { type: 'text', text: inLocale(house.texts.unknownPerson, actor.locale) };
  const performed = Promise.resolve({ answer, settled: false });
  if (arrival.kind === 'click' && arrival.invoke) return respond(house, performed, { door: arrival.door, actor });
  return post(house, performed, guest);
}

/** Teams does not always say who caused an event. */
function nobody(activity: TeamsActivity): Actor {
  const { tenantId } = activity.conversation;
  return { id: personId('unknown'), tenantId: tenantId ?? '', locale: localeOf(languageOf(activity)) };
}

import { z } from 'zod/v4';
import type { TeamsActivity } from './activity.ts';
import { conversationOf, peopleIn } from './activity.ts';
import { wordsOf } from './message-words.ts';
import type { Door, TeamsEvent } from './routes.ts';

/** `form`: the rendering that was clicked; absent when the card has none. `quotes`: the data is a message of somebody's. */
type Clicked = Readonly<{
  door: Door;
  verb: string;
  data: object;
  form: string | undefined;
  invoke: boolean;
  quotes?: boolean;
}>;

/** What came in, by the door it came through. */
export type Arrival =
  | (Readonly<{ kind: 'click' }> & Clicked)
  | Readonly<{ kind: 'sentence'; text: string }>
  | Readonly<{ kind: 'events'; events: readonly Omit<TeamsEvent, 'at'>[] }>
  | Readonly<{ kind: 'feedback'; reaction: 'like' | 'dislike' }>
  | Readonly<{ kind: 'other' }>;

const clicked = z.looseObject({
  verb: z.string().optional().catch(undefined),
  form: z.string().optional().catch(undefined),
});
const cardAction = z.object({
  action: z.object({ verb: z.string().optional(), data: clicked.nullish() }),
  trigger: z.string().optional(),
});
const dialogAction = z.object({ data: clicked });
const onMessage = z.object({
  commandId: z.string(),
  messagePayload: z
    .object({
      linkToMessage: z.string().optional().catch(undefined),
      body: z.object({ content: z.string() }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
const query = z.object({
  commandId: z.string(),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
  queryOptions: z.object({ skip: z.number().optional(), count: z.number().optional() }).default({}),
});

const invokes: Readonly<Record<string, (value: unknown) => Arrival | undefined>> = {
  'adaptiveCard/action': cardClick,
  'task/fetch': (value) => dialogClick('dialog', value),
  'task/submit': (value) => dialogClick('submit', value),
  'composeExtension/query': search,
  'composeExtension/fetchTask': menuClick,
  'composeExtension/submitAction': (value) => dialogClick('submit', value),
  'message/submitAction': feedback,
};

export function arrivalOf(activity: TeamsActivity): Arrival {
  switch (activity.type) {
    case 'invoke':
      return invokes[activity.name ?? '']?.(activity.value) ?? { kind: 'other' };
    case 'message':
      return messageOf(activity);
    case 'installationUpdate':
    case 'conversationUpdate':
      return { kind: 'events', events: eventsOf(activity) };
    default:
      return { kind: 'other' };
  }
}

/** A thumb below a message with the label of AI. What was written with it is for nobody, and is not read. */
const thumb = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']) }),
});

function feedback(value: unknown): Arrival | undefined {
  const parsed = thumb.safeParse(value);
  return parsed.success ? { kind: 'feedback', reaction: parsed.data.actionValue.reaction } : undefined;
}

function cardClick(value: unknown): Arrival | undefined {
  const parsed = cardAction.safeParse(value);
  if (!parsed.success) return undefined;
  const { action, trigger } = parsed.data;
  const { verb, form, data } = withoutOurs(action.data ?? {});
  // Teams asks for a fresh view by itself (`automatic`): the same asked twice must be looked up twice.
  const once = trigger === 'automatic' ? undefined : form;
  return { kind: 'click', door: 'action', verb: action.verb ?? verb ?? '', data, form: once, invoke: true };
}

function dialogClick(door: Door, value: unknown): Arrival | undefined {
  const parsed = dialogAction.safeParse(value);
  if (!parsed.success) return undefined;
  const { verb, form, data } = withoutOurs(parsed.data.data);
  return { kind: 'click', door, verb: verb ?? '', data, form, invoke: true };
}

/**
 * A command from the menu of a message, with what the client says of that message: its words, and where it stands. What is
 * filled in afterwards comes as from any other dialog (Microsoft: Define message extension action commands).
 */
function menuClick(value: unknown): Arrival | undefined {
  const parsed = onMessage.safeParse(value);
  if (!parsed.success) return undefined;
  const { commandId: verb, messagePayload: message } = parsed.data;
  const { linkToMessage: link, body } = message ?? {};
  const data = message && { message: { words: wordsOf(body?.content ?? ''), ...(link === undefined ? {} : { link }) } };
  return { kind: 'click', door: 'dialog', verb, data: data ?? {}, form: undefined, invoke: true, quotes: true };
}

/** A query's parameters by name, with `skip` and `count` for the next page. */
function search(value: unknown): Arrival | undefined {
  const parsed = query.safeParse(value);
  if (!parsed.success) return undefined;
  const { commandId: verb, parameters, queryOptions } = parsed.data;
  const data = { ...Object.fromEntries(parameters.map(({ name, value }) => [name, value])), ...queryOptions };
  return { kind: 'click', door: 'search', verb, data, form: undefined, invoke: true };
}

/** An Action.Submit (the fallback of clients without Action.Execute) comes as a message with a value. */
function messageOf({ value, text }: TeamsActivity): Arrival {
  const submitted = clicked.safeParse(value);
  const { verb, form, data } = submitted.success ? withoutOurs(submitted.data) : withoutOurs({});
  if (verb !== undefined) return { kind: 'click', door: 'action', verb, data, form, invoke: false };
  return { kind: 'sentence', text: plain(text ?? '') };
}

function withoutOurs(all: z.output<typeof clicked>) {
  const { verb, form, msteams: _teams, ...data } = all;
  return { verb, form, data };
}

function plain(text: string): string {
  return text.replaceAll('&nbsp;', ' ').replaceAll(/\s+/g, ' ').trim();
}

function eventsOf(activity: TeamsActivity): Omit<TeamsEvent, 'at'>[] {
  if (activity.type === 'installationUpdate') return installation(activity);
  const { membersAdded, membersRemoved } = activity;
  return [...members(activity, 'members-added', membersAdded), ...members(activity, 'members-removed', membersRemoved)];
}

/** `add-upgrade` and `remove-upgrade` are a new version of the app, not a coming or going. */
function installation(activity: TeamsActivity): Omit<TeamsEvent, 'at'>[] {
  const { action, from, recipient } = activity;
  if (action !== 'add' && action !== 'remove') return [];
  const people = peopleIn([from], recipient.id);
  return [{ type: action === 'add' ? 'installed' : 'uninstalled', people, botIncluded: true, ...whereOf(activity) }];
}

function members(
  activity: TeamsActivity,
  type: 'members-added' | 'members-removed',
  accounts: TeamsActivity['membersAdded'],
): Omit<TeamsEvent, 'at'>[] {
  if (accounts === undefined || accounts.length === 0) return [];
  const botId = activity.recipient.id;
  const botIncluded = accounts.some(({ id }) => id === botId);
  return [{ type, people: peopleIn(accounts, botId), botIncluded, ...whereOf(activity) }];
}

function whereOf(activity: TeamsActivity): Pick<TeamsEvent, 'conversation' | 'tenantId'> {
  return { conversation: conversationOf(activity), tenantId: activity.conversation.tenantId ?? '' };
}

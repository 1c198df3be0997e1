import { botSender } from '../bot/activities.ts';
import { findPerson, isMember, type Place } from '../conversations.ts';
import type { Reply } from '../http/exchange.ts';
import { postMessage } from '../messages.ts';
import type { MessageEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { archived, badArgument, notInRoster, tooBig } from './answers.ts';
import { type BotActivity, contentOf, isTooBig } from './bot-activity.ts';

type Sent = Readonly<{ ok: true; message: MessageEntity }> | Readonly<{ ok: false; reply: Reply }>;

type Sending = Readonly<{ place: Place; activity: BotActivity; thread?: string; targeted?: boolean }>;

/** Why the bot may not write here now, if so. */
export function whyNotWrite(place: Place): Reply | undefined {
  if (place.kind === 'chat') return undefined;
  if (!place.channel.appEnabled) return notInRoster;
  return place.channel.archived ? archived : undefined;
}

/** Posts what the bot said as a message, or answers why not. */
export function sendInto(tenant: Tenant, sending: Sending): Sent {
  const { place, activity, thread } = sending;
  const refused = whyNotWrite(place) ?? (isTooBig(activity) ? tooBig : undefined);
  if (refused) return { ok: false, reply: refused };
  const audience = audienceOf(tenant, sending);
  if (audience === 'nobody') return { ok: false, reply: noRecipient };
  const inThread = thread === undefined ? {} : { thread };
  const message = postMessage(tenant, place, { from: botSender, ...contentOf(activity), ...inThread, ...audience });
  return { ok: true, message };
}

const noRecipient = badArgument('A targeted message needs a recipient who is a member of the conversation.');

/** Everybody in the conversation, or the recipient of a targeted message, who must be a member. */
function audienceOf({ state }: Tenant, { place, activity, targeted }: Sending): { onlyFor?: string } | 'nobody' {
  if (targeted !== true) return {};
  const reader = findPerson(state, activity.recipient?.id ?? '');
  return reader && isMember(place, reader.id) ? { onlyFor: reader.id } : 'nobody';
}

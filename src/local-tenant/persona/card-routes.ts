import { z } from 'zod/v4';
import { type ActivityContent, buildActivity } from '../bot/activities.ts';
import type { Activity } from '../bot/activity.ts';
import { toCardAnswer, toDialogAnswer } from '../bot/invoke-answers.ts';
import type { Place } from '../conversations.ts';
import { empty, json, parseBody, refusal, type TenantRoute } from '../http/exchange.ts';
import type { MessageEntity, PersonEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { onMessage } from './guards.ts';

const data = z.record(z.string(), z.unknown());
const cardAction = z.object({ verb: z.string(), data, trigger: z.enum(['manual', 'automatic']).default('manual') });
const withData = z.object({ data });
const feedback = z.object({ reaction: z.enum(['like', 'dislike']), text: z.string().max(2_000).default('') });

export function buildCardRoutes(tenant: Tenant): readonly TenantRoute[] {
  return [
    actionRoute(tenant),
    submitRoute(tenant),
    feedbackRoute(tenant),
    dialogRoute(tenant, '/messages/:m/dialog', 'task/fetch'),
    dialogRoute(tenant, '/messages/:m/dialog/submit', 'task/submit'),
  ];
}

export type Clicked = Readonly<{ person: PersonEntity; place: Place; message: MessageEntity }>;

/** In a channel the thread is part of the conversation id, as in Teams. */
export function clickActivity(tenant: Tenant, { person, place, message }: Clicked, content: ActivityContent): Activity {
  const scene = { place, person, ...(place.kind === 'channel' ? { thread: message.thread } : {}) };
  return buildActivity(tenant, scene, { ...content, replyToId: message.id });
}

function actionRoute(tenant: Tenant): TenantRoute {
  return onMessage(tenant, ['POST', '/messages/:m/action'], async (clicked, { body }) => {
    const parsed = parseBody(cardAction, body);
    if (!parsed.ok) return refusal(400, 'BadAction', parsed.message);
    const { trigger, ...action } = parsed.value;
    const value = { action: { type: 'Action.Execute', ...action }, trigger };
    const content = { type: 'invoke', name: 'adaptiveCard/action', value };
    return json(200, toCardAnswer(await tenant.bot.invoke(clickActivity(tenant, clicked, content))));
  });
}

function submitRoute(tenant: Tenant): TenantRoute {
  return onMessage(tenant, ['POST', '/messages/:m/submit'], (clicked, { body }) => {
    const parsed = parseBody(withData, body);
    if (!parsed.ok) return refusal(400, 'BadSubmit', parsed.message);
    // An Action.Submit has no answer in Teams either: what the bot does about it arrives as messages.
    void tenant.bot.send(clickActivity(tenant, clicked, { type: 'message', value: parsed.value.data }));
    return empty(204);
  });
}

/** Microsoft: "Collect user feedback": what is written comes as JSON inside JSON. */
function feedbackRoute(tenant: Tenant): TenantRoute {
  return onMessage(tenant, ['POST', '/messages/:m/feedback'], async (clicked, { body }) => {
    const parsed = parseBody(feedback, body);
    if (!parsed.ok) return refusal(400, 'BadFeedback', parsed.message);
    if (clicked.message.thumbs !== true) return refusal(400, 'NoThumbs', 'This message has no thumbs.');
    const { reaction, text } = parsed.value;
    const value = {
      ...{ actionName: 'feedback' },
      actionValue: { reaction, feedback: JSON.stringify({ feedbackText: text }) },
    };
    const content = { type: 'invoke', name: 'message/submitAction', value };
    return json(200, toDialogAnswer(await tenant.bot.invoke(clickActivity(tenant, clicked, content))));
  });
}

function dialogRoute(tenant: Tenant, path: string, name: string): TenantRoute {
  return onMessage(tenant, ['POST', path], async (clicked, { body }) => {
    const parsed = parseBody(withData, body);
    if (!parsed.ok) return refusal(400, 'BadDialog', parsed.message);
    const value = { data: parsed.value.data, context: { theme: 'default' } };
    return json(
      200,
      toDialogAnswer(await tenant.bot.invoke(clickActivity(tenant, clicked, { type: 'invoke', name, value }))),
    );
  });
}

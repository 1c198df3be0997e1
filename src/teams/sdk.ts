import { Application } from '@microsoft/teams-ai';
import { type Activity, CloudAdapter, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { type TeamsActivity, activitySchema } from './activity.ts';
import { admit, type botAuthentication, type Rejection, rejectionOf } from './authentication.ts';
import type { TeamsSettings } from './settings.ts';
import type { InvokeResponse } from './turns.ts';

export type HttpAnswer = Readonly<{ status: number; body?: object }>;
/** One POST to /api/messages. */
export type Receive = (authorization: string, body: unknown) => Promise<HttpAnswer>;
export type OnTurn = (activity: TeamsActivity) => Promise<InvokeResponse | undefined>;

type SdkParts = Readonly<{
  settings: TeamsSettings;
  authentication: ReturnType<typeof botAuthentication>;
  onTurn: OnTurn;
  log: Logger;
}>;

/**
 * The SDK's adapter and application around a turn. The adapter's own `process` is left out (it builds schemas for every
 * request and answers a bad signature with 500), and the application gets no storage: state of conversations lost
 * turns silently when people of one conversation acted at the same time.
 */
export function receiving({ settings, authentication, onTurn, log }: SdkParts): Receive {
  const adapter = new CloudAdapter(authentication);
  const application = routing(onTurn);
  return async (authorization, body) => {
    if (!isReadable(body)) return { status: 400 };
    const activity = body as Activity;
    const identity = await identify(authentication, authorization, activity);
    if ('reason' in identity) return reject(identity, log);
    const refusal = admit(settings, activity);
    if (refusal !== undefined) return reject(refusal, log);
    const parsed = activitySchema.safeParse(body);
    if (!parsed.success)
      return { status: 400, body: { error: { code: 'BadActivity', message: parsed.error.message } } };
    let response: InvokeResponse | undefined;
    await adapter.processActivityDirect(identity, activity, async (context) => {
      context.turnState.set(parsedKey, parsed.data);
      await application.run(context);
      response = context.turnState.get<{ value: InvokeResponse } | undefined>(INVOKE_RESPONSE_KEY)?.value;
    });
    return response ?? { status: 200 };
  };
}

/** Deeper than any card's data. What is nested further is made to break whoever walks through it. */
const deepest = 50;

/** The SDK's token check falls over an activity without channel, and answers that the keys cannot be had. */
function isReadable(body: unknown): boolean {
  const isActivity = typeof body === 'object' && body !== null && 'channelId' in body;
  return isActivity && typeof body.channelId === 'string' && !isDeeperThan(deepest, body);
}

function isDeeperThan(limit: number, value: unknown): boolean {
  let layer: unknown[] = [value];
  for (let depth = 0; depth < limit && layer.length > 0; depth++) {
    layer = layer.flatMap((part): unknown[] => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  return layer.length > 0;
}

const parsedKey = Symbol('activity');
const activityTypes = ['message', 'installationUpdate', 'conversationUpdate'] as const;

/**
 * The invoke response is sent by ourselves: the application's own card actions first update the message in the channel
 * when a card has `refresh`, for every later card too, and fail the turn when that fails.
 */
function routing(onTurn: OnTurn): Application {
  const application = new Application({
    startTypingTimer: false,
    removeRecipientMention: true,
  });
  const run = async ({ activity, turnState }: TurnContext) => {
    const parsed = turnState.get<TeamsActivity>(parsedKey);
    return onTurn(parsed.type === 'message' ? { ...parsed, text: activity.text } : parsed);
  };
  application.addRoute(
    async ({ activity }) => activity.type === 'invoke',
    async (context) => {
      const value = await run(context);
      await context.sendActivity({ type: 'invokeResponse', value });
    },
    true,
  );
  for (const type of activityTypes) {
    application.activity(type, async (context) => {
      await run(context);
    });
  }
  return application;
}

async function identify(authentication: SdkParts['authentication'], authorization: string, activity: Activity) {
  try {
    return await authentication.authenticateRequest(activity, authorization);
  } catch (error) {
    return rejectionOf(error);
  }
}

function reject({ status, reason, cause }: Rejection, log: Logger): HttpAnswer {
  if (cause === undefined) log.warn({ status, reason }, 'request rejected');
  else log.error({ status, reason, err: cause }, 'request rejected');
  return { status, body: { error: { code: 'Rejected', message: reason } } };
}

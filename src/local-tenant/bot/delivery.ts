import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Faults } from '../api.ts';
import type { CallLog } from '../http/call-log.ts';
import type { Activity } from './activity.ts';

/** Status 0: there was no answer (in time), or no bot is connected. */
export type BotAnswer = Readonly<{ status: number; body: unknown }>;

export type BotDelivery = Readonly<{
  connect(url: string): void;
  connected(): boolean;
  /** Delivers again with the same activity id when the bot fails. Answers whether it arrived. */
  send(activity: Activity): Promise<boolean>;
  /** Once: a person is waiting for the answer. */
  invoke(activity: Activity): Promise<BotAnswer>;
}>;

type DeliveryParts = Readonly<{
  sign(): Promise<string>;
  faults(): Faults;
  calls: CallLog;
  now(): Date;
  log: Logger;
  stopped: AbortSignal;
}>;

/** A turn may take about fifteen seconds before the channel gives up on it (Microsoft: "How bots work"). */
const patienceMs = 15_000;
const pausesMs = [500, 2000, 5000];
const noAnswer: BotAnswer = { status: 0, body: undefined };

export function openDelivery(parts: DeliveryParts): BotDelivery {
  let url: string | undefined;
  const deliverOnce = async (activity: Activity): Promise<BotAnswer> => {
    if (url === undefined) return noAnswer;
    return post(parts, url, activity);
  };
  return {
    connect(next) {
      url = next;
    },
    connected: () => url !== undefined,
    invoke: (activity) => copies(parts, activity, deliverOnce),
    send: async (activity) => {
      if (url !== undefined) return sendUntilTaken(parts, activity, (again) => copies(parts, again, deliverOnce));
      parts.log.warn({ activity: activity.id, type: activity.type }, 'no bot is connected to take an activity');
      return false;
    },
  };
}

async function sendUntilTaken(
  { log, stopped }: DeliveryParts,
  activity: Activity,
  deliver: (activity: Activity) => Promise<BotAnswer>,
): Promise<boolean> {
  for (const pauseMs of [...pausesMs, undefined]) {
    const { status } = await deliver(activity);
    if (status >= 200 && status < 500) return status < 300;
    if (pauseMs === undefined || stopped.aborted) break;
    await wait(pauseMs, undefined, { signal: stopped }).catch(() => undefined);
  }
  if (!stopped.aborted) log.warn({ activity: activity.id, type: activity.type }, 'the bot did not take an activity');
  return false;
}

type Deliver = (activity: Activity) => Promise<BotAnswer>;

/** The fault `deliver`: the same activity several times at once, as Teams does after a lost answer. The first one counts. */
async function copies({ faults }: DeliveryParts, activity: Activity, deliver: Deliver): Promise<BotAnswer> {
  const { times = 1, newId = false } = faults().deliver ?? {};
  const extra = Array.from({ length: times - 1 }, () => (newId ? { ...activity, id: `f:${randomUUID()}` } : activity));
  const [first] = await Promise.all([activity, ...extra].map(deliver));
  return first ?? noAnswer;
}

async function post(parts: DeliveryParts, url: string, activity: Activity): Promise<BotAnswer> {
  const started = performance.now();
  const answer = await attempt(parts, url, activity);
  parts.calls.add({
    at: parts.now().toISOString(),
    direction: 'to-bot',
    call: activity.name === undefined ? activity.type : `${activity.type} ${activity.name}`,
    status: answer.status,
    ms: Math.round(performance.now() - started),
  });
  return answer;
}

async function attempt(parts: DeliveryParts, url: string, activity: Activity): Promise<BotAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await parts.sign()}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.any([parts.stopped, AbortSignal.timeout(patienceMs)]),
    });
    return { status: response.status, body: parseJson(await response.text()) };
  } catch (error) {
    if (!parts.stopped.aborted) parts.log.warn({ err: error, activity: activity.id }, 'the bot did not answer');
    return noAnswer;
  }
}

/** An answer that is not JSON says nothing that Teams would show. */
function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

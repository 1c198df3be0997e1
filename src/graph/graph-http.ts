import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod/v4';
import { retryAfterMs } from '../pacing/retry-after.ts';
import { GraphError, missingPermission } from './graph-error.ts';
import { localLimitCode, type Pace } from './pace.ts';
import { type PermissionUse, useOf } from './permissions.ts';

export type GraphConnection = Readonly<{
  /** Without version: `https://graph.microsoft.com`. */
  baseUrl: string;
  token(): Promise<string>;
  fetch: typeof fetch;
  timeoutMs: number;
  maxRefusedMs: number;
  pace: Pace;
  /** Hears which permission a call needed, and whether we have it. */
  used(use: PermissionUse): void;
}>;

/** `path` from behind the version (`/teams/…`), or an address that Graph gave. */
type GraphRequest = Readonly<{
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  version?: 'v1.0' | 'beta';
  body?: object;
}>;

/** `body` is undefined when there was none. */
export type GraphAnswer = Readonly<{ status: number; headers: Headers; body: unknown }>;

const maxMessage = 300;
const shortestRefusalMs = 100;
const tooManyRequests = 429;
const forbidden = 403;
const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string().optional() }) });

/**
 * One request, repeated only when Graph refused it (429) for a short while: a step of several requests would else begin anew
 * at every refusal and never come through. Anything but a readable 2xx is a GraphError; 0 when no answer came.
 */
export async function send(connection: GraphConnection, request: GraphRequest): Promise<GraphAnswer> {
  let left = connection.maxRefusedMs;
  for (;;) {
    const answer = await sendOnce(connection, request).catch(refusedFor);
    if (!('error' in answer)) return answer;
    if (answer.waitMs > left) throw answer.error;
    left -= answer.waitMs;
    await delay(answer.waitMs);
  }
}

type Refused = Readonly<{ error: GraphError; waitMs: number }>;

/** How long Graph asks to wait; whatever else went wrong is thrown on, our own limit too: that one was waited for already. */
function refusedFor(error: unknown): Refused {
  const isRefused = error instanceof GraphError && error.status === tooManyRequests && error.code !== localLimitCode;
  if (!isRefused || error.retryAfterMs === undefined) throw error;
  return { error, waitMs: Math.max(shortestRefusalMs, error.retryAfterMs) };
}

async function sendOnce(connection: GraphConnection, request: GraphRequest): Promise<GraphAnswer> {
  const url = addressOf(connection.baseUrl, request);
  const token = await tokenOf(connection);
  await connection.pace({ method: request.method, url });
  const { response, text } = await exchange(connection, url, initOf(request, token));
  const error = response.ok ? undefined : refusal(response, text);
  const use = useOf(request.method, url, response.ok);
  if (use && (response.ok || error?.code === missingPermission)) connection.used(use);
  if (error) throw error;
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : parsed(text) };
}

/** The answer in the shape we count on; another shape is as unreadable as no JSON at all. */
export function read<Schema extends z.ZodType>(schema: Schema, { body }: Pick<GraphAnswer, 'body'>): z.output<Schema> {
  const result = schema.safeParse(body);
  if (!result.success) throw unreadable(result.error);
  return result.data;
}

/**
 * Graph gives addresses as a whole or from the root, with and without version. Our token goes to Graph only, whatever an
 * answer says.
 */
function addressOf(baseUrl: string, { path, version = 'v1.0' }: GraphRequest): URL {
  const base = new URL(baseUrl.replace(/\/+$/, ''));
  const root = base.pathname === '/' ? '' : base.pathname;
  if (/^https?:/i.test(path)) return ownAddress(new URL(path), base);
  if (root !== '' && path.startsWith(`${root}/`)) return new URL(path, base);
  const versioned = /^\/(?:v1\.0|beta)\//.test(path) ? path : `/${version}${path}`;
  return new URL(`${root}${versioned}`, base);
}

function ownAddress(url: URL, base: URL): URL {
  if (url.origin !== base.origin) {
    throw new GraphError(400, 'ForeignAddress', { message: `an address outside Graph: ${url.origin}` });
  }
  return url;
}

async function tokenOf({ token }: GraphConnection): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    throw new GraphError(401, 'NoToken', { message: 'no access token for Graph', cause });
  }
}

function initOf({ method, body }: GraphRequest, token: string): RequestInit {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  if (body === undefined) return { method, headers, redirect: 'error' };
  return {
    ...{ method, redirect: 'error', body: JSON.stringify(body) },
    headers: { ...headers, 'content-type': 'application/json' },
  };
}

async function exchange(
  connection: GraphConnection,
  url: URL,
  init: RequestInit,
): Promise<Readonly<{ response: Response; text: string }>> {
  try {
    const response = await connection.fetch(url, { ...init, signal: AbortSignal.timeout(connection.timeoutMs) });
    return { response, text: await response.text() };
  } catch (cause) {
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    const message = late ? `no answer within ${connection.timeoutMs} ms` : 'the connection broke';
    throw new GraphError(0, late ? 'Timeout' : 'NoAnswer', { message, cause });
  }
}

function refusal(response: Response, text: string): GraphError {
  const { status, statusText, headers } = response;
  const wait = retryAfterMs(headers);
  const known = errorBody.safeParse(jsonOf(text)).data?.error;
  const message = (known?.message ?? statusText).slice(0, maxMessage);
  // Other refusals have the same status and code: a policy, somebody who is not in the team.
  const isMissing = status === forbidden && /^Missing (?:role|scope) permissions/i.test(message);
  return new GraphError(status, isMissing ? missingPermission : (known?.code ?? `Http${status}`), {
    message,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

function parsed(text: string): unknown {
  const body = jsonOf(text);
  if (body === undefined) throw unreadable();
  return body;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page instead of Graph's answer: the status says what there is to say.
    return undefined;
  }
}

/** As a bad gateway: the request may have had its effect. */
function unreadable(cause?: unknown): GraphError {
  return new GraphError(502, 'UnreadableAnswer', { message: 'an answer in no shape we know', cause });
}

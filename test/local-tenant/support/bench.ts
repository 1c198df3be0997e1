import pino from 'pino';
import type { Conversations, Message, Thread } from '../../../src/local-tenant/api.ts';
import { type LocalTenant, type LocalTenantOptions, startLocalTenant } from '../../../src/local-tenant/local-tenant.ts';
import { type RecordingBot, startRecordingBot } from './recording-bot.ts';

export const hanna = '00000000-0000-4000-8000-000000000001';
export const ilse = '00000000-0000-4000-8000-000000000003';
export const marieke = '00000000-0000-4000-8000-000000000005';
export const kees = '00000000-0000-4000-8000-000000000006';
export const fatima = '00000000-0000-4000-8000-000000000007';
export const jan = '00000000-0000-4000-8000-000000000009';
export const lotte = '00000000-0000-4000-8000-000000000011';
export const pieter = '00000000-0000-4000-8000-000000000014';
export const otherTenant = '90000000-0000-4000-8000-000000000002';
export const limburg = '10000000-0000-4000-8000-000000000008';
export const general = '19:algemeen-li@thread.tacv2';
export const chatOf = (person: string): string => `a:${person}`;

export type Answered = Readonly<{ status: number; body: unknown; headers: Headers }>;
type Call = (text: string, body?: unknown) => Promise<Answered>;

export type Bench = Readonly<{
  tenant: LocalTenant;
  bot: RecordingBot;
  /** As anybody on this machine, without a token. */
  api: Call;
  /** As the bot, with its token for the connector or for Graph (paths behind `/v1.0`). */
  connector: Call;
  graph: Call;
  close(): Promise<void>;
}>;

const log = pino({ level: 'silent' });

export const startTenant = (options: Partial<LocalTenantOptions> = {}): Promise<LocalTenant> =>
  startLocalTenant({ port: 0, log, rates: 'off', ...options });

/** A tenant without limits and a bot that is not connected yet. */
export async function openBench(options: Partial<LocalTenantOptions> = {}): Promise<Bench> {
  const tenant = await startTenant(options);
  const bot = await startRecordingBot();
  return {
    tenant,
    bot,
    api: (text, body) => call(tenant.url, text, { body }),
    connector: await asBot(tenant, 'connector'),
    graph: await asBot(tenant, 'graph'),
    async close() {
      await tenant.close();
      await bot.close();
    },
  };
}

export async function asBot(tenant: LocalTenant, surface: 'connector' | 'graph'): Promise<Call> {
  const isGraph = surface === 'graph';
  const token = await fetchToken(tenant, isGraph ? 'https://graph.microsoft.com' : 'https://api.botframework.com');
  const base = isGraph ? `${tenant.graphUrl}/v1.0` : `${tenant.connectorUrl}v3`;
  return (text, body) => call(base, text, { body, token });
}

export async function fetchToken({ tokenUrl, appId, appSecret }: LocalTenant, audience: string): Promise<string> {
  const scope = `${audience}/.default`;
  const form = { grant_type: 'client_credentials', client_id: appId, client_secret: appSecret, scope };
  const headers = { connection: 'close' };
  const response = await fetch(tokenUrl, { method: 'POST', headers, body: new URLSearchParams(form) });
  return textAt(await response.json(), 'access_token');
}

type Sent = Readonly<{ body?: unknown; token?: string; headers?: Record<string, string> }>;

/** `text` is `PUT /path`, or only the path for a GET, or with a body a POST. */
export async function call(base: string, text: string, sent: Sent = {}): Promise<Answered> {
  const [method = '', path = ''] = text.includes(' ')
    ? text.split(' ')
    : [sent.body === undefined ? 'GET' : 'POST', text];
  const response = await fetch(base + path, { method, ...requestOf(sent) });
  const answered = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, body: isJson ? JSON.parse(answered) : answered, headers: response.headers };
}

function requestOf({ body, token, headers }: Sent): RequestInit {
  // A kept connection would be that of the tenant before a restart on the same port.
  const always: Record<string, string> = { connection: 'close' };
  if (token !== undefined) always['authorization'] = `Bearer ${token}`;
  if (body === undefined) return { headers: { ...always, ...headers } };
  return { headers: { 'content-type': 'application/json', ...always, ...headers }, body: JSON.stringify(body) };
}

/** What stands at `error.code` or `value.0.id` in an answer. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

export function textAt(value: unknown, path: string): string {
  const text = at(value, path);
  if (typeof text !== 'string') throw new Error(`no text at ${path} in ${JSON.stringify(value)}`);
  return text;
}

/** Status and error code: what a refusal says to a program. */
export const refusalOf = ({ status, body }: Answered): readonly unknown[] => [status, at(body, 'error.code')];

export async function conversationsOf({ api }: Bench, person: string): Promise<Conversations> {
  return (await api(`/api/as/${person}/conversations`)).body as Conversations;
}

export async function threadsOf({ api }: Bench, person: string, conversation: string): Promise<readonly Thread[]> {
  const { body } = await api(`/api/as/${person}/conversations/${encodeURIComponent(conversation)}/threads`);
  return body as readonly Thread[];
}

/** Says something as a persona. */
export async function say(
  { api }: Bench,
  [person, conversation]: readonly [string, string],
  message: object,
): Promise<Message> {
  const { body } = await api(`/api/as/${person}/conversations/${encodeURIComponent(conversation)}/messages`, message);
  return body as Message;
}

export const cardOf = (text: string): object => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});

export const cardActivity = (card: object, text?: string): object => ({
  type: 'message',
  ...(text === undefined ? {} : { text }),
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

/** The bot says something; answers the message's id. */
export async function botSays({ connector }: Bench, conversation: string, activity: object): Promise<string> {
  const { body } = await connector(`/conversations/${encodeURIComponent(conversation)}/activities`, activity);
  return textAt(body, 'id');
}

export const graphMember = (person: string, role?: 'owner', tenantId?: string): object => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${person}')`,
  roles: role === undefined ? [] : [role],
  ...(tenantId === undefined ? {} : { tenantId }),
});

/** A private channel of Limburg with Marieke as its owner and these others; answers its id. */
export async function privateChannel({ graph }: Bench, name: string, others: readonly string[] = []): Promise<string> {
  const members = [graphMember(marieke, 'owner'), ...others.map((person) => graphMember(person))];
  const { body } = await graph(`/teams/${limburg}/channels`, { displayName: name, membershipType: 'private', members });
  return textAt(body, 'id');
}

export async function enableApp({ graph, tenant }: Bench, channel: string): Promise<Answered> {
  const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${tenant.teamsAppId}` };
  return graph(`/teams/${limburg}/channels/${channel}/enabledApps/$ref`, reference);
}

/** Polls the operation of a shared channel until it is done; answers the channel's id. */
export async function finishedChannel({ graph }: Bench, accepted: Answered): Promise<string> {
  const operation = accepted.headers.get('content-location') ?? '';
  for (;;) {
    const { body } = await graph(operation);
    if (at(body, 'status') === 'succeeded') return textAt(body, 'targetResourceId');
  }
}

export const sharedChannel = ({ graph }: Bench, name: string): Promise<Answered> =>
  graph(`/teams/${limburg}/channels`, {
    displayName: name,
    membershipType: 'shared',
    members: [graphMember(marieke, 'owner')],
  });

import pino, { type Logger } from 'pino';
import { createTeamsEdge, type TeamsEdge, type TeamsEdgeOptions } from '../../src/teams/edge.ts';
import { type TeamsSettings } from '../../src/teams/settings.ts';
import { type Clock } from '../../src/core/clock.ts';
import { type Store } from '../../src/store/store.ts';
import { openTemporary } from './store-sqlite.ts';
import { appId, startTeamsStub, type TeamsStub } from './teams-stub.ts';

export const anna = '00000000-0000-4000-8000-0000000000a1';
export const bram = '00000000-0000-4000-8000-0000000000b2';
export const tenant = '90000000-0000-4000-8000-000000000001';

/** A clock that stands still until it is moved. */
export type HandClock = Clock & Readonly<{ advance(ms: number): void }>;
export function handClock(start = '2026-03-02T08:00:00.000Z'): HandClock {
  let now = Date.parse(start);
  return { now: () => new Date(now), advance: (ms) => void (now += ms) };
}

export type LogLine = Readonly<Record<string, unknown>>;
export type Answered = Readonly<{ status: number; body: unknown }>;

/** A real bot over HTTP between a stubbed Teams and a real store. */
export type Bot = Readonly<{
  teams: TeamsStub;
  edge: TeamsEdge;
  store: Store;
  clock: HandClock;
  settings: TeamsSettings;
  lines: readonly LogLine[];
  url: string;
  /** Delivers an activity, signed unless a token is given ('' for none). */
  deliver(activity: object, token?: string): Promise<Answered>;
  close(): Promise<void>;
}>;

export type BotOptions = Partial<Omit<TeamsEdgeOptions, 'settings' | 'store' | 'clock' | 'log'>> &
  Readonly<{ settings?: Partial<TeamsSettings>; storeOf?(store: Store): Store }>;

export async function startBot({ settings: changed, storeOf, ...options }: BotOptions = {}): Promise<Bot> {
  const teams = await startTeamsStub();
  const opened = await openTemporary();
  const clock = handClock();
  const settings = { ...settingsFor(teams), ...changed };
  const { log, lines } = recordingLog();
  const store = storeOf?.(opened.store) ?? opened.store;
  const nothing = { routes: [], messages: [], events: [], cards: [] };
  const edge = createTeamsEdge({ ...nothing, ...options, settings, store, clock, log });
  const { port } = await edge.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  return {
    teams,
    edge,
    store,
    clock,
    settings,
    lines,
    url,
    async deliver(activity, token) {
      const bearer = token ?? (await teams.sign());
      return post(`${url}/api/messages`, { serviceUrl: `${teams.url}/`, ...activity }, bearer);
    },
    async close() {
      await edge.close();
      await opened.close();
      await teams.close();
    },
  };
}

export function settingsFor({ url }: Pick<TeamsStub, 'url'>): TeamsSettings {
  return {
    appId,
    tenants: [tenant],
    serviceUrlHosts: ['127.0.0.1'],
    serviceUrl: `${url}/`,
    auth: { kind: 'local', openIdMetadataUrl: `${url}/openid`, issuer: url, tokenUrl: `${url}/token`, appSecret: 's' },
    maxBodyBytes: 100_000,
    budgetMs: 2_000,
  };
}

function recordingLog(): Readonly<{ log: Logger; lines: readonly LogLine[] }> {
  const lines: LogLine[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as LogLine);
  return { log: pino({ level: 'debug', base: null, timestamp: false }, { write }), lines };
}

async function post(url: string, body: object, token: string): Promise<Answered> {
  const authorization: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', connection: 'close', ...authorization };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

let activities = 0;

export function activityFrom(person: string, rest: object): object {
  return {
    id: `a${++activities}`,
    channelId: 'msteams',
    from: { id: `29:${person}`, aadObjectId: person },
    recipient: { id: `28:${appId}` },
    conversation: { id: `chat-of-${person}`, conversationType: 'personal', tenantId: tenant },
    locale: 'nl-NL',
    ...rest,
  };
}

export const channelConversation = {
  conversation: { id: '19:case@thread.tacv2;messageid=77', conversationType: 'channel', tenantId: tenant },
  channelData: { team: { id: '19:team', aadGroupId: 'group-1' }, channel: { id: '19:case@thread.tacv2' } },
};

export function sentenceFrom(person: string, text: string, rest: object = {}): object {
  return activityFrom(person, { type: 'message', text, ...rest });
}

export function clickBy(person: string, verb: string, data: object = {}): object {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return activityFrom(person, { type: 'invoke', name: 'adaptiveCard/action', value });
}

export function dialogBy(person: string, step: 'fetch' | 'submit', data: object): object {
  return activityFrom(person, { type: 'invoke', name: `task/${step}`, value: { data, context: { theme: 'default' } } });
}

export function searchBy(person: string, command: string, text: string): object {
  const parameters = [{ name: 'query', value: text }];
  const value = { commandId: command, parameters, queryOptions: { skip: 0, count: 25 } };
  return activityFrom(person, { type: 'invoke', name: 'composeExtension/query', value });
}

/** A command from the menu of a message. */
export function menuBy(person: string, command: string, messagePayload?: object): object {
  const value = { commandId: command, commandContext: 'message', messagePayload, context: { theme: 'default' } };
  return activityFrom(person, { type: 'invoke', name: 'composeExtension/fetchTask', value });
}

/** A button in the dialog that such a command opened. */
export function menuSubmitBy(person: string, command: string, data: object): object {
  const value = { commandId: command, commandContext: 'message', data, context: { theme: 'default' } };
  return activityFrom(person, { type: 'invoke', name: 'composeExtension/submitAction', value });
}

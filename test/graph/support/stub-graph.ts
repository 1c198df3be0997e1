import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphChannels, type GraphClient, type GraphSettings } from '../../../src/graph/graph-channels.ts';

export type Call = Readonly<{ method: string; path: string; body: unknown; authorization: string | undefined }>;

/** What the stub does with one call: an answer (`http://stub` in it is the stub's own address), a broken connection, or silence. */
export type Reply =
  | Readonly<{ status: number; body?: unknown; headers?: Readonly<Record<string, string>> }>
  | 'reset'
  | 'reset-in-body'
  | 'hang';

/** Answers by `METHOD /path` (a path ends where the query begins); several replies are given one after another, the last for ever. */
export type Script = Readonly<Record<string, Reply | readonly Reply[]>>;

export type StubGraph = Readonly<{
  url: string;
  calls: readonly Call[];
  /** `METHOD /path?query` of every call, in order, decoded. */
  seen(): readonly string[];
  close(): Promise<void>;
}>;

export async function startStubGraph(script: Script): Promise<StubGraph> {
  const calls: Call[] = [];
  const given = new Map<string, number>();

  function replyTo(route: string): Reply {
    const replies = script[route] ?? { status: 501, body: { error: { code: 'NotScripted', message: route } } };
    const list = Array.isArray(replies) ? (replies as readonly Reply[]) : [replies as Reply];
    const turn = given.get(route) ?? 0;
    given.set(route, turn + 1);
    return list[Math.min(turn, list.length - 1)] ?? 'hang';
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const path = decodeURIComponent(request.url ?? '');
      const { authorization } = request.headers;
      const method = request.method ?? '';
      calls.push({ method, path, body: text === '' ? undefined : JSON.parse(text), authorization });
      answer(response, replyTo(`${method} ${path.split('?')[0] ?? ''}`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    seen: () => calls.map(({ method, path }) => `${method} ${path}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'reset') {
    response.socket?.destroy();
    return;
  }
  if (reply === 'reset-in-body') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"id":', () => response.socket?.destroy());
    return;
  }
  const { status, body, headers } = reply;
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  const { localPort = 0 } = response.socket ?? {};
  response.end(text.replaceAll('http://stub', `http://127.0.0.1:${localPort}`));
}

export const home = '11111111-1111-4111-8111-111111111111';
export const app = '22222222-2222-4222-8222-222222222222';

export type Bench = Readonly<{ graph: GraphClient; stub: StubGraph }>;

export const unhurried: GraphSettings['limits'] = {
  windowMs: 1,
  perTeam: 1000,
  teamAdditionsPerMinute: 1000,
  timeoutMs: 2_000,
};

export type StubSettings = Partial<GraphSettings> & Readonly<{ root?: string }>;

/** A client against a stub that answers as told; its own pace is out of the way unless a spec is about it. */
export async function withStub(
  script: Script,
  run: (bench: Bench) => Promise<void>,
  { root = '', ...settings }: StubSettings = {},
): Promise<void> {
  const stub = await startStubGraph(script);
  const graph = createGraphChannels({
    ...{ baseUrl: stub.url + root, tenantId: home, appCatalogId: app, limits: unhurried },
    token: () => Promise.resolve('token-of-the-bot'),
    ...settings,
  });
  try {
    await run({ graph, stub });
  } finally {
    await stub.close();
  }
}

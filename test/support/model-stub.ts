import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { text as textOf } from 'node:stream/consumers';
import { selfSignedCertificate } from './cosmos-double/certificate.ts';
import { closed, portOf } from './servers.ts';

/** What came in, all of it. */
export type Asked = Readonly<{
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** The messages in it. */
  messages: readonly Readonly<{ role: string; content: string }>[];
}>;

/** What a model says; `drip` sends a byte now and then, and never stops. */
export type Reply =
  | Readonly<{ says: string }>
  | Readonly<{ status: number; headers?: Record<string, string>; body?: string }>
  | 'hang'
  | 'drip'
  | 'drop';

export type ModelStub = Readonly<{
  url: string;
  asked: readonly Asked[];
  /** Answers the next requests so, one by one; afterwards `otherwise`. */
  reply(...replies: readonly Reply[]): void;
  otherwise(reply: Reply | ((asked: Asked) => Reply)): void;
  calm(): void;
  close(): Promise<void>;
}>;

const unsure: Reply = { says: '{"intent":"geen"}' };

/** Something on this machine that speaks OpenAI's protocol. `secure`: with a certificate that nobody trusts. */
export async function startModelStub({ secure = false } = {}): Promise<ModelStub> {
  const asked: Asked[] = [];
  const replies: Reply[] = [];
  const drips = new Set<NodeJS.Timeout>();
  let usual: Reply | ((asked: Asked) => Reply) = unsure;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one = await readAsked(request);
    asked.push(one);
    const reply = replies.shift() ?? (typeof usual === 'function' ? usual(one) : usual);
    if (reply === 'hang') return;
    if (reply === 'drop') request.socket.destroy();
    else if (reply === 'drip') drip(response);
    else send(response, reply);
  };
  const drip = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{');
    drips.add(setInterval(() => response.write(' '), 20));
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
  const server = secure ? createSecureServer(selfSignedCertificate(), listener) : createServer(listener);
  const port = await portOf(server);
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}/v1`,
    asked,
    reply: (...more) => void replies.push(...more),
    otherwise: (reply) => void (usual = reply),
    calm() {
      asked.length = 0;
      replies.length = 0;
      usual = unsure;
    },
    async close() {
      for (const drip of drips) clearInterval(drip);
      await closed(server);
    },
  };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const body = await textOf(request);
  const { messages } = JSON.parse(body) as Pick<Asked, 'messages'>;
  return { path: request.url ?? '', headers: request.headers, body, messages };
}

function send(response: ServerResponse, reply: Exclude<Reply, string>): void {
  if ('says' in reply) {
    const message = { role: 'assistant', content: reply.says };
    send(response, { status: 200, body: JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message }] }) });
    return;
  }
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
  response.end(reply.body ?? '{}');
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { refusal, type Reply } from './exchange.ts';
import { isFromThisMachine } from './loopback.ts';

/** `undefined`: the connection was cut on purpose. */
export type Answering = (request: IncomingMessage, url: URL) => Promise<Reply | undefined>;

export type HttpServer = Readonly<{ url: string; answerWith(answering: Answering): void; close(): Promise<void> }>;

/** Listens on 127.0.0.1 only. Port 0 takes a free one. Nothing is answered before `answerWith`. */
export async function openServer(port: number, log: Logger): Promise<HttpServer> {
  let answering: Answering = async () => refusal(503, 'Starting', 'The local tenant is starting.');
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = await guarded(request).catch((error: unknown) => {
      log.error({ err: error, method: request.method }, 'local tenant failed to answer');
      return refusal(500, 'InternalServerError', 'The local tenant failed; its log says why.');
    });
    if (reply) send(response, reply);
    else request.socket.destroy();
  };
  const guarded = async (request: IncomingMessage): Promise<Reply | undefined> =>
    isFromThisMachine(request.headers)
      ? answering(request, new URL(request.url ?? '/', 'http://127.0.0.1'))
      : refusal(
          403,
          'NotLoopback',
          'The local tenant answers this machine only: use http://127.0.0.1 or its own page.',
        );
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}`,
    answerWith(next) {
      answering = next;
    },
    close: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function send(response: ServerResponse, { status, headers, body, stream }: Reply): void {
  const raw = typeof body === 'string' || Buffer.isBuffer(body);
  const type = body === undefined || raw ? {} : { 'Content-Type': 'application/json; charset=utf-8' };
  response.writeHead(status, { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...type, ...headers });
  if (stream) stream(response);
  else if (body === undefined) response.end();
  else response.end(raw ? body : JSON.stringify(body));
}

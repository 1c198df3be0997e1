import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { closed, portOf } from './servers.ts';

/** What stands before several instances: each request goes to the next one. */
export type RoundRobin = Readonly<{
  port: number;
  /** How many requests each answered, in the order of `ports`. */
  answered: readonly number[];
  close(): Promise<void>;
}>;

/** `onPassed`: when a request was passed on, with the place in `ports` of whoever got it. */
export async function roundRobin(
  ports: readonly number[],
  onPassed: (instance: number) => void = () => undefined,
): Promise<RoundRobin> {
  const answered = ports.map(() => 0);
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      forward({ incoming, outgoing, body: Buffer.concat(chunks) }, ports.length);
    });
  });

  type Exchange = Readonly<{ incoming: IncomingMessage; outgoing: ServerResponse; body: Buffer }>;
  function forward({ incoming, outgoing, body }: Exchange, left: number): void {
    const at = turn++ % ports.length;
    const { method, url: path, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: ports[at], method, path, headers, agent: false }, (answer) => {
      answered[at] = (answered[at] ?? 0) + 1;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing).on('error', () => outgoing.destroy());
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      // Nobody listens, so nobody got it; or it only asks: another may have it. Anything else may have been done already.
      const harmless = error.code === 'ECONNREFUSED' || (method === 'GET' && !outgoing.headersSent);
      if (harmless && left > 1) forward({ incoming, outgoing, body }, left - 1);
      else if (!outgoing.headersSent) {
        outgoing.statusCode = 502;
        outgoing.end();
      }
    });
    onward.end(body, () => onPassed(at));
  }

  return {
    port: await portOf(server),
    answered,
    close: () => closed(server),
  };
}

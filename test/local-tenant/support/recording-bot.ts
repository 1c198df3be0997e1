import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = Readonly<Record<string, unknown>>;
export type BotReply = Readonly<{ status: number; body?: unknown }>;
type Answer = (activity: Received) => BotReply | Promise<BotReply>;

/** A bot that writes down what it gets and answers what the spec says. */
export type RecordingBot = Readonly<{
  url: string;
  received: Received[];
  answerWith(answer: Answer): void;
  /** Resolves when so many activities that fit have come, counting earlier ones. */
  wait(fits: (activity: Received) => boolean, count?: number): Promise<readonly Received[]>;
  close(): Promise<void>;
}>;

export async function startRecordingBot(): Promise<RecordingBot> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  let answer: Answer = () => ({ status: 200 });
  const server = createServer((request, response) => {
    void readActivity(request).then(async (activity) => {
      received.push(activity);
      for (const look of waiting) look();
      const { status, body } = await answer(activity);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    received,
    answerWith(next) {
      answer = next;
    },
    wait: (fits, count = 1) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = received.filter(fits);
          if (found.length < count) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => closeServer(server),
  };
}

async function readActivity(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const activity = JSON.parse(Buffer.concat(chunks).toString()) as Received;
  return { ...activity, authorization: request.headers.authorization };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

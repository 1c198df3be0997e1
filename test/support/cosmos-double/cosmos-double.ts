import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { type ServerResponse } from 'node:http';
import { Agent, createServer, type Server } from 'node:https';
import { type AddressInfo } from 'node:net';
import { type Clock } from '../../../src/core/clock.ts';
import { type Account, copyOf } from './account.ts';
import { type Answer, answerOf, Refused } from './answer.ts';
import { callerOf, type Secrets } from './authorization.ts';
import { type Call, type CallKind, readCall } from './call.ts';
import { selfSignedCertificate } from './certificate.ts';
import { faultAnswer, type FaultRule, faultRules } from './faults.ts';
import { answerCall } from './routes.ts';
import { sessionHeaders } from './session.ts';

/**
 * One line for each call that was answered; no bodies. `charge` in request units of the model (charge.ts); `documents` that
 * were read.
 */
export type Answered = Readonly<{
  kind: CallKind;
  status: number;
  charge: number;
  documents: number;
  sessionToken: string | undefined;
}>;

export type CosmosDouble = Readonly<{
  endpoint: string;
  key: string;
  /** Trusts the double's certificate: for the `agent` option of the SDK. */
  agent: Agent;
  /** PEM, for a bot in a process of its own. */
  certificate: string;
  answered: readonly Answered[];
  /** All that is there now, for another double to start with. */
  contents(): Account;
  fail(rule: FaultRule): void;
  /** No faults, no log; data stays. */
  calm(): void;
  close(): Promise<void>;
}>;

type Options = Readonly<{ clock?: Clock; ranges?: number; aadTokens?: readonly string[]; contents?: Account }>;

const maxRequestBytes = 2 * 1024 * 1024;
const certificate = selfSignedCertificate();
const empty: Account = { databases: new Map() };

/** An HTTPS server that answers the slice of the Cosmos DB REST API which our adapter uses, and refuses the rest by name. */
export async function startCosmosDouble(options: Options = {}): Promise<CosmosDouble> {
  const { clock = { now: () => new Date() }, ranges = 3, aadTokens = [], contents = empty } = options;
  const key = randomBytes(64);
  const secrets: Secrets = { key: createSecretKey(key), aadTokens };
  const account = copyOf(contents);
  const answered: Answered[] = [];
  const faults = faultRules();

  const answer = (call: Call): Answer => {
    try {
      if (call.bytes > maxRequestBytes) {
        throw new Refused(413, 'RequestEntityTooLarge', { message: 'Request size is too large' });
      }
      const caller = callerOf(call, secrets);
      return answerCall({ account, endpoint: endpointOf(server), ranges, now: clock.now().getTime() }, call, caller);
    } catch (error) {
      if (error instanceof Refused) return answerOf(error);
      throw error;
    }
  };

  const respond = (call: Call, response: ServerResponse): void => {
    const fault = faults.next(call);
    if (fault === 'hang') return;
    if (fault === 'reset') return void response.socket?.destroy();
    const given = fault === undefined || fault === 'lost' ? answer(call) : faultAnswer(fault);
    answered.push(line(call, given));
    if (fault === 'lost') return void response.socket?.destroy();
    send(response, { ...given, headers: { ...sessionHeaders(account, call, ranges), ...given.headers } });
  };

  const server = createServer({ ...certificate, keepAlive: true }, (request, response) => {
    readCall(request).then(
      (call) => {
        respond(call, response);
      },
      (error: unknown) => {
        send(response, error instanceof Refused ? answerOf(error) : { status: 500 });
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agent = new Agent({ ca: certificate.cert, keepAlive: true });
  return {
    endpoint: endpointOf(server),
    key: key.toString('base64'),
    agent,
    certificate: certificate.cert,
    answered,
    contents: () => copyOf(account),
    fail: faults.add,
    calm() {
      faults.clear();
      answered.length = 0;
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const endpointOf = (server: Server): string => `https://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;

function line(call: Call, { status, charge = 1, body }: Answer): Answered {
  const { Documents: found } = (body ?? {}) as Readonly<{ Documents?: readonly unknown[] }>;
  const documents = found?.length ?? (call.method === 'GET' && status === 200 ? 1 : 0);
  return { kind: call.kind, status, charge, documents, sessionToken: call.header('x-ms-session-token') };
}

function send(response: ServerResponse, given: Answer & Readonly<{ text?: string }>): void {
  const { status, body, etag, charge = 1, headers = {}, text } = given;
  response.writeHead(status, {
    'content-type': text === undefined ? 'application/json' : 'text/html',
    'x-ms-activity-id': randomUUID(),
    'x-ms-request-charge': charge.toFixed(2),
    ...(etag === undefined ? {} : { etag }),
    ...headers,
  });
  const bare = status === 204 || status === 304 || body === undefined;
  response.end(text ?? (bare ? undefined : JSON.stringify(body)));
}

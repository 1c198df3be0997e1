import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** A call that the bot made to the connector. */
export type Call = Readonly<{ method: string; path: string; authorization: string; body: Record<string, unknown> }>;
/** What the connector answers instead of doing it; `drop` cuts the connection, `hang` never answers. */
export type Fault = Readonly<{ status: number; headers?: Record<string, string>; body?: string }> | 'drop' | 'hang';

export type TeamsStub = Readonly<{
  url: string;
  calls: readonly Call[];
  tokensGiven(): number;
  /** Answers the next calls so, one by one; afterwards all is well again. */
  fail(...faults: readonly Fault[]): void;
  sign(claims?: JWTPayload): Promise<string>;
  close(): Promise<void>;
}>;

export const appId = '6f1d5c0e-9a3b-4e0b-9b0e-0a1b2c3d4e5f';
const keys = await generateKeyPair('RS256');
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', use: 'sig', alg: 'RS256', endorsements: ['msteams'] };

/** An issuer and a connector on one port: what a bot needs of Microsoft to take part in a conversation. */
export async function startTeamsStub(): Promise<TeamsStub> {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  let tokens = 0;
  let messages = 0;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function issuerAnswer(path: string): object | undefined {
    if (path === '/openid') return { issuer: url, jwks_uri: `${url}/keys` };
    if (path === '/keys') return { keys: [jwk] };
    return path === '/token' ? { access_token: `token-${++tokens}`, expires_in: 3600 } : undefined;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const text = await textOf(request);
    const known = issuerAnswer(path);
    if (known !== undefined) {
      json(response, known);
      return;
    }
    calls.push({
      method: request.method ?? '',
      path: decodeURIComponent(path),
      authorization: request.headers.authorization ?? '',
      body: JSON.parse(text) as Record<string, unknown>,
    });
    const fault = faults.shift();
    if (fault === 'hang') return;
    if (fault === 'drop') request.socket.destroy();
    else if (fault !== undefined) send(response, fault);
    else json(response, connectorAnswer(path, `m${++messages}`, JSON.parse(text) as Body), 201);
  }

  return {
    url,
    calls,
    tokensGiven: () => tokens,
    fail: (...next) => void faults.push(...next),
    sign: (claims = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const good = { iss: url, aud: appId, serviceurl: `${url}/`, nbf: now - 5, exp: now + 600 };
      return new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(keys.privateKey);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Body = Readonly<{ isGroup?: boolean; channelData?: { channel?: { id: string } }; members?: { id: string }[] }>;

function connectorAnswer(path: string, id: string, { channelData, members }: Body): object {
  if (path !== '/v3/conversations') return { id };
  const channel = channelData?.channel?.id;
  return channel === undefined
    ? { id: `chat-${members?.[0]?.id ?? ''}` }
    : { id: `${channel};messageid=${id}`, activityId: id };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

function json(response: ServerResponse, body: object, status = 200): void {
  send(response, { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** Not chained: restify replaces `writeHead` of every server in the process by one that returns nothing. */
function send(response: ServerResponse, { status, headers, body = '' }: Exclude<Fault, string>): void {
  response.writeHead(status, headers);
  response.end(body);
}

import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import tls from 'node:tls';
import { gunzipSync } from 'node:zlib';
import { selfSignedCertificate } from './cosmos-double/certificate.ts';
import { closed, portOf } from './servers.ts';

/** One span as Application Insights gets it: a request, or a dependency. */
export type Envelope = Readonly<{
  tags: Readonly<Record<string, string>>;
  data: Readonly<{
    baseType: string;
    baseData: Readonly<{
      id: string;
      name: string;
      success: boolean;
      properties?: Readonly<Record<string, string>>;
    }>;
  }>;
}>;

/**
 * Takes traces as Application Insights (`/v2.1/track`, to which Microsoft's exporter speaks by https only) and as anything with
 * OTLP over HTTP (`/v1/traces`) do, and keeps them.
 */
export type TraceStub = Readonly<{
  url: string;
  connectionString: string;
  /** What came, as it came, by path. */
  received(path: string): readonly string[];
  envelopes(): readonly Envelope[];
  close(): Promise<void>;
}>;

const track = '/v2.1/track';

export async function traceStub(): Promise<TraceStub> {
  const bodies: { path: string; text: string }[] = [];
  const listener: RequestListener = (request, response) => {
    void textOf(request).then((text) => {
      const path = request.url?.replace(/\?.*/, '') ?? '';
      bodies.push({ path, text });
      const itemsReceived = path === track ? itemsOf(text).length : 0;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ itemsReceived, itemsAccepted: itemsReceived, errors: [] }));
    });
  };
  const certificate = selfSignedCertificate();
  const trusted = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...trusted, certificate.cert]);
  const servers = [createServer(listener), createSecureServer(certificate, listener)] as const;
  const [plain, secure] = await Promise.all(servers.map(portOf));
  const received = (path: string) => bodies.filter((body) => body.path === path).map(({ text }) => text);
  return {
    url: `http://127.0.0.1:${plain}`,
    connectionString: `InstrumentationKey=00000000-0000-4000-8000-0000000000aa;IngestionEndpoint=https://127.0.0.1:${secure}/`,
    received,
    envelopes: () =>
      received(track)
        .flatMap(itemsOf)
        .filter(({ data }) => data.baseType !== 'MetricData'),
    async close() {
      tls.setDefaultCACertificates(trusted);
      await Promise.all(servers.map(closed));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
}

/** A list, or one object a line: the service takes both. */
function itemsOf(text: string): readonly Envelope[] {
  if (text.trimStart().startsWith('[')) return JSON.parse(text) as Envelope[];
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Envelope);
}

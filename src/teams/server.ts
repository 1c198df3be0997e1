import type { Logger } from 'pino';
import restify, { type Request, type Response } from 'restify';
import { type Download, type Downloading, downloadPath } from './downloads.ts';
import type { HttpAnswer, Receive } from './sdk.ts';

type EdgeServer = Readonly<{
  listen(port: number, host: string): Promise<Readonly<{ port: number }>>;
  close(): Promise<void>;
}>;

const messagesPath = '/api/messages';
/** Refused for its form, before it is looked at who asks. What comes further is written down there, with the reason. */
const unreadable: readonly number[] = [400, 413, 415];

/** Of a download link; the router looks at a hundred characters unless told. */
const longestToken = 2_000;

const json = { 'content-type': 'application/json; charset=utf-8' };

export type PageAnswer = Readonly<{ status: number; contentType: string; body: string }>;
/** Something to read at a path of its own, by a machine that watches. */
export type Page = Readonly<{ path: string; answer(authorization: string): Promise<PageAnswer> }>;

type Serving = Readonly<{
  receive: Receive;
  maxBodySize: number;
  log: Logger;
  download: Downloading;
  pages: readonly Page[];
}>;

export function edgeServer({ receive, maxBodySize, log, download, pages }: Serving): EdgeServer {
  const server = restify.createServer({ name: 'doorbraak', maxParamLength: longestToken });
  const read = restify.plugins.bodyReader({ maxBodySize });
  const parse = restify.plugins.jsonBodyParser({ mapParams: false });
  server.get('/healthz', async (_request: Request, response: Response) =>
    send(response, { status: 200, body: { ok: true } }),
  );
  for (const { path, answer } of pages) {
    server.get(path, async ({ headers }: Request, response: Response) => {
      const { status, contentType, body } = await answer(headers.authorization ?? '');
      response.sendRaw(status, body, { 'content-type': contentType, 'cache-control': 'no-store' });
    });
  }
  server.on('after', (request: Request, { statusCode: status }: Response) => {
    if (request.getPath() !== messagesPath || !unreadable.includes(status)) return;
    log.warn({ status, reason: 'unreadable' }, 'request rejected');
  });
  server.post(messagesPath, refuseCompressed, read, parse, async (request: Request, response: Response) => {
    send(response, await answerTo(receive, request, log));
  });
  const fetching = (isPressed: boolean) => async (request: Request, response: Response) => {
    const { token } = request.params as Readonly<{ token: string }>;
    sendFile(response, await download(token, isPressed));
  };
  server.get(`${downloadPath}/:token`, fetching(false));
  server.post(`${downloadPath}/:token`, fetching(true));
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const address: Readonly<{ port: number }> = server.address();
          resolve({ port: address.port });
        });
      }),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** A small compressed body can unpack to any size, and Teams sends none. */
function refuseCompressed(request: Request, response: Response, next: (proceed?: false) => void): void {
  if (request.headers['content-encoding'] === undefined) {
    next();
    return;
  }
  send(response, { status: 415 });
  next(false);
}

async function answerTo(receive: Receive, request: Request, log: Logger): Promise<HttpAnswer> {
  try {
    return await receive(request.headers.authorization ?? '', request.body);
  } catch (err) {
    log.error({ err }, 'turn failed outside any route');
    return { status: 500 };
  }
}

function send(response: Response, { status, body }: HttpAnswer): void {
  response.sendRaw(status, body === undefined ? '' : JSON.stringify(body), body === undefined ? {} : json);
}

const gone =
  'Deze link is verlopen. Vraag in Teams opnieuw om het bestand. / This link has expired. Ask for the file in Teams again.';

/** The form has no address of its own: it sends to the link itself. */
const pressPage = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Doorbraak</title><main><p>Druk op de knop om het bestand op te halen. Dat kan één keer.</p>
<p lang="en">Press the button to fetch the file. You can do that once.</p>
<form method="post"><button>Ophalen / Fetch</button></form></main></html>`;

const pressHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

function sendFile(response: Response, file: Download | 'press' | undefined): void {
  if (file === 'press') {
    response.sendRaw(200, pressPage, pressHeaders);
    return;
  }
  if (file === undefined) {
    response.sendRaw(410, gone, { 'content-type': 'text/plain; charset=utf-8' });
    return;
  }
  response.sendRaw(200, Buffer.from(file.bytes), {
    'content-type': file.contentType,
    'content-disposition': `attachment; filename="${file.file}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
}

import type { IncomingMessage } from 'node:http';

type Body =
  Readonly<{ ok: true; value: unknown }> | Readonly<{ ok: false; status: number; code: string; message: string }>;

const maxBytes = 2 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes) return refuse(413, 'RequestEntityTooLarge', `A body is at most ${maxBytes} bytes.`);
  return parse(Buffer.concat(chunks).toString('utf8'), request.headers['content-type'] ?? '');
}

function parse(text: string, contentType: string): Body {
  if (text === '') return { ok: true, value: undefined };
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return { ok: true, value: Object.fromEntries(new URLSearchParams(text)) };
  // A web page of another site can send other types without asking first, but not this one.
  if (!contentType.startsWith('application/json'))
    return refuse(415, 'UnsupportedMediaType', 'Send the body as application/json.');
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return refuse(400, 'BadSyntax', 'The body is not JSON.');
  }
}

const refuse = (status: number, code: string, message: string): Body => ({ ok: false, status, code, message });

import { type IncomingMessage } from 'node:http';
import { badRequest } from './answer.ts';

export type CallKind =
  'account' | 'database' | 'container' | 'ranges' | 'plan' | 'query' | 'batch' | 'read' | 'write' | 'delete' | 'other';

/** One request, read completely. `segments` are the decoded parts of its path. */
export type Call = Readonly<{
  method: string;
  segments: readonly string[];
  kind: CallKind;
  header(name: string): string | undefined;
  body: unknown;
  bytes: number;
}>;

export async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks);
  const segments = (request.url ?? '').split('?', 1).join('').split('/').filter(Boolean).map(decodeURIComponent);
  const header = (name: string) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(',') : value;
  };
  const method = request.method ?? '';
  return { method, segments, header, kind: kindOf(method, segments, header), body: parse(text), bytes: text.length };
}

function parse(text: Buffer): unknown {
  if (text.length === 0) return undefined;
  try {
    return JSON.parse(text.toString());
  } catch {
    throw badRequest('The request body is not JSON.');
  }
}

function kindOf(method: string, segments: readonly string[], header: Call['header']): CallKind {
  if (segments.length === 0) return 'account';
  if (segments[4] === 'pkranges') return 'ranges';
  if (segments[4] === 'docs') return documentKind(method, segments.length > 5, header);
  if (segments.length > 2 && segments[2] === 'colls') return segments.length > 4 ? 'other' : 'container';
  return segments[0] === 'dbs' && segments.length <= 2 ? 'database' : 'other';
}

function documentKind(method: string, named: boolean, header: Call['header']): CallKind {
  if (header('x-ms-cosmos-is-query-plan-request') !== undefined) return 'plan';
  if (header('x-ms-documentdb-isquery') !== undefined) return 'query';
  if (header('x-ms-cosmos-is-batch-request') !== undefined) return 'batch';
  if (method === 'GET') return named ? 'read' : 'other';
  if (method === 'DELETE') return 'delete';
  return method === 'POST' || method === 'PUT' ? 'write' : 'other';
}

import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { z } from 'zod/v4';

/** One request, read and decoded. */
export type Call = Readonly<{
  method: string;
  path: string;
  /** The parts of the path that a route names with a colon, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The JSON body, or the fields of a form; undefined when there was none. */
  body: unknown;
}>;

export type Reply = Readonly<{
  status: number;
  headers?: Readonly<Record<string, string>>;
  /** JSON, unless it is a string or bytes with their own content type. */
  body?: unknown;
  /** Takes over the response and keeps it open. */
  stream?: (response: ServerResponse) => void;
}>;

export type TenantRoute = Readonly<{ method: string; path: string; run(call: Call): Reply | Promise<Reply> }>;

export const json = (status: number, body: unknown): Reply => ({ status, body });
export const empty = (status: number): Reply => ({ status });

/** The error shape that the connector, Graph and the tenant's own API share. */
export const refusal = (status: number, code: string, message: string): Reply =>
  json(status, { error: { code, message } });

export const tooMany = (retryAfterSeconds: number): Reply => ({
  ...refusal(429, 'TooManyRequests', `Too many requests: wait ${retryAfterSeconds} seconds.`),
  headers: { 'Retry-After': String(retryAfterSeconds) },
});

export const param = (call: Call, name: string): string => call.params[name] ?? '';

type Parsed<Value> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; message: string }>;

/** Says which field is wrong, so that whoever called can mend it. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): Parsed<z.output<Schema>> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const message = parsed.error.issues.map(({ path, message: why }) => `${path.join('.') || 'body'}: ${why}`).join('; ');
  return { ok: false, message };
}

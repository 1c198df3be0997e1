import { randomUUID } from 'node:crypto';
import { json, type Reply } from '../http/exchange.ts';

/** Microsoft: "Microsoft Graph error responses and resource types". */
function graphError(status: number, code: string, message: string): Reply {
  const request = randomUUID();
  const innerError = { 'request-id': request, 'client-request-id': request };
  return json(status, { error: { code, message, innerError } });
}

export const badRequest = (message: string): Reply => graphError(400, 'BadRequest', message);
export const forbidden = (message: string): Reply => graphError(403, 'Forbidden', message);
export const notFound = (message: string): Reply => graphError(404, 'NotFound', message);

import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { Refused } from './answer.ts';
import { type Call } from './call.ts';

export type Secrets = Readonly<{ key: KeyObject; aadTokens: readonly string[] }>;

/** Who calls: the holder of the account key, or an Entra identity with the data-plane role. */
export type Caller = 'key' | 'identity';

const unauthorized = (message: string): Refused => new Refused(401, 'Unauthorized', { message });

/** Microsoft: "Access control on Azure Cosmos DB resources" (REST): `type=master&ver=1.0&sig=…` or `type=aad&…`. */
export function callerOf(call: Call, { key, aadTokens }: Secrets): Caller {
  const given = new URLSearchParams(decodeURIComponent(call.header('authorization') ?? '').replaceAll('+', '%2B'));
  const signature = given.get('sig') ?? '';
  if (given.get('type') === 'aad') {
    if (aadTokens.includes(signature)) return 'identity';
    throw unauthorized('The token is not known.');
  }
  if (given.get('type') !== 'master') throw unauthorized("Required Header 'authorization' is missing.");
  if (!sameText(signature, signatureOf(call, key))) {
    throw unauthorized('The MAC signature found in the HTTP request is not the same as the computed signature.');
  }
  return 'key';
}

function signatureOf({ method, segments, header }: Call, key: KeyObject): string {
  const named = segments.length % 2 === 0;
  const type = (named ? segments.at(-2) : segments.at(-1)) ?? '';
  const link = (named ? segments : segments.slice(0, -1)).join('/');
  const text = [method.toLowerCase(), type, link, (header('x-ms-date') ?? '').toLowerCase(), '', ''].join('\n');
  return createHmac('sha256', key).update(text).digest('base64');
}

function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

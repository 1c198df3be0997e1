import { type Account } from './account.ts';
import { type Call } from './call.ts';
import { partitionOf, rangeOf } from './ranges.ts';

/**
 * Microsoft: "Consistency levels in Azure Cosmos DB": what a session has seen, per physical partition. The SDK files it
 * under the container's resource id (8 bytes), which comes along.
 */
export function sessionHeaders(account: Account, call: Call, ranges: number): Readonly<Record<string, string>> {
  const [, database = '', , id = ''] = call.segments;
  const container = account.databases.get(database)?.get(id);
  if (!container) return {};
  const resourceId = Buffer.from(id.padEnd(8, ' ').slice(-8)).toString('base64').replaceAll('/', '-');
  return {
    'x-ms-session-token': `${rangeAsked(call, ranges)}:-1#${String(container.lsn)}`,
    'x-ms-content-path': resourceId,
    'x-ms-alt-content-path': `dbs/${database}/colls/${id}`,
  };
}

function rangeAsked(call: Call, ranges: number): string {
  const key = call.header('x-ms-documentdb-partitionkey');
  if (key !== undefined) return rangeOf(partitionOf(key), ranges);
  return call.header('x-ms-documentdb-partitionkeyrangeid') ?? '0';
}

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type Container } from '@azure/cosmos';
import { type Archive, digestOf, type Saved } from './archive.ts';
import { type CosmosCalls, cosmosCalls, unexpected, upsert } from './cosmos-calls.ts';
import { documentsVersion } from './cosmos-documents.ts';
import { maxBatchOperations } from './cosmos-fault.ts';
import { cosmosHeartbeats, heartbeatPartition } from './cosmos-heartbeats.ts';
import { defaultPatience, type Patience } from './cosmos-patience.ts';
import { lives } from './heartbeats.ts';

type Document = Readonly<{ id: string; stream: string }>;

const streamsAtOnce = 1_000;
/** Below the 2 MB that a request may be, with room for what the SDK adds. */
const maxBatchBytes = 1_500_000;

/**
 * Documents as lines, stream by stream. No snapshot spans partitions, so nothing may write meanwhile. For a bot that
 * goes on there is Azure's own continuous backup.
 */
export function cosmosArchive({
  container,
  patience = defaultPatience,
}: Readonly<{ container: Container; patience?: Patience }>): Archive {
  const calls = cosmosCalls(container, patience);
  return {
    kind: 'cosmos',
    schema: documentsVersion,
    async hindrance(now) {
      const living = (await cosmosHeartbeats(calls).heartbeats(now)).filter(lives(now)).length;
      if (living === 0) return undefined;
      return `${living} of the bot run on this store. Stop them and try again; one that was killed counts for three minutes.`;
    },
    save: (file) => save(calls, file),
    async isEmpty() {
      const query = 'SELECT TOP 1 c.id FROM c';
      return (await calls.query('any document', { query, parameters: [] })).length === 0;
    },
    fill: (file) => fill(calls, file),
    async close() {
      container.database.client.dispose();
    },
  };
}

async function save(calls: CosmosCalls, file: string): Promise<Saved> {
  const handle = await open(file, 'wx', 0o600);
  let streams = 0;
  try {
    for await (const lines of partitions(calls)) {
      await handle.write(lines);
      streams += 1;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { streams, schema: documentsVersion };
}

/** Every partition as text, always in the same order and spelling, so that equal stores give equal files. */
async function* partitions(calls: CosmosCalls): AsyncIterable<string> {
  for await (const stream of streamNames(calls)) {
    const documents = await calls.query<Document>('partition', { query: 'SELECT * FROM c' }, stream);
    const inOrder = documents.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    yield inOrder.map((document) => `${lineOf(document)}\n`).join('');
  }
}

/** A row a document, because the query language gives distinct values by reading them all as well. */
async function* streamNames(calls: CosmosCalls): AsyncIterable<string> {
  for (let after = ''; ;) {
    const query = `SELECT TOP ${streamsAtOnce} c.stream FROM c WHERE c.stream > @after ORDER BY c.stream`;
    const parameters = [{ name: '@after', value: after }];
    const rows = await calls.query<Pick<Document, 'stream'>>('streams', { query, parameters });
    for (const stream of new Set(rows.map((row) => row.stream))) {
      if (stream !== heartbeatPartition) yield stream;
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.stream;
  }
}

/** What the service adds itself (`_etag`, `_ts`, …) is its own. Two characters are line ends to whoever reads by line. */
function lineOf(document: Document): string {
  const own = Object.entries(document).filter(([name]) => !name.startsWith('_'));
  return JSON.stringify(sorted(Object.fromEntries(own)))
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** The service need not give properties back in the order in which they came. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const inOrder = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(inOrder.map(([name, each]) => [name, sorted(each)]));
}

async function fill(calls: CosmosCalls, file: string): Promise<void> {
  for await (const documents of batches(file)) {
    // The store was empty, so that writing over means: our own earlier attempt, of which the answer was lost.
    const result = await calls.batch('restore', documents[0]?.stream ?? '', documents.map(upsert));
    if (result.outcome === 'refused') throw unexpected('restore', result);
  }
  const hash = createHash('sha256');
  for await (const lines of partitions(calls)) hash.update(lines);
  if (hash.digest('hex') !== (await digestOf(file))) {
    throw new Error(
      'What was restored is not what was saved: did a bot start on it? Empty the container and try again.',
    );
  }
}

/** What fits in one write: of one stream, not too many, not too large. */
async function* batches(file: string): AsyncIterable<readonly Document[]> {
  const handle = await open(file);
  try {
    let batch: Document[] = [];
    let bytes = 0;
    for await (const line of handle.readLines()) {
      const document = JSON.parse(line) as Document;
      bytes += Buffer.byteLength(line);
      const fits = batch.length < maxBatchOperations && bytes <= maxBatchBytes && batch[0]?.stream === document.stream;
      if (batch.length > 0 && !fits) {
        yield batch;
        batch = [];
        bytes = Buffer.byteLength(line);
      }
      batch.push(document);
    }
    if (batch.length > 0) yield batch;
  } finally {
    await handle.close();
  }
}

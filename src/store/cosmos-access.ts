import { type StreamId } from '../core/ids.ts';
import { nextLine } from './access-chain.ts';
import { type AccessEntry, type AccessLine, type AccessLog } from './access-log.ts';
import { type CosmosCalls, create, replace } from './cosmos-calls.ts';
import {
  type AccessDocument,
  accessDocumentId,
  accessHeadId,
  accessPartition,
  freshWrite,
} from './cosmos-documents.ts';
import { erasePartition } from './cosmos-erase.ts';
import { takingTurns } from './in-turn.ts';

const attempts = 20;
const longestPauseMs = 50;
const linesAtOnce = 1000;

/** Lines and the head of the chain, in a partition of their own; one batch adds a line and moves the head. */
export function cosmosAccess(calls: CosmosCalls): AccessLog {
  const inTurn = takingTurns();
  return {
    append: (stream, entry) => inTurn(stream, () => append(calls, stream, entry)),
    erase: (stream) => erasePartition(calls, accessPartition(stream)),
    read: (stream) => lines(calls, accessPartition(stream)),
  };
}

async function append(calls: CosmosCalls, of: StreamId, entry: AccessEntry): Promise<AccessLine> {
  const stream = accessPartition(of);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const line = await tryAppend(calls, stream, entry);
    if (line) return line;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longestPauseMs));
  }
  throw new Error(`access log of ${of} kept changing: ${attempts} attempts`);
}

/** Undefined when another was first. */
async function tryAppend(calls: CosmosCalls, stream: string, entry: AccessEntry): Promise<AccessLine | undefined> {
  const head = await calls.read<AccessDocument>(stream, accessHeadId);
  const line = nextLine(head?.document.line, entry);
  const write = freshWrite();
  const document: AccessDocument = { id: accessDocumentId(line.seq), stream, line, write };
  const newHead: AccessDocument = { ...document, id: accessHeadId };
  const headOperation = head ? replace(newHead, head.etag) : create(newHead);
  const result = await calls.batch('access line', stream, [create(document), headOperation]);
  if (result.outcome === 'done') return line;
  const found = result.earlier > 0 ? await calls.read<AccessDocument>(stream, document.id) : undefined;
  return found?.document.write === write ? line : undefined;
}

async function lines(calls: CosmosCalls, stream: string): Promise<readonly AccessLine[]> {
  const all: AccessLine[] = [];
  for (;;) {
    const page = await calls.query<AccessLine>('access lines', linesQuery(all.length + 1), stream);
    all.push(...page);
    if (page.length < linesAtOnce) return all;
  }
}

function linesQuery(from: number) {
  return {
    query: `SELECT TOP ${linesAtOnce} VALUE c.line FROM c WHERE c.id >= @from AND c.id < @head ORDER BY c.id`,
    parameters: [
      { name: '@from', value: accessDocumentId(from) },
      { name: '@head', value: accessHeadId },
    ],
  };
}

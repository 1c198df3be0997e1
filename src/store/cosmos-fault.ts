import { type StreamId } from '../core/ids.ts';

/** What is known about a failed call; `status` 0 when no readable answer came. */
export type Failure = Readonly<{
  status: number;
  substatus: number | undefined;
  retryable: boolean;
  retryAfterMs: number | undefined;
  reason: string;
}>;

/** Cosmos DB refused or stayed away until the budget was spent. Holds no document and no answer body. */
export class CosmosFault extends Error {
  readonly status: number;
  readonly substatus: number | undefined;
  readonly operation: string;
  readonly attempts: number;
  constructor(operation: string, attempts: number, failure: Failure) {
    const { status, substatus, reason } = failure;
    const code = substatus === undefined ? String(status) : `${status}/${substatus}`;
    super(`Cosmos DB ${operation}: ${code} after ${attempts} attempts`, { cause: new Error(reason) });
    this.name = 'CosmosFault';
    this.status = status;
    this.substatus = substatus;
    this.operation = operation;
    this.attempts = attempts;
  }
}

export const maxBatchOperations = 100;

/** Microsoft: "Transactional batch operations in Azure Cosmos DB": at most 100 operations. */
export class CommitTooLarge extends Error {
  constructor(stream: StreamId, operations: number) {
    super(
      `The commit on ${stream} is ${operations} writes; Cosmos DB takes at most ${maxBatchOperations} at once. ` +
        'Record fewer events, or cause fewer effects, with one command.',
    );
    this.name = 'CommitTooLarge';
  }
}

/** An answer that arrived but cannot be used: no JSON, or not the JSON that was asked for. */
export class UnreadableAnswer extends Error {
  constructor() {
    super('the answer was empty or not the JSON that was asked for');
    this.name = 'UnreadableAnswer';
  }
}

/** One operation of a batch failed with a status that is worth another attempt. */
export class OperationFailed extends Error {
  readonly code: number;
  constructor(code: number) {
    super('an operation of the batch failed');
    this.name = 'OperationFailed';
    this.code = code;
  }
}

const lineFaults = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'REQUEST_SEND_ERROR',
  'PARSE_ERROR',
  'TimeoutError',
]);
const maxReason = 300;

type SdkError = Readonly<{
  name?: unknown;
  message?: unknown;
  code?: unknown;
  substatus?: unknown;
  retryAfterInMs?: unknown;
  cause?: unknown;
}>;

/** Reads any error that a call of the SDK throws. */
export function failureOf(thrown: unknown): Failure {
  const error = innermost(thrown);
  // A DOMException has a number as well, and it is no HTTP status.
  const status = typeof error.code === 'number' && error.code >= 400 ? error.code : 0;
  const substatus = typeof error.substatus === 'number' ? error.substatus : undefined;
  const unreadable = isUnreadable(error);
  return {
    status,
    substatus,
    retryable: unreadable || isLineFault(error) || isRetryable(status, substatus),
    retryAfterMs: typeof error.retryAfterInMs === 'number' ? error.retryAfterInMs : undefined,
    reason: unreadable
      ? new UnreadableAnswer().message
      : `${String(error.name)}: ${String(error.message)}`.slice(0, maxReason),
  };
}

/** `items.batch` wraps its error, and a query makes a 410 into a 503: the service's own answer is inside. */
function innermost(thrown: unknown): SdkError {
  if (thrown instanceof Error && 'originalError' in thrown) return thrown.originalError as SdkError;
  if (thrown instanceof Error && thrown.message.startsWith('Batch request error') && thrown.cause !== undefined) {
    return thrown.cause as SdkError;
  }
  return typeof thrown === 'object' && thrown !== null ? thrown : { name: 'Error', message: thrown };
}

/** The SDK parses what it gets and reads its fields unchecked, so an HTML or empty body surfaces as one of these. */
function isUnreadable(error: SdkError): boolean {
  return error instanceof SyntaxError || error instanceof TypeError || error instanceof UnreadableAnswer;
}

function isLineFault({ name, code }: SdkError): boolean {
  return name === 'AbortError' || name === 'TimeoutError' || (typeof code === 'string' && lineFaults.has(code));
}

const retryableStatuses = new Set([408, 410, 429, 449, 500, 502, 503, 504]);
/** 404/1002: the replica has not caught up with the session. 403/3 and 403/1008: a failover is under way. */
const retryablePairs = new Set(['404/1002', '403/3', '403/1008']);

function isRetryable(status: number, substatus: number | undefined): boolean {
  return retryableStatuses.has(status) || retryablePairs.has(`${status}/${substatus ?? ''}`);
}

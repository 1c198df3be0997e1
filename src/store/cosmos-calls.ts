import {
  type Container,
  type FeedOptions,
  type JSONObject,
  type OperationInput,
  type SqlQuerySpec,
} from '@azure/cosmos';
import { CosmosFault, OperationFailed, UnreadableAnswer } from './cosmos-fault.ts';
import { type Patience, persist } from './cosmos-patience.ts';

type Read<Doc> = Readonly<{ document: Doc; etag: string }>;

/**
 * `refused`: operation `at` met a document that exists (409), is missing (404) or has changed (412), and nothing was
 * written now. When `earlier` attempts went unanswered, the refusal may come from our own write.
 */
type BatchResult =
  | Readonly<{ outcome: 'done'; etags: readonly (string | undefined)[] }>
  | Readonly<{ outcome: 'refused'; at: number; status: number; earlier: number }>;

/** The calls of the SDK that the store uses, each tried again within its budget; throws CosmosFault. */
export type CosmosCalls = Readonly<{
  read<Doc>(partition: string, id: string): Promise<Read<Doc> | undefined>;
  batch(operation: string, partition: string, operations: readonly OperationInput[]): Promise<BatchResult>;
  /** All rows; without a partition of the whole container. */
  query<Row>(operation: string, query: SqlQuerySpec, partition?: string): Promise<readonly Row[]>;
}>;

const refusals = new Set([404, 409, 412]);
const failedDependency = 424;
const pageSize = 1000;

/** `charged`: hears what each answer cost. */
export function cosmosCalls(
  container: Container,
  patience: Patience,
  charged: (ru: number) => void = () => undefined,
): CosmosCalls {
  return {
    async read<Doc>(partition: string, id: string): Promise<Read<Doc> | undefined> {
      const { answer } = await persist('read', patience, async (abortSignal) => {
        const answered = await container.item(id, partition).read<object>({ abortSignal });
        const { statusCode, substatus, resource, etag } = answered;
        charged(answered.requestCharge);
        if (statusCode === 404 && (substatus ?? 0) === 0) return undefined;
        // The SDK gives a 404 as an answer, also the one that means "not caught up yet".
        if (statusCode === 404) throw Object.assign(new Error('not found'), { code: 404, substatus });
        // An empty body comes out as null, whatever the type says.
        if (!resource) throw new UnreadableAnswer();
        return { document: resource as Doc, etag };
      });
      return answer;
    },

    async batch(operation, partition, operations) {
      const { answer, earlier } = await persist(operation, patience, async (abortSignal) => {
        const { result, headers } = await container.items.batch([...operations], partition, { abortSignal });
        charged(Number(headers['x-ms-request-charge'] ?? 0));
        return readBatch(result);
      });
      return answer.outcome === 'done' ? answer : { ...answer, earlier };
    },

    async query<Row>(operation: string, query: SqlQuerySpec, partition?: string) {
      const { answer } = await persist(operation, patience, async (abortSignal) => {
        // Without a partition the SDK first asks for what it knows the gateway refuses, unless the plan is forced.
        const scope: FeedOptions = partition === undefined ? { forceQueryPlan: true } : { partitionKey: partition };
        const options = { ...scope, abortSignal, maxItemCount: pageSize };
        const { resources, requestCharge } = await container.items.query<Row>(query, options).fetchAll();
        charged(requestCharge);
        return resources;
      });
      return answer;
    },
  };
}

type OperationResult = Readonly<{ statusCode: number; eTag?: string }>;

function readBatch(results: readonly OperationResult[] | null | undefined): BatchResult {
  if (!Array.isArray(results)) throw new UnreadableAnswer();
  const answers = results as readonly OperationResult[];
  const at = answers.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== failedDependency);
  const failed = answers[at];
  if (!failed) return { outcome: 'done', etags: answers.map(({ eTag }) => eTag) };
  if (refusals.has(failed.statusCode)) return { outcome: 'refused', at, status: failed.statusCode, earlier: 0 };
  throw new OperationFailed(failed.statusCode);
}

export const create = (document: object): OperationInput => ({
  operationType: 'Create',
  resourceBody: document as JSONObject,
});
export const upsert = (document: object): OperationInput => ({
  operationType: 'Upsert',
  resourceBody: document as JSONObject,
});
export const replace = (document: Readonly<{ id: string }>, ifMatch: string): OperationInput => ({
  operationType: 'Replace',
  id: document.id,
  ifMatch,
  resourceBody: document,
});
export const remove = (id: string, ifMatch: string): OperationInput =>
  // The SDK's input type leaves `ifMatch` out for a delete; the service takes it for every write but a create.
  ({ operationType: 'Delete', id, ifMatch }) as OperationInput;

/** What a refusal means when only `expected` operations may be refused: anything else is a fault. */
export function unexpected(operation: string, { at, status }: Readonly<{ at: number; status: number }>): CosmosFault {
  const reason = `operation ${at} was refused`;
  return new CosmosFault(operation, 1, {
    status,
    substatus: undefined,
    retryable: false,
    retryAfterMs: undefined,
    reason,
  });
}

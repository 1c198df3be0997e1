import { type Answer, badRequest, Refused, unknown } from './answer.ts';
import { apply, type Container, draft, type Operation, type Result } from './documents.ts';

const maxOperations = 100;
const types = ['Create', 'Read', 'Replace', 'Upsert', 'Delete'] as const;

/** Microsoft: "Transactional batch operations": all succeed, or none does and the others answer 424. */
export function batch(
  container: Container,
  request: Readonly<{ partition: string; body: unknown; now: number }>,
): Answer {
  const operations = parse(request.body);
  const on = draft(container, request.partition, request.now);
  const results: Result[] = [];
  for (const operation of operations) {
    const result = attempt(() => apply(on, operation));
    if (result instanceof Refused) return failed(operations, results.length, result);
    results.push(result);
  }
  on.land();
  return { status: 200, body: results.map(succeeded), charge: results.reduce((sum, { charge }) => sum + charge, 0) };
}

function attempt(run: () => Result): Result | Refused {
  try {
    return run();
  } catch (error) {
    // What the double does not know is not an outcome of the operation: it fails the request.
    if (error instanceof Refused && error.status !== 501) return error;
    throw error;
  }
}

function succeeded({ status, document, charge }: Result): object {
  return { statusCode: status, requestCharge: charge, eTag: document?._etag, resourceBody: document };
}

function failed(operations: readonly Operation[], at: number, { status }: Refused): Answer {
  const body = operations.map((_, index) => ({ statusCode: index === at ? status : 424, requestCharge: 1 }));
  return { status: 207, body, charge: operations.length };
}

function parse(body: unknown): readonly Operation[] {
  if (!Array.isArray(body) || body.length === 0) throw badRequest('A batch is a list of operations.');
  if (body.length > maxOperations) throw badRequest('Batch request has more operations than what is supported.');
  return body.map(parseOperation);
}

function parseOperation(input: unknown): Operation {
  const { operationType, id, resourceBody, ifMatch, ifNoneMatch, ...rest } = input as Record<string, unknown>;
  const type = types.find((known) => known === operationType);
  if (!type) throw unknown(`the batch operation ${String(operationType)}`);
  if (Object.keys(rest).length > 0) throw unknown(`${Object.keys(rest).join(', ')} in a batch operation`);
  return {
    type,
    ...(typeof id === 'string' ? { id } : {}),
    ...(resourceBody === undefined ? {} : { body: resourceBody }),
    ...(typeof ifMatch === 'string' ? { ifMatch } : {}),
    ...(typeof ifNoneMatch === 'string' ? { ifNoneMatch } : {}),
  };
}

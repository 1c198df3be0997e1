import { deepStrictEqual, equal, match, rejects } from 'node:assert/strict';
import { type OperationInput } from '@azure/cosmos';
import { create, drivenDouble, indexingPolicy, type Item, refused, statuses } from '../support/cosmos-double/driven.ts';

const megabyte = 1024 * 1024;

describe('Cosmos DB double', () => {
  const driven = drivenDouble();
  const { client, ids, put } = driven;

  describe('account and containers (Microsoft: "Get database account information", "Create a container")', () => {
    it('describes itself, so that endpoint discovery works', async () => {
      const discovering = client(driven.double.key, true);
      const { resource } = await discovering.getDatabaseAccount();
      equal(resource?.consistencyPolicy, 'Session');
      equal(await discovering.getWriteEndpoint(), driven.double.endpoint);
      discovering.dispose();
    });

    it('refuses a wrong key with 401 (Microsoft: "Access control on Azure Cosmos DB resources")', async () => {
      const stranger = client(Buffer.from('wrong').toString('base64'));
      deepStrictEqual(await refused(stranger.database('spec').read()), [401]);
    });

    it('answers 404 for a database or container that is missing, 409 for one that exists', async () => {
      deepStrictEqual(await refused(client().database('nothing').read()), [404]);
      deepStrictEqual(await refused(client().database('spec').container('nothing').read()), [404]);
      deepStrictEqual(await refused(client().databases.create({ id: 'spec' })), [409]);
    });

    it('takes several requests at once on kept connections', async () => {
      await Promise.all(Array.from({ length: 200 }, (_, n) => put({ id: `i${n}`, stream: `s${n % 7}` })));
      equal((await ids('SELECT c.id FROM c')).length, 200);
    });
  });

  describe('documents (Microsoft: "Create Document", "Replace a Document", "Delete Document")', () => {
    it('creates, reads, replaces, upserts and deletes with the documented statuses', async () => {
      const item = driven.container.item('a', 's');
      equal((await driven.container.items.create({ id: 'a', stream: 's' })).statusCode, 201);
      const read = await item.read<Item>();
      deepStrictEqual([read.statusCode, read.resource?.stream], [200, 's']);
      equal((await item.replace({ id: 'a', stream: 's', n: 1 })).statusCode, 200);
      equal((await driven.container.items.upsert({ id: 'a', stream: 's', n: 2 })).statusCode, 200);
      equal((await driven.container.items.upsert({ id: 'b', stream: 's' })).statusCode, 201);
      equal((await item.delete()).statusCode, 204);
      equal((await item.read()).statusCode, 404);
    });

    it('answers 409 to a second create, also of one of sixteen at once', async () => {
      const all = await Promise.allSettled(Array.from({ length: 16 }, () => put({ id: 'a', stream: 's' })));
      equal(all.filter(({ status }) => status === 'fulfilled').length, 1);
      deepStrictEqual(await refused(put({ id: 'a', stream: 's' })), [409]);
    });

    it('keeps the same id in two partitions apart', async () => {
      await put({ id: 'a', stream: 's', n: 1 }, { id: 'a', stream: 't', n: 2 });
      equal((await driven.container.item('a', 't').read<Item>()).resource?.n, 2);
    });

    it('quotes etags and honours If-Match and If-None-Match (Microsoft: "Optimistic concurrency control")', async () => {
      await put({ id: 'a', stream: 's' });
      const item = driven.container.item('a', 's');
      const { etag } = await item.read();
      match(etag, /^"[\w-]+"$/);
      const when = (type: 'IfMatch' | 'IfNoneMatch', condition: string) => ({ accessCondition: { type, condition } });
      equal((await item.read(when('IfNoneMatch', etag))).statusCode, 304);
      equal((await item.replace({ id: 'a', stream: 's', n: 1 }, when('IfMatch', etag))).statusCode, 200);
      deepStrictEqual(await refused(item.replace({ id: 'a', stream: 's' }, when('IfMatch', etag))), [412]);
      deepStrictEqual(await refused(item.delete(when('IfMatch', etag))), [412]);
      equal((await item.replace({ id: 'a', stream: 's' }, when('IfMatch', '*'))).statusCode, 200);
      const upsert = driven.container.items.upsert({ id: 'a', stream: 's' }, when('IfNoneMatch', '*'));
      deepStrictEqual(await refused(upsert), [412]);
      equal((await item.delete(when('IfMatch', '*'))).statusCode, 204);
    });

    it('refuses a partition key that is not the one of the body with 400/1001', async () => {
      const batch = await driven.container.items.batch([create({ id: 'a', stream: 'other' })], 's');
      deepStrictEqual(statuses(batch.result), [400]);
      deepStrictEqual(
        await refused(driven.container.item('a', 's').replace({ id: 'a', stream: 'other' })),
        [400, 1001],
      );
    });

    it('refuses ids and partition keys that are too long (Microsoft: "Azure Cosmos DB service quotas")', async () => {
      await put({ id: 'x'.repeat(1023), stream: 's' }, { id: 'a', stream: 'x'.repeat(2048) });
      deepStrictEqual(await refused(put({ id: 'x'.repeat(1024), stream: 's' })), [400]);
      deepStrictEqual(await refused(put({ id: 'a', stream: 'x'.repeat(2049) })), [400]);
    });

    it('answers 413 above 2 MB', async () => {
      const word = 'x'.repeat(2 * megabyte);
      deepStrictEqual(await refused(put({ id: 'a', stream: 's', word })), [413]);
      equal((await driven.container.item('a', 's').read()).statusCode, 404);
    });

    it('forgets what has lived its time (Microsoft: "Time to Live (TTL)")', async () => {
      await put({ id: 'brief', stream: 's', ttl: 60 }, { id: 'lasting', stream: 's' });
      driven.advance(59_000);
      equal((await driven.container.item('brief', 's').read()).statusCode, 200);
      driven.advance(1000);
      equal((await driven.container.item('brief', 's').read()).statusCode, 404);
      deepStrictEqual(await ids('SELECT c.id FROM c', [], { partitionKey: 's' }), ['lasting']);
      await put({ id: 'brief', stream: 's' });
      deepStrictEqual(await refused(put({ id: 'never', stream: 's', ttl: 0 })), [400]);
    });

    it('charges the documented figures (Microsoft: "Understand request units consumption")', async () => {
      const container = await driven.freshContainer({ ...indexingPolicy, includedPaths: [{ path: '/fields/*' }] });
      const fields = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`field${index}`, index]));
      // With id and _ts ten indexed values, as in the example of that page.
      const made = await container.items.create({ id: 'a', stream: 's', fields });
      const other = { ...fields, field0: 'other' };
      const changed = await container.item('a', 's').replace({ id: 'a', stream: 's', fields: other });
      const large = await container.items.create({ id: 'large', stream: 's', word: 'x'.repeat(128 * 1024) });
      const reads = await Promise.all(['a', 'large'].map((id) => container.item(id, 's').read()));
      const gone = await container.item('a', 's').delete();
      const charges = [made, changed, large, ...reads, gone].map(({ requestCharge }) => Math.round(requestCharge));
      deepStrictEqual(charges, [7, 10, 49, 1, 10, 7]);
    });

    it('gives a session token, which the SDK sends back', async () => {
      await put({ id: 'a', stream: 's' });
      await driven.container.item('a', 's').read();
      match(driven.double.answered.at(-1)?.sessionToken ?? '', /^[0-3]:-1#1$/);
    });
  });

  describe('batch (Microsoft: "Transactional batch operations in Azure Cosmos DB")', () => {
    it('does all operations', async () => {
      await put({ id: 'a', stream: 's' }, { id: 'b', stream: 's' }, { id: 'c', stream: 's' });
      const { result } = await driven.container.items.batch(
        [
          create({ id: 'new', stream: 's' }),
          { operationType: 'Replace', id: 'a', resourceBody: { id: 'a', stream: 's', n: 1 } },
          { operationType: 'Upsert', resourceBody: { id: 'b', stream: 's', n: 2 } },
          { operationType: 'Read', id: 'b' },
          { operationType: 'Delete', id: 'c' },
        ],
        's',
      );
      deepStrictEqual(statuses(result), [201, 200, 200, 200, 204]);
      const found = await ids('SELECT c.id FROM c ORDER BY c.id', [], { partitionKey: 's' });
      deepStrictEqual(found, ['a', 'b', 'new']);
    });

    const failures: Readonly<Record<string, readonly [number, OperationInput]>> = {
      'a create of what exists': [409, create({ id: 'there', stream: 's' })],
      'a replace of what is missing': [
        404,
        { operationType: 'Replace', id: 'no', resourceBody: { id: 'no', stream: 's' } },
      ],
      'a delete with an old etag': [412, { operationType: 'Delete', id: 'there', ifMatch: '"old"' } as OperationInput],
      'another partition': [400, create({ id: 'x', stream: 't' })],
    };
    for (const [what, [status, operation]] of Object.entries(failures)) {
      it(`does nothing at all when one operation is ${what}`, async () => {
        await put({ id: 'there', stream: 's', n: 1 });
        const before = await driven.container.item('there', 's').read();
        const upsert: OperationInput = { operationType: 'Upsert', resourceBody: { id: 'there', stream: 's', n: 9 } };
        const all = [create({ id: 'new', stream: 's' }), upsert, operation, { operationType: 'Read', id: 'there' }];
        const { result, code } = await driven.container.items.batch(all as OperationInput[], 's');
        deepStrictEqual([code, statuses(result)], [207, [424, 424, status, 424]]);
        deepStrictEqual(await ids('SELECT c.id FROM c', [], { partitionKey: 's' }), ['there']);
        equal((await driven.container.item('there', 's').read()).etag, before.etag);
      });
    }

    it('refuses a patch, which it does not know', async () => {
      const patch = { operationType: 'Patch', id: 'a', resourceBody: [{ op: 'set', path: '/n', value: 1 }] } as const;
      await rejects(driven.container.items.batch([patch as unknown as OperationInput], 's'), /does not know.*Patch/);
    });
  });

  describe('faults', () => {
    it('answers as told, as often as told, to the calls that were meant', async () => {
      await put({ id: 'a', stream: 's' });
      const read = () => driven.container.item('a', 's').read();
      driven.double.fail({ fault: { status: 429, retryAfterMs: 7 }, when: ({ kind }) => kind === 'read', times: 1 });
      await rejects(read(), { code: 429, retryAfterInMs: 7 });
      equal((await read()).statusCode, 200);
    });

    it('does what was asked before it loses the answer', async () => {
      driven.double.fail({ fault: 'lost', times: 1 });
      await rejects(put({ id: 'a', stream: 's' }), { code: 'ECONNRESET' });
      equal((await driven.container.item('a', 's').read()).statusCode, 200);
    });

    it('cuts the line before anything was done', async () => {
      driven.double.fail({ fault: 'reset', times: 1 });
      await rejects(put({ id: 'a', stream: 's' }), { code: 'ECONNRESET' });
      equal((await driven.container.item('a', 's').read()).statusCode, 404);
    });

    it('never answers', async () => {
      driven.double.fail({ fault: 'hang', times: 1 });
      const abortSignal = AbortSignal.timeout(50);
      await rejects(driven.container.item('a', 's').read({ abortSignal }), { name: 'AbortError' });
    });
  });
});

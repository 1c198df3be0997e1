import { deepStrictEqual, equal, rejects } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import { GraphError, outcomeOf } from '../../src/graph/graph-error.ts';
import { type Reply, unhurried, withStub } from './support/stub-graph.ts';

const person = personId('00000000-0000-4000-8000-000000000001');
const added = 'POST /v1.0/teams/team-1/members';

type Facts = Readonly<{ status: number; code: string; retryAfterMs: number | undefined; ambiguous: boolean }>;

/** What the client says of one reply. */
async function faultOf(reply: Reply): Promise<Facts | undefined> {
  let facts: Facts | undefined;
  await withStub({ [added]: reply }, async ({ graph, stub }) => {
    try {
      await graph.channels.addTeamMember('team-1', person);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      facts = { status: error.status, code: error.code, retryAfterMs: error.retryAfterMs, ambiguous: error.ambiguous };
    }
    equal(stub.calls.length, 1, 'the client tries nothing again by itself');
  });
  return facts;
}

describe('Graph faults', () => {
  const graphBody = { error: { code: 'TooManyRequests', message: 'Slow down' } };

  it('reads how long to wait', async () => {
    const wait = await faultOf({ status: 429, body: graphBody, headers: { 'retry-after': '7' } });
    deepStrictEqual(wait, { status: 429, code: 'TooManyRequests', retryAfterMs: 7_000, ambiguous: false });
    const none = await faultOf({ status: 429, body: graphBody });
    deepStrictEqual(none, { status: 429, code: 'TooManyRequests', retryAfterMs: undefined, ambiguous: false });
  });

  it('waits out a short refusal, so that a step of several requests comes through', async () => {
    const refused = { status: 429, body: graphBody, headers: { 'retry-after': '0' } };
    await withStub({ [added]: [refused, refused, { status: 201, body: { id: 't-1' } }] }, async ({ graph, stub }) => {
      await graph.channels.addTeamMember('team-1', person);
      deepStrictEqual(stub.seen(), [added, added, added]);
    });
  });

  it('gives refusals that go on back to the worker', async () => {
    const refused = { status: 429, body: graphBody, headers: { 'retry-after': '0' } };
    await withStub(
      { [added]: refused },
      async ({ graph, stub }) => {
        const expected = { status: 429, code: 'TooManyRequests', retryAfterMs: 0 };
        await rejects(graph.channels.addTeamMember('team-1', person), expected);
        equal(stub.calls.length, 3);
      },
      { limits: { ...unhurried, maxRefusedMs: 250 } },
    );
  });

  it('does not know what became of a call after a 5xx', async () => {
    const busy = await faultOf({ status: 503, headers: { 'retry-after': '30' } });
    deepStrictEqual(busy, { status: 503, code: 'Http503', retryAfterMs: 30_000, ambiguous: true });
  });

  it('makes do with a page instead of JSON', async () => {
    const page = '<!doctype html><title>Bad gateway</title>';
    const html = { 'content-type': 'text/html' };
    const bad = await faultOf({ status: 502, body: page, headers: html });
    deepStrictEqual(bad, { status: 502, code: 'Http502', retryAfterMs: undefined, ambiguous: true });
    const good = await faultOf({ status: 200, body: page, headers: html });
    deepStrictEqual(good, { status: 502, code: 'UnreadableAnswer', retryAfterMs: undefined, ambiguous: true });
  });

  it('knows a refusal for what it is', async () => {
    const body = { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges' } };
    const refused = await faultOf({ status: 403, body });
    const expected = { status: 403, code: 'Authorization_RequestDenied', retryAfterMs: undefined, ambiguous: false };
    deepStrictEqual(refused, expected);
  });

  it('does not know what became of a call on a broken connection', async () => {
    const expected = { status: 0, code: 'NoAnswer', retryAfterMs: undefined, ambiguous: true };
    deepStrictEqual(await faultOf('reset'), expected);
    deepStrictEqual(await faultOf('reset-in-body'), expected);
  });

  it('gives up on silence', async () => {
    await withStub(
      { [added]: 'hang' },
      async ({ graph }) => {
        const late = { status: 0, code: 'Timeout', ambiguous: true };
        await rejects(graph.channels.addTeamMember('team-1', person), late);
      },
      { limits: { ...unhurried, timeoutMs: 50 } },
    );
  });

  it('follows no redirect with its token', async () => {
    const moved = await faultOf({ status: 302, headers: { location: 'http://127.0.0.1:9/' } });
    deepStrictEqual(moved, { status: 0, code: 'NoAnswer', retryAfterMs: undefined, ambiguous: true });
  });

  it('sends nothing without a token, and keeps the reason', async () => {
    const cause = new Error('identity is away');
    await withStub(
      {},
      async ({ graph, stub }) => {
        const refused = { status: 401, code: 'NoToken', ambiguous: false, cause };
        await rejects(graph.channels.addTeamMember('team-1', person), refused);
        deepStrictEqual(stub.seen(), []);
      },
      { token: () => Promise.reject(cause) },
    );
  });

  it('tells the effects worker to come back when Graph says so, and else what went wrong', () => {
    const slow = new GraphError(429, 'TooManyRequests', { message: 'slow', retryAfterMs: 7_000 });
    deepStrictEqual(outcomeOf(slow), { done: false, again: true, afterMs: 7_000 });
    const broken = new GraphError(0, 'NoAnswer', { message: 'the connection broke' });
    const error = 'Graph 0 NoAnswer: the connection broke';
    deepStrictEqual(outcomeOf(broken), { done: false, error, ambiguous: true });
  });
});

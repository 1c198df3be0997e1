import { deepStrictEqual, equal, ok, rejects } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import { unhurried, withStub } from './support/stub-graph.ts';

const person = personId('00000000-0000-4000-8000-000000000001');
const channel = { teamId: 'team-1', channelId: 'c-1' };
const added = { 'POST /v1.0/teams/team-1/members': { status: 201, body: { id: 't-1' } } };
const empty = { status: 200, body: { value: [] } };

describe('Graph pace', () => {
  it('gives the fifth addition to a team within a minute back to the worker, without a call', async () => {
    await withStub(
      { ...added, 'POST /v1.0/teams/team-2/members': { status: 201, body: { id: 't-2' } } },
      async ({ graph, stub }) => {
        for (let turn = 0; turn < 4; turn++) await graph.channels.addTeamMember('team-1', person);
        await rejects(graph.channels.addTeamMember('team-1', person), (error: { retryAfterMs: number }) => {
          ok(error.retryAfterMs > 50_000 && error.retryAfterMs <= 60_000, `${error.retryAfterMs} ms`);
          const { status, code, ambiguous } = error as unknown as Record<string, unknown>;
          deepStrictEqual({ status, code, ambiguous }, { status: 429, code: 'LocalLimit', ambiguous: false });
          return true;
        });
        equal(stub.calls.length, 4);
        await graph.channels.addTeamMember('team-2', person);
        equal(stub.calls.length, 5);
      },
      { limits: { ...unhurried, teamAdditionsPerMinute: 4 } },
    );
  });

  it('waits out a short wait on one channel, so that a step of two requests comes through', async () => {
    const members = '/v1.0/teams/team-1/channels/c-1/members';
    const membership = { status: 200, body: { value: [{ id: 'm-1', userId: person }] } };
    const script = { [`GET ${members}`]: membership, [`DELETE ${members}/m-1`]: { status: 204 } };
    await withStub(
      script,
      async ({ graph, stub }) => {
        const start = performance.now();
        await graph.channels.removeMember(channel, person);
        ok(performance.now() - start >= 90);
        deepStrictEqual(stub.seen(), [`GET ${members}`, `DELETE ${members}/m-1`]);
      },
      { limits: { ...unhurried, windowMs: 100 } },
    );
  });

  it('gives a longer wait on one channel back to the worker', async () => {
    await withStub(
      { 'GET /v1.0/teams/team-1/channels/c-1/members': empty },
      async ({ graph, stub }) => {
        await graph.channels.members(channel);
        await rejects(graph.channels.members(channel), { status: 429, code: 'LocalLimit' });
        equal(stub.calls.length, 1);
      },
      { limits: { ...unhurried, windowMs: 5_000, maxWaitMs: 100 } },
    );
  });

  it('spreads the requests of one team, and lets another team go first', async () => {
    await withStub(
      { 'GET /v1.0/teams/team-1/members': empty, 'GET /v1.0/teams/team-2/members': empty },
      async ({ graph }) => {
        const start = performance.now();
        const took: number[] = [];
        const ask = async (team: string): Promise<void> => {
          await graph.channels.isTeamMember(team, person);
          took.push(performance.now() - start);
        };
        await Promise.all([ask('team-1'), ask('team-1'), ask('team-1'), ask('team-2')]);
        equal(took.filter((ms) => ms < 900).length, 3);
        ok(Math.max(...took) >= 990);
      },
      { limits: { ...unhurried, windowMs: 1_000, perTeam: 2 } },
    );
  });
});

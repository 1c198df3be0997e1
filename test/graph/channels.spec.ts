import { deepStrictEqual, equal, rejects } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import type { NewChannel } from '../../src/graph/channels.ts';
import { withStub } from './support/stub-graph.ts';

const chair = personId('00000000-0000-4000-8000-000000000001');
const helper = personId('00000000-0000-4000-8000-000000000002');
const channel = { teamId: 'team-1', channelId: '19:case@thread.tacv2' };
const channelAt = '/v1.0/teams/team-1/channels/19:case@thread.tacv2';
const privateChannel: NewChannel = {
  ...{ teamId: 'team-1', name: 'LI-2026-0002', description: 'Casusoverleg', kind: 'private' },
  members: [
    { person: chair, owner: true },
    { person: helper, owner: false },
  ],
};

describe('Graph channels: find', () => {
  const listed = (id: string, displayName: string): object => ({ id, displayName });

  it('finds a channel by its whole name on a later page, whatever the capitals', async () => {
    const script = {
      'GET /v1.0/teams/team-1/channels': [
        {
          status: 200,
          body: {
            value: [listed('c-1', 'LI-2026-00021')],
            '@odata.nextLink': 'http://stub/v1.0/teams/team-1/channels?$skiptoken=2',
          },
        },
        { status: 200, body: { value: [listed('c-2', 'li-2026-0002')] } },
      ],
    };
    await withStub(script, async ({ graph, stub }) => {
      deepStrictEqual(await graph.channels.find('team-1', 'LI-2026-0002'), { teamId: 'team-1', channelId: 'c-2' });
      deepStrictEqual(stub.seen(), ['GET /v1.0/teams/team-1/channels', 'GET /v1.0/teams/team-1/channels?$skiptoken=2']);
      deepStrictEqual(
        stub.calls.map(({ authorization }) => authorization),
        ['Bearer token-of-the-bot', 'Bearer token-of-the-bot'],
      );
    });
  });

  it('stops reading when it has found the channel', async () => {
    const body = {
      value: [listed('c-1', 'LI-2026-0002')],
      '@odata.nextLink': '/v1.0/teams/team-1/channels?$skiptoken=2',
    };
    await withStub({ 'GET /v1.0/teams/team-1/channels': { status: 200, body } }, async ({ graph, stub }) => {
      await graph.channels.find('team-1', 'LI-2026-0002');
      equal(stub.calls.length, 1);
    });
  });

  it('finds nothing where only part of a name fits', async () => {
    const body = { value: [listed('c-1', 'LI-2026-00021'), listed('c-2', 'X LI-2026-0002')] };
    await withStub({ 'GET /v1.0/teams/team-1/channels': { status: 200, body } }, async ({ graph }) => {
      equal(await graph.channels.find('team-1', 'LI-2026-0002'), undefined);
    });
  });

  it('does not follow a link to another host with our token', async () => {
    const body = { value: [], '@odata.nextLink': 'http://127.0.0.2:9/v1.0/teams/team-1/channels' };
    await withStub({ 'GET /v1.0/teams/team-1/channels': { status: 200, body } }, async ({ graph, stub }) => {
      await rejects(graph.channels.find('team-1', 'LI-2026-0002'), { status: 400, code: 'ForeignAddress' });
      equal(stub.calls.length, 1);
    });
  });
});

describe('Graph channels: create', () => {
  it('makes a private channel with all of its members', async () => {
    const script = { 'POST /v1.0/teams/team-1/channels': { status: 201, body: { id: '19:case@thread.tacv2' } } };
    await withStub(script, async ({ graph, stub }) => {
      deepStrictEqual(await graph.channels.create(privateChannel), { state: 'created', channelId: channel.channelId });
      const type = '#microsoft.graph.aadUserConversationMember';
      const bind = (person: string): string => `${stub.url}/v1.0/users('${person}')`;
      deepStrictEqual(stub.calls[0]?.body, {
        '@odata.type': '#microsoft.graph.channel',
        membershipType: 'private',
        displayName: 'LI-2026-0002',
        description: 'Casusoverleg',
        members: [
          { '@odata.type': type, 'user@odata.bind': bind(chair), roles: ['owner'] },
          { '@odata.type': type, 'user@odata.bind': bind(helper), roles: [] },
        ],
      });
    });
  });

  const operation = '/teams/team-1/operations/op-1';
  for (const header of [operation, `/v1.0${operation}`]) {
    it(`makes a shared channel by an operation that is followed to its end (${header})`, async () => {
      const script = {
        'POST /v1.0/teams/team-1/channels': { status: 202, headers: { 'content-location': header } },
        [`GET /v1.0${operation}`]: [
          { status: 200, body: { status: 'notStarted' } },
          { status: 200, body: { status: 'inProgress' } },
          { status: 200, body: { status: 'succeeded' } },
        ],
      };
      await withStub(script, async ({ graph }) => {
        const created = await graph.channels.create({ ...privateChannel, kind: 'shared' });
        deepStrictEqual(created, { state: 'pending', operation: header });
        const states = [];
        for (let turn = 0; turn < 3; turn++) states.push(await graph.channels.operation(header));
        deepStrictEqual(states, [{ state: 'pending' }, { state: 'pending' }, { state: 'succeeded' }]);
      });
    });
  }

  it('follows an operation below the path of the local tenant', async () => {
    const header = '/graph/v1.0/teams/team-1/operations/op-1';
    const stubAt = {
      [`GET ${header}`]: {
        status: 200,
        body: { status: 'failed', error: { code: 'NameTaken', message: 'Bestaat al' } },
      },
    };
    await withStub(
      stubAt,
      async ({ graph }) => {
        const expected = { state: 'failed', error: 'NameTaken: Bestaat al' };
        deepStrictEqual(await graph.channels.operation(header), expected);
      },
      { root: '/graph/' },
    );
  });

  it('refuses a name that Teams does not take, before it asks', async () => {
    await withStub({}, async ({ graph, stub }) => {
      const code = { status: 400, code: 'InvalidName' };
      await rejects(graph.channels.create({ ...privateChannel, name: 'LI/2026/0002' }), code);
      await rejects(graph.channels.rename(channel, 'a'.repeat(51)), code);
      deepStrictEqual(stub.seen(), []);
    });
  });

  it('passes on that the name is taken', async () => {
    const error = { code: 'BadRequest', message: 'Channel name already existed, please use other name.' };
    await withStub({ 'POST /v1.0/teams/team-1/channels': { status: 400, body: { error } } }, async ({ graph }) => {
      await rejects(graph.channels.create(privateChannel), {
        ...{ name: 'GraphError', status: 400, code: 'BadRequest', ambiguous: false },
        message: 'Graph 400 BadRequest: Channel name already existed, please use other name.',
      });
    });
  });

  it('does not know whether the channel was made when 202 names no operation', async () => {
    await withStub({ 'POST /v1.0/teams/team-1/channels': { status: 202 } }, async ({ graph }) => {
      await rejects(graph.channels.create(privateChannel), { code: 'NoOperation', ambiguous: true });
    });
  });
});

describe('Graph channels: rename and archive', () => {
  it('renames', async () => {
    await withStub({ [`PATCH ${channelAt}`]: { status: 204 } }, async ({ graph, stub }) => {
      await graph.channels.rename(channel, 'LI-2026-0003');
      deepStrictEqual(stub.calls[0]?.body, { displayName: 'LI-2026-0003' });
    });
  });

  it('archives and unarchives', async () => {
    const script = { [`POST ${channelAt}/archive`]: { status: 202 }, [`POST ${channelAt}/unarchive`]: { status: 202 } };
    await withStub(script, async ({ graph, stub }) => {
      await graph.channels.archive(channel);
      await graph.channels.unarchive(channel);
      deepStrictEqual(stub.seen(), [`POST ${channelAt}/archive`, `POST ${channelAt}/unarchive`]);
    });
  });

  const refusal = { status: 400, body: { error: { code: 'BadRequest', message: 'Channel is archived' } } };

  it('is content when the channel is archived already', async () => {
    const read = { status: 200, body: { id: channel.channelId, isArchived: true } };
    await withStub({ [`POST ${channelAt}/archive`]: refusal, [`GET ${channelAt}`]: read }, async ({ graph }) => {
      await graph.channels.archive(channel);
    });
  });

  it('passes the refusal on when the channel is not archived', async () => {
    const read = { status: 200, body: { id: channel.channelId, isArchived: false } };
    await withStub({ [`POST ${channelAt}/archive`]: refusal, [`GET ${channelAt}`]: read }, async ({ graph }) => {
      await rejects(graph.channels.archive(channel), { status: 400, code: 'BadRequest' });
    });
  });
});

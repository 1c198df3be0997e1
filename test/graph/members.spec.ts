import { deepStrictEqual, equal, rejects } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import type { Reply } from './support/stub-graph.ts';
import { home, withStub } from './support/stub-graph.ts';

const chair = personId('00000000-0000-4000-8000-00000000000a');
const helper = personId('00000000-0000-4000-8000-000000000002');
const channel = { teamId: 'team-1', channelId: '19:case@thread.tacv2' };
const membersAt = '/v1.0/teams/team-1/channels/19:case@thread.tacv2/members';
const away = '99999999-9999-4999-8999-999999999999';

const member = (id: string, userId: string, more: object = {}): object => ({
  id,
  userId,
  roles: [],
  tenantId: home,
  ...more,
});
const list = (...value: readonly object[]): Reply => ({ status: 200, body: { value } });
const refusal = (status: number, message: string): Reply => ({ status, body: { error: { code: 'Refused', message } } });

describe('Graph members: list', () => {
  it('gives each person once, over all pages', async () => {
    const first = {
      value: [member('m-1', chair, { roles: ['owner'] }), member('m-2', helper)],
      '@odata.nextLink': `http://stub${membersAt}?$skiptoken=2`,
    };
    const script = {
      [`GET ${membersAt}`]: [{ status: 200, body: first }, list(member('m-3', helper), { id: 'a-bot' })],
    };
    await withStub(script, async ({ graph, stub }) => {
      deepStrictEqual(await graph.channels.members(channel), [
        { person: chair, owner: true },
        { person: helper, owner: false },
      ]);
      equal(stub.calls.length, 2);
    });
  });

  it('names the tenant of who is from elsewhere, and makes them no owner', async () => {
    const guest = member('m-1', helper, { tenantId: away, roles: ['owner'] });
    await withStub({ [`GET ${membersAt}`]: list(guest) }, async ({ graph }) => {
      deepStrictEqual(await graph.channels.members(channel), [{ person: helper, owner: false, tenantId: away }]);
    });
  });

  it('refuses a list in another shape', async () => {
    await withStub(
      { [`GET ${membersAt}`]: { status: 200, body: { value: [{ userId: chair }] } } },
      async ({ graph }) => {
        await rejects(graph.channels.members(channel), { status: 502, code: 'UnreadableAnswer', ambiguous: true });
      },
    );
  });
});

describe('Graph members: add', () => {
  it('adds an owner', async () => {
    await withStub({ [`POST ${membersAt}`]: { status: 201, body: { id: 'm-1' } } }, async ({ graph, stub }) => {
      await graph.channels.addMember(channel, { person: chair, owner: true });
      deepStrictEqual(stub.calls[0]?.body, {
        '@odata.type': '#microsoft.graph.aadUserConversationMember',
        'user@odata.bind': `${stub.url}/v1.0/users('${chair}')`,
        roles: ['owner'],
      });
    });
  });

  it('adds somebody of another tenant by the id and the tenant they have at home', async () => {
    await withStub({ [`POST ${membersAt}`]: { status: 201, body: { id: 'm-1' } } }, async ({ graph, stub }) => {
      await graph.channels.addMember(channel, { person: helper, owner: false, tenantId: away });
      deepStrictEqual(stub.calls[0]?.body, {
        '@odata.type': '#microsoft.graph.aadUserConversationMember',
        'user@odata.bind': `${stub.url}/v1.0/users('${helper}')`,
        roles: [],
        tenantId: away,
      });
    });
  });

  for (const [title, reply] of [
    ['409', refusal(409, 'Conflict')],
    ['400 already exists', refusal(400, 'The member already exists in the roster.')],
  ] as const) {
    it(`is content when they were there already (${title})`, async () => {
      const script = { [`POST ${membersAt}`]: reply, 'POST /v1.0/teams/team-1/members': reply };
      await withStub(script, async ({ graph }) => {
        await graph.channels.addMember(channel, { person: helper, owner: false });
        await graph.channels.addTeamMember('team-1', helper);
      });
    });
  }

  it('passes on that nobody knows the person', async () => {
    await withStub({ [`POST ${membersAt}`]: refusal(404, 'User does not exist') }, async ({ graph }) => {
      await rejects(graph.channels.addMember(channel, { person: helper, owner: false }), {
        status: 404,
        code: 'Refused',
      });
    });
  });

  it('asks for patience when the channel does not know a new member of the team yet', async () => {
    await withStub({ [`POST ${membersAt}`]: refusal(404, 'User is not found in the team.') }, async ({ graph }) => {
      const patience = { status: 409, code: 'NotYetInTeam', retryAfterMs: 10_000, ambiguous: false };
      await rejects(graph.channels.addMember(channel, { person: helper, owner: false }), patience);
    });
  });
});

describe('Graph members: remove', () => {
  const removal = `DELETE ${membersAt}/m=2`;

  it('takes out the membership of that person', async () => {
    const script = {
      [`GET ${membersAt}`]: list(member('m-1', chair), member('m=2', helper)),
      [removal]: { status: 204 },
    };
    await withStub(script, async ({ graph, stub }) => {
      await graph.channels.removeMember(channel, helper);
      deepStrictEqual(stub.seen(), [`GET ${membersAt}`, removal]);
    });
  });

  it('is content when they have just gone', async () => {
    const script = { [`GET ${membersAt}`]: list(member('m=2', helper.toUpperCase())), [removal]: refusal(404, 'gone') };
    await withStub(script, async ({ graph, stub }) => {
      await graph.channels.removeMember(channel, helper);
      deepStrictEqual(stub.seen(), [`GET ${membersAt}`, removal]);
    });
  });

  it('does nothing for somebody who is not in the channel', async () => {
    await withStub({ [`GET ${membersAt}`]: list(member('m-1', chair)) }, async ({ graph, stub }) => {
      await graph.channels.removeMember(channel, helper);
      deepStrictEqual(stub.seen(), [`GET ${membersAt}`]);
    });
  });

  it('passes on that it may not', async () => {
    const script = { [`GET ${membersAt}`]: list(member('m=2', helper)), [removal]: refusal(403, 'no') };
    await withStub(script, async ({ graph }) => {
      await rejects(graph.channels.removeMember(channel, helper), { status: 403 });
    });
  });
});

describe('Graph members: team', () => {
  const teamAt = '/v1.0/teams/team-1/members';

  it('knows a member of the team, and does not trust the filter', async () => {
    const answer = list(member('t-1', chair), member('t-2', helper.toUpperCase()));
    await withStub({ [`GET ${teamAt}`]: answer }, async ({ graph, stub }) => {
      equal(await graph.channels.isTeamMember('team-1', helper), true);
      const filter = `(microsoft.graph.aadUserConversationMember/userId eq '${helper}')`;
      deepStrictEqual(stub.seen(), [`GET ${teamAt}?$filter=${filter}`]);
    });
    await withStub({ [`GET ${teamAt}`]: list(member('t-1', chair)) }, async ({ graph }) => {
      equal(await graph.channels.isTeamMember('team-1', helper), false);
    });
  });

  it('adds a member to the team', async () => {
    await withStub({ [`POST ${teamAt}`]: { status: 201, body: { id: 't-3' } } }, async ({ graph, stub }) => {
      await graph.channels.addTeamMember('team-1', helper);
      deepStrictEqual(stub.calls[0]?.body, {
        '@odata.type': '#microsoft.graph.aadUserConversationMember',
        'user@odata.bind': `${stub.url}/v1.0/users('${helper}')`,
        roles: [],
      });
    });
  });
});

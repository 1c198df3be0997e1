import assert from 'node:assert/strict';
import {
  type Answered,
  at,
  type Bench,
  enableApp,
  fatima,
  finishedChannel,
  general,
  graphMember,
  hanna,
  ilse,
  jan,
  limburg,
  lotte,
  marieke,
  openBench,
  otherTenant,
  pieter,
  privateChannel,
  refusalOf,
  sharedChannel,
  textAt,
} from './support/bench.ts';

describe('local tenant: members in Graph', () => {
  let bench: Bench;
  let channel: string;
  beforeEach(async () => {
    bench = await openBench();
    channel = await privateChannel(bench, 'LI-2026-0001', [fatima]);
  });
  afterEach(() => bench.close());

  const team = `/teams/${limburg}/members`;
  const members = (id = channel): string => `/teams/${limburg}/channels/${id}/members`;
  const idsOf = ({ body }: Answered): unknown =>
    (at(body, 'value') as readonly object[]).map((member) => [at(member, 'userId'), at(member, 'roles')]);
  const membershipOf = async (person: string): Promise<string> => {
    const filter = encodeURIComponent(`(microsoft.graph.aadUserConversationMember/userId eq '${person}')`);
    return encodeURIComponent(textAt((await bench.graph(`${members()}?$filter=${filter}`)).body, 'value.0.id'));
  };

  it('adds and removes people of the team', async () => {
    const added = await bench.graph(members(), graphMember(jan));
    assert.deepEqual(
      [added.status, added.body],
      [
        201,
        {
          '@odata.type': '#microsoft.graph.aadUserConversationMember',
          id: at(added.body, 'id'),
          roles: [],
          displayName: 'Jan Peeters',
          userId: jan,
          email: 'jan.peeters@expertisecentrum.example',
          tenantId: bench.tenant.tenantId,
        },
      ],
    );
    const wanted = [
      [marieke, ['owner']],
      [fatima, []],
      [jan, []],
    ];
    assert.deepEqual(idsOf(await bench.graph(members())), wanted);
    assert.deepEqual(idsOf(await bench.graph(members().replace('members', 'allMembers'))), wanted);
    assert.equal((await bench.graph(`DELETE ${members()}/${await membershipOf(jan)}`)).status, 204);
    assert.deepEqual(idsOf(await bench.graph(members())), wanted.slice(0, 2));
  });

  it('changes nothing when somebody is added again', async () => {
    const before = idsOf(await bench.graph(members()));
    assert.equal((await bench.graph(members(), graphMember(fatima))).status, 201);
    assert.deepEqual(idsOf(await bench.graph(members())), before);
  });

  it('takes nobody into a private channel who is not in the team', async () => {
    const outsider = await bench.graph(members(), graphMember(hanna));
    assert.deepEqual([outsider.status, at(outsider.body, 'error.message')], [404, 'User is not found in the team.']);
    assert.equal((await bench.graph(team, graphMember(hanna))).status, 201);
    assert.equal((await bench.graph(members(), graphMember(hanna))).status, 201);
  });

  it('takes people of another tenant into a shared channel only, by the name of their tenant', async () => {
    const shared = await finishedChannel(bench, await sharedChannel(bench, 'Samen'));
    const visitor = graphMember(pieter, undefined, otherTenant);
    assert.deepEqual(refusalOf(await bench.graph(members(shared), graphMember(pieter))), [404, 'NotFound']);
    const added = await bench.graph(members(shared), visitor);
    assert.deepEqual([added.status, at(added.body, 'tenantId')], [201, otherTenant]);
    assert.deepEqual(refusalOf(await bench.graph(members(), visitor)), [403, 'Forbidden']);
    assert.deepEqual(refusalOf(await bench.graph(team, visitor)), [403, 'Forbidden']);
    assert.equal((await bench.graph(members(shared), graphMember(hanna))).status, 201);
  });

  it('keeps the last owner', async () => {
    const path = `${members()}/${await membershipOf(marieke)}`;
    assert.deepEqual(refusalOf(await bench.graph(`DELETE ${path}`)), [400, 'BadRequest']);
    assert.deepEqual(refusalOf(await bench.graph(`PATCH ${path}`, { roles: [] })), [400, 'BadRequest']);
    await bench.graph(`PATCH ${members()}/${await membershipOf(fatima)}`, { roles: ['owner'] });
    assert.equal((await bench.graph(`DELETE ${path}`)).status, 204);
    assert.deepEqual(idsOf(await bench.graph(members())), [[fatima, ['owner']]]);
  });

  it('manages no members of a standard channel and no memberships of another channel', async () => {
    assert.deepEqual(refusalOf(await bench.graph(members(general), graphMember(jan))), [400, 'BadRequest']);
    const other = await privateChannel(bench, 'LI-2026-0002', [fatima]);
    const foreign = await bench.graph(`DELETE ${members(other)}/${await membershipOf(fatima)}`);
    assert.deepEqual(refusalOf(foreign), [404, 'NotFound']);
  });

  it('calls a guest of the team a guest', async () => {
    const added = await bench.graph(team, graphMember(ilse));
    assert.deepEqual([added.status, at(added.body, 'roles')], [201, ['guest']]);
  });

  it('tells the bot who comes and goes where it is, and nothing where it is not', async () => {
    await bench.tenant.connectBot(bench.bot.url);
    await bench.graph(members(), graphMember(jan));
    await enableApp(bench, channel);
    await bench.graph(`DELETE ${members()}/${await membershipOf(jan)}`);
    await bench.graph(team, graphMember(lotte));
    const inChannel = await bench.bot.wait((activity) => at(activity, 'conversation.id') === channel, 2);
    const jans = [{ id: `29:${jan}`, name: 'Jan Peeters', aadObjectId: jan }];
    const bot = [{ id: `28:${bench.tenant.appId}`, name: 'Doorbraak' }];
    assert.deepEqual(
      inChannel.map((activity) => [
        at(activity, 'channelData.eventType'),
        activity['membersAdded'],
        activity['membersRemoved'],
      ]),
      [
        ['channelMemberAdded', bot, undefined],
        ['channelMemberRemoved', undefined, jans],
      ],
    );
    const [joined] = await bench.bot.wait((activity) => at(activity, 'membersAdded.0.aadObjectId') === lotte);
    assert.deepEqual(
      [at(joined, 'type'), at(joined, 'conversation.id'), at(joined, 'channelData.eventType')],
      ['conversationUpdate', general, 'teamMemberAdded'],
    );
  });

  it('enables only the app of the catalog, and only where that is possible', async () => {
    const path = (id: string): string => `/teams/${limburg}/channels/${id}/enabledApps/$ref`;
    const reference = (app: string): object => ({
      '@odata.id': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${app}`,
    });
    assert.deepEqual(refusalOf(await bench.graph(path(channel), reference(bench.tenant.appId))), [404, 'NotFound']);
    assert.deepEqual(refusalOf(await bench.graph(path(general), reference(bench.tenant.teamsAppId))), [
      400,
      'BadRequest',
    ]);
    assert.equal((await enableApp(bench, channel)).status, 204);
    assert.equal((await enableApp(bench, channel)).status, 204);
  });
});

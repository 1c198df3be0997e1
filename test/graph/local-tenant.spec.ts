import { deepStrictEqual, equal, rejects } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import { createGraphChannels, type GraphClient } from '../../src/graph/graph-channels.ts';
import {
  type Bench,
  botSays,
  cardActivity,
  chatOf,
  fatima,
  fetchToken,
  hanna,
  pieter,
  limburg,
  marieke,
  openBench,
  otherTenant,
} from '../local-tenant/support/bench.ts';
import { unhurried } from './support/stub-graph.ts';

const [chair, helper, stranger] = [personId(marieke), personId(fatima), personId(hanna)];

async function clientOf({ tenant }: Bench): Promise<GraphClient> {
  const token = await fetchToken(tenant, 'https://graph.microsoft.com');
  return createGraphChannels({
    ...{ baseUrl: tenant.graphUrl, tenantId: tenant.tenantId, appCatalogId: tenant.teamsAppId, limits: unhurried },
    token: () => Promise.resolve(token),
  });
}

const markedCard = (marker: string): object =>
  cardActivity({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Container', id: marker, items: [] }] });

describe('Graph client on the local tenant', () => {
  let bench: Bench;
  let graph: GraphClient;
  before(async () => {
    bench = await openBench();
    graph = await clientOf(bench);
  });
  after(() => bench.close());

  it('makes a private channel once and finds it again, fills it, empties it, and locks it', async () => {
    const { channels } = graph;
    const members = [{ person: chair, owner: true }];
    const wanted = {
      teamId: limburg,
      name: 'LI-2026-0101',
      description: 'Casusoverleg',
      kind: 'private',
      members,
    } as const;
    const created = await channels.create(wanted);
    const found = await channels.find(limburg, 'li-2026-0101');
    deepStrictEqual(created, { state: 'created', channelId: found?.channelId });
    await rejects(channels.create(wanted), { status: 400 });
    const channel = found!;

    equal(await channels.isTeamMember(limburg, stranger), false);
    await rejects(channels.addMember(channel, { person: stranger, owner: false }), { code: 'NotYetInTeam' });
    await channels.addTeamMember(limburg, stranger);
    await channels.addTeamMember(limburg, stranger);
    equal(await channels.isTeamMember(limburg, stranger), true);
    for (const person of [helper, stranger, stranger]) await channels.addMember(channel, { person, owner: false });
    await channels.removeMember(channel, helper);
    await channels.removeMember(channel, helper);
    deepStrictEqual(await channels.members(channel), [...members, { person: stranger, owner: false }]);

    await channels.enableApp(channel);
    await channels.enableApp(channel);
    await channels.rename(channel, 'LI-2026-0102');
    await channels.archive(channel);
    await channels.archive(channel);
    await channels.unarchive(channel);
    deepStrictEqual(await channels.find(limburg, 'LI-2026-0102'), channel);
    equal(await channels.find(limburg, 'LI-2026-0101'), undefined);
  });

  it('makes a shared channel for somebody of another tenant', async () => {
    const { channels } = graph;
    const members = [{ person: chair, owner: true }];
    const wanted = { teamId: limburg, name: 'LI-2026-0103', description: '', kind: 'shared', members } as const;
    const created = await channels.create(wanted);
    if (created.state !== 'pending') throw new Error('a shared channel takes an operation');
    while ((await channels.operation(created.operation)).state === 'pending');
    deepStrictEqual(await channels.operation(created.operation), { state: 'succeeded' });
    const channel = (await channels.find(limburg, 'LI-2026-0103'))!;
    const outsider = { person: personId(pieter), owner: false, tenantId: otherTenant };
    await channels.addMember(channel, outsider);
    deepStrictEqual(await channels.members(channel), [...members, outsider]);
    await channels.removeMember(channel, outsider.person);
    deepStrictEqual(await channels.members(channel), members);
  });

  it('finds our own message by its marker, in a thread and in a chat', async () => {
    const { channels, ownMessages } = graph;
    const members = [{ person: chair, owner: true }];
    const wanted = { teamId: limburg, name: 'LI-2026-0104', description: '', kind: 'private', members } as const;
    await channels.create(wanted);
    const channel = (await channels.find(limburg, wanted.name))!;
    await channels.enableApp(channel);
    const root = await botSays(bench, channel.channelId, markedCard('case-104/root'));
    const reply = await botSays(bench, `${channel.channelId};messageid=${root}`, markedCard('case-104/reply'));
    const chat = await botSays(bench, chatOf(chair), markedCard('case-104/chat'));

    deepStrictEqual(await ownMessages.find(channel, 'case-104/root'), { found: 'yes', messageId: root });
    deepStrictEqual(await ownMessages.find(channel, 'case-104/reply'), { found: 'yes', messageId: reply });
    deepStrictEqual(await ownMessages.find(channel, 'case-104/other'), { found: 'no' });
    deepStrictEqual(await ownMessages.find({ person: chair }, 'case-104/chat'), { found: 'yes', messageId: chat });
    deepStrictEqual(await ownMessages.find({ person: chair }, 'case-104/root'), { found: 'no' });
    deepStrictEqual(await ownMessages.find({ person: personId(pieter) }, 'case-104/root'), { found: 'unknown' });
  });
});

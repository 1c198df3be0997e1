import { deepStrictEqual, rejects } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import type { Reply, Script } from './support/stub-graph.ts';
import { app, withStub } from './support/stub-graph.ts';

const channel = { teamId: 'team-1', channelId: 'c-1' };
const messagesAt = '/v1.0/teams/team-1/channels/c-1/messages';
const marker = 'case-7/card "summary"';

function card(id: string, elementId: string, more: object = {}): object {
  const content = JSON.stringify(
    { type: 'AdaptiveCard', body: [{ type: 'Container', id: elementId, items: [] }] },
    null,
    2,
  );
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { id, from: { application: { id: 'bot' }, user: null }, attachments: [{ contentType, content }], ...more };
}
const list = (...value: readonly object[]): Reply => ({ status: 200, body: { value } });
const refusal = (status: number): Reply => ({ status, body: { error: { code: 'Refused', message: 'no' } } });

async function foundInChannel(script: Script): Promise<readonly [unknown, readonly string[]]> {
  let answer: readonly [unknown, readonly string[]] = [undefined, []];
  await withStub(script, async ({ graph, stub }) => {
    answer = [await graph.ownMessages.find(channel, marker), stub.seen()];
  });
  return answer;
}

describe('Graph own messages in a channel', () => {
  const firstPage = `GET ${messagesAt}?$top=50&$expand=replies`;

  it('finds the message whose card holds the marker', async () => {
    const [found, seen] = await foundInChannel({
      [`GET ${messagesAt}`]: list({ id: '1', replies: [] }, card('2', marker, { replies: [] })),
    });
    deepStrictEqual(found, { found: 'yes', messageId: '2' });
    deepStrictEqual(seen, [firstPage]);
  });

  it('finds it among replies that came along', async () => {
    const root = { id: '1', replies: [card('3', 'other'), card('4', marker)] };
    const [found] = await foundInChannel({ [`GET ${messagesAt}`]: list(root) });
    deepStrictEqual(found, { found: 'yes', messageId: '4' });
  });

  it('finds it among replies behind a link', async () => {
    const next = `http://stub${messagesAt}/1/replies?$skiptoken=2`;
    const [found, seen] = await foundInChannel({
      [`GET ${messagesAt}`]: list({ id: '1', replies: [], 'replies@odata.nextLink': next }),
      [`GET ${messagesAt}/1/replies`]: list(card('5', marker)),
    });
    deepStrictEqual(found, { found: 'yes', messageId: '5' });
    deepStrictEqual(seen, [firstPage, `GET ${messagesAt}/1/replies?$skiptoken=2`]);
  });

  it('asks for replies that did not come along, and reads the next page', async () => {
    const page = { value: [card('1', 'other')], '@odata.nextLink': `http://stub${messagesAt}?$skiptoken=2` };
    const [found, seen] = await foundInChannel({
      [`GET ${messagesAt}`]: [{ status: 200, body: page }, list(card('2', marker))],
      [`GET ${messagesAt}/1/replies`]: list(),
    });
    deepStrictEqual(found, { found: 'yes', messageId: '2' });
    deepStrictEqual(seen, [firstPage, `GET ${messagesAt}/1/replies`, `GET ${messagesAt}?$skiptoken=2`]);
  });

  it('takes no message of a person, no deleted one and no other card for ours', async () => {
    const [found] = await foundInChannel({
      [`GET ${messagesAt}`]: list(
        card('1', marker, { replies: [], from: { user: { id: 'somebody' } } }),
        card('2', marker, { replies: [], deletedDateTime: '2026-11-22T09:00:00Z' }),
        card('3', `${marker}-2`, { replies: [] }),
        { id: '4', replies: [], attachments: [{ content: null }], body: { content: marker } },
      ),
    });
    deepStrictEqual(found, { found: 'no' });
  });

  for (const status of [403, 404]) {
    it(`does not know where we may not look (${status})`, async () => {
      const [found] = await foundInChannel({ [`GET ${messagesAt}`]: refusal(status) });
      deepStrictEqual(found, { found: 'unknown' });
    });
  }

  it('passes on what will pass', async () => {
    await rejects(foundInChannel({ [`GET ${messagesAt}`]: refusal(503) }), { status: 503 });
  });
});

describe('Graph own messages to a person', () => {
  const person = personId('00000000-0000-4000-8000-000000000001');
  const installedAt = `/v1.0/users/${person}/teamwork/installedApps`;
  const installed = list(
    { id: 'inst-1', teamsApp: { id: 'another-app' } },
    { id: 'inst-2', teamsApp: { id: app, displayName: 'Doorbraak' } },
  );
  const chat = { status: 200, body: { id: '19:chat' } };

  async function foundInChat(script: Script): Promise<readonly [unknown, readonly string[]]> {
    let answer: readonly [unknown, readonly string[]] = [undefined, []];
    await withStub(script, async ({ graph, stub }) => {
      answer = [await graph.ownMessages.find({ person }, marker), stub.seen()];
    });
    return answer;
  }

  it('finds the message in the chat of their installation', async () => {
    const [found, seen] = await foundInChat({
      [`GET ${installedAt}`]: installed,
      [`GET ${installedAt}/inst-2/chat`]: chat,
      'GET /v1.0/chats/19:chat/messages': list(card('1', 'other'), card('2', marker)),
    });
    deepStrictEqual(found, { found: 'yes', messageId: '2' });
    deepStrictEqual(seen, [
      `GET ${installedAt}?$expand=teamsApp`,
      `GET ${installedAt}/inst-2/chat`,
      'GET /v1.0/chats/19:chat/messages?$top=50',
    ]);
  });

  it('finds nothing in a chat without it', async () => {
    const [found] = await foundInChat({
      [`GET ${installedAt}`]: installed,
      [`GET ${installedAt}/inst-2/chat`]: chat,
      'GET /v1.0/chats/19:chat/messages': list(card('1', 'other')),
    });
    deepStrictEqual(found, { found: 'no' });
  });

  it('does not know what lies more than 500 messages back', async () => {
    const many = Array.from({ length: 501 }, (_, index) => card(`${index}`, 'other'));
    const [found] = await foundInChat({
      [`GET ${installedAt}`]: installed,
      [`GET ${installedAt}/inst-2/chat`]: chat,
      'GET /v1.0/chats/19:chat/messages': list(...many, card('501', marker)),
    });
    deepStrictEqual(found, { found: 'unknown' });
  });

  it('finds nothing where the app was never installed', async () => {
    const [found, seen] = await foundInChat({ [`GET ${installedAt}`]: list({ id: 'inst-1', teamsApp: { id: 'x' } }) });
    deepStrictEqual(found, { found: 'no' });
    deepStrictEqual(seen, [`GET ${installedAt}?$expand=teamsApp`]);
  });

  it('does not know where we may not look', async () => {
    const [found] = await foundInChat({
      [`GET ${installedAt}`]: installed,
      [`GET ${installedAt}/inst-2/chat`]: chat,
      'GET /v1.0/chats/19:chat/messages': refusal(403),
    });
    deepStrictEqual(found, { found: 'unknown' });
  });
});

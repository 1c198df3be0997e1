import { deepStrictEqual, rejects } from 'node:assert/strict';
import type { Reply } from './support/stub-graph.ts';
import { app, withStub } from './support/stub-graph.ts';

const channel = { teamId: 'team-1', channelId: '19:case@thread.tacv2' };
const channelAt = '/teams/team-1/channels/19:case@thread.tacv2';
const stable = `POST /v1.0${channelAt}/enabledApps/$ref`;
const beta = `POST /beta${channelAt}/enabledApps/$ref`;
const refusal = (status: number, message = 'no'): Reply => ({ status, body: { error: { code: 'Refused', message } } });

describe('Graph enableApp', () => {
  it('enables the app by its reference', async () => {
    await withStub({ [stable]: { status: 204 } }, async ({ graph, stub }) => {
      await graph.channels.enableApp(channel);
      const body = { '@odata.id': `${stub.url}/v1.0/appCatalogs/teamsApps/${app}` };
      deepStrictEqual(
        stub.calls.map((call) => [`${call.method} ${call.path}`, call.body]),
        [[stable, body]],
      );
    });
  });

  for (const status of [400, 404]) {
    it(`tries beta where v1.0 answers ${status}`, async () => {
      await withStub({ [stable]: refusal(status), [beta]: { status: 204 } }, async ({ graph, stub }) => {
        await graph.channels.enableApp(channel);
        deepStrictEqual(stub.seen(), [stable, beta]);
      });
    });
  }

  it('is content when the app is there already', async () => {
    await withStub({ [stable]: refusal(409) }, async ({ graph }) => graph.channels.enableApp(channel));
    const known = refusal(400, 'The app is already enabled in this channel');
    await withStub({ [stable]: known }, async ({ graph }) => graph.channels.enableApp(channel));
  });

  const notEnabled = { name: 'GraphError', status: 403, code: 'AppNotEnabled', ambiguous: false };

  it('says that the owner is to be asked where we may not', async () => {
    await withStub({ [stable]: refusal(403) }, async ({ graph, stub }) => {
      await rejects(graph.channels.enableApp(channel), notEnabled);
      deepStrictEqual(stub.seen(), [stable]);
    });
    for (const status of [400, 403]) {
      await withStub({ [stable]: refusal(400), [beta]: refusal(status) }, async ({ graph }) => {
        await rejects(graph.channels.enableApp(channel), notEnabled);
      });
    }
    const script = {
      [stable]: refusal(404),
      [beta]: refusal(404),
      [`GET /v1.0${channelAt}`]: { status: 200, body: {} },
    };
    await withStub(script, async ({ graph }) => {
      await rejects(graph.channels.enableApp(channel), notEnabled);
    });
  });

  it('does not send the owner to a channel that is not there', async () => {
    const script = { [stable]: refusal(404), [beta]: refusal(404), [`GET /v1.0${channelAt}`]: refusal(404) };
    await withStub(script, async ({ graph }) => {
      await rejects(graph.channels.enableApp(channel), { status: 404, code: 'Refused' });
    });
  });

  it('passes on what will pass', async () => {
    await withStub({ [stable]: refusal(503) }, async ({ graph }) => {
      await rejects(graph.channels.enableApp(channel), { status: 503, ambiguous: true });
    });
    await withStub({ [stable]: refusal(400), [beta]: refusal(429) }, async ({ graph }) => {
      await rejects(graph.channels.enableApp(channel), { status: 429, ambiguous: false });
    });
  });
});

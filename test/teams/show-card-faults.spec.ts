import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import { type FoundMessage } from '../../src/graph/channels.ts';
import { GraphError } from '../../src/graph/graph-error.ts';
import { cardIn, caseChannel, showingCards } from '../support/teams-card-runs.ts';
import { type Fault } from '../support/teams-stub.ts';

describe('showing a card, when it is uncertain or fails', () => {
  const { bot, run, sent, restart } = showingCards();

  describe('after an attempt of which nobody knows the end', () => {
    const uncertain = { ambiguous: true, attempts: 1 };
    const looking = async (answer: FoundMessage) => {
      const asked: unknown[] = [];
      const find = async (...question: unknown[]) => {
        asked.push(question);
        return answer;
      };
      await restart({ ownMessages: { find } });
      return asked;
    };

    it('updates the message when it was posted after all', async () => {
      const asked = await looking({ found: 'yes', messageId: '42' });
      const outcome = await run({ to: caseChannel }, uncertain);
      equal(asked.length, 1);
      deepStrictEqual(sent(), ['PUT /v3/conversations/19:case@thread.tacv2;messageid=42/activities/42']);
      ok(outcome.done);
      equal(outcome.keep?.value['activityId'], '42');
    });

    it('asks with the marker that the card carries', async () => {
      const asked = await looking({ found: 'no' });
      await run({ to: caseChannel }, uncertain);
      const [{ id } = { id: '' }] = cardIn(bot().teams.calls[0])['body'] as { id: string }[];
      deepStrictEqual(asked, [[caseChannel, id]]);
    });

    for (const found of ['no', 'unknown'] as const) {
      it(`posts it when the answer is ${found}`, async () => {
        await looking({ found });
        await run({ to: caseChannel }, uncertain);
        deepStrictEqual(sent(), ['POST /v3/conversations']);
      });
    }

    it('posts nothing and comes again when Graph says, after too many looks', async () => {
      const busy = new GraphError(429, 'LocalLimit', { message: 'too many', retryAfterMs: 7_000 });
      await restart({ ownMessages: { find: () => Promise.reject(busy) } });
      deepStrictEqual(await run({ to: caseChannel }, uncertain), { done: false, again: true, afterMs: 7_000 });
      deepStrictEqual(sent(), []);
    });

    it('posts nothing when the look fails, and says that it was Graph', async () => {
      const broken = new GraphError(503, 'Http503', { message: 'unavailable' });
      await restart({ ownMessages: { find: () => Promise.reject(broken) } });
      const error = 'Graph 503 Http503: unavailable';
      deepStrictEqual(await run({ to: caseChannel }, uncertain), { done: false, error, ambiguous: true });
      deepStrictEqual(sent(), []);
    });

    it('does not look when the first attempt is certain', async () => {
      const asked = await looking({ found: 'yes', messageId: '42' });
      await run({ to: caseChannel });
      deepStrictEqual(asked, []);
    });
  });

  describe('when Teams fails', () => {
    const cases: readonly (readonly [Fault, Readonly<{ ambiguous: boolean; error: RegExp }>])[] = [
      [{ status: 400 }, { ambiguous: false, error: /answered 400/ }],
      [{ status: 403 }, { ambiguous: false, error: /answered 403.*not in this channel/ }],
      [{ status: 408 }, { ambiguous: true, error: /answered 408/ }],
      [{ status: 412 }, { ambiguous: false, error: /answered 412/ }],
      [{ status: 429 }, { ambiguous: false, error: /answered 429/ }],
      [{ status: 500 }, { ambiguous: true, error: /answered 500/ }],
      [
        { status: 502, body: '<html>bad gateway</html>' },
        { ambiguous: true, error: /answered 502/ },
      ],
      [
        { status: 503, headers: { 'retry-after': '1' } },
        { ambiguous: true, error: /answered 503/ },
      ],
      [{ status: 202 }, { ambiguous: true, error: /no id/ }],
      ['drop', { ambiguous: true, error: /no answer/ }],
    ];
    for (const [fault, { ambiguous, error }] of cases) {
      it(`posts exactly once at ${JSON.stringify(fault)}, and says ${ambiguous ? 'maybe' : 'no'}`, async () => {
        bot().teams.fail(fault);
        const outcome = await run({ to: caseChannel });
        ok('error' in outcome && 'ambiguous' in outcome);
        equal(outcome.ambiguous, ambiguous);
        match(outcome.error, error);
        equal(bot().teams.calls.length, 1);
      });
    }

    it('comes again when Teams says, after too many requests', async () => {
      bot().teams.fail({ status: 429, headers: { 'retry-after': '7' } });
      deepStrictEqual(await run({ to: caseChannel }), { done: false, again: true, afterMs: 7_000 });
      equal(bot().teams.calls.length, 1);
    });

    it('stops waiting when it is told to end, and says maybe', async () => {
      bot().teams.fail('hang');
      const outcome = await run({ to: caseChannel }, {}, AbortSignal.timeout(200));
      ok('ambiguous' in outcome && outcome.ambiguous);
      equal(bot().teams.calls.length, 1);
    });

    it('says no when there was no token to call with, or nobody to call', async () => {
      const { auth } = bot().settings;
      ok(auth.kind === 'local');
      const settings = { auth: { ...auth, tokenUrl: 'http://127.0.0.1:9/token' } };
      await restart({ settings });
      const noToken = await run({ to: caseChannel });
      ok('error' in noToken && 'ambiguous' in noToken && !noToken.ambiguous);
      await restart({ settings: { serviceUrl: 'http://127.0.0.1:9/' } });
      const nobody = await run({ to: caseChannel });
      ok('error' in nobody && 'ambiguous' in nobody && !nobody.ambiguous);
    });
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Message, Thread } from '../../src/local-tenant/api.ts';
import { markdownToHtml } from '../../src/local-tenant/page/cards/markdown.ts';
import { isMeantFor, readRefresh, waitBeforeRefresh } from '../../src/local-tenant/page/cards/refresh.ts';
import { coalesce } from '../../src/local-tenant/page/coalesce.ts';
import { formatMoment, initials } from '../../src/local-tenant/page/format.ts';
import { keepOrder, lastActivity, putMessage } from '../../src/local-tenant/page/threads.ts';

const message = (id: string, thread = id): Message => ({
  id,
  conversation: 'c',
  thread,
  from: { id: 'p', name: 'P', isBot: false },
  text: '',
  cards: [],
  at: `2026-11-22T08:00:0${id}.000Z`,
  edited: false,
  deleted: false,
});
const thread = (id: string, ...replies: readonly string[]): Thread => ({
  root: message(id),
  replies: replies.map((reply) => message(reply, id)),
});

describe('page: Markdown', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['gewoon', '<p>gewoon</p>'],
    ['een\ntwee\n\ndrie', '<p>een<br>twee</p><p>drie</p>'],
    ['**vet** en _schuin_ en *ook*', '<p><strong>vet</strong> en <em>schuin</em> en <em>ook</em></p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n2) b', '<ol><li>a</li><li>b</li></ol>'],
    [
      '[a_b](https://x.example/a_b_c)',
      '<p><a href="https://x.example/a_b_c" target="_blank" rel="noopener noreferrer">a_b</a></p>',
    ],
    ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    ['<img src=x onerror="y">', '<p>&lt;img src=x onerror=&quot;y&quot;&gt;</p>'],
    ['2 * 3 * 4 = a_b_c', '<p>2 * 3 * 4 = a_b_c</p>'],
    ['<at>Doorbraak</at> help', '<p><span class="mention">Doorbraak</span> help</p>'],
    ['', ''],
  ];
  for (const [text, html] of rows) {
    it(`makes ${JSON.stringify(html)} of ${JSON.stringify(text)}`, () => assert.equal(markdownToHtml(text), html));
  }

  it('lets no tag through but its own', () => {
    const own =
      /<\/?(p|ul|ol|li|strong|em|br)>|<a href="https?:[^"<>]*" target="_blank" rel="noopener noreferrer">|<\/a>|<span class="mention">|<\/span>/g;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('<>"\'&[]()*_-1. \nahttps:/')) }), (text) => {
        assert.doesNotMatch(markdownToHtml(text).replaceAll(own, ''), /[<>"']/);
      }),
    );
  });

  it('takes no more time than the text is long', () => {
    const hostile = ['[', '*a', '_a', '<at>', '[a](https://', '\n- '].map((part) => part.repeat(10_000));
    const began = performance.now();
    for (const text of hostile) markdownToHtml(text);
    assert.ok(performance.now() - began < 2000);
  });
});

describe('page: threads', () => {
  it('puts a reply in its thread, a new root last, and a changed message in its own place', () => {
    const changed = { ...message('2', '1'), text: 'anders' };
    assert.deepEqual(putMessage([thread('1'), thread('3')], message('2', '1')), [thread('1', '2'), thread('3')]);
    assert.deepEqual(putMessage([thread('1')], message('3')), [thread('1'), thread('3')]);
    assert.deepEqual(putMessage([thread('1', '2')], changed), [{ root: message('1'), replies: [changed] }]);
  });

  it('lets a reply whose root is not to be seen stand on its own', () => {
    const alone = [{ root: message('2', '1'), replies: [] }];
    assert.deepEqual(putMessage([], message('2', '1')), alone);
    assert.deepEqual(putMessage(alone, message('3', '1')), [{ root: message('2', '1'), replies: [message('3', '1')] }]);
  });

  it('keeps the order on screen and adds the unseen at the end', () => {
    const order = keepOrder([thread('1'), thread('2')], [thread('2'), thread('3'), thread('1'), thread('4')]);
    assert.deepEqual(
      order.map(({ root }) => root.id),
      ['1', '2', '3', '4'],
    );
  });

  it('knows the newest message, also among replies', () => {
    assert.equal(lastActivity([thread('1', '4'), thread('3')]), message('4').at);
    assert.equal(lastActivity([]), undefined);
  });
});

describe('page: refresh', () => {
  const action = { type: 'Action.Execute', verb: 'view', data: { id: 1 } };
  it('reads the action and the users; nothing without a verb', () => {
    assert.deepEqual(readRefresh({ refresh: { action, userIds: ['29:a'] } }), {
      verb: 'view',
      data: { id: 1 },
      userIds: ['29:a'],
    });
    assert.equal(readRefresh({}), undefined);
    assert.equal(readRefresh({ refresh: { action: {} } }), undefined);
  });

  it('is meant for the named, for all when nobody is named, for none when the list is empty', () => {
    const meant = (userIds: readonly string[] | undefined): boolean =>
      isMeantFor({ verb: 'v', data: {}, userIds }, 'a');
    assert.deepEqual([['29:a'], ['a'], ['29:b'], [], undefined].map(meant), [true, true, false, false, true]);
  });

  it('is asked at once at first, never twice for a version, and not within a minute of the last', () => {
    assert.equal(waitBeforeRefresh(undefined, 'v1', 0), 0);
    assert.equal(waitBeforeRefresh({ version: 'v1', at: 0 }, 'v1', 999_999), undefined);
    assert.equal(waitBeforeRefresh({ version: 'v1', at: 0 }, 'v2', 20_000), 40_000);
    assert.equal(waitBeforeRefresh({ version: 'v1', at: 0 }, 'v2', 60_000), 0);
  });
});

describe('page: formats', () => {
  it('shows the time in the Netherlands, with the day when it is another', () => {
    const now = new Date('2026-11-22T10:00:00Z');
    assert.equal(formatMoment('2026-11-22T08:05:00Z', now), '09:05');
    assert.equal(formatMoment('2026-11-21T23:30:00Z', now), '00:30');
    assert.equal(formatMoment('2026-07-01T08:05:00Z', now), '1 jul 10:05');
  });

  it('takes the first letters of the first and the last word', () => {
    assert.deepEqual(['Fatima El Amrani', 'Doorbraak', ''].map(initials), ['FA', 'D', '']);
  });
});

describe('page: coalesce', () => {
  it('runs once more for all who asked while it ran, and never twice at a time', async () => {
    const gates: (() => void)[] = [];
    const run = coalesce(() => new Promise((resolve) => gates.push(resolve)));
    const asked = [run(), run(), run()];
    assert.equal(gates.length, 1);
    gates[0]?.();
    await new Promise(setImmediate);
    assert.equal(gates.length, 2);
    gates[1]?.();
    await Promise.all(asked);
    assert.equal(gates.length, 2);
  });

  it('runs again after a failure', async () => {
    let runs = 0;
    const run = coalesce(async () => {
      runs += 1;
      if (runs === 1) throw new Error('first');
    });
    await assert.rejects(run(), /first/);
    await run();
    assert.equal(runs, 2);
  });
});

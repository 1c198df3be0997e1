import { deepEqual, throws } from 'node:assert/strict';
import type { JsonObject } from '../../src/core/json.ts';
import { hidesNumber, textBoxesIn } from '../../src/teams/text-boxes.ts';

const templateOf = (verb: string, ...inputs: readonly string[]): JsonObject => ({
  type: 'AdaptiveCard',
  body: [
    {
      type: 'Container',
      items: inputs.map((input) => {
        const [id = '', type = 'Text'] = input.split(':');
        return { type: `Input.${type}`, id };
      }),
    },
  ],
  actions: [{ type: 'Action.ShowCard', card: { actions: [{ type: 'Action.Submit', data: { verb } }] } }],
});

describe('teams: text boxes', () => {
  const isTextBox = textBoxesIn([
    templateOf('close', 'note', 'day:Date', 'who:ChoiceSet'),
    templateOf('close', 'lesson'),
    templateOf('allocate', 'line-${line}'),
    templateOf('${verb}', 'reason'),
    { type: 'AdaptiveCard', actions: [{ type: 'Action.Execute', verb: 'look' }] },
    {
      type: 'AdaptiveCard',
      body: [{ type: 'Input.Text', id: 'title' }],
      actions: [{ type: 'Action.Submit', data: '${sends}' }],
    },
  ]);
  const boxesOf = (verb: string) =>
    ['note', 'lesson', 'day', 'who', 'line-', 'line-reserve', 'reason', 'title'].filter((name) =>
      isTextBox(verb, name),
    );

  it('are those of every card with that verb', () => deepEqual(boxesOf('close'), ['note', 'lesson']));
  it('may have a name that is partly bound', () => deepEqual(boxesOf('allocate'), ['line-reserve']));
  it('are there for a verb that a view fills in, of every card that does so', () =>
    deepEqual(boxesOf('withdraw'), ['reason', 'title']));
  it('are none on a card without', () => deepEqual(boxesOf('look'), []));
  it('must have a name of their own', () => {
    throws(() => textBoxesIn([templateOf('close', '${field}')]), /needs a name of its own/);
  });

  it('hide no number, and neither does a short or an ordinary one elsewhere', () => {
    const note = (name: string) => name === 'note';
    deepEqual(
      [{ note: '111222333' }, { day: '2026-11-23' }, { cents: 123_456_789 }, { deep: { none: null } }].map((data) =>
        hidesNumber(data, note),
      ),
      [false, false, false, false],
    );
    deepEqual(
      [{ other: '111222333' }, { note: 111_222_333 }, { deep: [{ in: 'NL91ABNA0417164300' }] }, { '111222333': 1 }].map(
        (data) => hidesNumber(data, note),
      ),
      [true, true, true, true],
    );
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import type { JsonObject } from '../../src/core/json.ts';
import { withAsked } from '../../src/teams/asks.ts';

describe('a question that goes with a line of a card', () => {
  const text = (nl: string) => ({ nl, en: `${nl} (en)` });
  const asks = { id: 'names', label: text('Wat is het?'), chosen: 'a', choices: [{ value: 'a', title: text('Dit') }] };
  const line = { ...text('Kies.'), asks };
  const strip = { type: 'Container', items: [{ type: 'TextBlock', text: 'Kies.' }] };
  const card: JsonObject = { body: [{ type: 'TextBlock', text: 'Titel' }, strip, { type: 'Input.Text', id: 'x' }] };
  const typesIn = ({ body }: JsonObject) => (body as readonly JsonObject[]).map(({ type }) => type);

  it('stands below that line, in the language of the reader', () => {
    const asked = withAsked(card, { problems: [text('Iets anders.'), line] }, 'nl');
    deepEqual(typesIn(asked), ['TextBlock', 'Container', 'Input.ChoiceSet', 'Input.Text']);
    deepEqual((asked['body'] as readonly JsonObject[])[2], {
      ...{ type: 'Input.ChoiceSet', id: 'names', label: 'Wat is het?', style: 'expanded', value: 'a', wrap: true },
      choices: [{ value: 'a', title: 'Dit' }],
    });
  });

  it('stands on top when the card does not show that line, as of a notice', () => {
    deepEqual(typesIn(withAsked(card, { notice: line }, 'en'))[0], 'Input.ChoiceSet');
  });

  it('is not there when no line goes with one', () => {
    for (const state of [{}, { problems: [text('Kies.')] }, { notice: text('Kies.') }])
      equal(withAsked(card, state, 'nl'), card);
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import { z } from 'zod/v4';
import type { JsonObject } from '../../src/core/json.ts';
import type { Store } from '../../src/store/store.ts';
import { numberMarks } from '../../src/core/number-marks.ts';
import { card } from '../../src/teams/cards.ts';
import { route } from '../../src/teams/routes.ts';
import { anna, activityFrom, type Bot, clickBy, dialogBy, menuBy, searchBy, startBot } from '../support/teams-bot.ts';
import { saying, toyRoutes } from '../support/teams-toy.ts';

const bsn = '111222333';
const iban = 'NL91ABNA0417164300';
const withheld =
  'Hierin lijkt een BSN of een rekeningnummer te staan. Er is niets gedaan en niets bewaard. Haal het nummer weg en stuur het nog eens. Is het een ander nummer? Meld het bij de beheerder.';

const template: JsonObject = {
  type: 'AdaptiveCard',
  body: [{ type: 'Input.Text', id: 'query' }],
  actions: [{ type: 'Action.Submit', title: 'x', data: { verb: 'send' } }],
};
const form = card<object>({ name: 'form', template, texts: { nl: {}, en: {} }, view: () => ({}) });

describe('security: numbers where nobody types', () => {
  let bot: Bot;
  const kept: string[] = [];
  const recording = (store: Store): Store => ({
    ...store,
    commit(commit) {
      kept.push(JSON.stringify(commit));
      return store.commit(commit);
    },
  });
  const toy = toyRoutes(() => saying('Genoteerd'));
  const quoting = z.object({ message: z.object({ words: z.string() }) });
  const menu = route({
    ...{ on: 'dialog', verb: 'ofMessage', data: quoting },
    run: async (inbound) => {
      toy.seen.push(inbound);
      return saying('Genoteerd');
    },
  });
  before(async () => {
    bot = await startBot({ ...toy, routes: [...toy.routes, menu], cards: [form.definition], storeOf: recording });
  });
  beforeEach(() => toy.seen.splice(0));
  after(() => bot.close());

  const deliver = async (activity: object): Promise<string> => JSON.stringify((await bot.deliver(activity)).body ?? '');
  const turns = () => bot.lines.filter(({ msg }) => msg === 'turn').map(({ verb, outcome }) => [verb, outcome]);

  const refused: Readonly<Record<string, (number: string) => object>> = {
    'a choice or a day': (number) => dialogBy(anna, 'submit', { verb: 'send', day: number }),
    'what a card sends along': (number) => clickBy(anna, 'more', { by: 1, deep: [{ in: number }] }),
    'a button that opens a dialog': (number) => dialogBy(anna, 'fetch', { verb: 'open', about: number }),
    'the text box of another card': (number) => clickBy(anna, 'more', { query: number }),
    'more than a text in a text box': (number) => dialogBy(anna, 'submit', { verb: 'send', query: { text: number } }),
    'the name of a field': (number) => dialogBy(anna, 'submit', { verb: 'send', [number]: '' }),
    'a verb that nobody knows': (number) => clickBy(anna, number),
    'the other parameters of a search': (number) => {
      const value = { commandId: 'find', parameters: [{ name: 'more', value: number }] };
      return activityFrom(anna, { type: 'invoke', name: 'composeExtension/query', value });
    },
    'a command in the menu of a message': (number) => menuBy(anna, number),
  };
  for (const [where, send] of Object.entries(refused)) {
    it(`does nothing with one in ${where}, and neither logs nor repeats it`, async () => {
      for (const number of [bsn, `BSN ${bsn}`, iban]) {
        const said = await deliver(send(number));
        equal(said.includes(withheld), true, said);
        equal(said.includes(number), false);
      }
      deepEqual(toy.seen, []);
      deepEqual(
        new Set(
          turns()
            .slice(-3)
            .map(([, outcome]) => outcome),
        ),
        new Set(['withheld']),
      );
    });
  }

  it('says nothing of one in the channel when an old client sends it', async () => {
    const before = bot.teams.calls.length;
    await deliver(activityFrom(anna, { type: 'message', value: { verb: 'more', by: bsn } }));
    deepEqual(
      bot.teams.calls.slice(before).map(({ body }) => body['text']),
      [withheld],
    );
    deepEqual(toy.seen, []);
  });

  it('answers in the language of the person', async () => {
    const said = await deliver({ ...clickBy(anna, 'more', { by: iban }), locale: 'en-GB' });
    equal(said.includes('Nothing was done or kept.'), true, said);
  });

  it('leaves what was typed to who asks for it, without the number', async () => {
    const message = { body: { content: `<p>${bsn}</p>` } };
    await deliver(dialogBy(anna, 'submit', { verb: 'send', query: bsn }));
    await deliver(searchBy(anna, 'find', `naar ${bsn}`));
    await deliver(menuBy(anna, 'ofMessage', message));
    const { bsn: mark } = numberMarks;
    deepEqual(
      toy.seen.map(({ data }) => data),
      [{ query: mark }, { query: `naar ${mark}` }, { message: { words: mark } }],
    );
  });

  it('takes ids, days, amounts and numbers of cases for what they are', async () => {
    const ids = {
      ...{ person: '3963deea-a863-43aa-8456-0801851446d7', own: 'own-be94a149-708d-448c-b655-181eb8ed784e' },
      ...{ link: 'https://teams.microsoft.com/l/message/19%3Aab12@thread.tacv2/1732441122333?groupId=7' },
      ...{ day: '2026-11-23', at: '2026-11-23T09:00:00.000Z', case: 'LI-2026-0001', cents: 2_400_000, mail: 'a@b.nl' },
    };
    equal((await deliver(clickBy(anna, 'more', { by: 2, ...ids }))).includes('Genoteerd'), true);
    deepEqual(
      toy.seen.map(({ data }) => data),
      [{ by: 2 }],
    );
  });

  it('keeps and logs nothing of them', () => {
    const has = (text: string): readonly boolean[] =>
      [JSON.stringify(bot.lines), kept.join('')].map((part) => part.includes(text));
    deepEqual([bsn, iban, anna].map(has), [
      [false, false],
      [false, false],
      [true, true],
    ]);
  });
});

import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import type { LanguageModelConfig } from '../../src/language-model-settings.ts';
import { submitExample } from '../support/case-walk.ts';
import { type ModelStub, type Reply, startModelStub } from '../support/model-stub.ts';
import { type Persona, titlesOf } from '../support/persona.ts';
import { openTalking, type Talking } from '../support/talking.ts';
import { unsureOf } from '../support/unsure.ts';

describe('what people say, with a language model', () => {
  let model: ModelStub;
  let talking: Talking;
  let own = '';
  let other = '';
  const who = (name: string): Persona => talking.world.as(name);
  const key = 'sleutel-die-niemand-ziet';
  before(async () => {
    model = await startModelStub();
    const languageModel: LanguageModelConfig = {
      ...{ kind: 'openai', endpoint: model.url, deployment: 'parser', access: { key }, timeoutMs: 600 },
    };
    talking = await openTalking({ languageModel });
    ({ number: own } = await submitExample(who('Hanna Bosman'), 'merel'));
    ({ number: other } = await submitExample(who('Ruben Timmermans'), 'wolf'));
  });
  beforeEach(() => model.calm());
  after(async () => {
    await talking.world.close();
    await model.close();
  });

  const says = (intent: string, entities: object = {}): Reply => ({ says: JSON.stringify({ intent, entities }) });
  const outcomeOf = async (name: string, text: string) => (await talking.said(who(name), text)).outcome;

  it('shows what was meant, of the case that was named, by the route that was there', async () => {
    model.reply(says('casus_status', { case: own }));
    equal(await outcomeOf('Hanna Bosman', unsureOf(`zwonkel ${own}`)), 'shown');
    const { card } = await talking.last(who('Hanna Bosman'));
    ok(JSON.stringify(card).includes(own));
  });

  it('sends the sentence without the words that it does not know, and nothing of whoever typed it', async () => {
    await outcomeOf('Hanna Bosman', unsureOf('Zwonkel Plofstra'));
    const [asked] = model.asked;
    ok(asked);
    deepEqual(
      asked.messages.map(({ role }) => role),
      ['system', 'user'],
    );
    equal(asked.messages[1]?.content, unsureOf('[1] [2]'));
    const everything = `${asked.path} ${JSON.stringify(asked.headers)} ${asked.body}`;
    for (const word of ['Zwonkel', 'Plofstra', 'Hanna', 'Bosman', who('Hanna Bosman').id]) {
      ok(!everything.includes(word), word);
    }
  });

  it('brings what binds nearer by a button, and does nothing', async () => {
    model.reply(says('geld_aanvragen', { case: own }));
    equal(await outcomeOf('Kees Willems', unsureOf(`zwonkel ${own}`)), 'asked');
    deepEqual(titlesOf((await talking.last(who('Kees Willems'))).card), ['Geld aanvragen']);
  });

  it('offers to each what that person may do', async () => {
    await outcomeOf('Hanna Bosman', unsureOf('zwonkel'));
    await outcomeOf('Jan Peeters', unsureOf('zwonkel'));
    const [hanna, jan] = model.asked.map(({ messages }) => messages[0]?.content ?? '');
    ok(!hanna?.includes('budget_tonen') && jan?.includes('budget_tonen'));
    ok(hanna?.includes('casus_status'));
  });

  describe('falls back on what it knows itself', () => {
    let alone: string | undefined;
    before(async () => {
      alone = await outcomeOf('Hanna Bosman', unsureOf('zwonkel'));
    });
    const useless: Readonly<Record<string, () => Reply>> = {
      'a case that was not named': () => says('casus_status', { case: other }),
      'an action that this person may not do': () => says('budget_tonen'),
      'an action that nobody has': () => says('alles_wissen'),
      'a text': () => ({ says: 'Dat doe ik graag voor je!' }),
      'a page': () => ({ status: 200, body: '<html></html>' }),
      'an error': () => ({ status: 500 }),
      'a request to wait long': () => ({ status: 429, headers: { 'retry-after': '60' } }),
      'nothing at all': () => 'hang',
    };
    for (const [what, reply] of Object.entries(useless)) {
      it(`when the model gives ${what}`, async () => {
        model.reply(reply(), says('help'));
        equal(await outcomeOf('Hanna Bosman', unsureOf('zwonkel')), alone);
        await outcomeOf('Hanna Bosman', unsureOf('zwonkel'));
        equal(model.asked.length, 2);
      });
    }
  });

  const never: Readonly<Record<string, string>> = {
    'what a feature knows': 'mijn casussen',
    'what the recogniser is sure of': 'laat eens zien welke casussen ik heb lopen',
    'what is said for company': 'dankjewel',
    distress: 'ik wil niet meer leven',
    'personal data': 'breng dat van 123456782 verder',
    'a long story': 'breng dat verder '.repeat(15),
  };
  for (const [what, text] of Object.entries(never)) {
    it(`is not asked about ${what}`, async () => {
      await outcomeOf('Hanna Bosman', text);
      equal(model.asked.length, 0);
    });
  }

  it('leaves neither the sentence nor the key in the log', () => {
    doesNotMatch(talking.written.join('\n'), /zwonkel|plofstra|sleutel-die-niemand-ziet/i);
  });
});

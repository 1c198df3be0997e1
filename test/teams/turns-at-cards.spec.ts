import { deepStrictEqual, equal, notEqual } from 'node:assert/strict';
import { type Answer, type Inbound, type Ran, type TeamsEvent } from '../../src/teams/routes.ts';
import {
  activityFrom,
  anna,
  type Bot,
  channelConversation,
  clickBy,
  dialogBy,
  searchBy,
  startBot,
  tenant,
} from '../support/teams-bot.ts';
import { counterCard, counterJson, saying, showing, toyRoutes, withoutForm } from '../support/teams-toy.ts';

const message = (value: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});
const stale = 'Deze kaart is verouderd. Stuur “help” om verder te gaan met een nieuwe kaart.';
const failed =
  'Dat is niet gelukt. Probeer het over een minuut nog eens. Lukt het dan weer niet? Meld het bij de beheerder.';
const attachment = (content: object) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content });

describe('a turn', () => {
  let bot: Bot;
  let answer: (inbound: Inbound) => Ran | Promise<Ran> = () => showing(1);
  let told: TeamsEvent[] = [];
  let toy = toyRoutes((inbound) => answer(inbound));
  beforeEach(async () => {
    toy = toyRoutes((inbound) => answer(inbound));
    told = [];
    answer = () => showing(1);
    const run = async (event: TeamsEvent): Promise<Answer | undefined> => {
      told.push(event);
      return event.type === 'installed' ? saying('Welkom').answer : undefined;
    };
    bot = await startBot({ ...toy, events: [{ name: 'listen', run }], cards: [counterCard.definition] });
  });
  afterEach(() => bot.close());

  const bodyFor = async (activity: object) => {
    const { status, body } = await bot.deliver(activity);
    equal(status, 200);
    return withoutForm(body);
  };
  const turnLines = () => bot.lines.filter(({ msg }) => msg === 'turn');

  describe('at the card', () => {
    it('tells the route who acts, where, with what and when', async () => {
      await bot.deliver({
        ...clickBy(anna, 'more', { by: '2', form: 'f', msteams: { type: 'x' } }),
        ...channelConversation,
      });
      const [{ commandId, ...inbound } = { commandId: '' }] = toy.seen;
      equal(commandId.length, 64);
      deepStrictEqual(inbound, {
        data: { by: 2 },
        actor: { id: anna, tenantId: tenant, locale: 'nl' },
        conversation: {
          id: '19:case@thread.tacv2;messageid=77',
          kind: 'channel',
          teamId: 'group-1',
          channelId: '19:case@thread.tacv2',
          threadRootId: '77',
        },
        at: new Date('2026-03-02T08:00:00.000Z'),
      });
    });

    it('gives the card that takes the place of the clicked one, in the language of the reader', async () => {
      deepStrictEqual(await bodyFor({ ...clickBy(anna, 'more'), locale: 'en-GB' }), {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: counterJson(1, 'en'),
      });
      deepStrictEqual(bot.teams.calls, []);
    });

    it('gives a text, and says that it is done when there is no more to say', async () => {
      answer = () => saying('Genoteerd');
      deepStrictEqual(await bodyFor(clickBy(anna, 'more')), message('Genoteerd'));
      answer = () => ({ answer: { type: 'close' }, outcome: 'closed' });
      deepStrictEqual(await bodyFor(clickBy(anna, 'more')), message('Gedaan.'));
    });

    it('says what to do when the card has nothing to show any more', async () => {
      answer = () => ({ answer: { type: 'card', card: counterCard.show({ count: 1, hidden: true }) }, outcome: 'x' });
      deepStrictEqual(
        await bodyFor(clickBy(anna, 'more')),
        message('Dit is er niet meer. Stuur “help” om te zien wat er nu kan.'),
      );
    });

    it('says that the card is out of date for a verb nobody knows and for data of another shape', async () => {
      deepStrictEqual(await bodyFor(clickBy(anna, 'gone')), message(stale));
      deepStrictEqual(await bodyFor(clickBy(anna, 'more', { by: 'many' })), message(stale));
      deepStrictEqual(toy.seen, []);
    });

    it('says what to do after a fault, and answers Teams 200', async () => {
      answer = () => {
        throw new Error('the store is down');
      };
      deepStrictEqual(await bodyFor(clickBy(anna, 'more')), message(failed));
      answer = () => ({ answer: { type: 'card', card: { name: 'nowhere', state: {} } }, outcome: 'x' });
      deepStrictEqual(await bodyFor(clickBy(anna, 'more')), message(failed));
      deepStrictEqual(
        turnLines().map(({ level, outcome }) => [level, outcome]),
        [
          [50, 'failed'],
          [50, 'failed'],
        ],
      );
    });

    it('answers 404, not 5xx, to an invoke that it does not know', async () => {
      const unknown = activityFrom(anna, { type: 'invoke', name: 'application/search', value: {} });
      equal((await bot.deliver(unknown)).status, 404);
    });

    it('takes an Action.Submit of an old client as the same click, and posts the answer', async () => {
      await bot.deliver(activityFrom(anna, { type: 'message', value: { verb: 'more', by: 3 } }));
      deepStrictEqual(toy.seen[0]?.data, { by: 3 });
      deepStrictEqual(withoutForm(bot.teams.calls[0]?.body['attachments']), [attachment(counterJson(1))]);
    });

    it('does not post somebody’s own card for all of a channel', async () => {
      const submit = { type: 'message', value: { verb: 'more' }, ...channelConversation };
      await bot.deliver(activityFrom(anna, submit));
      deepStrictEqual(
        bot.teams.calls.map(({ body }) => [body['text'], body['attachments']]),
        [['Gedaan.', undefined]],
      );
    });

    it('writes one line a turn, without a word of what was said or shown', async () => {
      answer = () => saying('geheim');
      await bot.deliver(clickBy(anna, 'more', { query: 'geheim' }));
      deepStrictEqual(turnLines(), [
        { level: 30, door: 'action', verb: 'more', actor: anna, outcome: 'said', ms: 0, msg: 'turn' },
      ]);
      equal(JSON.stringify(bot.lines).includes('geheim'), false);
    });
  });

  describe('in a dialog', () => {
    const dialog = (count: number): Ran => ({
      answer: { type: 'dialog', title: { nl: 'Kies', en: 'Choose' }, card: counterCard.show({ count }) },
      outcome: 'opened',
    });

    it('opens with the card and its title', async () => {
      answer = () => dialog(4);
      deepStrictEqual(await bodyFor(dialogBy(anna, 'fetch', { verb: 'open', msteams: { type: 'task/fetch' } })), {
        task: {
          type: 'continue',
          value: { title: 'Kies', height: 'medium', width: 'medium', card: attachment(counterJson(4)) },
        },
      });
      deepStrictEqual(toy.seen[0]?.data, {});
    });

    it('ends with a text, with the next step, or at once', async () => {
      answer = () => saying('Verstuurd');
      deepStrictEqual(await bodyFor(dialogBy(anna, 'submit', { verb: 'send' })), {
        task: { type: 'message', value: 'Verstuurd' },
      });
      answer = () => ({ answer: { type: 'close' }, outcome: 'closed' });
      deepStrictEqual(await bodyFor(dialogBy(anna, 'submit', { verb: 'send' })), {});
    });

    it('says so when its button is out of date', async () => {
      deepStrictEqual(await bodyFor(dialogBy(anna, 'submit', { verb: 'gone' })), {
        task: { type: 'message', value: stale },
      });
    });
  });

  describe('at a search', () => {
    it('lists what was found', async () => {
      const found = { title: 'Zaak', text: 'LI-2026-0002', card: counterCard.show({ count: 2 }) };
      answer = () => ({ answer: { type: 'results', results: [found] }, outcome: 'found' });
      deepStrictEqual(await bodyFor(searchBy(anna, 'find', 'LI')), {
        composeExtension: {
          type: 'result',
          attachmentLayout: 'list',
          attachments: [
            {
              ...attachment(counterJson(2)),
              preview: {
                contentType: 'application/vnd.microsoft.card.thumbnail',
                content: { title: 'Zaak', text: 'LI-2026-0002' },
              },
            },
          ],
        },
      });
      deepStrictEqual(toy.seen[0]?.data, { query: 'LI' });
    });

    it('says a text when there is nothing', async () => {
      answer = () => saying('Niets gevonden');
      deepStrictEqual(await bodyFor(searchBy(anna, 'find', 'LI')), {
        composeExtension: { type: 'message', text: 'Niets gevonden' },
      });
    });
  });

  it('gives every rendering a form of its own', async () => {
    const [first, second] = [await bot.deliver(clickBy(anna, 'more')), await bot.deliver(clickBy(anna, 'more'))];
    notEqual(JSON.stringify(first.body), JSON.stringify(second.body));
  });
});

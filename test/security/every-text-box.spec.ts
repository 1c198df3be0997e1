import { deepEqual, equal, ok } from 'node:assert/strict';
import { z } from 'zod/v4';
import { streamId } from '../../src/core/ids.ts';
import { isList, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { guardTexts } from '../../src/core/personal-data.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import type { Store } from '../../src/store/store.ts';
import { withoutMarks } from '../../src/store/without-marks.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../src/teams/routes.ts';
import { allCards } from '../support/all-cards.ts';
import { commit } from '../support/store-samples.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import {
  anna,
  type Answered,
  type Bot,
  clickBy,
  dialogBy,
  handClock,
  sentenceFrom,
  startBot,
} from '../support/teams-bot.ts';
import { saying } from '../support/teams-toy.ts';

const numbers = { bsn: '111222333', iban: 'NL91ABNA0417164300' } as const;
const stream = streamId('case', 'careless');

type Box = Readonly<{ card: string; verb: string; name: string }>;

/** Every object of a template, however deep. */
function partsOf(part: Json | undefined): readonly JsonObject[] {
  if (isList(part)) return part.flatMap(partsOf);
  return isObject(part) ? [part, ...Object.values(part).flatMap(partsOf)] : [];
}

/** What a template leaves to its view could be anything. */
const filledIn = (text: Json | undefined): string =>
  (typeof text === 'string' ? text : '').replaceAll(/\$\{[^}]*\}/g, 'anything');

/** Each text box with each button of its card. */
function boxesOf(card: string, template: JsonObject): readonly Box[] {
  const parts = partsOf(template);
  const names = parts.filter(({ type }) => type === 'Input.Text').map(({ id }) => filledIn(id));
  const buttons = parts.filter(({ type }) => type === 'Action.Submit' || type === 'Action.Execute');
  const verbs = buttons.map(({ verb, data }) => filledIn(verb ?? (isObject(data) ? data['verb'] : 'anything')));
  return names.flatMap((name) => [...new Set(verbs)].map((verb) => ({ card, verb, name })));
}

/** A feature that looks nothing through: it keeps what it gets, and says it back. */
function careless(boxes: readonly Box[], storeOf: () => Store) {
  const seen: string[] = [];
  const run = async ({ data }: Inbound<object>): Promise<Ran> => {
    const said = JSON.stringify(data);
    seen.push(said);
    await commit(storeOf(), { stream, events: [{ type: 'Kept', data }], state: { said } });
    return saying(said);
  };
  const verbs = [...new Set(boxes.map(({ verb }) => verb))];
  const routes: readonly Route[] = verbs.flatMap((verb) =>
    (['submit', 'action'] as const).map((on) => route({ on, verb, data: z.looseObject({}), run })),
  );
  const messages: readonly MessageRoute[] = [{ name: 'any', match: (text) => ({ text }), run }];
  return { routes, messages, seen };
}

describe('security: every text box', () => {
  let bot: Bot;
  let cards: Awaited<ReturnType<typeof allCards>>;
  let boxes: readonly Box[];
  let feature: ReturnType<typeof careless>;
  before(async () => {
    const opened = await openTemporary();
    const clock = handClock();
    await loadDemo({ store: opened.store, clock });
    cards = await allCards(opened.store, clock);
    await opened.close();
    boxes = cards.flatMap(({ name, template }) => boxesOf(name, template));
    feature = careless(boxes, () => bot.store);
    bot = await startBot({ ...feature, cards, storeOf: withoutMarks });
  });
  beforeEach(() => feature.seen.splice(0));
  after(() => bot.close());

  /** What came of it: nothing of the number, even where a feature keeps and repeats everything. */
  async function harmless(number: string, deliver: () => Promise<Answered>): Promise<void> {
    const [at, calls] = [feature.seen.length, bot.teams.calls.length];
    const said = JSON.stringify((await deliver()).body ?? '') + JSON.stringify(bot.teams.calls.slice(calls));
    const reached = feature.seen.slice(at);
    equal(reached.length, 1, 'it reached no feature, and so proves nothing');
    for (const text of [said, ...reached]) equal(text.includes(number), false, text);
    ok(said.includes('Dat is niet gelukt'), said);
  }

  it('is found', () => {
    const found = new Set(boxes.map(({ card, name }) => `${card} ${name}`)).size;
    const there = cards.map(({ template }) => JSON.stringify(template).split('"Input.Text"').length - 1);
    equal(
      found,
      there.reduce((total, count) => total + count, 0),
    );
    ok(found > 70, String(found));
  });

  for (const [kind, number] of Object.entries(numbers)) {
    it(`lets no ${kind} through to the feature behind it, which can still tell that there was one`, async () => {
      for (const { verb, name } of boxes) {
        const text = `Hij heeft ${number}, zegt zij.`;
        await harmless(number, () => bot.deliver(dialogBy(anna, 'submit', { verb, [name]: text })));
        await harmless(number, () => bot.deliver(clickBy(anna, verb, { [name]: text })));
        for (const reached of feature.seen.splice(0)) {
          const typed = z.record(z.string(), z.string()).parse(JSON.parse(reached));
          deepEqual(guardTexts(typed), [{ field: name, kind }], `${verb} ${name}`);
        }
      }
    });

    it(`lets no ${kind} out of a sentence either`, async () => {
      await harmless(number, () => bot.deliver(sentenceFrom(anna, `Zijn nummer is ${number}.`)));
    });
  }

  it('keeps nothing that was not looked through, and logs no word of it', async () => {
    deepEqual(await bot.store.history(stream), []);
    const log = JSON.stringify(bot.lines);
    for (const text of [...Object.values(numbers), 'zegt zij', 'Zijn nummer']) equal(log.includes(text), false, text);
    ok(log.includes('was not looked through'));
  });

  it('lets an ordinary text through as it was typed', async () => {
    const [box] = boxes;
    ok(box);
    const text = 'Op 1-2-2026 bel ik 06-12345678.';
    await bot.deliver(dialogBy(anna, 'submit', { verb: box.verb, [box.name]: text }));
    deepEqual(feature.seen, [JSON.stringify({ [box.name]: text })]);
    equal((await bot.store.history(stream)).length, 1);
  });
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { decide, submitExample } from '../support/case-walk.ts';
import { eventually, type Persona } from '../support/persona.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { openTalking, type Talking } from '../support/talking.ts';
import type { World } from '../support/world.ts';
import injections from './data/injections.json' with { type: 'json' };

/** Of the case, its people and its reasons: what no stranger may read. */
const secret = ['Merel', 'Hoorn', 'eetstoornis', 'Klinieken', 'past bij ons', 'Tom Bakker', 'Kees Willems'];
/** Before somebody has a part in a case they may hear no more than that. */
const harmless = /^(?!failed|stale|done|kept|closed$)/u;

describe('security: sentences that want the bot to forget itself', function () {
  this.timeout(120_000);
  let talking: Talking;
  let world: World;
  let file: string;
  let number: string;
  let cleanUp: () => Promise<void>;

  before(async () => {
    const opened = await openTemporary();
    ({ file } = opened);
    talking = await openTalking({ store: opened.store });
    ({ world } = talking);
    cleanUp = async () => {
      await world.close();
      await opened.close().catch(() => undefined);
    };
    ({ number } = await submitExample(world.as('Hanna Bosman'), 'merel'));
    const director = { processDirector: world.as('Tom Bakker').id, helpers: '' };
    await decide(world.as('Kees Willems'), number, { reason: 'Dit past bij ons.', ...director });
    await world.idle();
  });
  after(() => cleanUp());

  /** All that ever happened; who is reached where, and what a chat was about, is no deed. */
  function happened(): readonly string[] {
    const db = new DatabaseSync(file, { readOnly: true });
    const rows = db.prepare('SELECT stream, version FROM events ORDER BY stream, version').all();
    db.close();
    return rows.map((row) => JSON.stringify(row)).filter((row) => !/"(?:contact|chat)/u.test(row));
  }

  const chatOf = async (someone: Persona): Promise<readonly string[]> =>
    (await someone.threads('Doorbraak')).flatMap(({ root, replies }) =>
      [root, ...replies].map(({ text, cards }) => JSON.stringify({ text, cards })),
    );

  /** Says it, and gives how the turn ended and what the bot answered. */
  async function tried(someone: Persona, sentence: string): Promise<Readonly<{ outcome: string; told: string }>> {
    const text = sentence.replaceAll('NUMBER', number);
    const before = await chatOf(someone);
    const { outcome = '' } = await talking.said(someone, text);
    const [said, ...answers] = await eventually(`an answer to “${text}”`, async () => {
      const added = (await chatOf(someone)).slice(before.length);
      return added.length > 1 ? added : undefined;
    });
    ok(said?.includes(JSON.stringify(text)), 'the chat is in another order');
    return { outcome, told: answers.join('\n') };
  }

  it('are many, and another’s case is there to be told of', () => {
    ok(injections.sentences.length >= 40);
    ok(happened().some((row) => row.includes('"case-') || row.includes('"case:')));
  });

  for (const sentence of injections.sentences) {
    it(`tells and does nothing: ${sentence}`, async () => {
      const before = happened();
      const { outcome, told } = await tried(world.as('Erik Mulder'), sentence);
      ok(harmless.test(outcome), outcome);
      ok(told.length > 0, 'no answer');
      deepEqual(
        secret.filter((word) => told.includes(word)),
        [],
      );
      deepEqual(happened(), before);
    });
  }

  it('are no way around a button for those who have a part in it either', async () => {
    const before = happened();
    for (const name of ['Kees Willems', 'Tom Bakker', 'Hanna Bosman']) {
      for (const sentence of injections.sentences.filter((each) => each.includes('NUMBER'))) {
        const { outcome } = await tried(world.as(name), sentence);
        ok(harmless.test(outcome), `${name}, “${sentence}”: ${outcome}`);
      }
    }
    deepEqual(happened(), before);
  });

  it('leave the bot as it was: it answers the next honest question', async () => {
    const { outcome, told } = await tried(world.as('Tom Bakker'), `casus ${number}`);
    equal(outcome, 'shown');
    ok(told.includes(number));
  });
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { channelOf, decide, fillInExample, submitExample } from '../support/case-walk.ts';
import { eventually, type Persona } from '../support/persona.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { setFaults } from '../support/tenant-controls.ts';
import { openWorld, type World } from '../support/world.ts';

const bsn = '111222333';
const refused = `Haar burgerservicenummer is ${bsn}, bel 06-12345678.`;
const typed = {
  reason: 'Nachtegaalzin: er moet snel iets gebeuren.',
  tried: 'Kwikstaartzin: vijf plekken gevraagd.',
  lessonsCooperation: 'Pimpelmeeszin: eerder samen om tafel.',
  lessonsContent: 'Roodborstzin: een kleine groep werkt.',
  reopen: 'IJsvogelzin: de plek stopt toch.',
};
const worker = { baseMs: 10, maxMs: 100, maxAttempts: 1_000 };
const people = ['Ruben Timmermans', 'Marieke Jansen', 'Fatima El Amrani', 'Lotte Hendriks', 'Jan Peeters'];
/** Of the example case that is submitted. */
const ofCase = ['Wolf', 'opa', 'Agressie op de groep', 'vijf plekken in drie jaar', 'Weert'];

/** One case from its submission to its reopening, with refused texts at every door and faults of Teams and Graph on the way. */
describe('security: where a whole journey leaves personal text', function () {
  this.timeout(120_000);
  const logged: string[] = [];
  let world: World;
  let number: string;
  let file: string;
  let cleanUp: () => Promise<void>;
  const who = (name: string): Persona => world.as(name);

  before(async () => {
    const opened = await openTemporary();
    ({ file } = opened);
    world = await openWorld({
      store: opened.store,
      botLog: (line) => void logged.push(line),
      botLogLevel: 'trace',
      worker,
    });
    cleanUp = async () => {
      await world.close();
      await opened.close().catch(() => undefined);
    };
    await walk();
  });
  after(() => cleanUp());

  const failures = (): number => logged.filter((line) => line.includes('"outcome":"failed"')).length;

  async function walk(): Promise<void> {
    const [ruben, marieke, fatima] = [who('Ruben Timmermans'), who('Marieke Jansen'), who('Fatima El Amrani')];
    await ruben.say(refused);
    await ruben.card('Wat wil je doen?');
    await ruben.press(await fillInExample(ruben, 'wolf'), 'Meld aan', { careQuestion: refused });
    ({ number } = await submitExample(ruben, 'wolf'));
    const director = { processDirector: fatima.id, helpers: who('Lotte Hendriks').id };
    await setFaults(world.tenant.url, { connector: { every: 3, answer: 500 }, graph: { every: 3, answer: 503 } });
    await decide(marieke, number, { reason: refused, ...director });
    await decide(marieke, number, { reason: typed.reason, ...director });
    await eventually('failing effects', async () => (failures() > 3 ? true : undefined));
    await setFaults(world.tenant.url, {});
    await fatima.card(number, 'Centrum betrekken');
    await world.idle();
    await conference(fatima);
  }

  async function conference(fatima: Persona): Promise<void> {
    const involve = await fatima.open(await fatima.card(number, 'Centrum betrekken'), 'Centrum betrekken');
    const again = await fatima.next(involve, 'Betrek het centrum', { tried: refused });
    await fatima.next(again, 'Betrek het centrum', { tried: typed.tried });
    await world.idle();
    const closing = await fatima.open(await fatima.card(number, 'Afsluiten'), 'Afsluiten');
    const { lessonsContent, lessonsCooperation } = typed;
    const asked = { outcome: 'partly', moves: '1', lessonsContent };
    const refusedOnce = await fatima.next(closing, 'Vraag akkoord', { ...asked, lessonsCooperation: refused });
    await fatima.next(refusedOnce, 'Vraag akkoord', { ...asked, lessonsCooperation });
    await world.idle();
    await fatima.click(await fatima.card(number, 'Akkoord, sluit af'), 'Akkoord, sluit af');
    await world.idle();
    const reopen = await fatima.open(await fatima.card(number, 'Heropenen'), 'Heropenen');
    const onceMore = await fatima.next(reopen, 'Versturen', { reason: refused });
    await fatima.next(onceMore, 'Versturen', { reason: typed.reopen });
    await fatima.open(await fatima.card(number, 'Bekijk aanmelding'), 'Bekijk aanmelding');
    await world.idle();
  }

  const storeBytes = async (): Promise<string> => {
    const parts = await Promise.all(['', '-wal'].map((suffix) => readFile(file + suffix).catch(() => Buffer.alloc(0))));
    return Buffer.concat(parts).toString('latin1');
  };

  const heldIn = (text: string, words: readonly string[]): readonly string[] =>
    words.filter((word) => text.includes(word));

  it('was walked to the end, and its texts are in the store', async () => {
    const bytes = await storeBytes();
    deepEqual(heldIn(bytes, Object.values(typed)), Object.values(typed));
    ok(failures() > 3);
  });

  it('nowhere, when it was refused: not in the file of the store, nor in a line of the log', async () => {
    deepEqual(heldIn(await storeBytes(), [bsn, '06-12345678', 'burgerservicenummer is']), []);
    deepEqual(heldIn(logged.join(''), [bsn, '12345678', 'burgerservicenummer']), []);
  });

  it('nowhere in the log at its most talkative: no case text, no pseudonym, no name of staff, no token', () => {
    const words = [...Object.values(typed), ...ofCase, ...people, 'Bearer ', 'eyJ'];
    deepEqual(heldIn(logged.join(''), words), []);
  });

  it('nowhere in the names of channels and in what a phone shows of a message', async () => {
    const { teams } = await who('Fatima El Amrani').conversations();
    const titles = teams.flatMap(({ channels }) => channels.map(({ title }) => title)).join();
    deepEqual(heldIn(titles, [...ofCase, ...people]), []);
    const chats = await who('Fatima El Amrani').threads('Doorbraak');
    const channel = await who('Fatima El Amrani').threads((await channelOf(who('Fatima El Amrani'), number)) ?? '');
    const messages = [...chats, ...channel].flatMap(({ root, replies }) => [root, ...replies]);
    const cards = messages.flatMap((message) => message.cards as readonly Readonly<Record<string, unknown>>[]);
    ok(cards.length > 3);
    const seen = cards.map(({ fallbackText }) => fallbackText).join();
    deepEqual(heldIn(seen, [...Object.values(typed), ...ofCase, ...people]), []);
  });

  it('in no card that was posted: what people wrote is in dialogs only', async () => {
    for (const name of people) {
      const conversations = ['Doorbraak', (await channelOf(who(name), number)) ?? 'Doorbraak'];
      for (const title of conversations) {
        const threads = await who(name).threads(title);
        const cards = threads.flatMap(({ root, replies }) => [root, ...replies]).flatMap((message) => message.cards);
        deepEqual(heldIn(JSON.stringify(cards), [...Object.values(typed), 'Wolf', 'opa', bsn]), [], name);
      }
    }
  });

  it('in no effect that failed or was parked', async () => {
    const parked = await world.store.parked(50);
    equal(JSON.stringify(parked).includes('zin:'), false);
  });
});

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { channelOf, decide, submitExample } from '../support/case-walk.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { openTalking, type Talking } from '../support/talking.ts';

const phone = '06-12345678';
const note = /^Ik heb afgedekt en niet bewaard: een telefoonnummer\. Contact gaat via/;

describe('a sentence with personal data that does not identify by itself', function () {
  this.timeout(60_000);
  let talking: Talking;
  let file: string;
  let number: string;
  let cleanUp: () => Promise<void>;

  before(async () => {
    const opened = await openTemporary();
    ({ file } = opened);
    talking = await openTalking({ store: opened.store });
    cleanUp = async () => {
      await talking.world.close();
      await opened.close().catch(() => undefined);
    };
    ({ number } = await submitExample(talking.world.as('Hanna Bosman'), 'merel'));
    const director = { processDirector: talking.world.as('Tom Bakker').id, helpers: '' };
    await decide(talking.world.as('Kees Willems'), number, { reason: 'Meer partijen nodig.', ...director });
    await talking.world.idle();
  });
  after(() => cleanUp());

  const asked = async (text: string) => {
    const chair = talking.world.as('Kees Willems');
    const { verb, outcome } = await talking.said(chair, text);
    const { text: told, card } = await talking.last(chair);
    return { verb, outcome, told, card: JSON.stringify(card) };
  };

  it('does what is asked, with one line above the answer on what was covered', async () => {
    const { outcome, told, card } = await asked(`hoe staat het met casus 1? ${phone} is het nummer van oma`);
    equal(outcome, 'shown');
    match(told, note);
    ok(card.includes(number) && !card.includes(phone));
  });

  it('answers a command in one word, a number of a case and a follow-up all the same', async () => {
    equal((await asked(`help ${phone}`)).verb, 'cases/help');
    equal((await asked(`status ${number} ${phone}`)).verb, 'cases/status');
    const { outcome, told } = await asked(`en wie zit daarin? ${phone}`);
    equal(outcome, 'shown');
    match(told, note);
  });

  it('says it above a text too', async () => {
    match((await asked(`dank je wel, ${phone}`)).told, /^Ik heb afgedekt[^]*\n\n/);
  });

  it('fills in a form with nothing of it', async () => {
    const { outcome, card } = await asked(`vraag € 500 aan voor casus 1, bel ${phone}`);
    equal(outcome, 'asked');
    ok(card.includes('"cents":50000') && !card.includes('12345678'));
    const born = await asked('zet een taak op mijn lijst voor casus 1: hij is geboren op 12-03-2031');
    equal(born.outcome, 'asked');
    ok(!born.card.includes('2031'));
  });

  it('repeats nothing of it in a question about experts', async () => {
    const { verb, card } = await asked(`wie kan helpen bij autisme, mail a.b@postvak.nl`);
    equal(verb, 'experts/question');
    ok(!card.includes('a.b@'));
  });

  it('covers the name of a young person, and leaves that of a colleague and a made-up name', async () => {
    const { outcome, told, card } = await asked('hoe staat het met casus 1 van Jayden Kuijpers?');
    equal(outcome, 'shown');
    match(told, /^Ik heb afgedekt en niet bewaard: een naam\. Gebruik de schuilnaam/);
    ok(!card.includes('Jayden'));
    equal((await asked('hoe staat het met casus 1 van Tom Bakker over Merel?')).told, '');
  });

  it('says nothing when nothing was covered', async () => {
    deepEqual((await asked('hoe staat het met casus 1?')).told, '');
  });

  it('is refused as a whole with a BSN in it, and shows first where to call to whoever may be in distress', async () => {
    const refused = await asked(`status ${number}, bel ${phone}, bsn 111222333`);
    equal(refused.outcome, 'personal-data');
    ok(!refused.told.includes('afgedekt'));
    equal((await asked('wie kan helpen met bsn 111222333')).outcome, 'personal-data');
    equal((await asked(`ik wil niet meer leven, bel ${phone}`)).outcome, 'nood');
  });

  it('is the same in a channel', async () => {
    const director = talking.world.as('Tom Bakker');
    const channel = (await channelOf(director, number)) ?? '';
    equal((await talking.mentioned(director, `hoe staat het ervoor? bel ${phone}`, channel)).outcome, 'shown');
    match((await talking.last(director, channel)).text, note);
  });

  it('stands nowhere in the store and in no line of the log', async () => {
    await talking.world.idle();
    const stored = ['', '-wal'].map((end) => readFileSync(`${file}${end}`).toString('latin1')).join('');
    ok(stored.includes(number));
    for (const secret of [phone, '12345678', 'postvak.nl', '12-03-2031', 'Jayden', 'Kuijpers'])
      ok(!stored.includes(secret) && !talking.written.join('').includes(secret), secret);
    ok(talking.written.join('').includes('"covered":["phone"]'));
  });
});

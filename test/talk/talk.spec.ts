import { deepEqual, equal, ok } from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { submitExample } from '../support/case-walk.ts';
import { type Persona, titlesOf } from '../support/persona.ts';
import { wishOf } from '../../src/talk/texts.ts';
import { openTalking, type Talking } from '../support/talking.ts';
import { unsureOf } from '../support/unsure.ts';

describe('what people say in their own words', () => {
  let talking: Talking;
  let number = '';
  const who = (name: string): Persona => talking.world.as(name);
  before(async () => {
    talking = await openTalking();
    ({ number } = await submitExample(who('Hanna Bosman'), 'merel'));
    await talking.world.idle();
  });
  after(() => talking.world.close());

  const answered: readonly (readonly [string, string, string])[] = [
    ['Kees Willems', 'wat moet ik deze week allemaal nog doen', 'listed'],
    ['Kees Willems', 'laat eens zien welke casussen ik heb lopen', 'listed'],
    ['Jan Peeters', 'hoeveel geld zit er nog in de pot', 'shown'],
    ['Jan Peeters', 'op welke voorstellen moet ik nog stemmen', 'listed'],
    ['Kees Willems', 'ik heb iemand nodig die verstand heeft van eetstoornissen', 'listed'],
    ['Kees Willems', 'bij welk expertteam hoort de gemeente Venlo', 'shown'],
  ];
  for (const [name, text, outcome] of answered) {
    it(`answers “${text}”`, async () => {
      const turn = await talking.said(who(name), text);
      deepEqual([turn.verb, turn.outcome], ['talk', outcome]);
    });
  }

  it('says what it cannot do in a chat, and where that is done', async () => {
    const kees = who('Kees Willems');
    equal((await talking.said(kees, 'plan een overleg in voor volgende week dinsdag')).outcome, 'not-by-chat');
    ok(JSON.stringify((await talking.last(kees)).card).includes('agenda van Teams'));
  });

  it('shows where to call to whoever may be in distress, in the language of the message', async () => {
    const hanna = who('Hanna Bosman');
    equal((await talking.said(hanna, 'ik wil niet meer leven')).outcome, 'nood');
    const told = (await talking.last(hanna)).text;
    for (const number of ['112', '0800-2000', '113']) ok(told.includes(number), number);
    equal((await talking.said(hanna, 'thank you very much for the help')).outcome, 'dank');
    equal((await talking.last(hanna)).text, 'You are welcome.');
  });

  it('shows where to call first, and then asks to delete what is too personal', async () => {
    const hanna = who('Hanna Bosman');
    for (const text of [
      'ik wil dood, mijn bsn is 111222333',
      'mijn moeder is dronken en slaat alles kapot, bel 0612345678',
    ]) {
      equal((await talking.said(hanna, text)).outcome, 'nood', text);
      const told = (await talking.last(hanna)).text;
      for (const part of ['112', '113', '0800-2000', 'verwijder straks je bericht']) ok(told.includes(part), part);
    }
    equal((await talking.said(hanna, 'hoe staat het met hem, zijn bsn is 111222333')).outcome, 'personal-data');
    ok(!talking.written.join('').includes('111222333'));
  });

  it('shows what can be asked when it does not understand', async () => {
    const kees = who('Kees Willems');
    await talking.said(kees, 'hoe bak ik een appeltaart');
    ok(JSON.stringify((await talking.last(kees)).card).includes('Dat begreep ik niet'));
  });

  it('asks which is meant by three buttons, which do it', async () => {
    const jan = who('Jan Peeters');
    equal((await talking.said(jan, 'hoe zit het met het geld en de plekken')).outcome, 'offered');
    const asked = await talking.last(jan);
    const titles = titlesOf(asked.card);
    equal(titles.length, 3);
    let answer: unknown;
    const { verb, outcome = '' } = await talking.during(async () => {
      answer = await jan.click(asked, titles[0] ?? '');
    });
    ok(JSON.stringify(answer).length > 0);
    equal(verb, 'talk/choose');
    ok(!['failed', 'stale'].includes(outcome));
  });

  it('finds a case by a part of its number, and does what binds by a button only', async () => {
    const chair = who('Kees Willems');
    equal((await talking.said(chair, 'hoe staat het met casus 1')).outcome, 'shown');
    equal((await talking.said(chair, 'vraag een consultatie aan voor casus 1')).outcome, 'asked');
    const asked = await talking.last(chair);
    deepEqual(titlesOf(asked.card), ['Consultatie vragen']);
    ok(JSON.stringify(asked.card).includes(number));
  });

  it('shows the card of a case that cannot be closed yet, instead of a button to close it', async () => {
    equal((await talking.said(who('Kees Willems'), 'sluit casus 1 maar af')).outcome, 'shown');
    ok(JSON.stringify((await talking.last(who('Kees Willems'))).card).includes('"Beoordeel"'));
  });

  it('asks which case when none was named and it can be several', async () => {
    const chair = who('Kees Willems');
    equal((await talking.said(chair, 'ik wil een consultatie aanvragen')).outcome, 'asked');
    deepEqual(titlesOf((await talking.last(chair)).card), ['Consultatie vragen']);
    await submitExample(who('Hanna Bosman'), 'merel');
    await talking.world.idle();
    equal((await talking.said(chair, 'ik wil graag een consultatie vragen')).outcome, 'asked');
    ok(titlesOf((await talking.last(chair)).card).every((title) => /^[A-Z]{2}-2026-\d{4}$/.test(title)));
  });

  it('says who may, instead of a button, to somebody of the case who may not', async () => {
    const applicant = who('Hanna Bosman');
    equal((await talking.said(applicant, `vraag een consultatie aan voor ${number}`)).outcome, 'not-allowed');
    ok((await talking.last(applicant)).text.includes('Vraag het aan Kees Willems.'));
  });

  it('keeps what was understood of a sentence in the buttons that ask what is meant', async () => {
    const jan = who('Jan Peeters');
    equal((await talking.said(jan, unsureOf('Weert op 3 december'))).outcome, 'offered');
    ok(JSON.stringify((await talking.last(jan)).card).includes('-12-03'));
    equal((await talking.said(jan, unsureOf('Weert', 'gemeente_zoeken'))).outcome, 'offered');
    const asked = await talking.last(jan);
    ok(JSON.stringify(await jan.click(asked, 'Waar kan ik terecht?')).includes('Midden-Limburg'));
  });

  it('lists the cases of the team to whoever asks for those and may see them', async () => {
    const titleAfter = async (name: string): Promise<string> => {
      equal((await talking.said(who(name), 'welke casussen lopen er bij ons team')).outcome, 'listed');
      return JSON.stringify((await talking.last(who(name))).card);
    };
    ok((await titleAfter('Kees Willems')).includes('"Casussen van mijn team"'));
    ok((await titleAfter('Hanna Bosman')).includes('"Mijn casussen"'));
  });

  it('says nothing of cases of others, whatever part of a number is given', async () => {
    const stranger = who('Erik Mulder');
    for (const text of ['hoe staat het met casus 1', 'vraag een consultatie aan voor casus 1']) {
      equal((await talking.said(stranger, text)).outcome, 'unknown-case', text);
    }
    equal((await talking.said(stranger, `vraag een consultatie aan voor ${number}`)).outcome, 'not-allowed');
  });

  it('takes no word of the language itself for a wish', () => {
    deepEqual(['toString', 'constructor', '__proto__'].map(wishOf), [undefined, undefined, undefined]);
  });

  it('writes nothing of a sentence in its log', async () => {
    await talking.said(who('Kees Willems'), 'wie kan ons helpen bij een jongere met een zeldzame krokodillenangst');
    ok(!talking.written.join('').includes('krokodillenangst'));
  });

  it('stays on this machine, as long as no language model is switched on', async () => {
    const called = new Set<string>();
    const note = (message: unknown): void => {
      called.add(String((message as { request: { origin?: unknown } }).request.origin));
    };
    subscribe('undici:request:create', note);
    await talking.said(who('Hanna Bosman'), unsureOf('zwonkel'));
    unsubscribe('undici:request:create', note);
    const ours = new Set(
      [talking.world.bot, talking.world.tenant.url, talking.world.tenant.graphUrl].map((url) => new URL(url).origin),
    );
    deepEqual(
      [...called].filter((origin) => !ours.has(origin)),
      [],
    );
  });
});

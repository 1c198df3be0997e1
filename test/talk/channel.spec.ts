import { deepEqual, equal, ok } from 'node:assert/strict';
import { channelOf, decide, submitExample } from '../support/case-walk.ts';
import { type Persona, titlesOf } from '../support/persona.ts';
import { openTalking, type Talking } from '../support/talking.ts';

describe('what people ask in the channel of a case', () => {
  let talking: Talking;
  let number = '';
  let other = '';
  let channel = '';
  const who = (name: string): Persona => talking.world.as(name);
  before(async () => {
    talking = await openTalking();
    ({ number } = await submitExample(who('Ruben Timmermans'), 'wolf'));
    ({ number: other } = await submitExample(who('Hanna Bosman'), 'merel'));
    const processDirector = who('Fatima El Amrani').id;
    await decide(who('Marieke Jansen'), number, {
      reason: 'Maatregel: voorrang.',
      ...{ processDirector, helpers: who('Lotte Hendriks').id },
    });
    await talking.world.idle();
    channel = (await channelOf(who('Fatima El Amrani'), number)) ?? '';
  });
  after(() => talking.world.close());

  for (const text of ['hoe staat het ervoor', 'hoe staat het met deze casus', 'status van casus 1']) {
    it(`is about that case: “${text}”`, async () => {
      equal((await talking.mentioned(who('Lotte Hendriks'), text, channel)).outcome, 'shown');
      const { card, message } = await talking.last(who('Lotte Hendriks'), channel);
      ok(JSON.stringify(card).includes(`Casus ${number}`));
      ok(message.id !== message.thread, 'it answers in the thread');
    });
  }

  it('shows no more than the channel shows already, whoever asks', async () => {
    equal((await talking.mentioned(who('Fatima El Amrani'), `casus ${number}`, channel)).outcome, 'shown');
    const { card } = await talking.last(who('Fatima El Amrani'), channel);
    const [summary] = await who('Fatima El Amrani').cards(channel, 'Overleg over een casus.');
    deepEqual(titlesOf(card), titlesOf(summary?.card ?? {}));
  });

  it('brings what binds nearer by a button for that case', async () => {
    const director = who('Fatima El Amrani');
    equal((await talking.mentioned(director, 'vraag hier een consultatie voor aan', channel)).outcome, 'asked');
    const asked = await talking.last(director, channel);
    deepEqual(titlesOf(asked.card), ['Consultatie vragen']);
    ok(JSON.stringify(await director.open(asked, 'Consultatie vragen')).includes(number));
  });

  for (const [text, title] of [
    ['wie kan er meedenken over agressie', 'Consultatie vragen'],
    ['is er ergens een plek vrij', 'Plek zoeken en vasthouden'],
    ['deze casus mag worden afgesloten', 'Een casus afsluiten'],
  ] as const) {
    it(`asks it for that case: “${text}”`, async () => {
      const director = who('Fatima El Amrani');
      equal((await talking.mentioned(director, text, channel)).outcome, 'asked');
      const asked = await talking.last(director, channel);
      deepEqual(titlesOf(asked.card), [title]);
      ok(JSON.stringify(await director.open(asked, title)).includes(number));
    });
  }

  it('says nothing there of another case, and nothing that is for one person', async () => {
    for (const text of [`casus ${other}`, 'hoe staat het met casus LI-2026-0999', 'wat moet ik deze week doen']) {
      equal((await talking.mentioned(who('Marieke Jansen'), text, channel)).outcome, 'only-in-chat', text);
    }
  });

  it('speaks of no case in any other channel', async () => {
    equal((await talking.mentioned(who('Marieke Jansen'), 'hoe staat het ervoor', 'Algemeen')).outcome, 'only-in-chat');
  });
});

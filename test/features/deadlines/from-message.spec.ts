import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { caseStream } from '../../../src/features/cases/index.ts';
import { deadlineId, deadlineStream } from '../../../src/features/deadlines/index.ts';
import { linkToMessage } from '../../../src/features/deadlines/message-link.ts';
import type { Conversation } from '../../../src/teams/routes.ts';
import { demoPerson } from '../../support/feature-bench.ts';
import { bringTo } from '../cases/standing.ts';
import { closed, id as caseOne, inConference, number } from '../cases/stories.ts';
import { type DeadlinesBench, openBench, people } from './bench.ts';

const { fatima, marieke, erik, nobody } = people;
const [bsn, iban] = ['111222333', 'NL91ABNA0417164300'];
const channel: Conversation = {
  id: '19:channel;messageid=77',
  kind: 'channel',
  channelId: '19:channel',
};
const link = 'https://teams.microsoft.com/l/message/19%3Achannel/77?tenantId=x';

describe('deadlines: a task from a message', () => {
  let bench: DeadlinesBench;
  beforeEach(async () => {
    bench = await openBench();
    await bringTo(bench.deps.store, inConference());
  });
  afterEach(() => bench.close());

  const open = (words: string, actor = fatima, at = channel) =>
    bench.clickIn(at, actor, ['dialog taskFromMessage', { message: { words, link } }]);
  const filled = { title: 'School bellen', day: '2026-12-02', owner: fatima, about: number, link, from: 'message' };
  const send = (rest: object = {}, actor = fatima) =>
    bench.clickIn(channel, actor, ['submit deadlines/own-send', { deadline: 'own-1', ...filled, ...rest }]);
  const kept = () => bench.state(deadlineStream(deadlineId('own-1')));
  const looks = async () =>
    (await bench.deps.store.access.read(caseStream(caseOne))).map(({ outcome, userId }) => [outcome, userId]);

  describe('its dialog', () => {
    it('begins with the words of the message, whoever asks as its owner, and the case of the channel', async () => {
      const { card, outcome } = await open('Wil jij de school bellen?');
      equal(outcome, 'opened');
      match(card, /"id":"title"[^}]*"value":"Wil jij de school bellen\?"/);
      match(card, new RegExp(`"id":"owner"[^}]*"value":"${fatima}"`));
      match(card, new RegExp(`"id":"about"[^}]*"value":"${number}"`));
      doesNotMatch(card, /"id":"kind"/);
    });

    it('takes no more of a long message than fits, and no half word', async () => {
      const { card } = await open(`Bel ${'morgen '.repeat(40)}`);
      match(card, /"value":"Bel (morgen )+morgen…"/);
    });

    it('offers no case elsewhere, until one is chosen', async () => {
      const { card } = await open('Bellen', fatima, { id: '19:general@thread.tacv2', kind: 'channel' });
      match(card, /"id":"about"[^}]*"value":"none"/);
      match(card, new RegExp(`Casus ${number}`));
    });

    it('does not offer a case to who has nothing to do with it, nor one that is closed', async () => {
      ok(!(await open('Bellen', erik, { id: '19:x', kind: 'channel' })).card.includes(number));
      await bringTo(bench.deps.store, closed());
      ok(!(await open('Bellen', fatima, { id: '19:x', kind: 'channel' })).card.includes(number));
    });

    it('leaves out numbers that identify, and covers other personal data, before anybody sees it', async () => {
      const said = `Van ${bsn} en ${iban}: bel 06-12345678 of mail jan@voorbeeld.nl vandaag`;
      const { card } = await open(said);
      match(card, /"value":"Van … en …: bel \[telefoonnummer\] of mail \[mailadres\] vandaag"/);
      match(card, /een burgerservicenummer en een bankrekeningnummer\. Dat is niet overgenomen/);
      match(card, /een telefoonnummer en een mailadres\. Dat is afgedekt/);
      for (const secret of [bsn, iban, '06-12345678', 'jan@voorbeeld.nl']) {
        ok(!card.includes(secret) && !bench.logged().includes(secret), secret);
      }
    });

    it('does not cut through a number so that it is not seen for what it is', async () => {
      const { card } = await open(`${'woord '.repeat(15)}bsn ${bsn}`);
      ok(!card.includes(bsn.slice(0, 4)));
    });

    it('says what to do without a message, and refuses whom nobody knows', async () => {
      const without = await bench.clickIn(channel, fatima, ['dialog taskFromMessage', {}]);
      deepEqual([without.outcome, without.card.includes('Meer acties')], ['no-message', true]);
      equal((await open('Bellen', nobody)).outcome, 'not-yours');
    });
  });

  describe('what is sent', () => {
    it('is kept with its case and the way back to the message, and told as done', async () => {
      const { outcome, card } = await send();
      equal(outcome, 'done');
      match(card, /Staat genoteerd.*Zet een kaart in dit gesprek/);
      const file = await bench.fileOf('own-1');
      deepEqual([file.about, file.message, file.owner], [{ kind: 'own', id: caseOne, number }, link, fatima]);
      match((await bench.click(fatima, 'dialog deadlines/open', { deadline: 'own-1' })).card, /Open het bericht/);
    });

    it('is one task, however often it is sent', async () => {
      await send();
      equal((await send({ title: 'Iets anders' })).outcome, 'done');
      equal((await bench.fileOf('own-1')).title.nl, 'School bellen');
    });

    it('does without a link, and without a case', async () => {
      await send({ link: '', about: 'none' });
      const { about, message } = await bench.fileOf('own-1');
      deepEqual([about, message], [{ kind: 'own' }, undefined]);
    });

    it('becomes a colleague’s of the same case, who hears of it', async () => {
      await send({ owner: marieke });
      await bench.told();
      match(await bench.newest(marieke), /Nieuw voor jou.*School bellen/);
    });

    it('is not for a colleague who has nothing to do with the case', async () => {
      match((await send({ owner: erik })).card, /Deze collega hoort niet bij deze casus/);
      equal(await kept(), undefined);
    });

    it('stays with people of the case when it is handed over', async () => {
      await send();
      const hand = (person: string) =>
        bench.click(fatima, 'submit deadlines/form-send', { deadline: 'own-1', what: 'hand-over', person, note: '' });
      match((await hand(erik)).card, /Deze collega hoort niet bij deze casus/);
      equal((await bench.fileOf('own-1')).owner, fatima);
      equal((await hand(marieke)).outcome, 'done');
      equal((await bench.fileOf('own-1')).owner, marieke);
    });

    it('is refused for somebody else’s case, which is kept in the access log', async () => {
      const { card } = await send({ owner: erik }, erik);
      match(card, /Deze casus ken ik niet/);
      equal((await send({ about: 'LI-2026-9999', owner: erik }, erik)).card.includes('Deze casus ken ik niet'), true);
      equal(await kept(), undefined);
      deepEqual(await looks(), [['refused', erik]]);
    });

    for (const [what, forged] of [
      ['of another conversation', link.replace('Achannel', 'Aother')],
      ['of another site', link.replace('teams.microsoft.com', 'teams.microsoft.com.example.org')],
      ['that is a script', 'javascript:alert(1)'],
      ['that is no message', 'https://teams.microsoft.com/l/channel/19%3Achannel/77'],
    ] as const) {
      it(`is refused with a link ${what}`, async () => {
        equal((await send({ link: forged })).outcome, 'message-elsewhere');
        equal(await kept(), undefined);
      });
    }

    it('is asked again in the past, without a day, and with personal data, and nothing is lost', async () => {
      match((await send({ day: '2026-11-20' })).card, /Deze datum is voorbij/);
      match((await send({ day: '' })).card, /Kies een datum/);
      const { card } = await send({ title: `Bel ${bsn}` });
      match(card, /burgerservicenummer/);
      match(card, /teams\.microsoft\.com/);
      ok(!card.includes(bsn));
      equal(await kept(), undefined);
    });
  });

  describe('the card for the conversation', () => {
    it('is given to who has to do with the task, and refused to others', async () => {
      await send();
      const share = (actor = fatima) =>
        bench.clickIn(channel, actor, ['submit deadlines/share', { deadline: 'own-1' }]);
      deepEqual([(await share()).type, (await share(demoPerson('13'))).outcome], ['results', 'not-yours']);
    });
  });
});

describe('deadlines: the link to a message', () => {
  const origins = ['http://127.0.0.1:4100'];
  const from = (said: string, conversation: Readonly<{ id: string; kind: string }> = channel) =>
    linkToMessage({ link: said, origins, conversation });
  const own = 'http://127.0.0.1:4100/l/message/19%3Achannel/1';

  it('is good for its own conversation, and in the chat with the bot, whose id Teams writes in two ways', () => {
    equal(from(own), own);
    equal(from(own, { id: 'a:1', kind: 'personal' }), own);
  });

  it('is good for nothing else', () => {
    for (const said of [
      '',
      'x',
      own.replace('4100', '4101'),
      `${own.slice(0, -2)}%`,
      own.replace('19%3A', '%E0'),
      own.padEnd(3_000, 'x'),
    ])
      equal(from(said), undefined, said);
  });
});

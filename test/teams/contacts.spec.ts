import { deepStrictEqual, equal } from 'node:assert/strict';
import { personId, streamId } from '../../src/core/ids.ts';
import { type Store } from '../../src/store/store.ts';
import { contacts } from '../../src/teams/contacts.ts';
import {
  anna,
  type Bot,
  channelConversation,
  handClock,
  sentenceFrom,
  startBot,
  tenant,
} from '../support/teams-bot.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { openedStore } from '../support/store-opened.ts';

describe('where people are reached', () => {
  const store = openedStore(openTemporary);
  const person = personId(anna);
  const here = {
    serviceUrl: 'https://smba.example/emea/',
    conversationId: 'a:1',
    teamsUserId: '29:1',
    locale: 'nl-NL',
  };
  const versionOf = async (id: string) => (await store().load(streamId('contact', id))).version;

  it('is remembered, per person and per tenant', async () => {
    const known = contacts(store(), handClock());
    await known.see(person, here, 'a1');
    await known.see({ tenant }, { serviceUrl: here.serviceUrl }, 'a1');
    deepStrictEqual(await known.of(person), here);
    deepStrictEqual(await known.of({ tenant }), { serviceUrl: here.serviceUrl });
  });

  it('tells what Teams calls somebody, also after it was asked in vain', async () => {
    const known = contacts(store(), handClock());
    equal(await known.teamsIdOf(person), undefined);
    await known.see(person, here, 'a1');
    equal(await known.teamsIdOf(person), '29:1');
    equal(await contacts(store(), handClock()).teamsIdOf(person), '29:1');
  });

  it('is written when it changes, also back to what it was', async () => {
    const known = contacts(store(), handClock());
    await known.see(person, here, 'a1');
    await known.see(person, { ...here, locale: 'en-GB' }, 'a2');
    await known.see(person, here, 'a3');
    deepStrictEqual([await versionOf(anna), await known.of(person)], [3, here]);
  });

  it('is not written again while it is the same, nor by an instance that starts anew', async () => {
    await contacts(store(), handClock()).see(person, here, 'a1');
    const other = contacts(store(), handClock());
    await other.see(person, here, 'a2');
    await other.see(person, { serviceUrl: here.serviceUrl }, 'a3');
    equal(await versionOf(anna), 1);
  });

  it('is written again by an instance that knew it, ten minutes after another one forgot the person', async () => {
    const clock = handClock();
    const known = contacts(store(), clock);
    await known.see(person, here, 'a1');
    await contacts(store(), clock).forget(person);
    await known.see(person, here, 'a2');
    deepStrictEqual(await known.of(person), {});
    clock.advance(10 * 60_000);
    await known.see(person, here, 'a3');
    deepStrictEqual(await known.of(person), here);
  });

  it('is empty for somebody who was never seen', async () => {
    deepStrictEqual(await contacts(store(), handClock()).of(person), {});
  });
});

describe('a turn', () => {
  let bot: Bot;
  afterEach(() => bot.close());

  it('keeps where the person is reached, but takes no channel for their chat', async () => {
    bot = await startBot();
    const state = async (id: string) => (await bot.store.load(streamId('contact', id))).state;
    const serviceUrl = `${bot.teams.url}/`;
    await bot.deliver(sentenceFrom(anna, 'hoi', channelConversation));
    deepStrictEqual(await state(anna), { serviceUrl, teamsUserId: `29:${anna}`, locale: 'nl-NL' });
    await bot.deliver(sentenceFrom(anna, 'hoi', { locale: undefined }));
    deepStrictEqual(await state(anna), {
      serviceUrl,
      teamsUserId: `29:${anna}`,
      locale: 'nl-NL',
      conversationId: `chat-of-${anna}`,
    });
    deepStrictEqual(await state(`tenant-${tenant}`), { serviceUrl });
  });

  it('goes on when that cannot be kept, and says so in the log', async () => {
    const failing = (store: Store): Store => ({ ...store, commit: () => Promise.reject(new Error('disk full')) });
    bot = await startBot({ storeOf: failing });
    equal((await bot.deliver(sentenceFrom(anna, 'hoi'))).status, 200);
    equal(bot.teams.calls.length, 1);
    equal(bot.lines.filter(({ msg }) => msg === 'contact not kept').length, 1);
  });
});

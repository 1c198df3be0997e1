import { deepEqual, equal } from 'node:assert/strict';
import { pino } from 'pino';
import { commandId, personId } from '../../src/core/ids.ts';
import { readFollowUp } from '../../src/talk/follow-up.ts';
import { afterTurn, type Memory } from '../../src/talk/memory.ts';
import { forgetRunner, memoryStream, recollection } from '../../src/talk/memory-desk.ts';
import { spokenOf } from '../../src/talk/which-case.ts';
import type { Inbound } from '../../src/teams/routes.ts';
import { startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { openCosmosStore } from '../support/cosmos-double/open-store.ts';
import type { OpenedStore } from '../support/store-samples.ts';
import { openTemporary } from '../support/store-sqlite.ts';

const [one, two, three] = ['LI-2026-0001', 'LI-2026-0002', 'LI-2026-0003'];
const listed: Memory = afterTurn(
  {},
  { intent: 'casus_lijst', shown: { list: { of: 'case', ids: [one, two, three] } } },
);

describe('what a conversation was about', () => {
  it('is the case that was shown last, and the one before it', () => {
    const first = afterTurn({}, { intent: 'casus_status', shown: { case: one } });
    deepEqual(first, { intent: 'casus_status', case: one });
    deepEqual(afterTurn(first, { shown: { case: two } }), { intent: 'casus_status', case: two, before: one });
  });

  it('is a list, and which of it was spoken of', () => {
    equal(afterTurn(listed, { shown: { case: two } }).place, 2);
    equal(afterTurn(listed, { shown: { case: 'LI-2026-0099' } }).place, undefined);
  });

  it('forgets the case before a list of several, and knows a list of one as that case', () => {
    equal(afterTurn({ case: three }, { shown: { list: { of: 'case', ids: [one, two] } } }).case, undefined);
    equal(afterTurn({}, { shown: { list: { of: 'case', ids: [one] } } }).case, one);
    equal(afterTurn({ case: three }, { shown: { list: { of: 'expert', ids: ['a'] } } }).case, three);
  });

  it('stays as it was when a turn brings nothing new', () => {
    equal(afterTurn(listed, { intent: 'casus_lijst' }), listed);
    equal(afterTurn(listed, { intent: 'help' }), listed);
    equal(afterTurn(listed, {}), listed);
  });

  it('says which cases can be meant', () => {
    const second = afterTurn(listed, { shown: { case: two } });
    deepEqual(spokenOf({ by: 'hand' }, second), [two]);
    deepEqual(spokenOf({ by: 'hand' }, listed), [one, two, three]);
    deepEqual(spokenOf({ by: 'place', place: 3 }, listed), [three]);
    deepEqual(spokenOf({ by: 'place', place: -1 }, listed), [three]);
    deepEqual(spokenOf({ by: 'place', place: 9 }, listed), []);
    deepEqual(spokenOf({ by: 'other' }, second), [one, three]);
    deepEqual(spokenOf({ by: 'other' }, { case: two, before: one }), [one]);
    deepEqual(spokenOf({ by: 'other' }, {}), []);
  });
});

describe('a sentence that follows another', () => {
  const hand = { by: 'hand' } as const;
  const follows: Readonly<Record<string, ReturnType<typeof readFollowUp>>> = {
    die: { about: 'case', mention: hand },
    'en deze dan?': { about: 'case', mention: hand },
    'what about that one': { about: 'case', mention: hand },
    'en die andere?': { about: 'case', mention: { by: 'other' } },
    'en de tweede?': { about: 'case', mention: { by: 'place', place: 2 } },
    'toon de laatste': { about: 'case', mention: { by: 'place', place: -1 } },
    'and the second one?': { about: 'case', mention: { by: 'place', place: 2 } },
    'die van gisteren': { about: 'case', mention: { by: 'day', text: 'gisteren' } },
    'en het budget daarvan?': { about: 'case', mention: hand, intent: 'budget_tonen' },
    'wie zit daarin?': { about: 'case', mention: hand, intent: 'casus_status' },
    volgende: { about: 'next' },
    'de volgende graag': { about: 'next' },
    'en in Venlo?': { about: 'municipality', text: 'en in Venlo?' },
    'en die van Venlo?': { about: 'municipality', text: 'en die van Venlo?', one: true },
    'hoe staat het met de casus uit Weert': {
      ...{ about: 'municipality', one: true },
      text: 'hoe staat het met de casus uit Weert',
    },
  };
  for (const [text, read] of Object.entries(follows)) {
    it(`“${text}”`, () => deepEqual(readFollowUp(text), read));
  }

  it('is not what can be understood by itself', () => {
    const whole = ['sluit deze casus', 'die van gisteren sluiten', 'status van casus 14', 'wie weet iets van trauma'];
    const others = [
      'verplaats die termijn naar vrijdag',
      'bij wie moet ik zijn',
      'in de tweede week van mei ben ik weg',
    ];
    for (const text of [...whole, ...others]) equal(readFollowUp(text), undefined, text);
  });
});

describe('the memory of a conversation', () => {
  const log = pino({ level: 'silent' });
  const at = new Date('2026-11-26T10:00:00.000Z');
  const minutesOn = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
  let commands = 0;
  const inbound = (who: string, conversation: string, when = at): Inbound => ({
    ...{ data: {}, at: when, commandId: commandId(`said-${++commands}`) },
    actor: { id: personId(who), tenantId: 't', locale: 'nl' },
    conversation: { id: conversation, kind: 'personal' },
  });

  const places: Readonly<Record<string, () => Promise<OpenedStore>>> = {
    'in a file': openTemporary,
    async 'on Cosmos DB'() {
      const double = await startCosmosDouble();
      const opened = await openCosmosStore(double);
      return { store: opened.store, close: () => opened.close().then(() => double.close()) };
    },
  };
  for (const [place, open] of Object.entries(places)) {
    describe(place, () => {
      let opened: OpenedStore;
      before(async () => {
        opened = await open();
      });
      after(() => opened.close());

      it('is of one person in one conversation, for whichever instance hears them next', async () => {
        const { store } = opened;
        await recollection({ store, log }, inbound('anna', 'chat')).keep({
          intent: 'casus_status',
          shown: { case: one },
        });
        const recalled = (who: string, where: string) => recollection({ store, log }, inbound(who, where)).recall();
        deepEqual(await recalled('anna', 'chat'), { intent: 'casus_status', case: one });
        deepEqual([await recalled('bram', 'chat'), await recalled('anna', 'another')], [{}, {}]);
      });

      it('is gone after two hours, also from the store, and has no history', async () => {
        const { store } = opened;
        await recollection({ store, log }, inbound('carla', 'chat')).keep({ shown: { case: one } });
        const later = inbound('carla', 'chat', minutesOn(60));
        await recollection({ store, log }, later).keep({ shown: { case: two } });
        deepEqual(await recollection({ store, log }, inbound('carla', 'chat', minutesOn(180))).recall(), {});
        const stream = memoryStream(later);
        const work = { kind: 'talk-forget', key: 'forget', data: {}, stream, lane: 'forget', due: '', attempts: 0 };
        const run = (now: Date) =>
          forgetRunner({ store, clock: { now: () => now } }).run(
            { ...work, ambiguous: false },
            new AbortController().signal,
          );
        deepEqual(await run(minutesOn(120)), { done: false, again: true, afterMs: 60 * 60_000 });
        deepEqual(await run(minutesOn(180)), { done: true });
        equal(JSON.stringify(await store.load(stream)).includes('LI-2026'), false);
        deepEqual(await store.history(stream), []);
      });

      it('reads once and writes only what is new', async () => {
        const counted = { load: 0, commit: 0 };
        const { store } = opened;
        const watched = {
          ...store,
          load: (stream: Parameters<typeof store.load>[0]) => (counted.load++, store.load(stream)),
          commit: (commit: Parameters<typeof store.commit>[0]) => (counted.commit++, store.commit(commit)),
        };
        for (let turn = 0; turn < 3; turn++) {
          const memory = recollection({ store: watched, log }, inbound('dirk', 'chat'));
          await memory.recall();
          await memory.keep({ intent: 'casus_status', shown: { case: one } });
        }
        await recollection({ store: watched, log }, inbound('dirk', 'chat')).keep({});
        deepEqual(counted, { load: 3, commit: 1 });
      });

      it('keeps nobody from an answer when it cannot be written', async () => {
        const store = { ...opened.store, commit: () => Promise.reject(new Error('away')) };
        await recollection({ store, log }, inbound('emma', 'chat')).keep({ shown: { case: one } });
      });
    });
  }
});

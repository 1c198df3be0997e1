import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { caseAggregate, caseId, caseStream } from '../../../src/features/cases/index.ts';
import { handle } from '../../../src/store/handle.ts';
import { countsOf } from '../../../src/features/places/facility-state.ts';
import {
  ask,
  facilityOf,
  holdIt,
  makeFacility,
  offerIt,
  openBench,
  openCase,
  people,
  type PlacesBench,
  requestOf,
} from './bench.ts';

const day = 86_400_000;

describe('places: what happens by itself', () => {
  let bench: PlacesBench;
  beforeEach(async () => {
    bench = await openBench();
    await openCase(bench);
  });
  afterEach(() => bench.close());

  const stage = async (id = 'request-1') => (await requestOf(bench, id)).stage;
  const news = (person = people.fatima) => bench.read(person, 'places/news');
  const pass = async (days: number) => {
    bench.passMs(days * day);
    await bench.settled();
  };

  describe('a hold that nobody answers', () => {
    beforeEach(async () => {
      await makeFacility(bench);
      await bench.settled();
      await ask(bench);
      await holdIt(bench);
    });

    it('stays for five working days', async () => {
      await pass(7);
      deepEqual([await stage(), countsOf(await facilityOf(bench)).held], ['held', 1]);
    });

    it('goes back after that, and both sides are told', async () => {
      await pass(7.5);
      deepEqual([await stage(), countsOf(await facilityOf(bench)).free], ['searching', 2]);
      for (const person of [people.fatima, people.carla, people.jan])
        match((await news(person)).join(), /De plek bij De Hoeve is weer vrij: de tijd was om/);
      match((await bench.read(people.carla, 'places/offer')).join(), /Niet meer nodig: de tijd was om/);
    });

    it('goes back once, however late it is looked at', async () => {
      await pass(60);
      const expired = (await news()).filter((card) => card.includes('de tijd was om'));
      equal(expired.length, 1);
      deepEqual((await requestOf(bench, 'request-1')).past.length, 1);
    });

    it('stays longer when it was prolonged', async () => {
      const data = { request: 'request-1', reason: 'Moeder is op reis.' };
      await bench.click(people.fatima, 'submit places/extend-send', data);
      await pass(8);
      equal(await stage(), 'held');
      await pass(7);
      equal(await stage(), 'searching');
    });

    it('stays once it was offered', async () => {
      await bench.click(people.carla, 'action places/offer', { request: 'request-1' });
      await pass(60);
      equal(await stage(), 'offered');
    });

    it('can be held again', async () => {
      await pass(7.5);
      equal((await holdIt(bench)).outcome, 'done');
      equal(await stage(), 'held');
    });
  });

  describe('a place that becomes free', () => {
    const asked = async (...urgencies: readonly Readonly<Record<string, string>>[]) => {
      for (const [index, changes] of urgencies.entries()) {
        await ask(bench, { request: `request-${index + 1}`, ...changes });
        bench.passMs(1000);
      }
    };
    const told = async () => {
      const ids: string[] = [];
      for (const id of ['request-1', 'request-2', 'request-3', 'request-4', 'request-5'])
        if (Object.keys((await requestOf(bench, id)).told).length > 0) ids.push(id);
      return ids;
    };

    it('is told to the first three who wait, in the order that is on the cards', async () => {
      await openCase(bench, { name: 'case-3', number: 'LI-2026-0003', priority: true });
      await asked({}, {}, { tenableUntil: '2026-12-01' }, {}, { case: 'case-3' });
      await makeFacility(bench);
      await bench.settled();
      deepEqual(await told(), ['request-1', 'request-3', 'request-5']);
    });

    it('is told to the process director and to the centre, and nothing is held', async () => {
      await asked({});
      await makeFacility(bench);
      await bench.settled();
      match((await news()).join(), /Bij De Hoeve is een plek vrij die past\. Bekijk hem en houd hem vast/);
      match((await news(people.jan)).join(), /De procesregisseur kreeg bericht en beslist/);
      deepEqual([await stage(), countsOf(await facilityOf(bench)).held], ['searching', 0]);
    });

    it('is told only to those whom it fits', async () => {
      await asked({ ages: '9' }, { ages: '12, 13, 14' }, {}, {}, {});
      await makeFacility(bench);
      await bench.settled();
      deepEqual(await told(), ['request-3', 'request-4', 'request-5']);
    });

    it('is not told in another centre', async () => {
      await asked({});
      await makeFacility(bench, { centre: 'BZ', region: 'zeeland' as never });
      await bench.settled();
      deepEqual(await news(), []);
    });

    it('is told once, also when something else changes', async () => {
      await asked({});
      await makeFacility(bench);
      await bench.settled();
      await bench.deps.store.load('facility-de-hoeve' as never);
      await bench.settled();
      equal((await news()).length, 1);
    });

    it('is told to the next when somebody says no, and not to who said it', async () => {
      await makeFacility(bench, { counted: { capacity: 1, free: 1 } });
      await bench.settled();
      await asked({}, {});
      await offerIt(bench);
      equal((await news()).filter((card) => card.includes('is een plek vrij die past')).length, 0);
      bench.passMs(1000);
      const no = { request: 'request-1', who: 'family', reason: 'Te ver.' };
      await bench.click(people.fatima, 'submit places/decline-send', no);
      await bench.settled();
      deepEqual(
        [
          Object.keys((await requestOf(bench, 'request-1')).told),
          Object.keys((await requestOf(bench, 'request-2')).told),
        ],
        [[], ['de-hoeve']],
      );
    });

    it('is not told to who has just let it go', async () => {
      await makeFacility(bench, { counted: { capacity: 1, free: 1 } });
      await bench.settled();
      await asked({}, {});
      await holdIt(bench);
      await pass(8);
      deepEqual(
        [
          Object.keys((await requestOf(bench, 'request-1')).told),
          Object.keys((await requestOf(bench, 'request-2')).told),
        ],
        [[], ['de-hoeve']],
      );
    });

    it('is told when a contact says that it is free', async () => {
      await makeFacility(bench, { counted: { capacity: 1, free: 0 } });
      await asked({});
      deepEqual(await news(), []);
      const data = { facility: 'de-hoeve', count: '1', from: '2026-12-01' };
      await bench.click(people.carla, 'action places/free', data);
      await bench.settled();
      match((await news()).join(), /Bij De Hoeve is een plek vrij die past/);
    });

    it('opens what fits from the message', async () => {
      await asked({});
      await makeFacility(bench);
      await bench.settled();
      ok((await news())[0]?.includes('places/request-show'));
      ok(!(await news(people.jan))[0]?.includes('places/request-show'));
    });
  });

  describe('another process director', () => {
    it('gets the request with the first thing that is done with it', async () => {
      await ask(bench);
      const at = bench.deps.clock.now();
      const data = { at: at.toISOString(), by: people.marieke, person: people.tom };
      await handle(bench.deps.store, caseAggregate, {
        ...({ stream: caseStream(caseId('case-2')), by: people.marieke, at } as const),
        ...{ command: { type: 'ReplaceProcessDirector', data }, commandId: commandId('replace') },
      });
      await bench.click(people.tom, 'action places/results', { request: 'request-1' });
      await bench.settled();
      equal((await requestOf(bench, 'request-1')).director, people.tom);
      deepEqual(bench.cardsTo(people.tom), ['places/request']);
      equal(
        (await bench.click(people.fatima, 'action places/results', { request: 'request-1' })).outcome,
        'not-allowed',
      );
    });
  });
});

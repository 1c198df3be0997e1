import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { commandId, type PersonId } from '../../../src/core/ids.ts';
import { countsOf } from '../../../src/features/places/facility-state.ts';
import { placesFeature } from '../../../src/features/places/teams.ts';
import type { Commit } from '../../../src/store/event-store.ts';
import type { Door, Ran } from '../../../src/teams/routes.ts';
import {
  agree,
  ask,
  facilityOf,
  makeFacility,
  offerIt,
  openBench,
  openCase,
  people,
  type PlacesBench,
  requestOf,
} from './bench.ts';
import { inStep } from './in-step.ts';

const request = 'request-1';
type Step = Readonly<{
  name: string;
  before(bench: PlacesBench): Promise<unknown>;
  who: PersonId;
  button: `${Door} places/${string}`;
  data: object;
  /** How the request and the facility stand when all is done. */
  ends: Readonly<{ stage: string; counts: readonly number[] }>;
}>;

const hold = (bench: PlacesBench) =>
  bench.click(people.fatima, 'action places/hold', { request, facility: 'de-hoeve' });
const accepted = async (bench: PlacesBench) => {
  await offerIt(bench);
  await agree(bench, 'family', 'municipality');
};
const living = async (bench: PlacesBench) => {
  await accepted(bench);
  await bench.click(people.fatima, 'submit places/move-in-send', { request, day: '2026-11-23' });
};

const steps: readonly Step[] = [
  {
    ...{ name: 'holding', before: async () => undefined, who: people.fatima, button: 'action places/hold' },
    ...{ data: { request, facility: 'de-hoeve' }, ends: { stage: 'held', counts: [1, 1, 0, 0] } },
  },
  {
    ...{ name: 'prolonging', before: hold, who: people.fatima, button: 'submit places/extend-send' },
    ...{ data: { request, reason: 'Vakantie.' }, ends: { stage: 'held', counts: [1, 1, 0, 0] } },
  },
  {
    ...{ name: 'offering', before: hold, who: people.carla, button: 'action places/offer' },
    ...{ data: { request }, ends: { stage: 'offered', counts: [1, 0, 1, 0] } },
  },
  {
    ...{ name: 'not offering', before: hold, who: people.carla, button: 'submit places/cannot-send' },
    ...{ data: { request, reason: 'Vol.' }, ends: { stage: 'searching', counts: [2, 0, 0, 0] } },
  },
  {
    ...{ name: 'saying no', before: offerIt, who: people.fatima, button: 'submit places/decline-send' },
    ...{ data: { request, who: 'family', reason: 'Ver.' }, ends: { stage: 'searching', counts: [2, 0, 0, 0] } },
  },
  {
    ...{ name: 'withdrawing', before: offerIt, who: people.fatima, button: 'submit places/withdraw-send' },
    ...{ data: { request, reason: 'Thuis.' }, ends: { stage: 'withdrawn', counts: [2, 0, 0, 0] } },
  },
  {
    ...{ name: 'moving in', before: accepted, who: people.fatima, button: 'submit places/move-in-send' },
    ...{ data: { request, day: '2026-11-23' }, ends: { stage: 'occupied', counts: [1, 0, 0, 1] } },
  },
  {
    ...{ name: 'leaving', before: living, who: people.fatima, button: 'submit places/leave-send' },
    ...{ data: { request, day: '2026-11-23', to: 'home' }, ends: { stage: 'left', counts: [2, 0, 0, 0] } },
  },
];

/** The feature of an instance that stops after so many commits; its effects are for another instance. */
function dying({ deps }: PlacesBench, commits: number) {
  let left = commits;
  const commit = async (wanted: Commit) => {
    if (left <= 0) throw new Error('the bot stopped');
    left--;
    return deps.store.commit(wanted);
  };
  return placesFeature({ ...deps, store: { ...deps.store, commit } });
}

const click = (feature: ReturnType<typeof placesFeature>, { who, button, data }: Step, at: Date) =>
  feature.routes
    .find(({ on, verb }) => `${on} ${verb}` === button)
    ?.run({
      ...{ at, data, commandId: commandId('the-click') },
      actor: { id: who, tenantId: 'tenant', locale: 'nl' },
      conversation: { id: 'conversation', kind: 'personal' },
    }) as Promise<Ran>;

describe('places: a bot that stops in between', () => {
  let bench: PlacesBench;
  beforeEach(async () => {
    bench = await openBench();
    await openCase(bench);
    await makeFacility(bench);
    await ask(bench);
  });
  afterEach(() => bench.close());

  const standing = async () => {
    const { free, held, offered, occupied } = countsOf(await facilityOf(bench));
    return { stage: (await requestOf(bench, request)).stage as string, counts: [free, held, offered, occupied] };
  };

  for (const step of steps) {
    it(`has begun nothing when it stops before ${step.name}`, async () => {
      await step.before(bench);
      await bench.settled();
      const before = await standing();
      await rejects(click(dying(bench, 0), step, bench.deps.clock.now()), /stopped/);
      await bench.settled();
      deepEqual(await standing(), before);
    });

    it(`ends ${step.name} by itself after the first half, and once when the click comes again`, async () => {
      await step.before(bench);
      await bench.settled();
      await rejects(click(dying(bench, 1), step, bench.deps.clock.now()), /stopped/);
      await bench.settled();
      deepEqual(await standing(), step.ends);
      await inStep(bench, [request], ['de-hoeve']);
      const { past, moves } = await requestOf(bench, request);
      await click(placesFeature(bench.deps), step, bench.deps.clock.now());
      await bench.settled();
      deepEqual(await standing(), step.ends);
      const again = await requestOf(bench, request);
      deepEqual([again.past, again.moves], [past, moves]);
    });

    it(`ends ${step.name} at once when nothing stops it, and the effects change nothing more`, async () => {
      await step.before(bench);
      await bench.settled();
      await click(placesFeature(bench.deps), step, bench.deps.clock.now());
      deepEqual(await standing(), step.ends);
      await bench.settled();
      deepEqual(await standing(), step.ends);
    });
  }

  it('takes nothing when the click of a hold comes again after the place was given back', async () => {
    const [first] = steps;
    ok(first);
    await click(placesFeature(bench.deps), first, bench.deps.clock.now());
    await bench.click(people.fatima, 'submit places/decline-send', { request, who: 'family', reason: 'Ver.' });
    await bench.settled();
    const { outcome } = await click(placesFeature(bench.deps), first, bench.deps.clock.now());
    await bench.settled();
    deepEqual([outcome, await standing()], ['hold-given-back', { stage: 'searching', counts: [2, 0, 0, 0] }]);
    equal((await hold(bench)).outcome, 'done');
  });

  it('gives a place back that was set apart when the request found another meanwhile', async () => {
    await makeFacility(bench, { id: 'other' as never, name: 'Ander Huis' });
    const [first] = steps;
    ok(first);
    await rejects(click(dying(bench, 1), first, bench.deps.clock.now()), /stopped/);
    await bench.click(people.fatima, 'action places/hold', { request, facility: 'other' });
    await bench.settled();
    await inStep(bench, [request], ['de-hoeve', 'other']);
    const held = [countsOf(await facilityOf(bench)).held, countsOf(await facilityOf(bench, 'other')).held];
    equal(held[0]! + held[1]!, 1);
  });
});

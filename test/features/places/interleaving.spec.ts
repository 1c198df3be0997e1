import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { commandId } from '../../../src/core/ids.ts';
import { capacityOf, countsOf } from '../../../src/features/places/facility-state.ts';
import { placesFeature } from '../../../src/features/places/teams.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Door, Ran } from '../../../src/teams/routes.ts';
import { type Folder, temporaryFile } from '../../support/store-sqlite.ts';
import { ask, facilityOf, makeFacility, openBench, openCase, people, type PlacesBench, requestOf } from './bench.ts';
import { inStep } from './in-step.ts';

const three = [0, 1, 2] as const;

type Act = Readonly<{ what: string; request: string; facility: string }>;
type Wish = Readonly<{ what: string; request: number; facility: number; later: boolean }>;

function buttonOf({ what, request, facility }: Act): Readonly<{ button: `${Door} places/${string}`; data: object }> {
  const reason = 'Reden.';
  switch (what) {
    case 'hold':
      return { button: 'action places/hold', data: { request, facility } };
    case 'offer':
      return { button: 'action places/offer', data: { request } };
    case 'accept':
      return { button: 'submit places/accept-send', data: { request, party: 'family', how: reason } };
    case 'agree':
      return { button: 'submit places/accept-send', data: { request, party: 'municipality', how: reason } };
    case 'move-in':
      return { button: 'submit places/move-in-send', data: { request, day: '2026-11-23' } };
    case 'leave':
      return { button: 'submit places/leave-send', data: { request, day: '2026-11-23', to: 'home' } };
    default:
      return { button: `submit places/${what}-send`, data: { request, reason, who: 'family' } };
  }
}

const provider = ['offer', 'cannot'];
const often = (count: number, what: string): readonly string[] => Array.from({ length: count }, () => what);
const wish: fc.Arbitrary<Wish> = fc.record({
  what: fc.constantFrom(
    ...[...often(5, 'hold'), ...often(3, 'offer'), ...often(2, 'accept'), ...often(2, 'agree'), ...often(2, 'move-in')],
    ...['leave', 'decline', 'cannot', 'extend', 'withdraw'],
  ),
  request: fc.constantFrom(...three),
  facility: fc.constantFrom(0, 1),
  later: fc.boolean(),
});

type Feature = ReturnType<typeof placesFeature>;
let clicks = 0;

function press(feature: Feature, wanted: Act, at: Date): Promise<Ran | undefined> {
  const { button, data } = buttonOf(wanted);
  const route = feature.routes.find(({ on, verb }) => `${on} ${verb}` === button);
  if (!route) throw new Error(`no ${button}`);
  return route.run({
    ...{ at, data, commandId: commandId(`press-${++clicks}`) },
    actor: { id: provider.includes(wanted.what) ? people.carla : people.fatima, tenantId: 'tenant', locale: 'nl' },
    conversation: { id: 'conversation', kind: 'personal' },
  });
}

describe('places: many people at the same time', function () {
  this.timeout(60_000);
  let bench: PlacesBench;
  beforeEach(async () => {
    bench = await openBench();
    await openCase(bench);
  });
  afterEach(() => bench.close());

  /** Two facilities of their own, with room for two and for one, and three requests, the last of them for two. */
  async function open(run: number) {
    const facilities = [`small-${run}`, `single-${run}`];
    for (const [index, id] of facilities.entries())
      await makeFacility(bench, { id: id as never, name: id, counted: { capacity: 2 - index, free: 2 - index } });
    const requests = three.map((index) => `request-${run}-${index}`);
    for (const [index, request] of requests.entries())
      await ask(bench, { request, ages: index === 2 ? '12, 14' : '17' });
    return { facilities, requests };
  }

  it('never promise a place twice, and request and facility say the same in the end', async () => {
    let run = 0;
    const outcomes = new Map<string, number>();
    const rounds = fc.array(fc.array(wish, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rounds, async (wishes) => {
        const { facilities, requests } = await open(++run);
        const feature = placesFeature(bench.deps);
        for (const round of wishes) {
          const acts = round.map(({ what, request, facility }) => ({
            ...{ what, request: requests[request] ?? '', facility: facilities[facility] ?? '' },
          }));
          const told = await Promise.all(acts.map((each) => press(feature, each, bench.deps.clock.now())));
          for (const { outcome } of told.flatMap((ran) => ran ?? []))
            outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (round.every(({ later }) => later)) bench.passMs(3 * 86_400_000);
        }
        await bench.settled();
        await inStep(bench, requests, facilities);
      }),
      { numRuns: 40 },
    );
    for (const met of ['done', 'no-place-free', 'already-chosen', 'not-accepted', 'hold-over'])
      ok(outcomes.has(met), met);
  });

  it('counts a move for everybody who moved in', async () => {
    const { requests, facilities } = await open(0);
    const [request = '', facility = ''] = [requests[0], facilities[0]];
    const feature = placesFeature(bench.deps);
    const way = ['hold', 'offer', 'accept', 'agree', 'move-in', 'leave'];
    for (const what of way) await press(feature, { what, request, facility }, bench.deps.clock.now());
    equal((await requestOf(bench, request)).moves, 7);
  });
});

describe('places: two instances on one database', function () {
  this.timeout(60_000);
  let folder: Folder;
  beforeEach(async () => {
    folder = await temporaryFile();
  });
  afterEach(() => folder.remove());

  it('set the last place apart once, whoever is first', async () => {
    const bench = await openBench(folder.file);
    const other = sqliteStore(folder);
    try {
      await openCase(bench);
      await makeFacility(bench, { counted: { capacity: 1, free: 1 } });
      await bench.settled();
      for (let round = 0; round < 10; round++) {
        const ids = [`a-${round}`, `b-${round}`, `c-${round}`, `d-${round}`];
        for (const id of ids) await ask(bench, { request: id });
        const instances = [placesFeature(bench.deps), placesFeature({ ...bench.deps, store: other })];
        const held = await Promise.all(
          ids.map((request, index) =>
            press(
              instances[index % 2] ?? placesFeature(bench.deps),
              { what: 'hold', request, facility: 'de-hoeve' },
              bench.deps.clock.now(),
            ),
          ),
        );
        equal(held.filter((ran) => ran?.outcome === 'done').length, 1);
        await bench.settled();
        const state = await facilityOf(bench);
        deepOne(state);
        await inStep(bench, ids, ['de-hoeve']);
        const winner = ids.at(held.findIndex((ran) => ran?.outcome === 'done')) ?? '';
        const back = { what: 'decline', request: winner, facility: '' };
        await press(placesFeature(bench.deps), back, bench.deps.clock.now());
        await bench.settled();
      }
    } finally {
      await bench.close();
      await other.close();
    }
  });

  function deepOne(state: Awaited<ReturnType<typeof facilityOf>>): void {
    equal(capacityOf(state), 1);
    ok(countsOf(state).held === 1 && countsOf(state).free === 0);
  }
});

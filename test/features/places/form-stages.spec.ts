import { equal, ok } from 'node:assert/strict';
import { agree, ask, holdIt, makeFacility, openBench, openCase, people, type PlacesBench } from './bench.ts';

const request = 'request-1';
type Stage = 'searching' | 'held' | 'offered' | 'accepted' | 'occupied' | 'left';
const inOrder: readonly Stage[] = ['searching', 'held', 'offered', 'accepted', 'occupied', 'left'];

const forward: Readonly<Record<Stage, (bench: PlacesBench) => Promise<unknown>>> = {
  searching: (bench) => ask(bench),
  held: (bench) => holdIt(bench),
  offered: (bench) => bench.click(people.carla, 'action places/offer', { request }),
  accepted: (bench) => agree(bench, 'family', 'municipality'),
  occupied: (bench) => bench.click(people.fatima, 'submit places/move-in-send', { request, day: '2026-11-23' }),
  left: (bench) => bench.click(people.fatima, 'submit places/leave-send', { request, day: '2026-11-23', to: 'home' }),
};

/** What opening a dialog comes to, stage by stage, in their order. */
const table = {
  extend: ['hold-over', 'opened', 'already-offered', 'already-offered', 'lives-there', 'hold-over'],
  decline: ['nothing-to-decline', 'opened', 'opened', 'opened', 'lives-there', 'nothing-to-decline'],
  withdraw: ['opened', 'opened', 'opened', 'opened', 'lives-there', 'ended-already'],
  accept: ['nothing-offered', 'nothing-offered', 'opened', 'consent-known', 'consent-known', 'nothing-offered'],
  'move-in': ['not-accepted', 'not-accepted', 'not-accepted', 'opened', 'lives-there', 'not-accepted'],
  leave: ['not-moved-in', 'not-moved-in', 'not-moved-in', 'not-moved-in', 'opened', 'not-moved-in'],
  cannot: ['unknown-request', 'opened', 'opened', 'opened', 'lives-there', 'hold-over'],
} as const;

describe('places: which dialog opens when', () => {
  let bench: PlacesBench;
  before(async () => {
    bench = await openBench();
    await openCase(bench);
    await makeFacility(bench);
    await bench.settled();
  });
  after(() => bench.close());

  for (const [index, stage] of inOrder.entries())
    describe(`while a request is ${stage}`, () => {
      before(async () => {
        await forward[stage](bench);
        await bench.settled();
        equal((await bench.state<{ stage: string }>(`placerequest-${request}` as never))?.stage, stage);
      });

      for (const [kind, outcomes] of Object.entries(table))
        it(`${kind}: ${outcomes[index] ?? ''}`, async () => {
          const who = kind === 'cannot' ? people.carla : people.fatima;
          const opened = await bench.click(who, `dialog places/${kind}`, { request });
          equal(opened.outcome, outcomes[index]);
          ok(opened.card.length > 0);
        });

      it('shows a form that is sent empty again only where it makes sense', async () => {
        for (const [kind, outcomes] of Object.entries(table)) {
          const who = kind === 'cannot' ? people.carla : people.fatima;
          const sent = await bench.click(who, `submit places/${kind}-send`, { request });
          const opens = outcomes[index] === 'opened';
          equal(sent.outcome === 'faults', opens, `${kind}: ${sent.outcome}`);
        }
      });

      it('opens nothing for others', async () => {
        for (const kind of Object.keys(table))
          for (const person of [people.hanna, people.tom, people.dennis, people.miriam]) {
            const opened = await bench.click(person, `dialog places/${kind}`, { request });
            ok(['not-allowed', 'unknown-request'].includes(opened.outcome), opened.outcome);
          }
      });
    });

  it('knows no request that is not there', async () => {
    for (const kind of Object.keys(table))
      equal(
        (await bench.click(people.fatima, `dialog places/${kind}`, { request: 'request-9' })).outcome,
        'unknown-request',
      );
  });

  it('takes no id that is none', async () => {
    for (const id of ['', 'a b', '../x', 'x'.repeat(90)])
      for (const kind of Object.keys(table)) {
        const pressed = bench.click(people.fatima, `dialog places/${kind}`, { request: id });
        equal(
          await pressed.then(
            () => 'taken',
            () => 'not taken',
          ),
          'not taken',
        );
      }
  });
});

import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { GraphError } from '../../../src/graph/graph-error.ts';
import { type ChannelBench, openAdmitted, openReady, type Opening, outcome, ready } from './channel-bench.ts';
import { type Fault } from './channels-double.ts';
import { sample } from './samples.ts';
import { applicant, chair, director, foreigner, foreignTenant, helper } from './stories.ts';

const graphFault = (status: number, retryAfterMs?: number): GraphError =>
  new GraphError(status, 'Fault', { message: 'fault', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });

const faults: Readonly<Record<string, Fault>> = {
  'its answer is lost': { when: 'after', error: graphFault(0) },
  'it fails with 500 although it was done': { when: 'after', error: graphFault(500) },
  'the bot ends right after it': { when: 'after', error: new Error('killed') },
  'it never came to Graph': { when: 'before', error: graphFault(0) },
  'it was one too many (429)': { when: 'before', error: graphFault(429, 2_000) },
  'Graph is away for a while (503)': { when: 'before', error: graphFault(503) },
};

const away = { person: foreigner, part: 'helper', tenantId: foreignTenant } as const;
const openings = {
  private: {
    opening: { helpers: [{ person: helper, part: 'helper' }] } satisfies Opening,
    expected: ready('private', { person: helper, owner: false }),
  },
  shared: {
    opening: { helpers: [away] } satisfies Opening,
    expected: ready('shared', { person: foreigner, owner: false, tenantId: foreignTenant }),
  },
} as const;
type Kind = keyof typeof openings;

async function afterFaults(kind: Kind, planned: ReadonlyMap<number, Fault>) {
  const bench = await openAdmitted(openings[kind].opening);
  try {
    for (const [call, fault] of planned) bench.graph.faults.set(call, fault);
    await bench.finish();
    const team = [...bench.graph.team].sort();
    const result = { ...(await outcome(bench)), team, parked: await bench.store.parked(10) };
    return { result, calls: bench.graph.calls.length };
  } finally {
    await bench.close();
  }
}

describe('a channel whose making is disturbed', function () {
  this.timeout(60_000);

  for (const kind of ['private', 'shared'] as const) {
    it(`is made as if nothing had happened, whichever call it was: ${kind}`, async () => {
      const { result, calls } = await afterFaults(kind, new Map());
      const { team, parked, ...made } = result;
      deepStrictEqual({ made, parked }, { made: openings[kind].expected, parked: [] });
      ok(calls >= 8, `${calls} calls`);
      for (const [name, fault] of Object.entries(faults)) {
        for (let call = 0; call < calls; call++) {
          const disturbed = await afterFaults(kind, new Map([[call, fault]]));
          deepStrictEqual([name, call, disturbed.result], [name, call, { ...made, team, parked }]);
        }
      }
    });
  }

  it('is made in spite of several of these', async () => {
    const plan = fc.dictionary(fc.nat(25).map(String), fc.constantFrom(...Object.values(faults)), { maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<Kind>('private', 'shared'), plan, async (kind, planned) => {
        const calls = new Map(Object.entries(planned).map(([call, fault]) => [Number(call), fault]));
        const { team: _, ...rest } = (await afterFaults(kind, calls)).result;
        deepStrictEqual(rest, { ...openings[kind].expected, parked: [] });
      }),
      { numRuns: 40 },
    );
  });
});

describe('a channel that Graph asks to wait with', () => {
  let bench: ChannelBench;
  afterEach(() => bench.close());

  it('is asked for again when the time is up, not before', async () => {
    bench = await openAdmitted();
    bench.graph.faults.set(0, { when: 'before', error: graphFault(429, 7_000) });
    await bench.settle();
    bench.passTime(6_999);
    await bench.settle();
    deepStrictEqual(bench.graph.calls, ['find']);
    bench.passTime(1);
    await bench.settle();
    deepStrictEqual(await outcome(bench), ready('private'));
  });
});

describe('a step that is run twice', () => {
  let bench: ChannelBench;
  afterEach(() => bench.close());

  const changing = ['create', 'addTeamMember', 'addMember', 'removeMember', 'rename'];

  it('changes nothing more in Graph, nor in the case', async () => {
    bench = await openReady({ helpers: [away] });
    const [before, version] = [await outcome(bench), (await bench.store.load(bench.stream)).version];
    const count = bench.graph.calls.length;
    for (const step of ['create', 'members', 'app', 'summary'] as const) {
      deepStrictEqual([step, await bench.run(step)], [step, { done: true }]);
    }
    deepStrictEqual(
      bench.graph.calls.slice(count).filter((name) => changing.includes(name)),
      [],
    );
    deepStrictEqual([await outcome(bench), (await bench.store.load(bench.stream)).version], [before, version]);
  });

  it('is recorded once when it is run twice while the channel is made', async () => {
    bench = await openAdmitted({ inTeam: [chair, director, applicant] });
    await bench.run('create');
    const count = bench.graph.calls.length;
    await bench.run('create');
    deepStrictEqual(bench.graph.calls.length, count);
    for (const step of ['members', 'members', 'app', 'app'] as const) await bench.run(step);
    const steps = (await bench.store.history(bench.stream)).filter(({ event }) => event.type === 'ChannelStepDone');
    deepStrictEqual(
      steps.map(({ event }) => (event.data as { step: string }).step),
      ['create', 'members', 'app'],
    );
    deepStrictEqual(bench.graph.made.length, 1);
  });

  it('locks and unlocks a channel that is so already without a word in the case', async () => {
    bench = await openReady();
    await bench.do(sample('StartClosing'), sample('SignOff'));
    await bench.finish();
    const { version } = await bench.store.load(bench.stream);
    deepStrictEqual(await bench.run('archive'), { done: true });
    deepStrictEqual((await bench.store.load(bench.stream)).version, version);
  });
});

import { deepStrictEqual, equal } from 'node:assert/strict';
import { pino } from 'pino';
import { commandId, personId } from '../../../src/core/ids.ts';
import { caseAggregate, caseStream } from '../../../src/features/cases/index.ts';
import { personAggregate, personStream } from '../../../src/features/directory/aggregates.ts';
import { digestStream } from '../../../src/features/watch/gaps-state.ts';
import { planRounds, roundRunner } from '../../../src/features/watch/index.ts';
import { roundStream } from '../../../src/features/watch/round.ts';
import { startWorker, type Worker } from '../../../src/store/effects-worker.ts';
import type { EffectRunner } from '../../../src/store/effect-queue.ts';
import type { Store } from '../../../src/store/store.ts';
import { showCardKind } from '../../../src/core/effect.ts';
import { type Bench, openBench } from '../cases/bench.ts';
import { bringTo } from '../cases/standing.ts';
import { chair, director, id, inConference, number } from '../cases/stories.ts';
import { handle } from '../../../src/store/handle.ts';

const log = pino({ level: 'silent' });
const other = personId('00000000-0000-4000-8000-000000000008');
const monday = '2026-11-23T08:00:00.000Z';

describe('the daily rounds of two instances', () => {
  let bench: Bench;
  let now = monday;
  let workers: readonly Worker[] = [];
  const clock = { now: () => new Date(now) };
  const christmas = (day: string) => day === '2026-12-25' || day === '2026-12-26';

  beforeEach(async () => {
    bench = await openBench();
    now = monday;
    const deps = { store: bench.store, directory: bench.deps.directory, clock, isHoliday: christmas, log };
    // Cards are no matter of this spec.
    const show: EffectRunner = { kind: showCardKind, run: async () => ({ done: true }) };
    workers = ['a', 'b'].map((owner) => {
      const parts = { queue: bench.store, runners: [roundRunner(deps), show], clock, log, owner };
      return startWorker({ ...parts, settings: { pollMs: 5 } });
    });
    await Promise.all([planRounds(deps), planRounds(deps)]);
  });
  afterEach(async () => {
    for (const worker of workers) await worker.stop();
    await bench.store.close();
  });

  const days = async (store: Store) =>
    (await store.history(roundStream))
      .filter(({ event }) => event.type === 'RoundMade')
      .map(({ at }) => at.slice(0, 16));
  const at = async (instant: string) => {
    now = instant;
    for (const worker of workers) await worker.idle();
  };
  const told = async () => (await bench.store.history(digestStream(chair))).map(({ event }) => event.type);

  it('are made once each working morning, and not on days off', async () => {
    await at('2026-11-23T12:00:00.000Z');
    deepStrictEqual(await days(bench.store), []);
    for (const day of ['24', '25', '26', '27', '28', '29', '30']) await at(`2026-11-${day}T07:31:00.000Z`);
    deepStrictEqual(
      (await days(bench.store)).map((made) => made.slice(8, 10)),
      ['24', '25', '26', '27', '30'],
    );
  });

  it('are made up for once after days away, on the first working day', async () => {
    await at('2026-11-24T07:31:00.000Z');
    await at('2026-11-28T12:00:00.000Z');
    await at('2026-11-30T15:00:00.000Z');
    await at('2026-11-30T23:00:00.000Z');
    await at('2026-12-01T07:31:00.000Z');
    deepStrictEqual(await days(bench.store), ['2026-11-24T07:31', '2026-11-30T15:00', '2026-12-01T07:31']);
  });

  it('find a case that lost its process director until it has another, and tell its chair', async () => {
    await bringTo(bench.store, inConference());
    await handle(bench.store, personAggregate, {
      ...{ stream: personStream(director), command: { type: 'MarkPersonLeft', data: {} }, by: 'system' },
      ...{ at: new Date(now), commandId: commandId('left') },
    });
    await at('2026-11-24T07:31:00.000Z');
    deepStrictEqual(await told(), ['LackingFound']);
    const state = (await bench.store.load(digestStream(chair))).state as { items: readonly object[] };
    deepStrictEqual(state.items, [{ kind: 'case', id, number, case: id, gaps: ['owner'] }]);
    await at('2026-11-25T07:31:00.000Z');
    const replace = { type: 'ReplaceProcessDirector', data: { at: now, by: chair, person: other } } as const;
    await handle(bench.store, caseAggregate, {
      ...{ stream: caseStream(id), command: replace, by: chair, at: new Date(now), commandId: commandId('replace') },
    });
    await at('2026-11-26T07:31:00.000Z');
    await at('2026-11-27T07:31:00.000Z');
    deepStrictEqual(await told(), ['LackingFound', 'LackingFound', 'AllMended']);
  });

  it('tell nobody anything when nothing lacks', async () => {
    await bringTo(bench.store, inConference());
    await at('2026-11-24T07:31:00.000Z');
    equal((await days(bench.store)).length, 1);
    deepStrictEqual(await told(), []);
  });
});

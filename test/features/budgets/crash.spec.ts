import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { commandId } from '../../../src/core/ids.ts';
import { budgetAggregate } from '../../../src/features/budgets/aggregates.ts';
import { budgetLines, budgetStream, freeOf, holdingOf, requestId } from '../../../src/features/budgets/budget-state.ts';
import { budgetRunners, type BudgetsDeps } from '../../../src/features/budgets/index.ts';
import { amountOf, isGranted } from '../../../src/features/budgets/request-state.ts';
import type { StoredEffect } from '../../../src/store/effect-queue.ts';
import { handle } from '../../../src/store/handle.ts';
import type { Store } from '../../../src/store/store.ts';
import { ask, type Bench, benchOn, form, openBudgets, people } from './bench.ts';
import { euros, sumOf } from './samples.ts';

/** A store whose `nth` commit fails: before anything was written, or after it was, as when the answer gets lost. */
function faulty(store: Store) {
  let [left, when]: [number, 'before' | 'after'] = [Infinity, 'before'];
  let failed = 0;
  const commit: Store['commit'] = async (each) => {
    left--;
    if (left === 0 && when === 'before') throw new Error(`stopped (${++failed})`);
    const result = await store.commit(each);
    if (left === 0) throw new Error(`stopped (${++failed})`);
    return result;
  };
  return {
    store: { ...store, commit },
    failAt(nth: number, how: 'before' | 'after') {
      [left, when] = [nth, how];
    },
    failures: () => failed,
  };
}

/** Closed also when a spec fails: a worker that goes on keeps the run from ending. */
const opened: Bench[] = [];
async function open(...change: Parameters<typeof openBudgets>): Promise<Bench> {
  const bench = await openBudgets(...change);
  opened.push(bench);
  return bench;
}
async function closeAll(): Promise<void> {
  for (const bench of opened.splice(0)) await bench.close();
}

async function openFaulty() {
  let faults: ReturnType<typeof faulty> | undefined;
  const bench = await open((deps): BudgetsDeps => {
    faults = faulty(deps.store);
    return { ...deps, store: faults.store };
  });
  if (!faults) throw new Error('no faults');
  return { bench, faults };
}

/** Time enough for every retry and for every look at what was left behind. */
async function settleAll(bench: Bench): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await bench.settled();
    bench.passMs(20 * 60_000);
  }
  await bench.settled();
}

/** What holds in the end, whatever happened: a request and its money have one outcome. */
async function checkInStep(bench: Bench, ids: readonly string[], year = 2026): Promise<void> {
  const budget = await bench.budget(year);
  for (const id of ids) {
    const [file, holding] = [await bench.request(id), holdingOf(budget, requestId(id))];
    const held = (holding?.reserved ?? 0) + (holding?.committed ?? 0) + (holding?.spent ?? 0);
    if (!file) equal(held, 0, `${id} holds money that nobody asked for`);
    else if (file.stage === 'asked') equal(holding?.reserved, file.ask.cents, `${id} was asked`);
    else if (isGranted(file) && file.stage !== 'ended')
      deepEqual([held, holding?.reserved], [amountOf(file), 0], `${id} was granted`);
    else equal(held, holding?.spent ?? 0, `${id} is over`);
    if (file) deepEqual([file.money.reserved, file.money.committed], [holding?.reserved ?? 0, holding?.committed ?? 0]);
    equal(bench.raised.has(`money-${id}`) || file?.raised !== true, true);
    if (file?.stage === 'asked') ok(bench.raised.has(`money-${id}`), `${id} was not raised`);
  }
  for (const line of budgetLines) ok(freeOf(budget.lines[line]) >= 0);
  const there = sumOf(budget, (money) => freeOf(money) + money.reserved + money.committed + money.spent);
  equal(
    there,
    sumOf(budget, ({ allocated, settled, carried }) => allocated + settled + carried),
  );
}

const tried = async (doing: Promise<unknown>): Promise<void> => {
  await doing.catch((error: unknown) => ok(String(error).includes('stopped'), String(error)));
};

describe('budgets: a bot that stops', () => {
  afterEach(closeAll);
  for (const how of ['before', 'after'] as const)
    for (const nth of [1, 2, 3, 4, 5, 6, 7])
      it(`at commit ${nth} of asking, ${how} it was written, ends right`, async () => {
        const { bench, faults } = await openFaulty();
        faults.failAt(nth, how);
        await tried(bench.click(people.fatima, 'submit budgets/ask-send', form('r-1')));
        await settleAll(bench);
        await checkInStep(bench, ['r-1']);
        // The person tries again, with another click.
        faults.failAt(Infinity, how);
        const again = await bench.click(people.fatima, 'submit budgets/ask-send', form('r-1'));
        ok(['done', 'already-requested'].includes(again.outcome), again.outcome);
        await settleAll(bench);
        await checkInStep(bench, ['r-1']);
        deepEqual([(await bench.request('r-1'))?.stage, bench.raised.size], ['asked', 1]);
        equal((await bench.request('r-1'))?.number, 'LI-G-2026-0001');
        ok(nth > 5 || faults.failures() === 1, 'it stopped');
      });

  for (const outcome of ['adopted', 'adopted-amended', 'rejected', 'expired'] as const)
    for (const how of ['before', 'after'] as const)
      for (const nth of [1, 2, 3, 4])
        it(`at commit ${nth} of “${outcome}”, ${how} it was written, ends right`, async () => {
          const { bench, faults } = await openFaulty();
          await ask(bench, 'r-1');
          const amount = outcome === 'adopted-amended' ? { amountCents: euros(30_000) } : {};
          faults.failAt(nth, how);
          await tried(bench.decide('r-1', { outcome, ...amount }));
          // Whoever keeps the decisions tells it again.
          await bench.decide('r-1', { outcome, ...amount });
          await settleAll(bench);
          await checkInStep(bench, ['r-1']);
          equal((await bench.request('r-1'))?.decision?.outcome, outcome);
        });

  for (const how of ['before', 'after'] as const)
    for (const nth of [1, 2, 3, 4])
      it(`at commit ${nth} of withdrawing, completing and closing, ${how} it was written, ends right`, async () => {
        const { bench, faults } = await openFaulty();
        await ask(bench, 'r-1');
        await ask(bench, 'r-2', { amount: '10.000' });
        await bench.decide('r-2');
        await bench.settled();
        const steps = [
          () => bench.click(people.fatima, 'submit budgets/withdraw-send', { request: 'r-1', text: 'Niet nodig.' }),
          () =>
            bench.click(people.jan, 'submit budgets/end-send', { request: 'r-2', text: 'De plek.', yield: 'fitting' }),
          () => bench.click(people.jan, 'submit budgets/close-send', { centre: 'LI', year: 2026 }),
        ];
        for (const step of steps) {
          faults.failAt(nth, how);
          await tried(step());
          await settleAll(bench);
          faults.failAt(Infinity, how);
          await step();
          await settleAll(bench);
        }
        deepEqual([(await bench.request('r-1'))?.stage, (await bench.request('r-2'))?.stage], ['withdrawn', 'ended']);
        deepEqual(bench.takenBack, ['money-r-1']);
        const next = await bench.budget(2027);
        equal(freeOf(next.lines.availability), euros(100_000));
      });

  it('between setting money apart and asking, gives it back after ten minutes', async () => {
    const bench = await open();
    const at = bench.deps.clock.now();
    await handle(bench.deps.store, budgetAggregate, {
      ...({ stream: budgetStream('LI', 2026), by: people.fatima, at } as const),
      command: {
        type: 'ReserveMoney',
        data: {
          ...{ at: at.toISOString(), by: people.fatima, request: requestId('r-1') },
          ...({ line: 'availability', cents: euros(24_000) } as const),
        },
      },
      commandId: commandId('stopped-after-this'),
    });
    equal(freeOf((await bench.budget()).lines.availability), euros(76_000));
    bench.passMs(11 * 60_000);
    await bench.settled();
    const budget = await bench.budget();
    deepEqual([freeOf(budget.lines.availability), budget.holdings[0]?.status], [euros(100_000), 'released']);
  });

  it('does not lose a proposal that nobody takes now', async () => {
    const bench = await open();
    bench.refuse(true);
    await ask(bench, 'r-1');
    equal(bench.raised.size, 0);
    bench.refuse(false);
    await settleAll(bench);
    await checkInStep(bench, ['r-1']);
    equal(bench.raised.size, 1);
  });
});

describe('budgets: effects that run twice', () => {
  afterEach(closeAll);
  it('end the same, also long after', async () => {
    const bench = await open();
    await ask(bench, 'r-1');
    await bench.decide('r-1');
    await bench.settled();
    await bench.click(people.jan, 'submit budgets/spend-send', {
      ...{ request: 'r-1', amount: '1.000', day: '2026-12-05', text: 'Eerste maand.' },
    });
    await bench.settled();
    const before = [await bench.budget(), await bench.request('r-1'), [...bench.raised.keys()]];
    const effect = (stream: string, kind: string, data: object): StoredEffect =>
      ({
        stream,
        kind,
        key: kind,
        lane: kind,
        due: '2026-11-23T09:00:00.000Z',
        attempts: 1,
        ambiguous: true,
        data,
      }) as StoredEffect;
    const effects = [
      effect('moneyrequest-r-1', 'money-settle', {}),
      effect('moneyrequest-r-1', 'money-propose', {}),
      effect('budget-LI-2026', 'budget-follow', { request: 'r-1' }),
      effect('budget-LI-2026', 'budget-follow', { request: 'r-unknown' }),
      effect('budget-LI-2026', 'budget-carry', {}),
    ];
    for (const each of [...effects, ...effects]) {
      const runner = budgetRunners(bench.deps).find(({ kind }) => kind === each.kind);
      deepEqual(await runner?.run(each, new AbortController().signal), { done: true });
    }
    deepEqual([await bench.budget(), await bench.request('r-1'), [...bench.raised.keys()]], before);
  });
});

describe('budgets: two instances of the bot', () => {
  afterEach(closeAll);
  it('end right, whatever is asked and decided at the same time', async () => {
    const step = fc.record({
      what: fc.constantFrom('ask', 'ask', 'adopt', 'amend', 'reject', 'withdraw', 'spend', 'end', 'shift'),
      which: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), async (rounds) => {
        const bench = await open();
        const other = benchOn(bench.sources, bench.deps);
        const act = async (
          { what, which }: Readonly<{ what: string; which: number }>,
          { click }: Pick<Bench, 'click'>,
        ) => {
          const request = `r-${which}`;
          const leading = { request, text: 'Daarom.', amount: '4.000', day: '2026-12-05', yield: 'partly' };
          if (what === 'ask')
            return click(people.fatima, 'submit budgets/ask-send', form(request, { amount: '40.000' }));
          if (what === 'withdraw') return click(people.fatima, 'submit budgets/withdraw-send', leading);
          if (what === 'spend') return click(people.jan, 'submit budgets/spend-send', leading);
          if (what === 'end') return click(people.jan, 'submit budgets/end-send', leading);
          if (what === 'shift')
            return click(people.jan, 'submit budgets/shift-send', {
              ...{ centre: 'LI', year: 2026, from: 'availability', to: 'consult', amount: '1.000', reason: 'Daarom.' },
            });
          if (what === 'reject') return bench.decide(request, { outcome: 'rejected', commandId: `reject-${request}` });
          return bench.decide(
            request,
            what === 'amend' ? { outcome: 'adopted-amended', amountCents: euros(35_000) } : {},
          );
        };
        for (const round of rounds) {
          await Promise.all(round.map((each, index) => act(each, index % 2 === 0 ? bench : other)));
          for (const line of Object.values((await bench.budget()).lines)) ok(freeOf(line) >= 0);
        }
        for (let turn = 0; turn < 3; turn++) {
          await Promise.all([bench.settled(), other.settled()]);
          bench.passMs(15 * 60_000);
        }
        await Promise.all([bench.settled(), other.settled()]);
        await checkInStep(bench, ['r-0', 'r-1', 'r-2', 'r-3']);
        await other.worker.drain();
        await closeAll();
      }),
      { numRuns: 15 },
    );
  }).timeout(120_000);
});

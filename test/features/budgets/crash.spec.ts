import { deepEqual, equal, ok } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { budgetAggregate } from '../../../src/features/budgets/aggregates.ts';
import { budgetStream, freeOf, requestId } from '../../../src/features/budgets/budget-state.ts';
import { budgetRunners } from '../../../src/features/budgets/index.ts';
import type { StoredEffect } from '../../../src/store/effect-queue.ts';
import { handle } from '../../../src/store/handle.ts';
import { ask, form, people } from './bench.ts';
import { euros } from './samples.ts';
import { checkInStep, closeAll, open, openFaulty, settleAll, tried } from './stopping.ts';

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
    bench.passMs(9 * 60_000);
    await bench.settled();
    equal(freeOf((await bench.budget()).lines.availability), euros(76_000));
    bench.passMs(2 * 60_000);
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

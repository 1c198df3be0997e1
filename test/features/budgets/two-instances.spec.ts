import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import { type Bench, benchOn, form, people } from './bench.ts';
import { euros } from './samples.ts';
import { checkInStep, closeAll, open } from './stopping.ts';

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

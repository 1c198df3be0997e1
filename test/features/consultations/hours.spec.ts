import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { commandId } from '../../../src/core/ids.ts';
import { isAsked } from '../../../src/features/consultations/consultation-state.ts';
import { type ExpertState, expertAggregate, expertStream, freeHours } from '../../../src/features/experts/index.ts';
import { handle } from '../../../src/store/handle.ts';
import { ask, type Bench, makeExpert, openBench, openCase, people } from './bench.ts';

const only = { question: 'Wie weet veel van autisme bij een meisje?', atMost: '1' };

describe('hours of an expert who is asked for more than one case', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
    await makeExpert(bench, people.lotte, { ownWords: 'Autisme, prikkelverwerking.', hoursPerMonth: 10 });
  });
  afterEach(() => bench.close());

  const taken = (state: ExpertState): number =>
    state.status === 'none' ? 0 : state.engagements.reduce((sum, { hours }) => sum + hours, 0);

  it('are never promised twice, whatever directors and the expert do, and in which order', async () => {
    const ids: string[] = [];
    for (const number of [1, 2, 3, 4]) {
      const id = await openCase(bench, { careQuestion: 'Autisme.', domains: [] }, `case-${number}` as never);
      ids.push(await ask(bench, id, { ...only, hours: String(number + 2) }));
    }
    const step = fc.record({
      what: fc.constantFrom('invite', 'accept', 'decline', 'conflict', 'withdraw', 'reopen'),
      which: fc.nat(3),
    });
    const act = async ({ what, which }: Readonly<{ what: string; which: number }>) => {
      const consultation = ids[which] ?? '';
      if (what === 'invite') return bench.click(people.tom, 'action consultations/invite', { consultation });
      if (what === 'accept')
        return bench.click(people.lotte, 'submit consultations/accept-send', { consultation, secrecy: 'true' });
      if (what === 'decline')
        return bench.click(people.lotte, 'submit consultations/decline-send', { consultation, reason: 'no-time' });
      if (what === 'conflict') return bench.click(people.lotte, 'action consultations/conflict', { consultation });
      const button = what === 'withdraw' ? 'submit consultations/withdraw-send' : 'submit consultations/reopen-send';
      return bench.click(people.tom, button, { consultation, reason: 'Daarom.' });
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), async (rounds) => {
        for (const round of rounds) {
          await Promise.all(round.map(act));
          ok(taken(await bench.deps.experts.load(people.lotte)) <= 10);
        }
        await bench.settled();
        const state = await bench.deps.experts.load(people.lotte);
        const wanted = new Set<string>();
        for (const id of ids) {
          const file = await bench.consultation(id);
          const last = isAsked(file) ? file.invitations.findLast(({ person }) => person === people.lotte) : undefined;
          if (last?.status === 'invited' || last?.status === 'accepted') wanted.add(id);
        }
        const held = state.status === 'none' ? [] : state.engagements.map(({ consultation }) => consultation);
        deepEqual(new Set(held), wanted);
      }),
      { numRuns: 15 },
    );
  }).timeout(60_000);

  it('come back when the bot stopped between setting them apart and inviting', async () => {
    const id = await openCase(bench, { careQuestion: 'Autisme.', domains: [] });
    const consultation = await ask(bench, id, only);
    const at = bench.deps.clock.now();
    const hours = { at: at.toISOString(), consultation, hours: 8, today: '2026-11-23' };
    await handle(bench.store, expertAggregate, {
      ...({ stream: expertStream(people.lotte), by: people.tom, at } as const),
      command: { type: 'ReserveHours', data: hours },
      commandId: commandId('stopped-after-this'),
    });
    equal(freeHours(await bench.deps.experts.load(people.lotte)), 2);
    bench.pass(1);
    await bench.settled();
    const state = await bench.deps.experts.load(people.lotte);
    deepEqual([freeHours(state), state.status !== 'none' && state.counts.asked], [10, 0]);
  });
});

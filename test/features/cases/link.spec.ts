import { deepStrictEqual } from 'node:assert/strict';
import { commandId, type StreamId } from '../../../src/core/ids.ts';
import { caseAggregate } from '../../../src/features/cases/aggregate.ts';
import { caseStream } from '../../../src/features/cases/case.ts';
import { type CaseId, type CaseNumber } from '../../../src/features/cases/case-state.ts';
import { findByNumber } from '../../../src/features/cases/find-case.ts';
import { type Intake } from '../../../src/features/cases/intake.ts';
import { linkRunner } from '../../../src/features/cases/link.ts';
import { type Outcome } from '../../../src/store/effect-queue.ts';
import { handle } from '../../../src/store/handle.ts';
import { type Store } from '../../../src/store/store.ts';
import { moment } from '../../support/store-samples.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { done, hire } from '../../support/store-worker.ts';
import { sample } from './samples.ts';
import { wolf } from './stories.ts';

const [brother, sister, cousin] = ['GE-2026-0001', 'GE-2026-0002', 'GE-2026-0003'] as CaseNumber[];
const clock = { now: () => moment(0) };

async function submit(store: Store, number: string, siblingCase?: string): Promise<StreamId> {
  const id = `case of ${number}` as CaseId;
  const intake: Intake = { ...wolf, ...(siblingCase === undefined ? {} : { siblingCase }) };
  const submission = sample('SubmitCase', { number: number as CaseNumber });
  for (const command of [sample('StartDraft', { id }), sample('SaveIntake', { intake }), submission]) {
    const order = { stream: caseStream(id), command, by: 'system', at: moment(0) } as const;
    await handle(store, caseAggregate, { ...order, commandId: commandId(`${number} ${command.type}`) });
  }
  return caseStream(id);
}

const linkedOf = async (store: Store, number: string) => (await findByNumber(store, number))?.linked;

/** Lets the worker do what the submissions asked for. */
async function work(store: Store): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const { run } = linkRunner({ store, clock });
  const remembered: typeof run = async (effect, signal) => {
    const outcome = await run(effect, signal);
    outcomes.push(outcome);
    return outcome;
  };
  const { worker } = hire(store, { 'case-link': remembered, 'show-card': done });
  await worker.idle();
  await worker.stop();
  return outcomes;
}

describe('linking brothers and sisters', () => {
  const opened = openedStore(openTemporary);

  it('links both ways (domain.md 5, case 0010)', async () => {
    await submit(opened(), brother!);
    await submit(opened(), sister!, brother);
    deepStrictEqual(await work(opened()), [{ done: true }]);
    deepStrictEqual([await linkedOf(opened(), brother!), await linkedOf(opened(), sister!)], [[sister], [brother]]);
  });

  it('does nothing more when it is run again', async () => {
    const first = await submit(opened(), brother!);
    const stream = await submit(opened(), sister!, brother);
    await work(opened());
    const before = [await opened().history(first), await opened().history(stream)];
    const { run } = linkRunner({ store: opened(), clock });
    const effect = { kind: 'case-link', key: 'link', lane: 'link', data: { number: brother! } };
    const again = { ...effect, stream, due: '', attempts: 1, ambiguous: true };
    deepStrictEqual(await run(again, new AbortController().signal), { done: true });
    deepStrictEqual([await opened().history(first), await opened().history(stream)], before);
  });

  it('links a third one to the one that was named', async () => {
    await submit(opened(), brother!);
    await submit(opened(), sister!, brother);
    await submit(opened(), cousin!, brother);
    await work(opened());
    deepStrictEqual(await linkedOf(opened(), brother!), [sister, cousin]);
    deepStrictEqual([await linkedOf(opened(), sister!), await linkedOf(opened(), cousin!)], [[brother], [brother]]);
  });

  it('is parked where an operator sees it when no case has that number', async () => {
    await submit(opened(), sister!, brother);
    const error = `no case has number ${brother!}`;
    deepStrictEqual(await work(opened()), [{ done: false, park: true, error }]);
    deepStrictEqual(await linkedOf(opened(), sister!), []);
  });

  it('does not link a case to itself', async () => {
    await submit(opened(), brother!, brother);
    deepStrictEqual(await work(opened()), [{ done: true }]);
    deepStrictEqual(await linkedOf(opened(), brother!), []);
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { commandId } from '../../src/core/ids.ts';
import { caseAggregate } from '../../src/features/cases/aggregate.ts';
import { caseStream } from '../../src/features/cases/case.ts';
import type { CaseCommand } from '../../src/features/cases/case-messages.ts';
import { type Case, isSubmitted } from '../../src/features/cases/case-state.ts';
import { defaultClocks } from '../../src/features/cases/clocks.ts';
import { defaultPlans } from '../../src/features/deadlines/index.ts';
import { type DeadlineFile } from '../../src/features/deadlines/deadline-state.ts';
import { findDeadlines, sendDeadline } from '../../src/features/deadlines/deadlines-desk.ts';
import { defaultPlaceClocks } from '../../src/features/places/index.ts';
import type { Directory } from '../../src/features/directory/index.ts';
import { lookAgain, promiseRunner, type PromisesDeps, withPromises } from '../../src/promises/index.ts';
import { casePromises } from '../../src/promises/case-promises.ts';
import { promiseId } from '../../src/promises/promise.ts';
import { handle, stateOf } from '../../src/store/handle.ts';
import type { StoredEffect } from '../../src/store/effect-queue.ts';
import type { Store } from '../../src/store/store.ts';
import { anyCourse, sample, straightOn, triage } from '../features/cases/samples.ts';
import * as story from '../features/cases/stories.ts';
import { handClock } from '../support/deadline-engine.ts';
import { openedStore } from '../support/store-opened.ts';
import { openTemporary } from '../support/store-sqlite.ts';

const about = { kind: 'case', id: story.id } as const;
const stream = caseStream(story.id);
const levels = { official: [], administrative: [] };
const around = { chair: story.chair, leader: story.centreWorker, levels, clocks: defaultClocks };

/** As much of a directory as is asked here: one team, a centre with a leader, and no bodies. */
const directory = (chair = story.chair): Directory =>
  ({
    team: () => Promise.resolve({ ...story.team, chair }),
    centre: () => Promise.resolve({ code: 'LI', projectLeader: story.centreWorker, staff: [] }),
    bodies: () => Promise.resolve([]),
    people: () => Promise.resolve([]),
  }) as unknown as Directory;

let ids = 0;
const newId = () => `order-${++ids}`;

describe('what is promised keeps step with a case', () => {
  const clock = handClock(story.at);
  const opened = openedStore(openTemporary);
  const depsOf = (store: Store, chair = story.chair): PromisesDeps => ({
    ...{ store, clock, newId, directory: directory(chair), nudgePlans: defaultPlans },
    ...{ isHoliday: () => false, settings: { clocks: defaultClocks }, placeClocks: defaultPlaceClocks },
  });

  async function send(command: CaseCommand, store: Store = withPromises(opened())): Promise<Case> {
    const at = new Date(command.data.at);
    const order = { stream, command, by: 'system', at, commandId: commandId(newId()) } as const;
    return (await handle(store, caseAggregate, order)).state;
  }
  const waiting = async (): Promise<readonly StoredEffect[]> => {
    const store = opened();
    const now = new Date('2100-01-01T00:00:00.000Z');
    const lanes = await store.dueLanesOf(stream, now);
    const claims = await Promise.all(lanes.map((lane) => store.claim(lane, { owner: 'spec', now, leaseMs: 1 })));
    return claims.flatMap((claim) => claim?.effects ?? []).filter(({ kind }) => kind === 'promises-follow');
  };
  const inStep = (deps = depsOf(opened())) => lookAgain(deps, about);
  const files = async () => findDeadlines({ store: opened() }, [{ field: 'about', equals: story.id }]);
  const standing = async () => (await files()).map(({ id, stage }) => `${id.split('-').slice(2).join('-')} ${stage}`);
  const one = async (key: string): Promise<DeadlineFile | undefined> =>
    (await files()).find(({ id }) => id === promiseId(about, key));
  const submit = async () => {
    for (const command of straightOn.slice(0, 3)) await send(command);
  };

  it('asks for a look after what it hangs on, once however often', async () => {
    await submit();
    await send(sample('DecideTriage'));
    deepEqual(
      (await waiting()).map(({ data }) => data),
      [{ type: 'case' }],
    );
  });
  it('asks for none after anything else', async () => {
    const asked: number[] = [];
    const store = withPromises({
      ...opened(),
      commit(commit) {
        asked.push(commit.effects.filter(({ kind }) => kind === 'promises-follow').length);
        return opened().commit(commit);
      },
    });
    for (const command of straightOn.slice(0, 3)) await send(command, store);
    await send(sample('LinkCase'), store);
    deepEqual(asked, [1, 0, 1, 0]);
  });

  it('opens, and does nothing the second time', async () => {
    await submit();
    const [effect] = await waiting();
    const runner = promiseRunner(depsOf(opened()));
    const run = () => runner.run(effect!, new AbortController().signal);
    await run();
    const before = await opened().history(`deadline-${promiseId(about, 'triage')}` as never);
    deepEqual([await run(), await standing()], [{ done: true }, ['triage open']]);
    deepEqual(await opened().history(`deadline-${promiseId(about, 'triage')}` as never), before);
  });
  it('promises nothing about a draft, about nothing, and about what nobody follows', async () => {
    await send(straightOn[0]!);
    await inStep();
    await lookAgain(depsOf(opened()), { kind: 'own', id: 'x' });
    await lookAgain(depsOf(opened()), { kind: 'case' });
    deepEqual(await files(), []);
  });
  it('says that it was done, and opens what comes next', async () => {
    await submit();
    await inStep();
    await send(sample('DecideTriage'));
    await inStep();
    deepEqual((await standing()).toSorted(), ['conference open', 'triage done']);
    deepEqual((await one('triage'))?.ended?.by, 'system');
  });
  it('drops with a reason what a closed case needs no longer, and keeps it again when that opens', async () => {
    for (const command of straightOn.slice(0, 8)) await send(command);
    await inStep();
    for (const command of straightOn.slice(8, 10)) await send(command);
    await inStep();
    deepEqual(
      [(await one('conference'))?.stage, (await one('conference'))?.ended?.note],
      ['dropped', 'De casus is gesloten.'],
    );
    await send(sample('ReopenCase', { monitorBy: '2027-02-01T09:00:00.000Z' }));
    await inStep();
    deepEqual((await standing()).toSorted(), ['conference dropped', 'look-back open']);
  });
  it('hands over to another process director, and to another chair of whom the case knows nothing', async () => {
    await submit();
    await inStep();
    await inStep(depsOf(opened(), story.member));
    deepEqual([(await one('triage'))?.owner, (await one('triage'))?.steward], [story.member, story.member]);
    for (const command of straightOn.slice(3, 5)) await send(command);
    await inStep();
    await send(sample('ReplaceProcessDirector'));
    await inStep();
    equal((await one('conference'))?.owner, story.helper);
  });
  it('knows of what comes back when it was done last', async () => {
    for (const command of straightOn.slice(0, 8)) await send(command);
    await send(sample('RecordProgress'));
    await inStep();
    const next = '2027-01-19T09:00:00.000Z';
    await send(sample('RecordProgress', { what: 'looked-back', monitorBy: next }));
    await inStep();
    const file = await one('look-back');
    deepEqual([file?.due, file?.kept.length, file?.moves.length, file?.stage], [next, 1, 0, 'open']);
  });
  it('leaves what people have in hand to them', async () => {
    await submit();
    await send({ type: 'DecideTriage', data: triage('return') });
    await inStep();
    const id = promiseId(about, 'hand-over');
    const order = () => ({ at: clock.now(), by: story.chair, commandId: commandId(newId()) });
    const at = story.at;
    await sendDeadline(depsOf(opened()), order(), {
      id,
      command: { type: 'HandOverDeadline', data: { at, to: story.member, by: story.chair, note: '' } },
    });
    await inStep();
    equal((await one('hand-over'))?.owner, story.member);
    await sendDeadline(depsOf(opened()), order(), {
      id,
      command: { type: 'CompleteDeadline', data: { at, note: '', by: story.chair } },
    });
    await inStep();
    equal((await one('hand-over'))?.stage, 'done');
  });
  it('does not undo with an old look what a newer one brought', async () => {
    await submit();
    const store = opened();
    let triaged = false;
    // Somebody decides between the look at the case and what is kept because of it.
    const slow: Store = {
      ...store,
      async find(find) {
        const found = await store.find(find);
        if (!triaged) {
          triaged = true;
          await send(sample('DecideTriage'));
          await lookAgain(depsOf(store), about);
        }
        return found;
      },
    };
    await lookAgain(depsOf(slow), about);
    deepEqual((await standing()).toSorted(), ['conference open', 'triage done']);
  });

  it('is, after whatever happened to a case and whenever it was looked at, what the case asks for', async () => {
    const course = fc.tuple(anyCourse, fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }));
    const samples = fc.sample(course, { numRuns: 25, seed: 7 });
    for (const [commands, looks] of samples) {
      const { store, close } = await openTemporary();
      let state: Case = { stage: 'none' };
      for (const [index, command] of commands.entries()) {
        state = await send(command, store);
        if (looks[index] === true) await inStep(depsOf(store));
      }
      await inStep(depsOf(store));
      const kept = await findDeadlines({ store }, [
        { field: 'about', equals: story.id },
        { field: 'stage', equals: 'open' },
      ]);
      const wished = isSubmitted(state) ? casePromises(state, around).wished : [];
      const shape = (each: Readonly<{ owner: string; due: string }>, id: string) => [id, each.owner, each.due];
      deepEqual(
        kept.map((file) => shape(file, file.id)).toSorted(),
        wished.map((each) => shape(each, promiseId(about, each.key))).toSorted(),
      );
      deepEqual(stateOf(caseAggregate, await store.load(stream)), state);
      await close();
    }
  }).timeout(60_000);
});

import { commandId, type PersonId } from '../../../src/core/ids.ts';
import { inboxAggregate } from '../../../src/features/deadlines/aggregates.ts';
import { type DeadlineFile, deadlineId, type Facts, isKept } from '../../../src/features/deadlines/deadline-state.ts';
import { keepDeadline, loadDeadline } from '../../../src/features/deadlines/deadlines-desk.ts';
import { type InboxFile, inboxStream } from '../../../src/features/deadlines/inbox.ts';
import { defaultPlans, type PlanName } from '../../../src/features/deadlines/nudge-plan.ts';
import { nudgeRunners } from '../../../src/features/deadlines/runner-desk.ts';
import { deadlinesFeature } from '../../../src/features/deadlines/teams.ts';
import { stateOf } from '../../../src/store/handle.ts';
import { demoPerson, openBench as openFeatureBench, openSources } from '../../support/feature-bench.ts';

export const people = {
  /** Owes it. */
  fatima: demoPerson('7'),
  /** Answers for it. */
  marieke: demoPerson('5'),
  tom: demoPerson('8'),
  jan: demoPerson('9'),
  els: demoPerson('24'),
  judith: demoPerson('28'),
  erik: demoPerson('13'),
  nobody: demoPerson('99'),
};

/** Wednesday afternoon of the next week, nine days on. */
export const dueDay = '2026-12-02T16:00:00.000Z';

export type DeadlinesBench = Awaited<ReturnType<typeof openBench>>;
type Keeping = Partial<Facts> & Readonly<{ id?: string; plan?: PlanName }>;

/** The feature on a real store with a worker and the demo's people. */
export async function openBench() {
  const sources = await openSources();
  const deps = { ...sources.deps, nudgePlans: defaultPlans };
  const bench = openFeatureBench(sources, deadlinesFeature(deps), nudgeRunners(deps));
  const fileOf = async (id = 'case-7'): Promise<DeadlineFile> => {
    const state = await loadDeadline(deps, deadlineId(id));
    if (!isKept(state)) throw new Error(`no deadline ${id}`);
    return state;
  };
  return {
    ...bench,
    deps,
    fileOf,
    /** Something that another feature keeps. */
    async keep({ id = 'case-7', plan = 'long', ...changes }: Keeping = {}): Promise<void> {
      const facts: Facts = {
        ...{ title: { nl: 'Eerste overleg plannen', en: 'Plan the first meeting' }, kind: 'one-off', dependsOn: [] },
        ...{ about: { kind: 'case', number: 'LI-2026-0002' }, due: dueDay, watchers: [people.tom] },
        ...{ owner: people.fatima, steward: people.marieke },
        levels: { official: [people.judith], administrative: [people.els] },
        ...changes,
      };
      const order = { at: deps.clock.now(), by: 'system', commandId: commandId(deps.newId()) } as const;
      const told = await keepDeadline(deps, order, { id: deadlineId(id), facts, plan, reason: 'Wens.' });
      if (!told.ok) throw new Error(told.refused);
      await bench.settled();
    },
    async inboxOf(person: PersonId): Promise<InboxFile> {
      const state = stateOf(inboxAggregate, await deps.store.load(inboxStream(person)));
      if (state.status === 'none') throw new Error('nothing was told to them');
      return state;
    },
    /** When what follows from a click was told too. */
    async told(): Promise<void> {
      await bench.settled();
      sources.passMs(1_000);
      await bench.settled();
    },
    /** The morning of a day, when everything of that day has been told. */
    async morningOf(day: string): Promise<void> {
      for (const time of ['06:00:30', '07:30:00', '07:33:00']) {
        sources.passMs(Date.parse(`${day}T${time}.000Z`) - deps.clock.now().getTime());
        await bench.settled();
      }
    },
    /** The newest card of the feature to somebody, as it reads now. */
    async newest(person: PersonId, card = 'deadlines/nudge'): Promise<string> {
      const theirs = bench.sent.filter(
        ({ data }) => data['card'] === card && (data['to'] as { person?: string }).person === person,
      );
      const last = theirs.at(-1);
      return last ? bench.seen(last) : '';
    },
    /** Where the newest reminder stands: what its buttons bring along. */
    async place(person: PersonId, id = 'case-7') {
      const state = stateOf(inboxAggregate, await deps.store.load(inboxStream(person)));
      const item = state.status === 'none' ? undefined : state.items.findLast(({ deadline }) => deadline === id);
      return { deadline: id, key: item?.key ?? 'none' };
    },
  };
}

import { commandId } from '../../src/core/ids.ts';
import { fold } from '../../src/core/decider.ts';
import { caseAggregate } from '../../src/features/cases/aggregate.ts';
import { caseDecider, caseStream } from '../../src/features/cases/case.ts';
import type { CaseEvent } from '../../src/features/cases/case-messages.ts';
import type { PurgeDeps } from '../../src/privacy/purge.ts';
import { defaultRetention } from '../../src/privacy/retention.ts';
import type { Store } from '../../src/store/store.ts';
import { id, later } from '../features/cases/stories.ts';
import { commit, effect, note } from './store-samples.ts';

/** More than a year after the case of the stories was closed. */
export const now = '2028-01-10T09:00:00.000Z';

/** The case with this history, with an advice, a request for a place and for money, a deadline of its own and one of the advice. */
export async function fillCase(store: Store, history: readonly CaseEvent[]): Promise<void> {
  const state = fold(caseDecider, history);
  const fields = caseAggregate.fields(state);
  const effects = [effect('card-triage', { data: { text: 'Wout de Vries' } })];
  await commit(store, {
    ...{ stream: caseStream(id), type: 'case', events: history, effects, fields },
    ...{ state: state, commandId: commandId('history') },
  });
  const about = { case: id, updatedAt: later };
  const words = [note('advies van een deskundige')];
  await commit(store, {
    stream: other('consultation-k1'),
    type: 'consultation',
    fields: about,
    events: words,
    effects,
  });
  await commit(store, { stream: other('placerequest-p1'), type: 'placerequest', fields: about, events: words });
  await commit(store, {
    stream: other('moneyrequest-m1'),
    type: 'moneyrequest',
    fields: about,
    events: [note('geld')],
  });
  for (const [name, of] of Object.entries({
    'deadline-d1': id,
    'deadline-d2': 'k1',
    'deadline-d3': 'elsewhere',
  }))
    await commit(store, {
      stream: other(name),
      type: 'deadline',
      fields: { about: of, due: later },
      events: [note('Wout de Vries')],
    });
}

export const other = (name: string) => name as ReturnType<typeof caseStream>;

export function purgeDeps(store: Store, rest: Partial<PurgeDeps> = {}): PurgeDeps {
  return {
    store,
    directory: { people: async () => [] },
    clock: { now: () => new Date(now) },
    log: { error: () => undefined },
    retention: defaultRetention,
    ...rest,
  };
}

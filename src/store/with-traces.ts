import type { Effect } from '../core/effect.ts';
import type { Tracing } from '../core/tracing.ts';
import type { EventStore } from './event-store.ts';

/** In the data of an effect, so that whichever instance runs it knows what it came from. */
export const tracedFrom = 'traceparent';

/** The same store, of which reading and writing is followed. */
export function withTraces<Store extends EventStore>(store: Store, tracing: Tracing): Store {
  const follow = <Answer>(command: string, run: () => Promise<Answer>): Promise<Answer> =>
    tracing.follow({ name: 'store', facts: { command } }, run);
  return {
    ...store,
    load: (stream) => follow('load', () => store.load(stream)),
    history: (stream) => follow('history', () => store.history(stream)),
    find: (find) => follow('find', () => store.find(find)),
    commit(commit) {
      const effects = marked(commit.effects, tracing.here());
      return follow('commit', () => store.commit({ ...commit, effects }));
    },
  };
}

/** What waits for its day begins a story of its own: that of a round which plans the next would never end. */
function marked(effects: readonly Effect[], here: string | undefined): readonly Effect[] {
  if (here === undefined) return effects;
  return effects.map((effect) =>
    effect.due === undefined ? { ...effect, data: { ...effect.data, [tracedFrom]: here } } : effect,
  );
}

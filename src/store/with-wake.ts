import { type StreamId } from '../core/ids.ts';
import { type EventStore } from './event-store.ts';

/** The same store, which tells of each commit that left effects: the worker of this instance need not wait for its poll. */
export function withWake<Store extends EventStore>(store: Store, onCommit: (stream: StreamId) => void): Store {
  return {
    ...store,
    async commit(commit) {
      const answer = await store.commit(commit);
      if (answer === 'committed' && commit.effects.length > 0) onCommit(commit.stream);
      return answer;
    },
  };
}

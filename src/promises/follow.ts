import type { StreamId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import type { CaseClocks } from '../features/cases/index.ts';
import type { About } from '../features/deadlines/index.ts';
import type { Directory } from '../features/directory/index.ts';
import type { PlaceClocks } from '../features/places/index.ts';
import type { EffectRunner } from '../store/effect-queue.ts';
import type { EventStore } from '../store/event-store.ts';
import { type Followed, followed } from './followed.ts';
import { keepInStep, type StepDeps } from './keep-in-step.ts';

export type PromisesDeps = StepDeps &
  Readonly<{ directory: Directory; settings: Readonly<{ clocks: CaseClocks }>; placeClocks: PlaceClocks }>;

const followKind = 'promises-follow';

/** The same store, in which what is promised is looked at again after every change that it hangs on. */
export function withPromises<Store extends EventStore>(store: Store): Store {
  return {
    ...store,
    commit(commit) {
      const one = followed.find(({ type }) => type === commit.type);
      if (!one || !isTouched(one, commit.read.state, commit.state)) return store.commit(commit);
      const effect = { kind: followKind, key: 'promises', data: { type: one.type } };
      return store.commit({ ...commit, effects: [...commit.effects, effect] });
    },
  };
}

function isTouched({ parts }: Followed, before: JsonObject | undefined, after: JsonObject): boolean {
  return parts.some((part) => JSON.stringify(before?.[part]) !== JSON.stringify(after[part]));
}

/** Brings what is promised in step some time after a change; it may run twice, or late. */
export function promiseRunner(deps: PromisesDeps): EffectRunner {
  return {
    kind: followKind,
    async run({ stream, data }) {
      const one = followed.find(({ type }) => type === data['type']);
      if (one) await follow(deps, one, stream);
      return { done: true };
    },
  };
}

/** The same at once: before anybody is reminded of something. */
export async function lookAgain(deps: PromisesDeps, { kind, id }: About): Promise<void> {
  const one = followed.find((each) => each.kind === kind);
  if (one && id !== undefined) await follow(deps, one, one.stream(id));
}

const mostLooks = 5;

/** What changed while it was brought in step is looked at once more: an old look must not undo a newer one. */
async function follow(deps: PromisesDeps, one: Followed, stream: StreamId): Promise<void> {
  const { store, directory, isHoliday, clock, settings, placeClocks } = deps;
  let seen = await store.load(stream);
  for (let looks = 0; looks < mostLooks && seen.state; looks++) {
    const around = { directory, isHoliday, caseClocks: settings.clocks, placeClocks, now: clock.now() };
    const promises = await one.promises(seen.state, around);
    if (promises) await keepInStep(deps, promises);
    const after = await store.load(stream);
    if (after.version === seen.version) return;
    seen = after;
  }
}

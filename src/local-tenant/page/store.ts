export type Store<State> = Readonly<{ get(): State; update(change: (state: State) => State): void }>;

/** Changes within one task are shown at once, in one go. */
export function createStore<State>(initial: State, show: (state: State) => void): Store<State> {
  let state = initial;
  let planned = false;
  return {
    get: () => state,
    update(change) {
      state = change(state);
      if (planned) return;
      planned = true;
      queueMicrotask(() => {
        planned = false;
        show(state);
      });
    },
  };
}

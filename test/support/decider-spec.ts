import { deepStrictEqual } from 'node:assert/strict';
import { type Decider, fold, type Message } from '../../src/core/decider.ts';

type Then<Event extends Message, Code extends string> = Readonly<{
  thenEvents(...events: readonly Event[]): void;
  thenRefused(code: Code): void;
  /** Accepted, and nothing to record: it was so already. */
  thenNothing(): void;
}>;

type Given<Command extends Message, Event extends Message, Code extends string> = (
  ...history: readonly Event[]
) => Readonly<{ when(command: Command): Then<Event, Code> }>;

/** given(history).when(command).then(events in exactly this order) */
export function specify<State, Command extends Message, Event extends Message, Code extends string>(
  decider: Decider<State, Command, Event, Code>,
): Given<Command, Event, Code> {
  return (...history) => ({
    when(command) {
      const decision = decider.decide(command, fold(decider, history));
      return {
        thenEvents: (...events) => deepStrictEqual(decision, { outcome: 'accepted', events }),
        thenRefused: (code) => deepStrictEqual(decision, { outcome: 'refused', code }),
        thenNothing: () => deepStrictEqual(decision, { outcome: 'accepted', events: [] }),
      };
    },
  });
}

export type Message = Readonly<{ type: string; data: object }>;

/** What a decider answers: facts to record, or a reason the actor can be told. */
export type Decision<Event extends Message, Code extends string> =
  Readonly<{ outcome: 'accepted'; events: readonly Event[] }> | Readonly<{ outcome: 'refused'; code: Code }>;

/** Pure: no clock, no I/O, no randomness. Time, ids and people come in with the command. */
export type Decider<State, Command extends Message, Event extends Message, Code extends string> = Readonly<{
  initial: State;
  decide(command: Command, state: State): Decision<Event, Code>;
  evolve(state: State, event: Event): State;
}>;

export function accept<const Events extends readonly Message[]>(...events: Events): Decision<Events[number], never> {
  return { outcome: 'accepted', events };
}

export function refuse<Code extends string>(code: Code): Decision<never, Code> {
  return { outcome: 'refused', code };
}

export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

/** Every known event is handled above (checked by the compiler); one from a newer deployment leaves the state as it was. */
export function unchanged<State>(state: State, _event: never): State {
  return state;
}

export function fold<State, Event extends Message>(
  decider: Readonly<{ initial: State; evolve(state: State, event: Event): State }>,
  events: readonly Event[],
): State {
  return events.reduce((state, event) => decider.evolve(state, event), decider.initial);
}

/** One function a message type: the compiler sees that none is forgotten, and no switch grows long. */
export type Handlers<Known extends Message, State, Result> = {
  readonly [Type in Known['type']]: (data: Extract<Known, { type: Type }>['data'], state: State) => Result;
};

/** Undefined for a message that the table does not know: one from a newer deployment, or one for another state. */
export function dispatch<Known extends Message, State, Result>(
  handlers: Handlers<Known, State, Result>,
  message: Message,
  state: State,
): Result | undefined {
  if (!Object.hasOwn(handlers, message.type)) return undefined;
  const handler = handlers[message.type as Known['type']];
  return handler(message.data, state);
}

type Rules<State, Command extends Message, Event extends Message, Code extends string> = Readonly<{
  initial: State;
  decisions: Handlers<Command, State, Decision<Event, Code>>;
  evolve(state: State, event: Event): State;
}>;

/** A decider whose commands are in a table; a command that is not in it is a fault of ours. */
export function deciderOf<State, Command extends Message, Event extends Message, Code extends string>({
  decisions,
  ...rest
}: Rules<State, Command, Event, Code>): Decider<State, Command, Event, Code> {
  return {
    ...rest,
    decide(command, state) {
      const decision = dispatch(decisions, command, state);
      if (!decision) throw new Error(`unknown command ${command.type}`);
      return decision;
    },
  };
}

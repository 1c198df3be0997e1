import { accept, type Decider, type Decision, refuse, unchanged, unreachable } from '../../src/core/decider.ts';
import { type Effect } from '../../src/core/effect.ts';
import { type Aggregate } from '../../src/store/handle.ts';

/** A show of hands, just large enough to see what the store makes of an aggregate. */
export type TallyCommand =
  { type: 'Vote'; data: { voter: string; choice: 'yes' | 'no' } } | { type: 'Close'; data: Record<string, never> };
export type TallyEvent =
  { type: 'Voted'; data: { voter: string; choice: 'yes' | 'no' } } | { type: 'Closed'; data: { votes: number } };
export type TallyRefusal = 'closed' | 'nobody-voted';
export type Tally = Readonly<{ votes: Readonly<Record<string, string>>; closed: boolean }>;

function decide(command: TallyCommand, { votes, closed }: Tally): Decision<TallyEvent, TallyRefusal> {
  if (closed) return refuse('closed');
  switch (command.type) {
    case 'Vote':
      return votes[command.data.voter] === command.data.choice
        ? accept()
        : accept({ type: 'Voted', data: command.data });
    case 'Close': {
      const count = Object.keys(votes).length;
      return count === 0 ? refuse('nobody-voted') : accept({ type: 'Closed', data: { votes: count } });
    }
    default:
      return unreachable(command);
  }
}

function evolve(state: Tally, event: TallyEvent): Tally {
  switch (event.type) {
    case 'Voted':
      return { ...state, votes: { ...state.votes, [event.data.voter]: event.data.choice } };
    case 'Closed':
      return { ...state, closed: true };
    default:
      return unchanged(state, event);
  }
}

const decider: Decider<Tally, TallyCommand, TallyEvent, TallyRefusal> = {
  initial: { votes: {}, closed: false },
  decide,
  evolve,
};

function react(event: TallyEvent, state: Tally): readonly Effect[] {
  if (event.type === 'Closed') return [{ kind: 'tell', key: 'closed', data: { votes: event.data.votes } }];
  return [{ kind: 'tell', key: 'count', data: { votes: Object.keys(state.votes).length } }];
}

export const tally: Aggregate<Tally, TallyCommand, TallyEvent, TallyRefusal> = {
  type: 'tally',
  decider,
  react,
  fields: ({ votes, closed }) => ({ closed, voters: Object.keys(votes) }),
};

export const vote = (voter: string, choice: 'yes' | 'no' = 'yes'): TallyCommand => ({
  type: 'Vote',
  data: { voter, choice },
});
export const close: TallyCommand = { type: 'Close', data: {} };

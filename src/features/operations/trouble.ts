import { accept, type Decider, type Decision, deciderOf, dispatch, type Handlers } from '../../core/decider.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';

export const troubleStream: StreamId = streamId('trouble', 'effects');

/** One effect that the bot gave up; `due`: the UTC instant from which it should have run. */
export type GivenUp = Readonly<{ stream: StreamId; key: string; kind: string; due: string }>;

/** From the first effect that is given up until all of them are done is one episode, with a card of its own. */
export type TroubleFile = Readonly<{
  status: 'open' | 'solved';
  episode: number;
  since: string;
  parked: readonly GivenUp[];
  /** Put back, and not done yet. */
  again: readonly GivenUp[];
  operators: readonly PersonId[];
  endedAt?: string;
}>;
export type Trouble = Readonly<{ status: 'none' }> | TroubleFile;

type Seen = Readonly<{
  at: string;
  parked: readonly GivenUp[];
  again: readonly GivenUp[];
  operators: readonly PersonId[];
}>;

export type TroubleCommand = { type: 'NoteTrouble'; data: Seen };
export type TroubleEvent =
  | { type: 'TroubleFound'; data: Seen }
  | { type: 'TroubleChanged'; data: Seen }
  | { type: 'TroubleSolved'; data: Readonly<{ at: string }> };

/** What it is told is how things are: there is nothing to refuse. */
type Answer = Decision<TroubleEvent, never>;

function note(seen: Seen, state: Trouble): Answer {
  if (state.status !== 'open')
    return seen.parked.length === 0 ? accept() : accept({ type: 'TroubleFound', data: seen });
  if (seen.parked.length + seen.again.length === 0) return accept({ type: 'TroubleSolved', data: { at: seen.at } });
  return isSame(seen, state) ? accept() : accept({ type: 'TroubleChanged', data: seen });
}

function isSame(seen: Seen, file: TroubleFile): boolean {
  const facts = ({ parked, again, operators }: Omit<Seen, 'at'>): string => JSON.stringify([parked, again, operators]);
  return facts(seen) === facts(file);
}

const applied: Handlers<TroubleEvent, Trouble, Trouble> = {
  TroubleFound: ({ at, ...seen }, state) => ({ ...seen, status: 'open', episode: episodeOf(state) + 1, since: at }),
  TroubleChanged: ({ at: _at, ...seen }, state) => (state.status === 'none' ? state : { ...state, ...seen }),
  TroubleSolved: ({ at }, state) =>
    state.status === 'none' ? state : { ...state, status: 'solved', parked: [], again: [], endedAt: at },
};

const episodeOf = (state: Trouble): number => (state.status === 'none' ? 0 : state.episode);

export const troubleDecider: Decider<Trouble, TroubleCommand, TroubleEvent, never> = deciderOf<
  Trouble,
  TroubleCommand,
  TroubleEvent,
  never
>({
  initial: { status: 'none' },
  decisions: { NoteTrouble: note },
  evolve: (state, event) => dispatch(applied, event, state) ?? state,
});

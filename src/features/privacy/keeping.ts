import { accept, type Decider, type Decision, deciderOf, dispatch, type Handlers } from '../../core/decider.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';

export const keepingStream: StreamId = streamId('keeping', 'daily');

/** What one look brought: which cases were deleted because their term is over. `waiting`: how many are still there, and why. */
export type Sweep = Readonly<{
  purged: readonly string[];
  /** Numbers of those whose channel somebody must delete in Teams. */
  channels: readonly string[];
  waiting: number;
  /** How many forms that were never submitted were deleted. */
  drafts?: number;
  problem?: 'no-folder' | 'export-failed';
}>;

/** `day`: in Amsterdam. `people`: who must hear it. */
export type Swept = Sweep & Readonly<{ day: string; people: readonly PersonId[] }>;

export type Keeping = Readonly<{ status: 'none' }> | (Readonly<{ status: 'told' }> & Swept);
export type KeepingCommand = { type: 'TellSweep'; data: Swept };
export type KeepingEvent = { type: 'SweepTold'; data: Swept };

/** What it is told is how things are: there is nothing to refuse. What waits is told again only when that changes. */
function tell(swept: Swept, state: Keeping): Decision<KeepingEvent, never> {
  const isNews =
    swept.purged.length > 0 || (swept.drafts ?? 0) > 0 || (swept.problem !== undefined && !isToldOf(swept, state));
  return isNews ? accept({ type: 'SweepTold', data: swept }) : accept();
}

function isToldOf({ problem, waiting }: Swept, state: Keeping): boolean {
  return state.status === 'told' && state.problem === problem && state.waiting === waiting;
}

const applied: Handlers<KeepingEvent, Keeping, Keeping> = {
  SweepTold: (swept) => ({ status: 'told', ...swept }),
};

export const keepingDecider: Decider<Keeping, KeepingCommand, KeepingEvent, never> = deciderOf<
  Keeping,
  KeepingCommand,
  KeepingEvent,
  never
>({
  initial: { status: 'none' },
  decisions: { TellSweep: tell },
  evolve: (state, event) => dispatch(applied, event, state) ?? state,
});

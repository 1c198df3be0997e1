import { accept, type Decider, type Decision, deciderOf, dispatch, type Handlers, refuse } from '../../core/decider.ts';
import { streamId, type StreamId } from '../../core/ids.ts';
import { addDays, atLocalTime, isWorkingDay, type IsHoliday, localDate } from '../../core/working-time.ts';

/** The one daily round, whichever instance makes it. */
export const roundStream: StreamId = streamId('round', 'daily');

/** When people begin, so that it lies there for them. */
const roundAt = '08:30';

/** The next morning of a working day on which a round is made, after this instant. */
export function nextRound(after: string, isHoliday: IsHoliday): string {
  let day = localDate(after);
  while (!isWorkingDay(day, isHoliday) || atLocalTime(day, roundAt) <= after) day = addDays(day, 1);
  return atLocalTime(day, roundAt);
}

/** Whether a round may be made now: also later on a working day, when the bot was away in the morning. */
export function isRoundTime(now: string, isHoliday: IsHoliday): boolean {
  const day = localDate(now);
  return isWorkingDay(day, isHoliday) && atLocalTime(day, roundAt) <= now;
}

/** `next`: a UTC instant; `last`: the day of the last round. */
export type Round = Readonly<{ status: 'none' }> | Readonly<{ status: 'planned'; next: string; last?: string }>;

export type RoundCommand =
  | { type: 'PlanRound'; data: Readonly<{ at: string; next: string }> }
  | { type: 'EndRound'; data: Readonly<{ at: string; day: string; next: string }> };
export type RoundEvent =
  | { type: 'RoundPlanned'; data: Readonly<{ at: string; next: string }> }
  | { type: 'RoundMade'; data: Readonly<{ at: string; day: string; next: string }> };
export type RoundRefusal = 'not-planned';

type Answer = Decision<RoundEvent, RoundRefusal>;

function plan(data: Extract<RoundCommand, { type: 'PlanRound' }>['data'], state: Round): Answer {
  return state.status === 'none' ? accept({ type: 'RoundPlanned', data }) : accept();
}

function end(data: Extract<RoundCommand, { type: 'EndRound' }>['data'], state: Round): Answer {
  if (state.status === 'none') return refuse('not-planned');
  return state.last === data.day ? accept() : accept({ type: 'RoundMade', data });
}

const applied: Handlers<RoundEvent, Round, Round> = {
  RoundPlanned: ({ next }) => ({ status: 'planned', next }),
  RoundMade: ({ day, next }) => ({ status: 'planned', next, last: day }),
};

export const roundDecider: Decider<Round, RoundCommand, RoundEvent, RoundRefusal> = deciderOf<
  Round,
  RoundCommand,
  RoundEvent,
  RoundRefusal
>({
  initial: { status: 'none' },
  decisions: { PlanRound: plan, EndRound: end },
  evolve: (state, event) => dispatch(applied, event, state) ?? state,
});

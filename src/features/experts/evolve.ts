import { dispatch, type Handlers } from '../../core/decider.ts';
import type { ExpertEvent, Release } from './expert-messages.ts';
import type { Counts, EngagedExpert, ExpertState } from './expert-state.ts';

type Data<Type extends ExpertEvent['type']> = Extract<ExpertEvent, { type: Type }>['data'];

const applied: Handlers<ExpertEvent, ExpertState, ExpertState> = {
  ExpertRegistered: registered,
  ExpertChanged: ({ expert }, state) => changed(state, (known) => ({ ...known, expert })),
  ExpertPaused: ({ until }, state) =>
    changed(state, (known) => ({
      ...withoutPause(known),
      status: 'paused',
      ...(until === undefined ? {} : { pausedUntil: until }),
    })),
  ExpertResumed: (_data, state) => changed(state, (known) => ({ ...withoutPause(known), status: 'registered' })),
  ExpertLeft: (_data, state) => changed(state, (known) => ({ ...withoutPause(known), status: 'left' })),
  HoursReserved: reserved,
  EngagementAccepted: engagementAccepted,
  HoursReleased: released,
};

/** An event from a newer deployment leaves the state as it was. */
export function evolve(state: ExpertState, event: ExpertEvent): ExpertState {
  return dispatch(applied, event, state) ?? state;
}

function changed(state: ExpertState, change: (known: EngagedExpert) => EngagedExpert): ExpertState {
  return state.status === 'none' ? state : change(state);
}

function withoutPause({ pausedUntil: _pausedUntil, ...rest }: EngagedExpert): EngagedExpert {
  return rest;
}

const nothingCounted: Counts = { asked: 0, accepted: 0, declined: 0, expired: 0 };

function registered({ at, expert }: Data<'ExpertRegistered'>, state: ExpertState): ExpertState {
  const before = state.status === 'none' ? { engagements: [], counts: nothingCounted } : withoutPause(state);
  return { ...before, status: 'registered', expert, registeredAt: at };
}

function reserved({ at, consultation, hours }: Data<'HoursReserved'>, state: ExpertState): ExpertState {
  return changed(state, (known) => ({
    ...known,
    engagements: [...known.engagements, { consultation, hours, since: at, accepted: false }],
    counts: counted(known.counts, 'asked'),
    lastAskedAt: at,
  }));
}

function engagementAccepted({ consultation }: Data<'EngagementAccepted'>, state: ExpertState): ExpertState {
  return changed(state, (known) => ({
    ...known,
    engagements: known.engagements.map((each) =>
      each.consultation === consultation ? { ...each, accepted: true } : each,
    ),
    counts: counted(known.counts, 'accepted'),
  }));
}

function released({ consultation, because }: Data<'HoursReleased'>, state: ExpertState): ExpertState {
  return changed(state, (known) => ({
    ...known,
    engagements: known.engagements.filter((each) => each.consultation !== consultation),
    counts: afterRelease(known.counts, because),
  }));
}

/** Who was never invited was never asked. */
function afterRelease(counts: Counts, because: Release): Counts {
  if (because === 'declined' || because === 'expired') return counted(counts, because);
  return because === 'not-invited' ? { ...counts, asked: counts.asked - 1 } : counts;
}

function counted(counts: Counts, what: keyof Counts): Counts {
  return { ...counts, [what]: counts[what] + 1 };
}

import { type Decider, deciderOf, dispatch, type Handlers } from '../../core/decider.ts';
import * as deciding from './decide-deadline.ts';
import type { Dates, DeadlineCommand, DeadlineEvent, DeadlineRefusal } from './deadline-messages.ts';
import type { Deadline, DeadlineFile, Told } from './deadline-state.ts';

type Data<Type extends DeadlineEvent['type']> = Extract<DeadlineEvent, { type: Type }>['data'];

const applied: Handlers<DeadlineEvent, Deadline, Deadline> = {
  DeadlineKept: kept,
  DeadlineReworded: ({ facts: { owner: _owner, due: _due, month: _month, ...facts }, plan, moments }, state) =>
    changed(state, () => ({ ...facts, plan, ...(moments === undefined ? {} : { moments }) })),
  DeadlineMoved: ({ at, due, month, moments, from, reason, by }, state) =>
    changed(state, ({ moves }) => ({
      ...dated({ at, due, moments, ...(month === undefined ? {} : { month }) }),
      moves: [...moves, { from, to: due, reason, by, at }],
    })),
  DeadlineCompleted: ({ at, note, by }, state) =>
    changed(state, ({ kept: before, due }) => ({
      ...{ stage: 'done', moments: [], ended: { by, at, note }, kept: [...before, { due, note, by, at }] },
    })),
  CheckedIn: ({ at, was, note, by, ...dates }, state) =>
    changed(state, ({ kept: before }) => ({
      ...dated({ at, ...dates }),
      kept: [...before.slice(-mostKept + 1), { due: was, note, by, at }],
    })),
  DeadlineDropped: ({ at, reason, by }, state) =>
    changed(state, () => ({ stage: 'dropped', moments: [], ended: { by, at, note: reason } })),
  DeadlineHandedOver: (handed, state) =>
    changed(state, ({ told }) => ({ owner: handed.to, handed, told: joined(told, [{ person: handed.to }]) })),
  MomentReached: ({ at, moment, due, passed, people }, state) =>
    changed(state, ({ reached, moments, told }) => ({
      told: joined(told, people),
      reached: [...reached.slice(-mostReached + 1), { moment, due, at, passed }],
      moments: moments.filter((other) => other.to !== moment.to || other.at > moment.at),
    })),
  MomentPlanned: ({ moment }, state) => changed(state, ({ moments }) => ({ moments: [...moments, moment] })),
  ToldAnother: ({ told: other }, state) => changed(state, ({ told }) => ({ told: joined(told, [other]) })),
  EscalationAnswered: ({ by, text, at, level }, state) =>
    changed(state, ({ answers }) => ({ answers: [...answers, { by, text, at, level }] })),
};

/** What a state remembers of what comes back for years; the events keep all of it. */
const mostKept = 24;
const mostReached = 60;

/** Opened again, it keeps what happened before. */
function kept({ at, id, facts, plan, moments }: Data<'DeadlineKept'>, state: Deadline): Deadline {
  const history =
    state.stage === 'none' ? { moves: [], kept: [], reached: [], answers: [], told: [] } : historyOf(state);
  return { ...facts, ...history, stage: 'open', id, plan, moments, since: at };
}

function historyOf({ moves, kept: before, reached, answers, told }: DeadlineFile) {
  return { moves, kept: before, reached, answers, told };
}

function joined(told: readonly Told[], others: readonly Told[]): readonly Told[] {
  const isNew = (one: Told): boolean => !told.some((each) => each.person === one.person && each.behalf === one.behalf);
  return [...told, ...others.filter(isNew)];
}

function dated({ at, due, month, moments }: Dates & Readonly<{ at: string }>): Change {
  return { due, month, moments, since: at };
}

type Change = Partial<Omit<DeadlineFile, 'month'>> & Readonly<{ month?: string | undefined }>;

function changed(state: Deadline, change: (file: DeadlineFile) => Change): Deadline {
  if (state.stage === 'none') return state;
  const { month, ...rest } = { ...state, ...change(state) };
  return month === undefined ? rest : { ...rest, month };
}

export const deadlineDecider: Decider<Deadline, DeadlineCommand, DeadlineEvent, DeadlineRefusal> = deciderOf<
  Deadline,
  DeadlineCommand,
  DeadlineEvent,
  DeadlineRefusal
>({
  initial: { stage: 'none' },
  decisions: {
    KeepDeadline: deciding.keep,
    MoveDeadline: deciding.move,
    CompleteDeadline: deciding.complete,
    DropDeadline: deciding.drop,
    HandOverDeadline: deciding.handOver,
    ReturnDeadline: deciding.giveBack,
    ReachMoment: deciding.reach,
    TellAnother: deciding.tellAnother,
    AnswerEscalation: deciding.answer,
  },
  evolve: (state, event) => dispatch(applied, event, state) ?? state,
});

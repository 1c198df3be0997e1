import { accept, type Decision, refuse } from '../../core/decider.ts';
import type { DeadlineCommand, DeadlineEvent, DeadlineRefusal } from './deadline-messages.ts';
import { type Deadline, type DeadlineFile, type Facts, isKept, isOpen, type Moment } from './deadline-state.ts';

export type DeadlineDecision = Decision<DeadlineEvent, DeadlineRefusal>;
type Data<Type extends DeadlineCommand['type']> = Extract<DeadlineCommand, { type: Type }>['data'];

export function keep(data: Data<'KeepDeadline'>, state: Deadline): DeadlineDecision {
  if (!isOpen(state)) return accept({ type: 'DeadlineKept', data });
  const { at, facts, plan, moments, reason } = data;
  const moved = { at, due: facts.due, moments, ...monthOf(facts), from: state.due, reason, by: 'system' } as const;
  const { owner: from } = state;
  const handed = { at, from, to: facts.owner, by: 'system', note: reason, returned: false } as const;
  const planned = same(plan, state.plan) ? {} : { moments };
  return accept(
    ...(isReworded(state, data) ? [{ type: 'DeadlineReworded', data: { at, facts, plan, ...planned } } as const] : []),
    ...(facts.due === state.due ? [] : [{ type: 'DeadlineMoved', data: moved } as const]),
    ...(facts.owner === state.owner ? [] : [{ type: 'DeadlineHandedOver', data: handed } as const]),
  );
}

/** Owner and date have events of their own. */
function isReworded(state: DeadlineFile, { facts, plan }: Data<'KeepDeadline'>): boolean {
  const now = (Object.keys(facts) as (keyof Facts)[]).filter((key) => !['owner', 'due', 'month'].includes(key));
  return !same(plan, state.plan) || now.some((key) => !same(facts[key], state[key]));
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function monthOf({ month }: Readonly<{ month?: string }>): Readonly<{ month?: string }> {
  return month === undefined ? {} : { month };
}

export function move(data: Data<'MoveDeadline'>, state: Deadline): DeadlineDecision {
  return whileOpen(state, (file) => {
    if (file.deed) return refuse('kept-by-doing');
    if (data.due === file.due) return refuse('same-date');
    if (data.due <= data.at) return refuse('in-the-past');
    if (data.reason.trim() === '') return refuse('reason-missing');
    return accept({ type: 'DeadlineMoved', data: { ...data, from: file.due } });
  });
}

/** By hand, or by the feature that saw it done: only that ends what is kept by doing it. */
export function complete({ next, ...data }: Data<'CompleteDeadline'>, state: Deadline): DeadlineDecision {
  if (data.by === 'system' && !isOpen(state)) return accept();
  return whileOpen(state, (file) => {
    if (file.deed && data.by !== 'system') return refuse('kept-by-doing');
    if (file.kind === 'one-off' || !next) return accept({ type: 'DeadlineCompleted', data });
    return accept({ type: 'CheckedIn', data: { ...data, ...next, was: file.due } });
  });
}

export function drop(data: Data<'DropDeadline'>, state: Deadline): DeadlineDecision {
  if (data.by === 'system' && !isOpen(state)) return accept();
  return whileOpen(state, ({ deed }) => {
    if (deed && data.by !== 'system') return refuse('kept-by-doing');
    return data.reason.trim() === '' ? refuse('reason-missing') : accept({ type: 'DeadlineDropped', data });
  });
}

export function handOver(data: Data<'HandOverDeadline'>, state: Deadline): DeadlineDecision {
  return whileOpen(state, ({ deed, owner }) => {
    if (deed) return refuse('kept-by-doing');
    if (data.to === owner) return refuse('already-theirs');
    return accept({ type: 'DeadlineHandedOver', data: { ...data, from: owner, returned: false } });
  });
}

/** domain.md H5: it never becomes nobody's. */
export function giveBack({ at, by, reason }: Data<'ReturnDeadline'>, state: Deadline): DeadlineDecision {
  return whileOpen(state, ({ deed, owner, steward }) => {
    if (deed) return refuse('kept-by-doing');
    if (steward === owner) return refuse('nobody-else');
    if (reason.trim() === '') return refuse('reason-missing');
    const data = { at, by, from: owner, to: steward, note: reason, returned: true };
    return accept({ type: 'DeadlineHandedOver', data });
  });
}

/**
 * Of several moments that came while nobody looked, each audience hears of the last one only. Nothing happens when the
 * date was moved meanwhile or the thing is done: then nothing of this date is left to come.
 */
export function reach({ at, next, people }: Data<'ReachMoment'>, state: Deadline): DeadlineDecision {
  if (!isKept(state)) return refuse('unknown-deadline');
  if (!isOpen(state)) return accept();
  const come = state.moments.filter((moment) => moment.at <= at);
  const last = come.filter(({ to }, index) => come.findLastIndex((other) => other.to === to) === index);
  return accept(
    ...last.map((moment) => {
      const passed = come.filter((other) => other.to === moment.to && other !== moment).map(({ name }) => name);
      return {
        type: 'MomentReached',
        data: { at, moment, due: state.due, passed, people: people[moment.to] },
      } as const;
    }),
    ...repeats(state, { come, at, next }),
  );
}

type Repeating = Readonly<{ come: readonly Moment[]; at: string; next: Moment | undefined }>;

function repeats({ moments }: DeadlineFile, { come, at, next }: Repeating): readonly DeadlineEvent[] {
  const isLast = come.length > 0 && come.length === moments.length;
  return isLast && next ? [{ type: 'MomentPlanned', data: { at, moment: next } }] : [];
}

export function tellAnother(data: Data<'TellAnother'>, state: Deadline): DeadlineDecision {
  if (!isKept(state)) return refuse('unknown-deadline');
  const { person, behalf } = data.told;
  const known = state.told.some((each) => each.person === person && each.behalf === behalf);
  return known ? accept() : accept({ type: 'ToldAnother', data });
}

export function answer(data: Data<'AnswerEscalation'>, state: Deadline): DeadlineDecision {
  if (!isKept(state)) return refuse('unknown-deadline');
  if (!state.reached.some(({ moment }) => moment.to === data.level && moment.to !== 'owner'))
    return refuse('not-escalated');
  return data.text.trim() === '' ? refuse('answer-missing') : accept({ type: 'EscalationAnswered', data });
}

function whileOpen(state: Deadline, decide: (file: DeadlineFile) => DeadlineDecision): DeadlineDecision {
  if (!isKept(state)) return refuse('unknown-deadline');
  return isOpen(state) ? decide(state) : refuse('already-ended');
}

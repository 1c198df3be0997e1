import type { PersonId } from '../../core/ids.ts';
import type { Audience, DeadlineId, Facts, Moment, NudgePlan, Told } from './deadline-state.ts';

type By = PersonId | 'system';
type Dated = Readonly<{ at: string }>;
/** A date with what is told around it: worked out by who sends the command, who knows the holidays. */
export type Dates = Readonly<{ due: string; month?: string; moments: readonly Moment[] }>;

export type DeadlineCommand =
  /** Opens it, or brings it in step with what another feature knows now; a closed one is opened again. */
  | {
      type: 'KeepDeadline';
      data: Dated &
        Readonly<{ id: DeadlineId; facts: Facts; plan: NudgePlan; moments: readonly Moment[]; reason: string }>;
    }
  | { type: 'MoveDeadline'; data: Dated & Dates & Readonly<{ reason: string; by: By }> }
  /** `next`: when it comes back, for what does. */
  | { type: 'CompleteDeadline'; data: Dated & Readonly<{ note: string; by: By; next?: Dates }> }
  | { type: 'DropDeadline'; data: Dated & Readonly<{ reason: string; by: By }> }
  | { type: 'HandOverDeadline'; data: Dated & Readonly<{ to: PersonId; by: By; note: string }> }
  /** "Not my task": it goes back to who answers for it. */
  | { type: 'ReturnDeadline'; data: Dated & Readonly<{ by: PersonId; reason: string }> }
  /** A moment has come. `next`: what is told after all that is planned. */
  | {
      type: 'ReachMoment';
      data: Dated & Readonly<{ next?: Moment; people: Readonly<Record<Audience, readonly Told[]>> }>;
    }
  /** Somebody else hears it, in whose place they are away by now. */
  | { type: 'TellAnother'; data: Dated & Readonly<{ told: Told }> }
  | { type: 'AnswerEscalation'; data: Dated & Readonly<{ by: PersonId; level: Audience; text: string }> };

export type DeadlineEvent =
  | { type: 'DeadlineKept'; data: Extract<DeadlineCommand, { type: 'KeepDeadline' }>['data'] }
  /** `moments`: when its plan is another one. */
  | {
      type: 'DeadlineReworded';
      data: Dated & Readonly<{ facts: Facts; plan: NudgePlan; moments?: readonly Moment[] }>;
    }
  | { type: 'DeadlineMoved'; data: Dated & Dates & Readonly<{ from: string; reason: string; by: By }> }
  | { type: 'DeadlineCompleted'; data: Dated & Readonly<{ note: string; by: By }> }
  | { type: 'CheckedIn'; data: Dated & Dates & Readonly<{ was: string; note: string; by: By }> }
  | { type: 'DeadlineDropped'; data: Dated & Readonly<{ reason: string; by: By }> }
  | {
      type: 'DeadlineHandedOver';
      data: Dated & Readonly<{ from: PersonId; to: PersonId; by: By; note: string; returned: boolean }>;
    }
  | {
      type: 'MomentReached';
      data: Dated & Readonly<{ moment: Moment; due: string; passed: readonly string[]; people: readonly Told[] }>;
    }
  | { type: 'MomentPlanned'; data: Dated & Readonly<{ moment: Moment }> }
  | { type: 'ToldAnother'; data: Dated & Readonly<{ told: Told }> }
  | { type: 'EscalationAnswered'; data: Dated & Readonly<{ by: PersonId; level: Audience; text: string }> };

export type DeadlineRefusal =
  | 'unknown-deadline'
  | 'already-ended'
  | 'kept-by-doing'
  | 'note-missing'
  | 'same-date'
  | 'in-the-past'
  | 'reason-missing'
  | 'nobody-else'
  | 'already-theirs'
  | 'not-escalated'
  | 'answer-missing';

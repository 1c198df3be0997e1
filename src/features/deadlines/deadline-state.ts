import type { Brand } from '../../core/brand.ts';
import { type PersonId, type StreamId, streamId } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Text } from '../../core/locale.ts';
import type { CentreCode } from '../directory/index.ts';

export type DeadlineId = Brand<'DeadlineId'>;
export const deadlineId = (id: string): DeadlineId => id as DeadlineId;
export const deadlineStream = (id: DeadlineId): StreamId => streamId('deadline', id);

export const audiences = ['owner', 'official', 'administrative'] as const;
/** Who is told at a moment: whoever owes it, then officials, then administrators (domain.md D13). */
export type Audience = (typeof audiences)[number];

export const subjects = ['case', 'consultation', 'decision', 'place', 'money', 'plan', 'own'] as const;
export type SubjectKind = (typeof subjects)[number];

/** What it is about, as far as it may be shown in a chat: a number, never a name. */
export type About = Readonly<{ kind: SubjectKind; id?: string; number?: string; centre?: CentreCode; plan?: string }>;

/** Once; or again and again: a check-in on what goes on, or the next of a series (domain.md K6–K8, K10). */
export const deadlineKinds = ['one-off', 'continuous', 'recurring'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];
export type Rhythm = Readonly<{ every: number; unit: 'week' | 'month' }>;

/** A step of a nudge plan, counted from the deadline; working days skip weekends and holidays. */
export type Step = Readonly<{ by: number; unit: 'hour' | 'day' | 'working-day'; to: Audience }>;
/** `repeatDays`: after the last step the owner hears of it again every so many days, until it is kept. */
export type NudgePlan = Readonly<{ steps: readonly Step[]; repeatDays?: number }>;

/** `name` as people say it: `T-14`, `T+1`, `T-4h`. `at`: a UTC instant. */
export type Moment = Readonly<{ name: string; at: string; to: Audience }>;

/** The button that does the work, for what is kept by doing and not by saying so. */
export type Deed = Readonly<{ title: Text; verb: string; data: JsonObject; on: 'action' | 'dialog' }>;

/** Whom an escalation reaches; empty: the steward hears that there is nobody. */
export type Levels = Readonly<Record<Exclude<Audience, 'owner'>, readonly PersonId[]>>;

export type Facts = Readonly<{
  title: Text;
  about: About;
  kind: DeadlineKind;
  rhythm?: Rhythm;
  owner: PersonId;
  /** Who hears of it in the owner's place, while the owner is away. */
  deputy?: PersonId;
  /** Who answers for it that it has an owner: hands it out, and gets it back. */
  steward: PersonId;
  watchers: readonly PersonId[];
  /** UTC instant. */
  due: string;
  /** Due some time in a month (`2027-02`): `due` is its last working day. */
  month?: string;
  dependsOn: readonly DeadlineId[];
  levels: Levels;
  deed?: Deed;
  /** The message in Teams that it came from; whoever may not read that one sees nothing there. */
  message?: string;
}>;

export type Move = Readonly<{ from: string; to: string; reason: string; by: PersonId | 'system'; at: string }>;
/** That somebody kept it, each time for what comes back. */
export type Kept = Readonly<{ due: string; note: string; by: PersonId | 'system'; at: string }>;
/** Who is told, and in whose place while those are away. */
export type Told = Readonly<{ person: PersonId; behalf?: PersonId }>;
/** What was told when; `passed`: earlier moments that this one stands for, after the bot was away. */
export type Reached = Readonly<{ moment: Moment; due: string; at: string; passed: readonly string[] }>;
/** That it went from one to another; `returned`: back to who answers for it. */
export type HandedOver = Readonly<{
  from: PersonId;
  to: PersonId;
  by: PersonId | 'system';
  note: string;
  returned: boolean;
  at: string;
}>;
export type EscalationAnswer = Readonly<{ by: PersonId; text: string; at: string; level: Audience }>;

export type DeadlineFile = Facts &
  Readonly<{
    stage: 'open' | 'done' | 'dropped';
    id: DeadlineId;
    plan: NudgePlan;
    /** Still to come for this date, oldest first. */
    moments: readonly Moment[];
    /** Since when this date holds: what would have been told before is not told afterwards. */
    since: string;
    moves: readonly Move[];
    kept: readonly Kept[];
    reached: readonly Reached[];
    answers: readonly EscalationAnswer[];
    /** Everybody whose inbox may hold something of it. */
    told: readonly Told[];
    /** The last time it became somebody else's. */
    handed?: HandedOver;
    ended?: Readonly<{ by: PersonId | 'system'; at: string; note: string }>;
  }>;
export type Deadline = Readonly<{ stage: 'none' }> | DeadlineFile;

export function isKept(state: Deadline): state is DeadlineFile {
  return state.stage !== 'none';
}

export function isOpen(state: Deadline): state is DeadlineFile {
  return state.stage === 'open';
}

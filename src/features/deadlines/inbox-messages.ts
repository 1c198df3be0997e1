import type { PersonId } from '../../core/ids.ts';
import type { DeadlineId } from './deadline-state.ts';
import type { Nudge } from './inbox-state.ts';
import type { Absence, Preferences } from './office-hours.ts';

type Dated = Readonly<{ at: string; person: PersonId }>;
/** From when each waiting thing may be shown, by its key. */
export type Times = Readonly<Record<string, string>>;

export type InboxCommand =
  | { type: 'ReceiveNudge'; data: Dated & Readonly<{ nudge: Nudge }> }
  /** `day`: in Amsterdam. `times`: by the hours of the reader as they are now. */
  | { type: 'ReleaseNudges'; data: Dated & Readonly<{ day: string; times: Times }> }
  /** Somebody else hears it in this reader's place. */
  | { type: 'WithdrawNudge'; data: Dated & Readonly<{ key: string }> }
  /** The deadline changed: what is shown of it is shown anew, and what waits is forgotten unless it still holds. */
  | { type: 'RefreshNudges'; data: Dated & Readonly<{ deadline: DeadlineId; keeps: boolean; due: string }> }
  | { type: 'SnoozeDeadline'; data: Dated & Readonly<{ deadline: DeadlineId; until: string }> }
  | { type: 'ChangePreferences'; data: Dated & Readonly<{ preferences: Preferences }> }
  | { type: 'SetAbsence'; data: Dated & Readonly<{ absence: Absence | undefined }> };

export type InboxEvent =
  | { type: 'NudgeReceived'; data: Dated & Readonly<{ nudge: Nudge }> }
  | { type: 'NudgesTimed'; data: Dated & Readonly<{ times: Times }> }
  | { type: 'NudgeWithdrawn'; data: Dated & Readonly<{ key: string }> }
  | {
      type: 'NudgesSent';
      data: Dated & Readonly<{ day: string; cards: readonly Readonly<{ key: string; slot: string }>[] }>;
    }
  | { type: 'DigestSent'; data: Dated & Readonly<{ day: string; slot: string; keys: readonly string[] }> }
  | {
      type: 'NudgesRefreshed';
      data: Dated & Readonly<{ deadline: DeadlineId; gone: readonly string[]; slots: readonly string[] }>;
    }
  | {
      type: 'DeadlineSnoozed';
      data: Dated & Readonly<{ deadline: DeadlineId; until: string; keys: readonly string[] }>;
    }
  | { type: 'PreferencesChanged'; data: Dated & Readonly<{ preferences: Preferences }> }
  | { type: 'AbsenceSet'; data: Dated & Readonly<{ absence: Absence | undefined }> };

export type InboxRefusal =
  'nothing-to-snooze' | 'snooze-in-the-past' | 'own-deputy' | 'absence-backwards' | 'hours-backwards' | 'no-weekday';

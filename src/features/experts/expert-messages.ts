import type { Expert } from './expert-state.ts';

/** UTC instant at which it was decided. */
type At = Readonly<{ at: string }>;

/** Why hours are free again. `not-invited`: they were set apart, and then no invitation was sent. */
export const releases = ['declined', 'conflict', 'expired', 'withdrawn', 'finished', 'not-invited'] as const;
export type Release = (typeof releases)[number];

type About = At & Readonly<{ consultation: string }>;

export type ExpertCommand =
  | { type: 'RegisterExpert'; data: At & { expert: Expert } }
  | { type: 'ChangeExpert'; data: At & { expert: Expert } }
  /** Registers or changes, and says whether they are away for a while; undefined leaves that as it is. */
  | { type: 'ImportExpert'; data: At & { expert: Expert; paused?: boolean } }
  /** `until`: the last day. */
  | { type: 'PauseExpert'; data: At & { until?: string } }
  | { type: 'ResumeExpert'; data: At }
  | { type: 'LeaveExperts'; data: At }
  /** `today`: the day in Amsterdam. */
  | { type: 'ReserveHours'; data: About & { hours: number; today: string } }
  | { type: 'AcceptEngagement'; data: About }
  | { type: 'ReleaseHours'; data: About & { because: Release } };

export type ExpertEvent =
  | { type: 'ExpertRegistered'; data: At & { expert: Expert } }
  | { type: 'ExpertChanged'; data: At & { expert: Expert } }
  | { type: 'ExpertPaused'; data: At & { until?: string } }
  | { type: 'ExpertResumed'; data: At }
  | { type: 'ExpertLeft'; data: At }
  | { type: 'HoursReserved'; data: About & { hours: number } }
  | { type: 'EngagementAccepted'; data: About }
  | { type: 'HoursReleased'; data: About & { because: Release } };

/** What can be wrong with a profile. */
export type ProfileFault =
  | 'no-regions'
  | 'nothing-offered'
  | 'too-many-specialisms'
  | 'words-too-long'
  | 'hours-out-of-range'
  | 'too-many-periods'
  | 'period-reversed';

export type ExpertRefusal =
  | ProfileFault
  | 'already-registered'
  | 'not-registered'
  | 'another-expert'
  | 'until-passed'
  | 'still-advising'
  | 'paused'
  | 'unavailable'
  | 'no-room'
  | 'not-engaged';

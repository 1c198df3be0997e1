import { type Decider, deciderOf, type Handlers } from '../../core/decider.ts';
import * as hours from './decide-hours.ts';
import * as profile from './decide-profile.ts';
import { evolve } from './evolve.ts';
import type { ExpertCommand, ExpertEvent, ExpertRefusal } from './expert-messages.ts';
import type { ExpertState } from './expert-state.ts';

const decisions: Handlers<ExpertCommand, ExpertState, profile.ExpertDecision> = {
  RegisterExpert: profile.registerExpert,
  ChangeExpert: profile.changeExpert,
  ImportExpert: profile.importExpert,
  PauseExpert: profile.pauseExpert,
  ResumeExpert: profile.resumeExpert,
  LeaveExperts: profile.leaveExperts,
  ReserveHours: hours.reserveHours,
  AcceptEngagement: hours.acceptEngagement,
  ReleaseHours: hours.releaseHours,
};

export const expertDecider: Decider<ExpertState, ExpertCommand, ExpertEvent, ExpertRefusal> = deciderOf({
  initial: { status: 'none' },
  decisions,
  evolve,
});

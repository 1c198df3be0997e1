import { type Decider, deciderOf, type Handlers } from '../../core/decider.ts';
import { streamId, type StreamId } from '../../core/ids.ts';
import type { CaseCommand, CaseEvent, CaseRefusal } from './case-messages.ts';
import type { Case, CaseId } from './case-state.ts';
import * as closing from './decide-closing.ts';
import * as conference from './decide-conference.ts';
import * as intake from './decide-intake.ts';
import { decideTriage } from './decide-triage.ts';
import * as retention from './decide-retention.ts';
import { evolve } from './evolve.ts';

export const caseStream = (id: CaseId): StreamId => streamId('case', id);

const decisions: Handlers<CaseCommand, Case, intake.CaseDecision> = {
  StartDraft: intake.startDraft,
  SaveIntake: intake.saveIntake,
  SubmitCase: intake.submitCase,
  ResubmitCase: intake.resubmitCase,
  LinkCase: intake.linkCase,
  DecideTriage: decideTriage,
  AddParticipant: conference.addParticipant,
  RemoveParticipant: conference.removeParticipant,
  ReplaceProcessDirector: conference.replaceProcessDirector,
  InvolveCentre: conference.involveCentre,
  RecordChannelStep: conference.recordChannelStep,
  RecordChannelTrouble: conference.recordChannelTrouble,
  RecordChannelArchived: conference.recordChannelArchived,
  RecordProgress: conference.recordProgress,
  StartClosing: closing.startClosing,
  SendBackClosing: closing.sendBackClosing,
  SignOff: closing.signOff,
  CloseAdvice: closing.closeAdvice,
  ReopenCase: closing.reopenCase,
  HoldCase: retention.holdCase,
  ReleaseCase: retention.releaseCase,
  PurgeCase: retention.purgeCase,
  EraseAccess: retention.eraseAccess,
  DropDraft: retention.dropDraft,
};

export const caseDecider: Decider<Case, CaseCommand, CaseEvent, CaseRefusal> = deciderOf({
  initial: { stage: 'none' },
  decisions,
  evolve,
});

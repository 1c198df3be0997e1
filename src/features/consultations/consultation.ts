import { type Decider, deciderOf, type Handlers } from '../../core/decider.ts';
import type { ConsultationCommand, ConsultationEvent, ConsultationRefusal } from './consultation-messages.ts';
import type { Consultation } from './consultation-state.ts';
import * as advice from './decide-advice.ts';
import * as inviting from './decide-inviting.ts';
import * as request from './decide-request.ts';
import { evolve } from './evolve.ts';

const decisions: Handlers<ConsultationCommand, Consultation, request.ConsultationDecision> = {
  RequestConsultation: request.requestConsultation,
  ProposeTeam: request.proposeTeam,
  ChooseTeam: request.chooseTeam,
  ReplaceProposed: request.replaceProposed,
  SuggestReplacement: request.suggestReplacement,
  InviteExperts: inviting.inviteExperts,
  PassOver: inviting.passOver,
  RemindExpert: inviting.remind,
  ExpireInvitation: inviting.expire,
  AcceptInvitation: inviting.acceptInvitation,
  DeclineInvitation: inviting.declineInvitation,
  ReportConflict: inviting.reportConflict,
  RecordJoined: inviting.recordJoined,
  GiveAdvice: advice.giveAdvice,
  JudgeAdvice: advice.judgeAdvice,
  AskEffect: advice.askEffect,
  RecordEffect: advice.recordEffect,
  WithdrawConsultation: request.withdraw,
  ReopenConsultation: request.reopen,
  HandOverConsultation: request.handOver,
};

export const consultationDecider: Decider<Consultation, ConsultationCommand, ConsultationEvent, ConsultationRefusal> =
  deciderOf({
    initial: { stage: 'none' },
    decisions,
    evolve,
  });

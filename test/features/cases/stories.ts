import { personId } from '../../../src/core/ids.ts';
import { fold } from '../../../src/core/decider.ts';
import { caseDecider } from '../../../src/features/cases/case.ts';
import { caseId } from '../../../src/features/cases/case-desk.ts';
import type { CaseCommand, CaseEvent } from '../../../src/features/cases/case-messages.ts';
import {
  type CaseNumber,
  type Closing,
  isSubmitted,
  type OwningTeam,
  type SubmittedCase,
  type TriageDecision,
} from '../../../src/features/cases/case-state.ts';
import type { Intake, Participant } from '../../../src/features/cases/intake.ts';
import { expertTeamId, regionCode } from '../../../src/features/directory/index.ts';
import { demoIntake } from './demo-cases.ts';

export const at = '2026-11-23T09:00:00.000Z';
export const later = '2026-11-24T09:00:00.000Z';
export const today = '2026-11-24';
export const id = caseId('c1');
export const number = 'LI-2026-0001' as CaseNumber;
export const sibling = 'LI-2026-0002' as CaseNumber;

const person = (last: string) => personId(`00000000-0000-4000-8000-0000000000${last}`);
export const applicant = person('02');
export const chair = person('05');
export const director = person('07');
export const member = person('11');
export const helper = person('12');
export const foreigner = person('14');
export const foreignTenant = '90000000-0000-4000-8000-000000000002';
export const centreWorker = person('09');

export const team: OwningTeam = {
  id: expertTeamId('midden-limburg'),
  name: 'Expertteam Midden-Limburg',
  chair,
  members: [member],
  teamsGroupId: '10000000-0000-4000-8000-000000000008',
};

export const submission: Extract<CaseEvent, { type: 'CaseSubmitted' }>['data'] = {
  at,
  number,
  municipality: 'Weert',
  region: regionCode('midden-limburg-west'),
  centre: 'LI',
  team,
  acknowledgeBy: '2026-11-24T16:00:00.000Z',
  triageBy: '2026-11-30T16:00:00.000Z',
};

export const wolf = demoIntake('wolf');
export const decision = (outcome: TriageDecision['outcome'], rest: Partial<TriageDecision> = {}): TriageDecision => ({
  outcome,
  reason: 'Het zit op meer gebieden vast.',
  by: chair,
  at: later,
  ...rest,
});

export const handedOver = { alternative: 'Hulp via de lokale toegang', owner: 'Lokale toegang', ownerBy: '2026-12-01' };
export const conferenceBy = '2026-12-08T16:00:00.000Z';

export const participants: readonly Participant[] = [
  { person: director, part: 'process-director' },
  { person: chair, part: 'chair' },
  { person: applicant, part: 'applicant' },
];

export const closing: Closing = {
  outcome: 'fitting-solution',
  moves: 1,
  youthRating: 8,
  lessonsCooperation: 'Eerder samen om tafel.',
  lessonsContent: 'Een kleine groep werkte.',
  by: chair,
};

export const draft = (intake: Intake = wolf): CaseEvent[] => [
  { type: 'DraftStarted', data: { at, id, applicant } },
  { type: 'IntakeSaved', data: { at, intake } },
];
export const submitted = (intake: Intake = wolf): CaseEvent[] => [
  ...draft(intake),
  { type: 'CaseSubmitted', data: submission },
];
export const supplement = (): CaseEvent[] => [
  ...submitted(),
  { type: 'SupplementAsked', data: { at: later, decision: decision('ask-more') } },
];
export const adviceOnly = (): CaseEvent[] => [
  ...submitted(),
  { type: 'AdviceGiven', data: { at: later, decision: decision('advice-only', handedOver) } },
];
export const returned = (): CaseEvent[] => [
  ...submitted(),
  { type: 'CaseReturned', data: { at: later, decision: decision('return', handedOver) } },
];
export const admission: Extract<CaseEvent, { type: 'CaseAdmitted' }>['data'] = {
  at: later,
  decision: decision('priority'),
  lane: 'priority',
  processDirector: director,
  participants,
  conferenceBy,
  kind: 'private',
};
export const admitted = (): CaseEvent[] => [...submitted(), { type: 'CaseAdmitted', data: admission }];
export const steps = (): CaseEvent[] => [
  { type: 'ChannelStepDone', data: { at: later, step: 'create', channelId: '19:channel' } },
  { type: 'ChannelStepDone', data: { at: later, step: 'members' } },
  { type: 'ChannelStepDone', data: { at: later, step: 'app' } },
];
export const inConference = (): CaseEvent[] => [
  ...admitted(),
  ...steps(),
  { type: 'ChannelStepDone', data: { at: later, step: 'summary' } },
  { type: 'ConferenceOpened', data: { at: later, monitorBy: '2026-12-22T09:00:00.000Z' } },
];
export const inClosing = (): CaseEvent[] => [
  ...inConference(),
  { type: 'ClosingStarted', data: { at: later, closing } },
];
export const closed = (): CaseEvent[] => [...inClosing(), { type: 'CaseClosed', data: { at: later, by: director } }];

export function stateAfter(...history: readonly CaseEvent[]): SubmittedCase {
  const state = fold(caseDecider, history);
  if (!isSubmitted(state)) throw new Error(`not submitted: ${state.stage}`);
  return state;
}

export const command = <Type extends CaseCommand['type']>(
  type: Type,
  data: Extract<CaseCommand, { type: Type }>['data'],
): CaseCommand => ({ type, data }) as CaseCommand;

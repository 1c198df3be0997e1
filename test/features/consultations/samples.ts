import { fold } from '../../../src/core/decider.ts';
import { personId } from '../../../src/core/ids.ts';
import { caseId, type CaseNumber } from '../../../src/features/cases/index.ts';
import { consultationDecider } from '../../../src/features/consultations/consultation.ts';
import type {
  ConsultationCommand,
  ConsultationEvent,
  ConsultationRefusal,
} from '../../../src/features/consultations/consultation-messages.ts';
import {
  type Consultation,
  type ConsultationFile,
  consultationId,
  isAsked,
  type Proposal,
  type Proposed,
  type Request,
} from '../../../src/features/consultations/consultation-state.ts';
import { regionCode } from '../../../src/features/directory/index.ts';
import { conceptId } from '../../../src/matching/index.ts';
import { specify } from '../../support/decider-spec.ts';

export const given = specify<Consultation, ConsultationCommand, ConsultationEvent, ConsultationRefusal>(
  consultationDecider,
);

export const at = '2026-11-23T09:00:00.000Z';
export const later = '2026-11-24T09:00:00.000Z';
export const remindAt = '2026-11-25T16:00:00.000Z';
export const answerBy = '2026-11-27T16:00:00.000Z';
export const effectsDue = ['2027-02-22T09:00:00.000Z', '2027-05-24T09:00:00.000Z'];

export const director = personId('director');
export const [eva, bram, daan, noor] = ['eva', 'bram', 'daan', 'noor'].map(personId) as [
  Proposed['person'],
  Proposed['person'],
  Proposed['person'],
  Proposed['person'],
];
export const [autism, eating] = [conceptId('autism'), conceptId('eating')];

export const request: Request = {
  question: 'Hoe behandel je een eetstoornis en autisme tegelijk?',
  needs: [autism, eating],
  form: 'fly-in',
  hours: 8,
  by: '2026-12-07',
  atMost: 2,
  livedExperience: false,
  mandates: [],
  ownAreaOnly: false,
};

export const proposed = (person: Proposed['person'], rest: Partial<Proposed> = {}): Proposed => ({
  ...{ person, organisation: `Praktijk ${person}`, covers: [autism], reasons: [], loadPercent: 40, freeHours: 20 },
  ...{ distance: 0, livedExperience: false, obstacles: [] },
  ...rest,
});

export const proposal: Proposal = {
  team: [proposed(eva), proposed(bram, { covers: [eating] })],
  alternatives: [[daan]],
  others: [proposed(daan, { covers: [autism, eating] }), proposed(noor, { obstacles: ['conflict'] })],
  without: [],
  uncovered: [],
  partners: ['k-eet'],
  unknown: [],
};

const id = consultationId('c-1');
export const about = {
  id: caseId('case-1'),
  number: 'NH-2026-0001' as CaseNumber,
  region: regionCode('west-friesland'),
  centre: 'NH',
} as const;

export const asking = { at, by: director, id, about, director, request };

export const requested: readonly ConsultationEvent[] = [{ type: 'ConsultationRequested', data: asking }];
export const inProposal: readonly ConsultationEvent[] = [
  ...requested,
  { type: 'TeamProposed', data: { at, proposal } },
];
const people = [
  { person: eva, covers: [autism] },
  { person: bram, covers: [eating] },
];
export const invited: readonly ConsultationEvent[] = [
  ...inProposal,
  { type: 'ExpertsInvited', data: { at, by: director, people, remindAt, answerBy } },
];
export const accepted: readonly ConsultationEvent[] = [
  ...invited,
  { type: 'InvitationAccepted', data: { at: later, person: eva } },
  { type: 'InvitationAccepted', data: { at: later, person: bram } },
];
export const advice = { advice: 'Begin met eten.', basis: 'Richtlijn.', otherwise: 'Dan valt zij verder af.' };
export const advised: readonly ConsultationEvent[] = [
  ...accepted,
  { type: 'AdviceGiven', data: { at: later, person: eva, ...advice } },
  { type: 'AdviceGiven', data: { at: later, person: bram, ...advice } },
];
export const judgement = { at: later, by: director, verdict: 'followed', why: '' } as const;
export const judged: readonly ConsultationEvent[] = [
  ...advised,
  { type: 'AdviceJudged', data: { ...judgement, person: eva } },
  { type: 'AdviceJudged', data: { ...judgement, person: bram } },
  { type: 'ConsultationAdvised', data: { at: later, effectsDue } },
];
export const withdrawn: readonly ConsultationEvent[] = [
  ...invited,
  { type: 'ConsultationWithdrawn', data: { at: later, by: director, reason: 'Niet meer nodig.' } },
];

export function fileAfter(...events: readonly ConsultationEvent[]): ConsultationFile {
  const state = fold(consultationDecider, events);
  if (!isAsked(state)) throw new Error('never asked');
  return state;
}

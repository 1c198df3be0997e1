import type { StreamId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import type { IsHoliday } from '../core/working-time.ts';
import {
  isMoneyRequest,
  type MoneyRequest,
  type RequestFile,
  requestAggregate as moneyAggregate,
  requestId as moneyId,
  requestStream as moneyStream,
} from '../features/budgets/index.ts';
import {
  type Case,
  caseAggregate,
  type CaseClocks,
  caseId,
  caseStream,
  isSubmitted,
  type SubmittedCase,
} from '../features/cases/index.ts';
import {
  type Consultation,
  consultationAggregate,
  type ConsultationFile,
  consultationId,
  consultationStream,
  isConsultation,
} from '../features/consultations/index.ts';
import type { SubjectKind } from '../features/deadlines/index.ts';
import {
  isWritten,
  type Proposal,
  proposalAggregate,
  type ProposalFile,
  proposalId,
  proposalStream,
} from '../features/decisions/index.ts';
import type { Directory } from '../features/directory/index.ts';
import {
  isPlaceRequest,
  type PlaceClocks,
  type PlaceRequest,
  type PlaceRequestFile,
  placeRequestId,
  placeRequestStream,
  requestAggregate as placeAggregate,
} from '../features/places/index.ts';
import { casePromises } from './case-promises.ts';
import { consultationPromises } from './consultation-promises.ts';
import { decisionPromises } from './decision-promises.ts';
import { levelsFor } from './levels.ts';
import { moneyPromises } from './money-promises.ts';
import { placePromises } from './place-promises.ts';
import type { Promises } from './promise.ts';

export type Around = Readonly<{
  directory: Directory;
  isHoliday: IsHoliday;
  caseClocks: CaseClocks;
  placeClocks: PlaceClocks;
  now: Date;
}>;

/** Something about which is promised: what of its state the promises hang on, and what they are. */
export type Followed = Readonly<{
  kind: SubjectKind;
  type: string;
  stream(id: string): StreamId;
  parts: readonly string[];
  /** Undefined: nothing can be promised about it (yet). */
  promises(state: JsonObject, around: Around): Promise<Promises | undefined>;
}>;

const ofCase: Followed = {
  ...{ kind: 'case', type: caseAggregate.type, stream: (id) => caseStream(caseId(id)) },
  parts: ['stage', 'clocks', 'triage', 'processDirector', 'centreInvolved'] satisfies (keyof SubmittedCase)[],
  async promises(state, { directory, caseClocks: clocks, now }) {
    const file = state as unknown as Case;
    if (!isSubmitted(file)) return undefined;
    const [team, { projectLeader: leader }, levels] = await Promise.all([
      directory.team(file.team.id),
      directory.centre(file.centre),
      levelsFor(directory, file, now),
    ]);
    const { chair } = team ?? file.team;
    return casePromises(file, { chair, levels, clocks, ...(leader === undefined ? {} : { leader }) });
  },
};

const ofConsultation: Followed = {
  ...{ kind: 'consultation', type: consultationAggregate.type, stream: (id) => consultationStream(consultationId(id)) },
  parts: ['stage', 'invitations', 'director', 'request'] satisfies (keyof ConsultationFile)[],
  promises(state) {
    const file = state as unknown as Consultation;
    return Promise.resolve(isConsultation(file) ? consultationPromises(file) : undefined);
  },
};

const ofProposal: Followed = {
  ...{ kind: 'decision', type: proposalAggregate.type, stream: (id) => proposalStream(proposalId(id)) },
  parts: ['stage', 'route', 'votes', 'decideBy', 'lateAt', 'decision', 'review'] satisfies (keyof ProposalFile)[],
  async promises(state, { directory, isHoliday, now }) {
    const file = state as unknown as Proposal;
    if (!isWritten(file)) return undefined;
    return decisionPromises(file, { levels: await levelsFor(directory, file, now), isHoliday });
  },
};

const ofPlace: Followed = {
  ...{ kind: 'place', type: placeAggregate.type, stream: (id) => placeRequestStream(placeRequestId(id)) },
  parts: ['stage', 'chosen', 'director'] satisfies (keyof PlaceRequestFile)[],
  async promises(state, { directory, placeClocks: clocks, isHoliday, now }) {
    const file = state as unknown as PlaceRequest;
    if (!isPlaceRequest(file)) return undefined;
    return placePromises(file, { levels: await levelsFor(directory, file.about, now), clocks, isHoliday });
  },
};

const ofMoney: Followed = {
  ...{ kind: 'money', type: moneyAggregate.type, stream: (id) => moneyStream(moneyId(id)) },
  parts: ['stage', 'money', 'leader'] satisfies (keyof RequestFile)[],
  async promises(state, { directory, isHoliday, now }) {
    const file = state as unknown as MoneyRequest;
    if (!isMoneyRequest(file)) return undefined;
    return moneyPromises(file, { levels: await levelsFor(directory, file, now), isHoliday });
  },
};

export const followed: readonly Followed[] = [ofCase, ofConsultation, ofProposal, ofPlace, ofMoney];

import fc from 'fast-check';
import { fold } from '../../../src/core/decider.ts';
import { type PersonId } from '../../../src/core/ids.ts';
import { caseDecider } from '../../../src/features/cases/case.ts';
import { type CaseCommand, type CaseEvent, type CaseRefusal } from '../../../src/features/cases/case-messages.ts';
import { type Case, progressKinds, type Stage } from '../../../src/features/cases/case-state.ts';
import { type Intake, type Joining } from '../../../src/features/cases/intake.ts';
import { type TriageOutcome, triageOutcomes } from '../../../src/features/cases/triage.ts';
import { specify } from '../../support/decider-spec.ts';
import * as story from './stories.ts';

export type DataOf<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>['data'];
export type AnyStage = Stage | 'none';

export const given = specify<Case, CaseCommand, CaseEvent, CaseRefusal>(caseDecider);

/** How a case came where it is. */
export const histories: Readonly<Record<AnyStage, readonly CaseEvent[]>> = {
  none: [],
  draft: story.draft(),
  submitted: story.submitted(),
  supplement: story.supplement(),
  'advice-only': story.adviceOnly(),
  returned: story.returned(),
  admitted: story.admitted(),
  conference: story.inConference(),
  closing: story.inClosing(),
  closed: story.closed(),
};
export const closedAdvice: readonly CaseEvent[] = [
  ...histories['advice-only'],
  { type: 'CaseClosed', data: { at: story.later, by: story.chair } },
];

/** Of a history that leads to a case that was submitted. */
export const fileAfter = story.stateAfter;
export const stateAfter = (...history: readonly CaseEvent[]): Case => fold(caseDecider, history);

/** In every text that is personal or may be: it must never be seen outside the case. */
export const secret = 'Boomkikker';
const { at, later: then } = story;
const triageBy = '2026-12-15T16:00:00.000Z';

export const triage = (outcome: TriageOutcome): DataOf<'DecideTriage'> => ({
  at: then,
  decision: story.decision(outcome, { ...story.handedOver, reason: secret, alternative: secret }),
  processDirector: story.director,
  conferenceBy: story.conferenceBy,
  today: story.today,
});

/** One of each: accepted in some stage. */
export const commands: { readonly [Type in CaseCommand['type']]: DataOf<Type> } = {
  StartDraft: { at, id: story.id, applicant: story.applicant },
  SaveIntake: { at, intake: story.wolf },
  SubmitCase: story.submission,
  ResubmitCase: { at, triageBy },
  DecideTriage: triage('priority'),
  LinkCase: { at: then, number: story.sibling },
  AddParticipant: { at: then, participant: { person: story.helper, part: 'helper' } },
  RemoveParticipant: { at: then, person: story.applicant },
  ReplaceProcessDirector: { at: then, by: story.chair, person: story.helper },
  InvolveCentre: {
    at: then,
    tried: secret,
    staff: [{ person: story.centreWorker, part: 'centre' }],
    answerBy: triageBy,
  },
  RecordChannelStep: { at: then, step: 'create', channelId: '19:channel' },
  RecordChannelTrouble: { at: then, trouble: 'app-not-enabled' },
  RecordProgress: { at: then, what: 'conference-held', by: story.director, monitorBy: '2026-12-22T09:00:00.000Z' },
  StartClosing: {
    at: then,
    closing: { ...story.closing, lessonsContent: secret, lessonsCooperation: secret, adviceToOrganisations: secret },
  },
  SendBackClosing: { at: then, by: story.director, reason: secret },
  SignOff: { at: then, by: story.director },
  CloseAdvice: { at: then, by: story.chair },
  ReopenCase: { at: then, by: story.chair, reason: secret, triageBy },
  RecordChannelArchived: { at: then, archived: true },
  HoldCase: { at: then, by: story.chair, reason: secret, until: '2027-06-30', today: story.today },
  ReleaseCase: { at: then, by: story.chair },
  PurgeCase: { at: then, rule: 'term', sha256: 'abc', streams: ['consultation-1'], asOf: then, today: story.today },
  EraseAccess: { at: then },
  DropDraft: { at: then, asOf: then },
};

export const sample = <Type extends CaseCommand['type']>(type: Type, rest: Partial<DataOf<Type>> = {}): CaseCommand =>
  ({ type, data: { ...commands[type], ...rest } }) as CaseCommand;

/** From a draft to a case that is closed and locked, without a detour. */
export const straightOn: readonly CaseCommand[] = [
  sample('StartDraft'),
  sample('SaveIntake'),
  sample('SubmitCase'),
  sample('DecideTriage'),
  sample('RecordChannelStep'),
  sample('RecordChannelStep', { step: 'members' }),
  sample('RecordChannelStep', { step: 'app' }),
  sample('RecordChannelStep', { step: 'summary' }),
  sample('StartClosing'),
  sample('SignOff'),
  sample('RecordChannelArchived'),
];

const { constantFrom: oneOf, record } = fc;
const person: fc.Arbitrary<PersonId> = oneOf(
  story.applicant,
  story.chair,
  story.director,
  story.helper,
  story.member,
  story.foreigner,
  story.centreWorker,
);
const joining: fc.Arbitrary<Joining> = record(
  {
    person,
    part: oneOf('helper' as const, 'centre' as const, 'family-contact' as const),
    tenantId: oneOf(story.foreignTenant),
  },
  { requiredKeys: ['person', 'part'] },
);
const intake: fc.Arbitrary<Intake> = oneOf<Intake[]>(
  story.wolf,
  {},
  { ...story.wolf, age: undefined },
  { ...story.wolf, age: 22 },
  { ...story.wolf, age: 15, measure: 'none' },
  { pseudonym: secret, age: 14, municipality: 'Venlo', siblingCase: story.sibling },
).map((form) => ({ ...form, pseudonym: secret, parties: secret, tried: secret, careQuestion: secret }));
const by = oneOf(story.director, story.chair);
const text = oneOf(secret, ' ');

type Some = fc.Arbitrary<CaseCommand>;
const some = <Type extends CaseCommand['type']>(
  type: Type,
  parts: fc.Arbitrary<Partial<DataOf<Type>>> = fc.constant({}),
): Some => parts.map((rest) => sample(type, rest));

const decide: Some = record({
  outcome: oneOf(...triageOutcomes),
  helpers: fc.array(joining, { maxLength: 4 }),
  processDirector: oneOf(story.director, story.chair, story.applicant, undefined),
}).map(({ outcome, ...rest }) => sample('DecideTriage', { ...triage(outcome), ...rest }));

/** Any command with data that may or may not fit; those that lead on come more often. */
export const anyCommand: Some = fc.oneof(
  some('StartDraft'),
  some('SaveIntake', record({ intake })),
  some('SubmitCase'),
  some('ResubmitCase'),
  { weight: 3, arbitrary: decide },
  some('LinkCase', record({ number: oneOf(story.number, story.sibling) })),
  some('AddParticipant', record({ participant: joining })),
  some('RemoveParticipant', record({ person })),
  some('ReplaceProcessDirector', record({ person })),
  some('InvolveCentre', record({ staff: fc.array(joining, { maxLength: 4 }), tried: text })),
  {
    weight: 4,
    arbitrary: oneOf('create', 'members', 'app', 'summary').map((step) =>
      step === 'create' ? sample('RecordChannelStep') : sample('RecordChannelStep', { step, channelId: undefined }),
    ),
  },
  some('RecordChannelTrouble', record({ trouble: oneOf('app-not-enabled' as const, 'member-unknown' as const) })),
  some('RecordProgress', record({ what: oneOf(...progressKinds) })),
  some('StartClosing'),
  some('SendBackClosing', record({ by, reason: text })),
  some('SignOff', record({ by })),
  some('CloseAdvice'),
  some('ReopenCase', record({ reason: text })),
  some('RecordChannelArchived', record({ archived: fc.boolean() })),
);

/** Commands in a row, some way along the straight road first so that the late stages are met as often as the early ones. */
export const anyCourse: fc.Arbitrary<readonly CaseCommand[]> = fc
  .tuple(fc.nat(straightOn.length), fc.array(anyCommand, { maxLength: 25 }))
  .map(([length, rest]) => timed([...straightOn.slice(0, length), ...rest]));

/** Each a minute after the one before. */
function timed(course: readonly CaseCommand[]): readonly CaseCommand[] {
  const start = Date.parse(at);
  return course.map((command, index) => {
    const moment = new Date(start + index * 60_000).toISOString();
    return { ...command, data: { ...command.data, at: moment } } as CaseCommand;
  });
}

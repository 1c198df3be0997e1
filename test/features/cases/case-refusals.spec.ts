import { deepStrictEqual } from 'node:assert/strict';
import { caseDecider } from '../../../src/features/cases/case.ts';
import {
  type CaseCommand,
  type CaseEvent,
  type CaseRefusal,
  caseRefusals,
} from '../../../src/features/cases/case-messages.ts';
import { demoIntake } from './demo-cases.ts';
import { type AnyStage, commands, given, histories, sample, stateAfter, triage } from './samples.ts';
import {
  chair,
  closing,
  decision,
  director,
  foreigner,
  foreignTenant,
  handedOver,
  helper,
  id,
  number,
  submitted,
  wolf,
} from './stories.ts';

type Answer = 'accepted' | 'nothing' | CaseRefusal;

function answer(history: readonly CaseEvent[], command: CaseCommand): Answer {
  const decided = caseDecider.decide(command, stateAfter(...history));
  if (decided.outcome === 'refused') return decided.code;
  return decided.events.length > 0 ? 'accepted' : 'nothing';
}

/** What each command gets in every stage but those in the second part. */
const answers: Readonly<Record<CaseCommand['type'], readonly [Answer, Partial<Record<AnyStage, Answer>>]>> = {
  StartDraft: ['already-started', { none: 'accepted' }],
  SaveIntake: [
    'not-editable',
    {
      ...{ none: 'not-started', draft: 'accepted', submitted: 'accepted' },
      ...{ supplement: 'accepted', 'advice-only': 'accepted' },
    },
  ],
  SubmitCase: ['already-submitted', { none: 'not-started', draft: 'accepted' }],
  ResubmitCase: ['nothing-to-resubmit', { supplement: 'accepted', 'advice-only': 'accepted' }],
  DecideTriage: ['not-in-triage', { submitted: 'accepted' }],
  LinkCase: ['accepted', { none: 'not-running', draft: 'not-running' }],
  AddParticipant: ['not-running', { admitted: 'accepted', conference: 'accepted', closing: 'accepted' }],
  RemoveParticipant: ['not-running', { admitted: 'accepted', conference: 'accepted', closing: 'accepted' }],
  ReplaceProcessDirector: ['not-running', { admitted: 'accepted', conference: 'accepted', closing: 'accepted' }],
  InvolveCentre: ['not-running', { admitted: 'accepted', conference: 'accepted', closing: 'accepted' }],
  RecordChannelStep: ['no-channel-in-making', { admitted: 'accepted' }],
  RecordChannelTrouble: ['no-channel-in-making', { admitted: 'accepted' }],
  RecordProgress: ['nothing-to-record', { conference: 'accepted' }],
  StartClosing: ['not-in-conference', { conference: 'accepted' }],
  SendBackClosing: ['not-closing', { closing: 'accepted' }],
  SignOff: ['not-closing', { closing: 'accepted' }],
  CloseAdvice: ['not-running', { 'advice-only': 'accepted' }],
  ReopenCase: ['not-closed', { closed: 'accepted', returned: 'accepted' }],
  RecordChannelArchived: ['nothing', { conference: 'accepted', closing: 'accepted', closed: 'accepted' }],
  HoldCase: ['accepted', { none: 'not-started', draft: 'not-started' }],
  ReleaseCase: ['not-held', { none: 'not-started', draft: 'not-started' }],
  PurgeCase: ['not-closed', { none: 'not-started', draft: 'not-started', closed: 'accepted', returned: 'accepted' }],
  EraseAccess: ['not-closed', {}],
  DropDraft: ['already-submitted', { none: 'not-started', draft: 'changed-since' }],
};

describe('a command in every stage', () => {
  const names = Object.keys(histories) as AnyStage[];
  for (const [type, [usual, others]] of Object.entries(answers)) {
    it(type, () => {
      const got = names.map((stage) => [stage, answer(histories[stage], sample(type as CaseCommand['type']))]);
      deepStrictEqual(
        Object.fromEntries(got),
        Object.fromEntries(names.map((stage) => [stage, others[stage] ?? usual])),
      );
    });
  }

  it('is nothing that nobody knows: that is a fault, not a refusal', () => {
    const unknown = { type: 'Teleport', data: {} } as unknown as CaseCommand;
    let said = '';
    try {
      caseDecider.decide(unknown, caseDecider.initial);
    } catch (error) {
      said = String(error);
    }
    deepStrictEqual(said, 'Error: unknown command Teleport');
  });
});

describe('every refusal', () => {
  const { none, draft, conference, admitted, returned } = histories;
  const inClosing = histories.closing;
  const triageWith = (rest: Parameters<typeof decision>[1]) =>
    sample('DecideTriage', { decision: decision('return', { ...handedOver, ...rest }) });
  const withInvolved: readonly CaseEvent[] = [...conference, { type: 'CentreInvolved', data: commands.InvolveCentre }];
  const stranger = sample('AddParticipant', {
    participant: { person: foreigner, part: 'helper', tenantId: foreignTenant },
  });
  /** One way to meet each code; the compiler sees that none is forgotten. */
  const ways: Readonly<Record<CaseRefusal, readonly [readonly CaseEvent[], CaseCommand]>> = {
    'already-started': [draft, sample('StartDraft')],
    'not-started': [none, sample('SaveIntake')],
    'already-submitted': [submitted(), sample('SubmitCase')],
    'not-editable': [returned, sample('SaveIntake')],
    'municipality-fixed': [histories.supplement, sample('SaveIntake', { intake: { ...wolf, municipality: 'Venlo' } })],
    'nothing-to-resubmit': [draft, sample('ResubmitCase')],
    'nothing-filled-in': [draft.slice(0, 1), sample('SubmitCase')],
    'not-in-triage': [draft, sample('DecideTriage')],
    'reason-missing': [submitted(), triageWith({ reason: ' ' })],
    'too-old': [submitted({ ...wolf, age: 22 }), sample('DecideTriage')],
    'basis-incomplete': [submitted({ ...wolf, measure: 'guardianship' }), sample('DecideTriage', triage('admit'))],
    'exception-incomplete': [
      submitted(demoIntake('noor')),
      sample('DecideTriage', { decision: decision('admit', { exception: { ground: 'serious-harm' } }) }),
    ],
    'intake-incomplete': [submitted({ pseudonym: 'Egel' }), sample('DecideTriage')],
    'alternative-missing': [submitted(), triageWith({ alternative: ' ' })],
    'owner-missing': [submitted(), triageWith({ owner: ' ' })],
    'owner-date-missing': [submitted(), triageWith({ ownerBy: undefined })],
    'owner-date-past': [submitted(), triageWith({ ownerBy: '2026-11-23' })],
    'process-director-missing': [submitted(), sample('DecideTriage', { processDirector: undefined })],
    'no-court-measure': [submitted({ ...wolf, measure: 'none' }), sample('DecideTriage')],
    'not-running': [draft, sample('LinkCase')],
    'already-in-case': [conference, sample('AddParticipant', { participant: { person: chair, part: 'helper' } })],
    'no-share-consent': [
      submitted(demoIntake('egel')),
      sample('DecideTriage', { ...triage('admit'), helpers: [{ person: helper, part: 'helper' }] }),
    ],
    'not-in-case': [conference, sample('RemoveParticipant', { person: helper })],
    'needed-in-case': [conference, sample('RemoveParticipant', { person: chair })],
    'already-process-director': [conference, sample('ReplaceProcessDirector', { person: director })],
    'other-tenant': [admitted, stranger],
    'centre-already-involved': [withInvolved, sample('InvolveCentre')],
    'tried-missing': [conference, sample('InvolveCentre', { tried: '\n ' })],
    'no-channel-in-making': [conference, sample('RecordChannelTrouble')],
    'not-in-conference': [returned, sample('StartClosing')],
    'nothing-to-record': [conference, sample('RecordProgress', { what: 'centre-answered' })],
    'not-closing': [conference, sample('SignOff')],
    'not-process-director': [inClosing, sample('SignOff', { by: chair })],
    'lessons-missing': [conference, sample('StartClosing', { closing: { ...closing, lessonsContent: '' } })],
    'not-closed': [conference, sample('ReopenCase')],
    held: [[...histories.closed, { type: 'CaseHeld', data: commands.HoldCase }], sample('PurgeCase')],
    'not-held': [histories.closed, sample('ReleaseCase')],
    'until-past': [conference, sample('HoldCase', { until: '2026-11-23' })],
    'changed-since': [histories.closed, sample('PurgeCase', { asOf: '2026-11-23T09:00:00.000Z' })],
    purged: [[{ type: 'CasePurged', data: { ...commands.PurgeCase, id, number } }], sample('StartDraft')],
    'own-number': [submitted(), sample('LinkCase', { number })],
  };

  for (const [code, [history, command]] of Object.entries(ways)) {
    it(`can be met: ${code}`, () =>
      given(...history)
        .when(command)
        .thenRefused(code as CaseRefusal));
  }
  it('is in the list, and no others are', () => deepStrictEqual([...caseRefusals].sort(), Object.keys(ways).sort()));
});

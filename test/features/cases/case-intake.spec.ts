import { deepStrictEqual } from 'node:assert/strict';
import { type Intake, type IntakeField, lines, missingFields } from '../../../src/features/cases/intake.ts';
import { fileAfter, given, histories, sample, secret } from './samples.ts';
import { applicant, at, later, number, participants, sibling, submission, submitted, wolf } from './stories.ts';

describe('the fields of the form that are still open', () => {
  const all: readonly IntakeField[] = [
    ...(['pseudonym', 'age', 'municipality', 'applicantRole', 'familyInformed', 'measure', 'consentShare'] as const),
    ...(['lifeAreas', 'domains', 'parties', 'careQuestion', 'stallKinds', 'tried', 'acuteDanger'] as const),
    ...(['youthVoice', 'requested'] as const),
  ];
  const table: readonly (readonly [string, Intake, readonly IntakeField[]])[] = [
    ['all of an empty form, in the order of the form', {}, all],
    ['none of a complete one', wolf, []],
    ['a text of blanks', { ...wolf, tried: ' \n ' }, ['tried']],
    ['an empty choice', { ...wolf, lifeAreas: [] }, ['lifeAreas']],
    ['a question that was not asked', { ...wolf, consentShare: 'not-asked' }, ['consentShare']],
    ['the voice of the youth (domain.md I2)', { ...wolf, youthVoice: '' }, ['youthVoice']],
  ];
  for (const [name, intake, expected] of table) it(name, () => deepStrictEqual(missingFields(intake), expected));

  const answered: readonly (readonly [string, Intake])[] = [
    ['no danger', { ...wolf, acuteDanger: false }],
    ['age 0', { ...wolf, age: 0 }],
    ['no measure', { ...wolf, measure: 'none' }],
    ['sharing refused', { ...wolf, consentShare: 'refused' }],
    ['family not informed', { ...wolf, familyInformed: 'no' }],
    ['nothing about parents, moves, waiting: these are not asked of everybody', withoutOptional(wolf)],
  ];
  for (const [name, intake] of answered) it(`is answered: ${name}`, () => deepStrictEqual(missingFields(intake), []));

  function withoutOptional(intake: Intake): Intake {
    return { ...intake, parentsVoice: undefined, moves: undefined, waitingWeeks: undefined, tenableUntil: undefined };
  }
});

describe('a field of one a line', () => {
  const table: readonly (readonly [string | undefined, readonly string[]])[] = [
    [undefined, []],
    [' \n;', []],
    ['GI', ['GI']],
    [' GI \n\n woongroep;gemeente ', ['GI', 'woongroep', 'gemeente']],
  ];
  for (const [text, expected] of table) {
    it(JSON.stringify(text ?? 'nothing'), () => deepStrictEqual(lines(text), expected));
  }
});

describe('what was filled in', () => {
  it('replaces what was saved before, in a draft', () =>
    deepStrictEqual(
      fileAfter(
        ...submitted({ pseudonym: secret }).toSpliced(2, 0, { type: 'IntakeSaved', data: { at, intake: wolf } }),
      ).intake,
      wolf,
    ));

  it('replaces what was submitted, and leaves the municipality that is responsible (domain.md A1)', () => {
    const intake: Intake = { ...wolf, municipality: 'Venlo' };
    const file = fileAfter(...histories.supplement, { type: 'IntakeSaved', data: { at: later, intake } });
    deepStrictEqual([file.intake, file.municipality, file.stage], [intake, 'Weert', 'supplement']);
  });

  for (const field of ['pseudonym', 'age', 'municipality'] as const) {
    it(`is too little without ${field}`, () =>
      given(...submitted({ ...wolf, [field]: undefined }).slice(0, 2))
        .when(sample('SubmitCase'))
        .thenRefused('nothing-filled-in'));
  }
});

describe('a case that came in', () => {
  it('has nobody in it yet, no channel, and the clocks of triage', () => {
    const { at: submittedAt, acknowledgeBy: _confirmed, triageBy, ...rest } = submission;
    deepStrictEqual(fileAfter(...submitted()), {
      ...rest,
      stage: 'submitted',
      id: 'c1',
      applicant,
      intake: wolf,
      submittedAt,
      updatedAt: submittedAt,
      lane: 'regular',
      participants: [],
      linked: [],
      channel: { status: 'none' },
      clocks: { triageBy },
      reopened: 0,
    });
  });

  it('has only the clock of triage when it is submitted again', () => {
    const again = { type: 'CaseResubmitted', data: { at: later, triageBy: '2026-12-15T16:00:00.000Z' } } as const;
    const { clocks, stage } = fileAfter(...histories.supplement, again);
    deepStrictEqual({ clocks, stage }, { clocks: { triageBy: '2026-12-15T16:00:00.000Z' }, stage: 'submitted' });
  });

  it('has no clock while it waits for the applicant or is somebody else’s', () => {
    for (const stage of ['supplement', 'advice-only', 'returned'] as const) {
      deepStrictEqual(fileAfter(...histories[stage]).clocks, {});
    }
  });

  it('is linked to as many cases as there are brothers and sisters', () => {
    const linked = (other: typeof number) => ({ type: 'CaseLinked', data: { at: later, number: other } }) as const;
    deepStrictEqual(fileAfter(...submitted(), linked(sibling), linked(number)).linked, [sibling, number]);
  });

  it('has the people of its admission afterwards', () =>
    deepStrictEqual(fileAfter(...histories.admitted).participants, participants));
});

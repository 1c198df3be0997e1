import { deepStrictEqual } from 'node:assert/strict';
import { type Intake, type Joining, type Participant } from '../../../src/features/cases/intake.ts';
import { gatesFor, type Gates, oldestAtIntake, priorityMeasures, propose } from '../../../src/features/cases/triage.ts';
import { fileAfter, given, histories, sample } from './samples.ts';
import {
  admission,
  applicant,
  chair,
  decision,
  foreigner,
  foreignTenant,
  helper,
  later,
  participants,
  submitted,
  wolf,
} from './stories.ts';

/** 17, no measure, own consent: nothing stands in the way. */
const plain: Intake = { ...wolf, measure: 'none' };
const notAsked: Intake = {
  ...plain,
  consentYouth: undefined,
  consentGuardians: undefined,
  consentRepresentative: undefined,
};

describe('gate 1, age (domain.md C6)', () => {
  const table: readonly (readonly [Intake['age'], Gates['age']])[] = [
    [0, 'fits'],
    [oldestAtIntake, 'fits'],
    [22, 'too-old'],
    [undefined, 'unknown'],
  ];
  for (const [age, expected] of table) {
    it(`${age ?? 'no age'}: ${expected}`, () => deepStrictEqual(gatesFor({ ...plain, age }).age, expected));
  }
  it('is up to and including 21', () => deepStrictEqual(oldestAtIntake, 21));
});

describe('gate 2, consent or a measure (domain.md 3)', () => {
  const met: Gates['basis'] = { complete: true, refused: false, missing: [] };
  const open = (...missing: string[]): Gates['basis'] => ({ complete: false, refused: false, missing });
  const refused = (...missing: string[]): Gates['basis'] => ({ complete: false, refused: true, missing });
  const table: readonly (readonly [string, Intake, Gates['basis']])[] = [
    ['11, the parents agree', { ...notAsked, age: 11, consentGuardians: 'all' }, met],
    ['11, only the youth agrees', { ...notAsked, age: 11, consentYouth: 'given' }, open('guardians-not-asked')],
    [
      '11, the youth refuses and the parents agree',
      { ...plain, age: 11, consentYouth: 'refused', consentGuardians: 'all' },
      met,
    ],
    ['12, both agree', { ...plain, age: 12, consentGuardians: 'all' }, met],
    ['15, nobody was asked', { ...notAsked, age: 15 }, open('youth-not-asked', 'guardians-not-asked')],
    ['15, the parents were not asked', { ...notAsked, age: 15, consentYouth: 'given' }, open('guardians-not-asked')],
    ['15, one parent refuses', { ...plain, age: 15, consentGuardians: 'some' }, refused('guardians-incomplete')],
    ['15, both parents refuse', { ...plain, age: 15, consentGuardians: 'none' }, refused('guardians-refused')],
    ['16, the youth agrees', { ...plain, age: 16, consentGuardians: 'none' }, met],
    ['16, the youth refuses', { ...plain, age: 16, consentYouth: 'refused' }, refused('youth-refused')],
    ['17, whether they are incapable was not filled in', { ...plain, incapable: undefined }, met],
    ['18 and incapable, agrees', { ...plain, age: 18, incapable: true }, open('representative-not-asked')],
    ['18 and incapable, represented', { ...plain, age: 18, incapable: true, consentRepresentative: 'given' }, met],
    [
      '18 and incapable, the representative refuses',
      { ...plain, age: 18, incapable: true, consentRepresentative: 'refused' },
      refused('representative-refused'),
    ],
    ['supervision order, everybody refuses', { ...wolf, consentYouth: 'refused', consentGuardians: 'none' }, met],
    ['supervision order that ended at 18', { ...wolf, age: 18, consentYouth: 'refused' }, refused('youth-refused')],
    ['guardianship, the guardian was not asked', { ...notAsked, measure: 'guardianship' }, open('guardians-not-asked')],
    ['no age', { ...plain, age: undefined }, open('age')],
  ];
  for (const [name, intake, expected] of table) it(name, () => deepStrictEqual(gatesFor(intake).basis, expected));
});

describe('gates 0, 3 and 4', () => {
  const gates = ({ acuteDanger, complexity, triedLocally }: Gates) => ({ acuteDanger, ...complexity, triedLocally });
  const all = { acuteDanger: false, lifeAreas: true, parties: true, family: true, triedLocally: true };
  const table: readonly (readonly [string, Intake, Partial<typeof all>])[] = [
    ['everything is met', plain, {}],
    ['danger', { ...plain, acuteDanger: true }, { acuteDanger: true }],
    ['one life area', { ...plain, lifeAreas: ['mental'] }, { lifeAreas: false }],
    ['two life areas', { ...plain, lifeAreas: ['mental', 'family'] }, {}],
    ['one party, with blank lines', { ...plain, parties: 'GI\n\n' }, { parties: false }],
    ['two parties on one line', { ...plain, parties: 'GI; school' }, {}],
    ['no impact on the family', { ...plain, familyImpact: false }, { family: false }],
    ['impact on the family not filled in', { ...plain, familyImpact: undefined }, { family: false }],
    ['nothing tried', { ...plain, tried: ' ' }, { triedLocally: false }],
  ];
  for (const [name, intake, but] of table) {
    it(name, () => deepStrictEqual(gates(gatesFor(intake)), { ...all, ...but }));
  }
});

describe('the proposal', () => {
  const table: readonly (readonly [string, Intake, ReturnType<typeof propose>])[] = [
    ['age goes before what is missing', { age: 22 }, { outcome: 'return', because: 'too-old' }],
    [
      'what is missing goes before a refusal',
      { ...plain, consentYouth: 'refused', tried: '' },
      { outcome: 'ask-more', because: 'form-incomplete' },
    ],
    [
      'a refusal goes before complexity',
      { ...plain, consentYouth: 'refused', lifeAreas: ['mental'] },
      { outcome: 'advice-only', because: 'basis-refused' },
    ],
    [
      'a measure goes before complexity (domain.md G1)',
      { ...wolf, lifeAreas: ['mental'] },
      { outcome: 'priority', because: 'court-measure' },
    ],
    [
      'guardianship takes the ordinary lane',
      { ...plain, measure: 'guardianship', consentGuardians: 'all' },
      { outcome: 'admit', because: 'complex' },
    ],
    [
      'closed care takes the ordinary lane',
      { ...plain, measure: 'closed-care' },
      { outcome: 'admit', because: 'complex' },
    ],
    [
      'probation takes the priority lane',
      { ...plain, measure: 'probation' },
      { outcome: 'priority', because: 'court-measure' },
    ],
    [
      'acute danger changes nothing: the case stays open (domain.md 6.2, gate 0)',
      { ...plain, acuteDanger: true },
      { outcome: 'admit', because: 'complex' },
    ],
    ['no age is something missing', { ...plain, age: undefined }, { outcome: 'ask-more', because: 'form-incomplete' }],
  ];
  for (const [name, intake, expected] of table) it(name, () => deepStrictEqual(propose(intake), expected));

  it('knows three measures that must be carried out at once', () =>
    deepStrictEqual(priorityMeasures, ['supervision-order', 'out-of-home', 'probation']));
});

describe('what the chair decides', () => {
  const admit = decision('admit');
  const regular = { ...admission, decision: admit, lane: 'regular' } as const;
  const decide = (rest: Parameters<typeof sample<'DecideTriage'>>[1] = {}) =>
    sample('DecideTriage', { decision: admit, ...rest });
  const event = (rest: Partial<typeof regular> & Readonly<{ participants?: readonly Participant[] }> = {}) =>
    ({ type: 'CaseAdmitted', data: { ...regular, ...rest } }) as const;

  it('may be the ordinary lane for a court measure', () =>
    given(...submitted())
      .when(decide())
      .thenEvents(event()));
  it('may be priority for any measure', () => {
    const priority = decision('priority');
    given(...submitted({ ...plain, measure: 'closed-care' }))
      .when(decide({ decision: priority }))
      .thenEvents({ type: 'CaseAdmitted', data: admission });
  });
  it('may be admission of what is not complex: the bot only proposes (design, decision 2)', () =>
    given(...submitted({ ...plain, lifeAreas: [], parties: '' }))
      .when(decide())
      .thenEvents(event()));
  it('may be admission in acute danger', () =>
    given(...submitted({ ...plain, acuteDanger: true }))
      .when(decide())
      .thenEvents(event()));
  it('may be admission at 21', () =>
    given(...submitted({ ...plain, age: 21 }))
      .when(decide())
      .thenEvents(event()));

  it('may be to direct the process themselves: they are in it once', () => {
    const people: readonly Participant[] = [
      { person: chair, part: 'process-director' },
      { person: applicant, part: 'applicant' },
    ];
    given(...submitted())
      .when(decide({ processDirector: chair }))
      .thenEvents({ type: 'CaseAdmitted', data: { ...regular, processDirector: chair, participants: people } });
  });

  it('may bring in the same helper twice: they are in it once, as they were given first', () => {
    const twice: readonly Joining[] = [
      { person: helper, part: 'family-contact' },
      { person: helper, part: 'helper', tenantId: foreignTenant },
    ];
    const people: readonly Participant[] = [...participants, { person: helper, part: 'family-contact' }];
    given(...submitted())
      .when(decide({ helpers: twice }))
      .thenEvents({ type: 'CaseAdmitted', data: { ...regular, participants: people } });
  });

  it('makes the channel shared only for people who are really in it', () => {
    const away: Joining = { person: foreigner, part: 'helper', tenantId: foreignTenant };
    given(...submitted())
      .when(decide({ helpers: [away] }))
      .thenEvents({
        type: 'CaseAdmitted',
        data: { ...regular, participants: [...participants, away], kind: 'shared' },
      });
  });

  it('starts the clock of the conference and stops those of triage', () => {
    const { clocks, channel, lane, processDirector } = fileAfter(...histories.admitted);
    deepStrictEqual(
      { clocks, channel, lane, processDirector },
      {
        clocks: { conferenceBy: admission.conferenceBy },
        channel: { status: 'making', kind: 'private', done: [] },
        lane: 'priority',
        processDirector: admission.processDirector,
      },
    );
  });

  it('is kept with its reason', () => {
    const asked = decision('ask-more');
    const { triage } = fileAfter(...submitted(), { type: 'SupplementAsked', data: { at: later, decision: asked } });
    deepStrictEqual(triage, asked);
  });
});

import type { Locale } from '../../core/locale.ts';
import type { SubmittedCase } from './case-state.ts';
import type { Intake } from './intake.ts';
import { type FieldName, intakeFields } from './intake-fields.ts';
import { type Texts, textsIn } from './texts.ts';
import { gatesFor } from './triage.ts';
import { day, nameIn } from './view-format.ts';
import type { Seen, Sight } from './view-case.ts';
import { namesOf } from './view-intake.ts';

type Row = Readonly<{ label: string; value: string }>;
type Group = Readonly<{ title: string; rows: readonly Row[] }>;

const who: readonly FieldName[] = [
  'pseudonym',
  'age',
  'municipality',
  'applicantRole',
  'familyInformed',
  'familyNotInformedBecause',
];
const legal: readonly FieldName[] = [
  'measure',
  'measureDate',
  'authority',
  'incapable',
  'consentYouth',
  'consentGuardians',
  'consentRepresentative',
  'consentNote',
  'consentShare',
  'shareScope',
];
const voices: readonly FieldName[] = ['youthVoice', 'wantsInvolved', 'parentsVoice'];
const question: readonly FieldName[] = [
  'careQuestion',
  'acuteDanger',
  'requested',
  'lifeAreas',
  'domains',
  'parties',
  'familyImpact',
  'stallKinds',
  'stalled',
  'stalledSince',
  'tried',
  'moves',
  'earlierTracks',
  'waitingWeeks',
  'currentStay',
  'tenableUntil',
  'siblingCase',
];

/** Everything that was filled in and decided; only for a dialog. */
export async function detailsView(sight: Sight, file: SubmittedCase, { locale }: Seen): Promise<object> {
  const texts = textsIn[locale];
  const { cards, names, say } = texts;
  const open = gatesFor(file.intake).missing.map((field) => names.missing[field]);
  const intake = (title: string, fields: readonly FieldName[]): Group => ({
    title,
    rows: intakeRows(file.intake, fields, locale),
  });
  const groups: readonly Group[] = [
    intake(cards.details.who, who),
    intake(cards.details.voices, voices),
    intake(cards.details.question, question),
    intake(cards.details.legal, legal),
    {
      title: cards.details.triage,
      rows: [...triageRows(file, texts, locale), ...(await exceptionRows(sight, file, texts))],
    },
    { title: cards.details.centre, rows: rowsOf([[say.tried, file.centreInvolved?.tried]]) },
    { title: cards.details.closing, rows: closingRows(file, texts) },
  ];
  return {
    title: say.caseTitle(file.number),
    groups: groups.filter(({ rows }) => rows.length > 0),
    missing: open.length === 0 ? '' : say.missing(open.join(', ')),
    hasMissing: open.length > 0,
  };
}

function intakeRows(intake: Intake, fields: readonly FieldName[], locale: Locale): readonly Row[] {
  const { forms } = textsIn[locale];
  return rowsOf(fields.map((field) => [forms.label[field], shown(field, intake[field], locale)]));
}

function shown(field: FieldName, value: Intake[FieldName], locale: Locale): string | undefined {
  if (value === undefined) return undefined;
  const { names, say } = textsIn[locale];
  const named = namesOf(field, names);
  if (typeof value === 'boolean') return names.yesNo[value ? 'yes' : 'no'];
  if (typeof value === 'number') return field === 'age' ? say.years(value) : String(value);
  if (typeof value !== 'string') return value.map((code) => nameIn(named ?? {}, code)).join(', ');
  if (intakeFields[field].kind === 'date') return day(value, locale);
  return named === undefined ? value : nameIn(named, value);
}

function triageRows({ triage }: SubmittedCase, { names, say }: Texts, locale: Locale): readonly Row[] {
  if (!triage) return [];
  const { outcome, reason, alternative, owner, ownerBy } = triage;
  return rowsOf([
    [say.decision, names.outcome[outcome]],
    [say.reason, reason],
    [say.alternative, alternative],
    [say.owner, owner],
    [say.ownerBy, ownerBy === undefined ? undefined : day(ownerBy, locale)],
  ]);
}

async function exceptionRows({ directory }: Sight, { triage }: SubmittedCase, texts: Texts): Promise<readonly Row[]> {
  if (!triage?.exception) return [];
  const { ground, reason, secondPerson } = triage.exception;
  const label = texts.forms.triage;
  return rowsOf([
    [label.exceptionGround, texts.names.exceptionGround[ground]],
    [label.exceptionReason, reason],
    [label.secondPerson, secondPerson && (await directory.nameOf(secondPerson))],
  ]);
}

function closingRows({ closing }: SubmittedCase, { forms, names }: Texts): readonly Row[] {
  if (!closing) return [];
  const { outcome, moves, youthRating, parentRating } = closing;
  const label = forms.closing;
  return rowsOf([
    [label.outcome, names.closingOutcome[outcome]],
    [label.moves, String(moves)],
    [label.youthRating, youthRating?.toString()],
    [label.parentRating, parentRating?.toString()],
    [label.lessonsCooperation, closing.lessonsCooperation],
    [label.lessonsContent, closing.lessonsContent],
    [label.adviceToOrganisations, closing.adviceToOrganisations],
  ]);
}

function rowsOf(pairs: readonly (readonly [string, string | undefined])[]): readonly Row[] {
  return pairs.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]));
}

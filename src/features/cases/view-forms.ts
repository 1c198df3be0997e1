import type { Locale, Text } from '../../core/locale.ts';
import type { Directory, Person } from '../directory/index.ts';
import { closingOutcomes, type SubmittedCase } from './case-state.ts';
import { textsIn } from './texts.ts';
import { exceptionGrounds, recipients } from './legal-basis.ts';
import { exceptionApplies, propose, triageOutcomes } from './triage.ts';
import type { Seen, Sight } from './view-case.ts';
import { type Choice, lineOf } from './view-format.ts';

/** A dialog about one case: what was typed is kept when something is wrong. `problems` are shown on top. */
export type CaseForm = Readonly<{
  file: SubmittedCase;
  typed: Readonly<Record<string, string>>;
  problems: readonly Text[];
}>;

/** Names in a card are a few dozen bytes each, and a card has a limit of 80 KB (Microsoft: Format your bot messages). */
const mostPeople = 150;

function formBase({ file, typed, problems }: CaseForm, locale: Locale): object {
  return {
    case: file.id,
    value: typed,
    problems: problems.map((problem) => lineOf(problem[locale])),
    hasProblems: problems.length > 0,
  };
}

/** The proposal is chosen beforehand; the chair chooses. */
export async function triageFormView({ directory }: Sight, form: CaseForm, { locale }: Seen): Promise<object> {
  const { file, typed } = form;
  const { names } = textsIn[locale];
  const directors = await directorsOf(directory, file);
  const filled = { outcome: propose(file.intake).outcome, processDirector: directors[0]?.id ?? '', ...typed };
  const empty = {
    ...{ reason: '', helpers: '', alternative: '', owner: '', ownerBy: '' },
    ...{ recipient: recipients[0], exceptionGround: '', exceptionReason: '', secondPerson: '' },
  };
  return {
    ...formBase({ ...form, typed: { ...empty, ...filled } }, locale),
    outcomes: triageOutcomes.map((value) => ({ title: names.outcome[value], value })),
    because: names.because[propose(file.intake).because],
    recipients: recipients.map((value) => ({ title: names.recipient[value], value })),
    offersException: exceptionApplies(file.intake),
    grounds: exceptionGrounds.map((value) => ({ title: names.exceptionGround[value], value })),
    directors: toChoices(directors),
    people: toChoices((await directory.people()).filter(({ id }) => id !== file.team.chair && id !== file.applicant)),
  };
}

/** Those of the team; where it has none, everybody who is one. */
async function directorsOf(directory: Directory, { team }: SubmittedCase): Promise<readonly Person[]> {
  const own = await findPeople(directory, (await directory.team(team.id))?.processDirectors ?? []);
  return own.length > 0 ? own : directory.people('process-director');
}

export async function directorFormView({ directory }: Sight, form: CaseForm, { locale }: Seen): Promise<object> {
  const { file } = form;
  return {
    ...formBase({ ...form, typed: { person: '', ...form.typed } }, locale),
    directors: toChoices(await successorsOf(directory, file)),
  };
}

/** Those of the team; without any left, everybody who is one, and at last everybody: the case must not wait. */
async function successorsOf(directory: Directory, file: SubmittedCase): Promise<readonly Person[]> {
  const mayFollow = ({ id, tenantId }: Person): boolean => id !== file.processDirector && tenantId === undefined;
  const lists = [await directorsOf(directory, file), await directory.people('process-director')];
  const found = lists.map((people) => people.filter(mayFollow)).find((people) => people.length > 0);
  return found ?? (await directory.people()).filter(mayFollow);
}

async function findPeople(directory: Directory, ids: readonly Person['id'][]): Promise<readonly Person[]> {
  const people = await Promise.all(ids.map((id) => directory.person(id)));
  return people.filter((person) => person !== undefined);
}

function toChoices(people: readonly Person[]): readonly Choice[] {
  return people
    .map(({ id, name, organisation }) => ({ title: `${name} – ${organisation}`, value: id }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'nl'))
    .slice(0, mostPeople);
}

export async function peopleView({ directory }: Sight, form: CaseForm, { locale, person }: Seen): Promise<object> {
  const { names, forms } = textsIn[locale];
  const { participants, team } = form.file;
  const present = new Set<string>(participants.map((participant) => participant.person));
  const rows = participants.map(async ({ person: one, part }) => {
    const name = await directory.nameOf(one);
    const mayGo = part !== 'chair' && part !== 'process-director';
    return { person: one, text: `${name}, ${names.part[part]}`, mayGo, tooltip: `${forms.people.remove}: ${name}` };
  });
  return {
    ...formBase({ ...form, typed: { recipient: '', ...form.typed } }, locale),
    recipients: recipients.map((value) => ({ title: names.recipient[value], value })),
    rows: await Promise.all(rows),
    mayReplace: person === ((await directory.team(team.id))?.chair ?? team.chair),
    people: toChoices((await directory.people()).filter(({ id }) => !present.has(id))),
  };
}

export function involveView(form: CaseForm, { locale }: Seen): object {
  return formBase({ ...form, typed: { tried: form.file.intake.tried ?? '', ...form.typed } }, locale);
}

const closingFields = ['outcome', 'lessonsCooperation', 'lessonsContent', 'adviceToOrganisations'];
const closingNumbers = ['moves', 'youthRating', 'parentRating'];

/** After a closing was sent back, the form holds what was filled in before. */
export function closingFormView(form: CaseForm, { locale }: Seen): object {
  const { names } = textsIn[locale];
  const before: Readonly<Record<string, unknown>> = form.file.closing ?? { moves: 0, outcome: closingOutcomes[0] };
  const value = (field: string): unknown => form.typed[field] ?? before[field];
  const texts = closingFields.map((field) => [field, value(field) ?? ''] as const);
  const numbers = closingNumbers.map((field) => [field, numberOrNothing(value(field))] as const);
  return {
    ...formBase(form, locale),
    value: Object.fromEntries<unknown>([...texts, ...numbers]),
    outcomes: closingOutcomes.map((code) => ({ title: names.closingOutcome[code], value: code })),
  };
}

function numberOrNothing(value: unknown): number | null {
  return value === undefined || value === '' || Number.isNaN(Number(value)) ? null : Number(value);
}

export type ReasonForm = CaseForm & Readonly<{ verb: 'cases/send-back-send' | 'cases/reopen-send' }>;

export function reasonView(form: ReasonForm, { locale }: Seen): object {
  const { reason } = textsIn[locale].forms;
  return {
    ...formBase({ ...form, typed: { reason: '', ...form.typed } }, locale),
    verb: form.verb,
    question: form.verb === 'cases/reopen-send' ? reason.reopen : reason.sendBack,
  };
}

import type { JsonObject } from '../../core/json.ts';
import type { Locale } from '../../core/locale.ts';
import { type Choice, choicesOf, day, type Fact, lineOf, type Problems, problemsOf } from '../../core/view-parts.ts';
import type { Directory, Person } from '../directory/index.ts';
import { type ConsultationFile, counts, declineReasons, type Invitation, invitationOf } from './consultation-state.ts';
import { isRunning } from './decide-request.ts';
import { textsIn } from './texts.ts';
import { regionName, requestFacts, type Seen, type Sight } from './view-format.ts';

/** For the expert: what is asked, in general words; after a "yes" the way into the case. Nothing of the youth. */
export async function invitationView(
  sight: Sight,
  file: ConsultationFile,
  { seen, extra }: Readonly<{ seen: Seen; extra: JsonObject }>,
): Promise<object | undefined> {
  const invitation = invitationIn(file, seen, extra);
  if (!invitation) return undefined;
  const { say } = textsIn[seen.locale];
  const standing = standingOf(file, invitation);
  const { isOpen } = standing;
  return {
    ...{ consultation: file.id, case: file.about.id },
    title: isOpen ? say.invitationTitle(file.about.number) : say.matchTitle(file.about.number),
    question: file.request.question,
    facts: await factsOf(sight, { file, invitation, isOpen }, seen),
    ...standing,
    isReminder: isOpen && extra['isReminder'] === true,
    ...troubleOf(standing.isIn ? invitation.trouble : undefined, seen.locale),
    adviseTitle: textsIn[seen.locale].cards.invitation[invitation.advice ? 'change' : 'advise'],
  };
}

/** What the expert can do now; on a card of an earlier round nothing. */
function standingOf(file: ConsultationFile, { person, status, joined, advice, ...rest }: Invitation) {
  const isLast = invitationOf(file, person)?.invitedAt === rest.invitedAt;
  const isIn = status === 'accepted' && isLast;
  return {
    isOpen: status === 'invited' && isLast,
    isIn,
    mayRead: isIn && joined,
    mayAdvise: isIn && isRunning(file) && advice?.judgement === undefined,
    mayLeave: isIn && advice === undefined,
  };
}

type Inviting = Readonly<{ file: ConsultationFile; invitation: Invitation; isOpen: boolean }>;

async function factsOf(sight: Sight, { file, invitation, isOpen }: Inviting, seen: Seen): Promise<readonly Fact[]> {
  const { say, names } = textsIn[seen.locale];
  return [
    ...(isOpen ? [] : [{ title: say.yourAnswer, value: names.status[invitation.status] }]),
    ...(await requestFacts(sight, file, seen)),
    { title: say.region, value: await regionName(sight, file, seen.now) },
    ...(isOpen ? [{ title: say.answerBy, value: day(invitation.answerBy, seen.locale) }] : []),
    { title: say.director, value: await sight.directory.nameOf(file.director) },
  ];
}

/** A card of an earlier round shows how that one ended. */
function invitationIn({ invitations }: ConsultationFile, { person }: Seen, extra: JsonObject): Invitation | undefined {
  const { index } = extra;
  if (typeof index === 'number') return invitations[index];
  return invitations.findLast((invitation) => invitation.person === person);
}

function troubleOf(trouble: Invitation['trouble'], locale: Locale): object {
  return {
    trouble: trouble === undefined ? '' : textsIn[locale].names.trouble[trouble],
    hasTrouble: trouble !== undefined,
  };
}

/** A dialog of an expert: what was typed is kept when something is wrong. */
export type AnswerForm = Problems & Readonly<{ file: ConsultationFile; typed: Readonly<Record<string, string>> }>;

export function formBase({ file, typed, problems }: AnswerForm, empty: object, locale: Locale): object {
  return { consultation: file.id, value: { ...empty, ...typed }, ...problemsOf({ problems }, locale) };
}

export function acceptView(form: AnswerForm, { locale }: Seen): object {
  return formBase(form, { secrecy: 'false' }, locale);
}

export async function declineView({ directory }: Sight, form: AnswerForm, { locale, person }: Seen): Promise<object> {
  const { names } = textsIn[locale];
  const colleagues = (await expertsOf(directory)).filter(({ id }) => id !== person);
  return {
    ...formBase(form, { reason: '', note: '', suggested: '' }, locale),
    reasons: choicesOf(declineReasons, names.decline),
    people: toChoices(colleagues),
  };
}

/** Who can be suggested: those who are experts by their role, whether or not they registered. */
async function expertsOf(directory: Directory): Promise<readonly Person[]> {
  const [experts, lived] = await Promise.all([
    directory.people('consulting-expert'),
    directory.people('lived-experience'),
  ]);
  return [...experts, ...lived];
}

const mostPeople = 150;

export function toChoices(people: readonly Person[]): readonly Choice[] {
  return people
    .map(({ id, name, organisation }) => ({ title: `${name} – ${organisation}`, value: id }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'nl'))
    .slice(0, mostPeople);
}

const adviceFields = ['advice', 'basis', 'otherwise'] as const;

/** Advice that was given is in the form again until it is judged. */
export function adviseView(form: AnswerForm, { locale, person }: Seen): object {
  const given = person === undefined ? undefined : invitationOf(form.file, person)?.advice;
  const before = Object.fromEntries(adviceFields.map((field) => [field, given?.[field] ?? '']));
  return formBase(form, before, locale);
}

/** What the director is told about one expert. */
export async function newsView(
  { directory }: Sight,
  file: ConsultationFile,
  { seen, extra }: Readonly<{ seen: Seen; extra: JsonObject }>,
): Promise<object | undefined> {
  const { index } = extra;
  const invitation = typeof index === 'number' ? file.invitations[index] : undefined;
  if (!invitation) return undefined;
  const { say } = textsIn[seen.locale];
  const lines = [...(await answerLines({ directory }, invitation, seen)), ...afterwards(file, invitation, seen)];
  return { consultation: file.id, title: say.matchTitle(file.about.number), lines: lines.map(lineOf) };
}

async function answerLines(
  { directory }: Pick<Sight, 'directory'>,
  { person, status, reason, note = '', suggested }: Invitation,
  { locale }: Seen,
): Promise<readonly string[]> {
  const { say, names } = textsIn[locale];
  return [
    say.newsOf(await directory.nameOf(person), names.status[status]),
    ...(reason === undefined ? [] : [say.newsReason(names.decline[reason])]),
    ...(note === '' ? [] : [note]),
    ...(suggested === undefined ? [] : [say.newsSuggested(await directory.nameOf(suggested))]),
  ];
}

function afterwards({ stage }: ConsultationFile, invitation: Invitation, { locale }: Seen): readonly string[] {
  const { say, names } = textsIn[locale];
  const { joined, trouble } = invitation;
  return [
    ...(joined ? [say.newsJoined] : []),
    ...(trouble === undefined ? [] : [names.trouble[trouble]]),
    ...(!counts(invitation) && stage !== 'withdrawn' ? [say.newsNext] : []),
  ];
}

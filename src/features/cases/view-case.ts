import type { JsonObject } from '../../core/json.ts';
import type { Locale, Text } from '../../core/locale.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Directory } from '../directory/index.ts';
import { formatDay, localDate } from '../../core/working-time.ts';
import { channelSteps, type SubmittedCase } from './case-state.ts';
import { isHeld } from './decide-retention.ts';
import { missingFields } from './intake.ts';
import { nextProgress, type NextStep, nextStep } from './next-step.ts';
import { textsIn } from './texts.ts';
import { day, type Fact, lineOf, noticeOf } from './view-format.ts';

/** What views may ask: names, and the link that opens a channel in Teams. */
export type Sight = Readonly<{ directory: Directory; teamsLink?(teamId: string, channelId: string): string }>;
export type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;

const isoDayLength = 'YYYY-MM-DD'.length;

/** Who may open the dialog with everything; the desk asks the policy again. */
export function isInCase(file: SubmittedCase, person: PersonId | undefined): boolean {
  if (person === undefined) return true;
  const { applicant, team, processDirector, participants, centreInvolved } = file;
  const people = [applicant, team.chair, processDirector, ...participants.map((participant) => participant.person)];
  return [...people, ...(centreInvolved?.staff ?? [])].includes(person);
}

/** What may be seen of a case outside it: number, stage, who owns it, what is next. No word that anybody typed. */
export async function caseHead(sight: Sight, file: SubmittedCase, { locale, person, now }: Seen): Promise<object> {
  const { say } = textsIn[locale];
  const link = channelLink(sight, file);
  return {
    case: file.id,
    title: say.caseTitle(file.number),
    stage: stageOf(file, locale),
    facts: [
      ...(await ownersOf(sight, file, locale)),
      ...stepOf(file, { locale, now }),
      ...keptFact(file, { locale, now }),
    ],
    maySee: isInCase(file, person),
    link: link ?? '',
    hasLink: link !== undefined,
  };
}

/** Where a case stands and who owns it (domain.md A1: the municipality is on every card). */
export async function ownersOf({ directory }: Sight, file: SubmittedCase, locale: Locale): Promise<readonly Fact[]> {
  const { say, names } = textsIn[locale];
  const { team, municipality, processDirector, lane, linked, participants } = file;
  const experts = participants.filter(({ part }) => part === 'expert').map(({ person }) => directory.nameOf(person));
  return [
    { title: say.stage, value: stageOf(file, locale) },
    { title: say.team, value: team.name },
    { title: say.municipality, value: say.municipalityOf(municipality) },
    ...(processDirector === undefined
      ? []
      : [{ title: say.processDirector, value: await directory.nameOf(processDirector) }]),
    ...(experts.length === 0 ? [] : [{ title: say.experts, value: (await Promise.all(experts)).join(', ') }]),
    ...(lane === 'priority' ? [{ title: say.lane, value: names.lane.priority }] : []),
    ...(linked.length === 0 ? [] : [{ title: say.linked, value: linked.join(', ') }]),
  ];
}

/** A submission that the team has and that is not complete says so, wherever it is seen (domain.md 6.1). */
function stageOf(file: SubmittedCase, locale: Locale): string {
  const { say, names } = textsIn[locale];
  const stage = names.stage[file.stage];
  return file.stage === 'submitted' && missingFields(file.intake).length > 0 ? say.toComplete(stage) : stage;
}

function stepOf(file: SubmittedCase, { locale, now }: Pick<Seen, 'locale' | 'now'>): readonly Fact[] {
  const { say, names } = textsIn[locale];
  const step = nextStep(file);
  const { what, due } = step;
  const shown = due === undefined ? '' : day(due, locale);
  return [
    { title: say.next, value: names.nextStep[what] },
    ...(due === undefined ? [] : [{ title: say.by, value: isLate(step, now) ? say.late(shown) : shown }]),
  ];
}

/** That it is kept longer, never why. */
function keptFact(file: SubmittedCase, { locale, now }: Pick<Seen, 'locale' | 'now'>): readonly Fact[] {
  const { hold } = file;
  if (hold === undefined || !isHeld(file, localDate(now.toISOString()))) return [];
  return [{ title: textsIn[locale].say.keptUntil, value: formatDay(hold.until, locale) }];
}

/** A step that is due on a day has that whole day, on a Dutch clock. */
export function isLate({ due }: NextStep, now: Date): boolean {
  if (due === undefined) return false;
  const at = now.toISOString();
  return due < (due.length === isoDayLength ? localDate(at) : at);
}

function channelLink({ teamsLink }: Sight, { team, channel }: SubmittedCase): string | undefined {
  if (channel.status === 'none' || channel.channelId === undefined) return undefined;
  return teamsLink?.(team.teamsGroupId, channel.channelId);
}

export function withNotice(view: object, extra: JsonObject, locale: Locale): object {
  const notice = noticeOf(extra, locale);
  return { ...view, notice, hasNotice: notice !== '' };
}

const beingCompleted: readonly SubmittedCase['stage'][] = ['submitted', 'supplement'];

/** For the applicant, and for whoever asks how a case stands. */
export async function statusView(sight: Sight, file: SubmittedCase, seen: Seen): Promise<object> {
  const open = beingCompleted.includes(file.stage) ? missingFields(file.intake) : [];
  const waits = open.length > 0 || file.stage === 'supplement' || file.stage === 'advice-only';
  const { say, names } = textsIn[seen.locale];
  const { triage } = file;
  const decision = triage ? say.decidedOn(names.outcome[triage.outcome], day(triage.at, seen.locale)) : '';
  return {
    ...(await caseHead(sight, file, seen)),
    missing: open.length === 0 ? '' : say.missing(open.map((field) => names.missing[field]).join(', ')),
    hasMissing: open.length > 0,
    mayComplete: waits && file.applicant === seen.person,
    decision,
    isDecided: decision !== '',
  };
}

/** In the channel: also says how many take part, and that joining is not taking over (domain.md A6). */
export async function summaryView(sight: Sight, file: SubmittedCase, seen: Seen): Promise<object> {
  const { say } = textsIn[seen.locale];
  const { centreInvolved, participants } = file;
  const { label } = await sight.directory.centre(file.centre);
  const joined = centreInvolved ? say.centreJoined(label, day(centreInvolved.at, seen.locale)) : '';
  return {
    ...(await caseHead(sight, file, seen)),
    joined,
    hasJoined: joined !== '',
    people: `${say.participants}: ${say.peopleCount(participants.length)}`,
    isOpen: file.stage !== 'closed',
  };
}

export async function directorView(sight: Sight, file: SubmittedCase, seen: Seen): Promise<object> {
  const { stage, centreInvolved } = file;
  const progress = nextProgress(file);
  return {
    ...(await caseHead(sight, file, seen)),
    ...channelProgress(file, seen.locale),
    isStarting: stage === 'admitted',
    inConference: stage === 'conference',
    isToHold: nextStep(file).what === 'hold-conference',
    hasProgress: progress !== undefined,
    progressMade: progress ?? '',
    recordIt: progress === undefined ? '' : textsIn[seen.locale].names.progress[progress],
    isClosing: stage === 'closing',
    isClosed: stage === 'closed',
    mayInvolve: centreInvolved === undefined,
  };
}

function channelProgress({ channel }: SubmittedCase, locale: Locale): object {
  const { say, names } = textsIn[locale];
  if (channel.status !== 'making') {
    const text = channel.status === 'archived' ? say.channelArchived : say.channelReady;
    return { progress: text, done: '', hasDone: false, trouble: '', inTrouble: false };
  }
  const done = channelSteps.filter((step) => channel.done.includes(step)).map((step) => names.channelStep[step]);
  const { trouble } = channel;
  return {
    progress: say.progress(Math.min(done.length + 1, channelSteps.length), channelSteps.length),
    done: say.doneSteps(done.join(', ')),
    hasDone: done.length > 0,
    trouble: trouble === undefined ? '' : names.trouble[trouble],
    inTrouble: trouble !== undefined,
  };
}

export async function troubleView(sight: Sight, file: SubmittedCase, seen: Seen): Promise<object> {
  const { channel } = file;
  const trouble = channel.status === 'none' ? undefined : channel.trouble;
  return {
    ...(await caseHead(sight, file, seen)),
    needsApp: trouble === 'app-not-enabled',
    needsPeople: trouble === 'member-unknown',
    needsPermission: trouble === 'no-permission',
    text: trouble === undefined ? '' : textsIn[seen.locale].names.trouble[trouble],
    isSolved: trouble === undefined,
  };
}

/** A refusal, with the facts of the case for whoever may see them. */
export type RefusedState = Readonly<{ lines: readonly Text[]; file?: SubmittedCase }>;

export async function refusedView(sight: Sight, { lines, file }: RefusedState, seen: Seen): Promise<object> {
  const head = file === undefined ? { title: '', facts: [] } : await caseHead(sight, file, seen);
  return { ...head, lines: lines.map((line) => lineOf(line[seen.locale])), hasFacts: file !== undefined };
}

/** Its stage and whose turn it is: all that a conversation of others may hold of a case. */
export function standingLine(file: SubmittedCase, locale: Locale): string {
  return `${stageOf(file, locale)} · ${textsIn[locale].names.nextStep[nextStep(file).what]}`;
}

/** A case in one line, for lists. */
export function lineAbout(file: SubmittedCase, locale: Locale): string {
  const { names, say } = textsIn[locale];
  const { what, due } = nextStep(file);
  const parts = [stageOf(file, locale), file.municipality, names.nextStep[what]];
  return [...parts, ...(due === undefined ? [] : [say.byDay(day(due, locale))])].join(' · ');
}

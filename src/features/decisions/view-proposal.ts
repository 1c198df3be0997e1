import type { JsonObject } from '../../core/json.ts';
import type { Locale } from '../../core/locale.ts';
import { day, type Fact, type Line, lineOf } from '../../core/view-parts.ts';
import { voteSettingsLine } from '../voting/index.ts';
import { settingsFor } from './how-to-vote.ts';
import {
  adviceOf,
  adviceTakenBack,
  contentOf,
  howToVote,
  over,
  type ProposalFile,
  verdictOfVote,
} from './proposal-state.ts';
import { newsworthy } from './reactions.ts';
import { textsIn } from './texts.ts';
import {
  adviceShown,
  decisionFacts,
  deciderName,
  linkLines,
  matterFacts,
  type Seen,
  type Sight,
  statusLine,
} from './view-format.ts';

/** The proposal as its author sees it; others get the same without anything to press. */
export async function proposalView(sight: Sight, file: ProposalFile, seen: Seen): Promise<object> {
  const { locale } = seen;
  const { title, text } = contentOf(file);
  const links = linkLines(file, locale);
  return {
    proposal: file.id,
    title: textsIn[locale].say.heading(file.number, title),
    status: await statusLine(sight, file, seen),
    facts: [...matterFacts(file, locale), ...(await routeFacts(sight, file, seen))],
    notes: notesOf(file, locale),
    text,
    ...{ links, hasLinks: links.length > 0 },
    ...adviceShown(file, locale),
    hasDecision: file.decision !== undefined,
    decision: file.decision ? await decisionFacts(sight, file.decision, locale) : [],
    ...buttonsFor(file, seen),
  };
}

async function routeFacts(sight: Sight, file: ProposalFile, { locale, person }: Seen): Promise<readonly Fact[]> {
  const { say } = textsIn[locale];
  const { route, author, stage } = file;
  const byWhom = person === author ? [] : [{ title: say.author, value: await sight.directory.nameOf(author) }];
  if (!route || stage === 'draft') return [...byWhom, votingFact(file, locale)];
  const isVotedOn = route.advise !== undefined || route.decide.by === 'body';
  return [
    ...byWhom,
    ...(route.advise ? [{ title: say.adviser, value: route.advise.name }] : []),
    { title: say.decider, value: await deciderName(sight, route.decide, locale) },
    ...(isVotedOn ? [votingFact(file, locale)] : []),
  ];
}

function votingFact(file: ProposalFile, locale: Locale): Fact {
  const { say } = textsIn[locale];
  const how = howToVote(file);
  const line = voteSettingsLine(settingsFor(how), locale);
  return { title: say.voting, value: how.days === undefined ? line : say.votingDays(line, how.days) };
}

function notesOf({ route, versions, stage, advice }: ProposalFile, locale: Locale): readonly Line[] {
  const { say } = textsIn[locale];
  const isNew = versions.length > 1 && advice.length > 0 && (stage === 'draft' || stage === 'advising');
  return [
    ...(isNew ? [lineOf(say.restarted(versions.length))] : []),
    ...(route?.noAdviceOnCase === true && stage !== 'draft' ? [lineOf(say.noAdviceOnCase)] : []),
  ];
}

type Buttons = Readonly<{ mayPutForward: boolean; mayTake: boolean; mayAmend: boolean }>;

function buttonsFor(file: ProposalFile, { person, now }: Seen): Buttons {
  const isAuthor = person === file.author;
  const { stage } = file;
  const isOpen = !over.includes(stage) && verdictOfVote(file) === undefined;
  const adviceIsLate = stage === 'advising' && (adviceOf(file)?.closesAt ?? '') < now.toISOString();
  return {
    mayPutForward: isAuthor && stage === 'draft',
    mayTake: isAuthor && (stage === 'advised' || adviceIsLate || adviceTakenBack(file) !== undefined),
    mayAmend: isAuthor && isOpen,
  };
}

/** A short message, with a button to the proposal as it is then. */
export async function newsView(
  sight: Sight,
  file: ProposalFile,
  { seen, extra }: Readonly<{ seen: Seen; extra: JsonObject }>,
): Promise<object | undefined> {
  const { say } = textsIn[seen.locale];
  const what = newsworthy.find((one) => one === extra['what']);
  if (what === undefined) return undefined;
  const lines = [
    ...(what === 'DecisionLate' && file.isLate ? [lineOf(say.lateNews)] : []),
    lineOf(await statusLine(sight, file, seen)),
  ];
  return { proposal: file.id, title: say.news[what](file.number), lines };
}

/** What everybody concerned is told; a channel sees the same. */
export async function informedView(sight: Sight, file: ProposalFile, { locale }: Seen): Promise<object | undefined> {
  const { say, names } = textsIn[locale];
  const { decision, number } = file;
  if (!decision) return undefined;
  return {
    title: say.decisionTitle(number),
    line: say.informedLine(names.verdict[decision.verdict], contentOf(file).title),
    facts: [...matterFacts(file, locale).slice(0, 1), ...(await decisionFacts(sight, decision, locale))],
  };
}

/** The question to who carried it out, and the answer once there is one. */
export function reviewView(
  { id, number, decision, review, ...file }: ProposalFile,
  { locale }: Seen,
): object | undefined {
  if (!decision) return undefined;
  const { say } = textsIn[locale];
  const { answer } = review;
  const title = file.versions.at(-1)?.title ?? '';
  return {
    proposal: id,
    title: say.decisionTitle(number),
    line: say.reviewOf(title, day(decision.at, locale)),
    isOpen: answer === undefined,
    answered: answer === undefined ? '' : say.reviewAnswer(answer),
  };
}

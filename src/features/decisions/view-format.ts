import type { PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import { formatEuros } from '../../core/money.ts';
import { day, type Fact, type Line, lineOf } from '../../core/view-parts.ts';
import type { Directory } from '../directory/index.ts';
import {
  adviceOf,
  adviceTakenBack,
  contentOf,
  type Decision,
  type ProposalFile,
  type ProposalStage,
  verdictOfVote,
  type Vote,
  voteOf,
} from './proposal-state.ts';
import type { Decides } from './route.ts';
import { textsIn } from './texts.ts';

/** What views may ask: names of people. */
export type Sight = Readonly<{ directory: Pick<Directory, 'nameOf' | 'people' | 'bodies' | 'centre'> }>;
export type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;

export async function deciderName({ directory }: Sight, decide: Decides, locale: Locale): Promise<string> {
  return decide.by === 'body' ? decide.body.name : textsIn[locale].say.holder(await directory.nameOf(decide.person));
}

type StatusLine = (file: ProposalFile, about: Readonly<{ who: string; seen: Seen }>) => string;

const statusOf: Readonly<Record<ProposalStage, StatusLine>> = {
  draft(file, { seen }) {
    const { status } = textsIn[seen.locale].say;
    const why = adviceTakenBack(file);
    return why === undefined ? status.draft : status.adviceTakenBack(why);
  },
  advising: (file, { seen }) => advisingLine(adviceOf(file), seen),
  advised: (_, { seen }) => textsIn[seen.locale].say.status.advised,
  deciding: ({ decideBy, updatedAt }, { who, seen: { locale } }) =>
    textsIn[locale].say.status.deciding(who, day(decideBy ?? updatedAt, locale)),
  'to-record'(file, { who, seen }) {
    const { status } = textsIn[seen.locale].say;
    const why = voteOf(file)?.cancelledBecause;
    if (why !== undefined) return status.voteTakenBack(who, why);
    return verdictOfVote(file) === undefined ? status.noResult(who) : status['to-record'](who);
  },
  postponed: ({ postponed, updatedAt }, { seen: { locale } }) =>
    textsIn[locale].say.status.postponed(day(postponed?.until ?? updatedAt, locale)),
  decided: ({ decision }, { seen }) => decidedLine(decision, seen.locale),
  withdrawn: ({ withdrawnBecause = '' }, { seen }) => textsIn[seen.locale].say.status.withdrawn(withdrawnBecause),
  expired: (_, { seen }) => textsIn[seen.locale].say.status.expired,
};

/** Where it stands and what comes next, in one sentence. */
export async function statusLine(sight: Sight, file: ProposalFile, seen: Seen): Promise<string> {
  const who = file.route ? await deciderName(sight, file.route.decide, seen.locale) : '';
  return statusOf[file.stage](file, { who, seen });
}

function advisingLine(advice: Vote | undefined, { locale, now }: Pick<Seen, 'locale' | 'now'>): string {
  const { status } = textsIn[locale].say;
  if (!advice || advice.closesAt < now.toISOString()) return status.adviceLate;
  return status.advising(advice.body.name, day(advice.closesAt, locale));
}

export function decidedLine(decision: Decision | undefined, locale: Locale): string {
  const { say, names } = textsIn[locale];
  return decision ? say.status.decided(names.verdict[decision.verdict], day(decision.at, locale)) : '';
}

/** What it is about, without its text. */
export function matterFacts(file: ProposalFile, locale: Locale): readonly Fact[] {
  const { say, names } = textsIn[locale];
  const { subject, amountCents } = contentOf(file);
  return [
    { title: say.subject, value: names.subject[subject] },
    ...(amountCents === undefined ? [] : [{ title: say.amount, value: formatEuros(amountCents, locale) }]),
    ...(file.case ? [{ title: say.case, value: file.case.number }] : []),
  ];
}

export function linkLines(file: ProposalFile, locale: Locale): readonly Line[] {
  return contentOf(file).links.map(({ title, url }) => lineOf(textsIn[locale].say.link(title, url)));
}

const shownReasons = 8;

export type AdviceShown = Readonly<{
  hasAdvice: boolean;
  advice: readonly Line[];
  reasons: readonly Line[];
  hasReasons: boolean;
}>;

/** What the advisers said about the text as it is now: numbers and reasons, never who said what. */
export function adviceShown(file: ProposalFile, locale: Locale): AdviceShown {
  const vote = adviceOf(file);
  const lines = vote?.outcome ? outcomeLines(vote, locale) : [];
  const reasons = vote?.outcome ? reasonLines(vote, locale) : [];
  return {
    hasAdvice: lines.length > 0,
    advice: lines,
    ...{ reasons, hasReasons: reasons.length > 0 },
  };
}

/** Result, turnout and numbers of a vote that is over, or why it was taken back. */
export function outcomeLines({ body, outcome, cancelledBecause }: Vote, locale: Locale): readonly Line[] {
  const { say, names } = textsIn[locale];
  if (cancelledBecause !== undefined) return [lineOf(say.takenBack(cancelledBecause))];
  if (!outcome) return [];
  const { counts, ballots, seats, turnoutPercent, quorumMet, result } = outcome;
  const named = Object.entries(counts).map(([choice, weight]) => say.count(nameOfChoice(choice, locale), weight));
  return [
    lineOf(say.adviceLine(body.name, names.result[result])),
    lineOf(say.turnout(ballots, seats, turnoutPercent)),
    ...(named.length === 0 ? [] : [lineOf(named.join(' · '))]),
    ...(quorumMet ? [] : [lineOf(say.noQuorum)]),
  ];
}

function reasonLines({ outcome }: Vote, locale: Locale): readonly Line[] {
  const { say } = textsIn[locale];
  const reasons = outcome?.reasons ?? [];
  const rest = reasons.length - shownReasons;
  return [
    ...reasons.slice(0, shownReasons).map(({ choice, text }) => lineOf(say.reason(nameOfChoice(choice, locale), text))),
    ...(rest > 0 ? [lineOf(say.moreReasons(rest))] : []),
  ];
}

function nameOfChoice(choice: string, locale: Locale): string {
  const { ballot } = textsIn[locale].names;
  return (ballot as Readonly<Record<string, string>>)[choice] ?? choice;
}

/** A decision as everybody who is told may read it: no votes, no opinions. */
export async function decisionFacts(sight: Sight, decision: Decision, locale: Locale): Promise<readonly Fact[]> {
  const { say } = textsIn[locale];
  const { alternative, contact, owner, reviewOn, amendment, conditions, amountCents } = decision;
  const nameOf = (person: PersonId): Promise<string> => sight.directory.nameOf(person);
  return [
    { title: say.whoDecided, value: await deciderName(sight, decision.decides, locale) },
    { title: say.on, value: day(decision.at, locale) },
    ...(amountCents === undefined ? [] : [{ title: say.amount, value: formatEuros(amountCents, locale) }]),
    ...factIf(say.amendment, amendment),
    { title: say.motivation, value: decision.motivation },
    ...factIf(say.conditions, conditions),
    ...followedFact(decision, locale),
    ...factIf(say.alternative, alternative),
    ...(contact === undefined ? [] : [{ title: say.contact, value: await nameOf(contact) }]),
    ...(owner === undefined ? [] : [{ title: say.owner, value: await nameOf(owner) }]),
    ...(owner === undefined || reviewOn === undefined ? [] : [{ title: say.reviewOn, value: day(reviewOn, locale) }]),
  ];
}

function factIf(title: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value === '' ? [] : [{ title, value }];
}

function followedFact({ followed, whyNot = '' }: Decision, locale: Locale): readonly Fact[] {
  const { say, names } = textsIn[locale];
  if (followed === undefined) return [];
  return [{ title: say.followed, value: followed === 'yes' ? names.followed.yes : say.followedNo(whyNot) }];
}

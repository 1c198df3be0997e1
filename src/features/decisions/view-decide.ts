import type { Locale } from '../../core/locale.ts';
import { type Choice, choicesOf, day, lineOf, type Problems, problemsOf } from '../../core/view-parts.ts';
import type { Typed } from '../cases/index.ts';
import type { PersonId } from '../../core/ids.ts';
import {
  adviceOf,
  contentOf,
  type ProposalFile,
  type Verdict,
  verdictOfVote,
  verdicts,
  voteOf,
} from './proposal-state.ts';
import { textsIn } from './texts.ts';
import {
  adviceShown,
  deciderName,
  linkLines,
  matterFacts,
  outcomeLines,
  type Seen,
  type Sight,
} from './view-format.ts';

type About = Readonly<{ seen: Seen }>;

/** What the holder of the mandate is asked: for others, and once it is decided, it only says where it is. */
export async function decideView(sight: Sight, file: ProposalFile, { seen }: About): Promise<object> {
  const { locale, person } = seen;
  const { say, cards } = textsIn[locale];
  const { title, text } = contentOf(file);
  const isOpen = file.stage === 'deciding' && file.route?.decide.by === 'person' && file.route.decide.person === person;
  const by = file.decideBy === undefined ? [] : [{ title: say.decideBy, value: day(file.decideBy, locale) }];
  const links = linkLines(file, locale);
  return {
    proposal: file.id,
    title: say.heading(file.number, title),
    intro: isOpen ? cards.decide.asked : await elsewhere(sight, file, seen),
    facts: [...matterFacts(file, locale), ...(isOpen ? by : []), ...(await authorFact(sight, file, locale))],
    text,
    ...{ links, hasLinks: links.length > 0, isOpen },
    ...adviceShown(file, locale),
    note: say.adviceIsAdvice,
  };
}

async function authorFact({ directory }: Sight, { author }: ProposalFile, locale: Locale) {
  return [{ title: textsIn[locale].say.author, value: await directory.nameOf(author) }];
}

async function elsewhere(sight: Sight, file: ProposalFile, { locale, person }: Seen): Promise<string> {
  const { say, names } = textsIn[locale];
  const { stage, decision, route, postponed } = file;
  if (decision) return say.isDecided(names.verdict[decision.verdict]);
  if (stage === 'postponed' && postponed) return say.status.postponed(day(postponed.until, locale));
  const decides = stage === 'deciding' ? route?.decide : undefined;
  const isMine = decides?.by === 'person' && decides.person === person;
  return decides && !isMine ? say.someoneElse(await deciderName(sight, decides, locale)) : say.backWithAuthor;
}

/** What the chair records when the body has voted. */
export async function recordView(sight: Sight, file: ProposalFile, { seen }: About): Promise<object> {
  const { locale } = seen;
  const { say } = textsIn[locale];
  const vote = voteOf(file);
  const { isOpen, isStuck } = recording(file);
  const next = isStuck ? say.noResultNext : say.recordNext;
  return {
    proposal: file.id,
    title: say.heading(file.number, contentOf(file).title),
    intro: isOpen ? next : await elsewhere(sight, file, seen),
    facts: matterFacts(file, locale),
    outcome: vote ? outcomeLines(vote, locale) : [],
    mayRecord: isOpen && !isStuck,
    mayVoteAgain: isStuck,
    mayPostpone: isStuck && file.stage === 'to-record',
  };
}

/** Stuck: a vote that came to nothing, or that never ended. */
function recording(file: ProposalFile): Readonly<{ isOpen: boolean; isStuck: boolean }> {
  const neverEnded = file.stage === 'deciding' && file.isLate && voteOf(file)?.status === 'open';
  const isOver = file.stage === 'to-record';
  return { isOpen: isOver || neverEnded, isStuck: neverEnded || (isOver && verdictOfVote(file) === undefined) };
}

/** `people`: who may carry it out, or be the contact. */
export type DecideForm = Problems & Readonly<{ file: ProposalFile; typed: Typed; people: readonly PersonId[] }>;

const empty = {
  ...{ verdict: '', motivation: '', followed: '', whyNot: '', amount: '', amendment: '', conditions: '' },
  ...{ owner: '', reviewOn: '', alternative: '', contact: '', until: '', summary: '' },
};

export async function decideFormView(sight: Sight, form: DecideForm, { locale }: Seen): Promise<object> {
  const { file, typed } = form;
  const { say, names } = textsIn[locale];
  const may = possible(file);
  const [only] = may.length === 1 ? may : [];
  return {
    ...problemsOf(form, locale),
    proposal: file.id,
    title: say.heading(file.number, contentOf(file).title),
    version: typed['version'] ?? String(file.versions.length),
    value: { ...empty, ...(only === undefined ? {} : { verdict: only }), ...typed },
    verdicts: choicesOf(may, names.choose),
    followed: choicesOf(['yes', 'no'], names.followed),
    people: await peopleChoices(sight, form.people),
    hasChoice: may.length > 1,
    hasAmount: contentOf(file).amountCents !== undefined,
    ...partsFor(file, may),
  };
}

/** Of a body only what it voted for; when that was nothing, it can wait. */
function possible(file: ProposalFile): readonly Verdict[] {
  return file.route?.decide.by === 'body' ? [verdictOfVote(file) ?? 'postpone'] : verdicts;
}

/** Which parts of the form are about a verdict that is possible. */
function partsFor(file: ProposalFile, may: readonly Verdict[]): object {
  const isFinal = may.some((verdict) => verdict !== 'postpone');
  return {
    isAdvised: isFinal && adviceOf(file)?.outcome !== undefined,
    mayAmend: may.includes('adopt-amended'),
    mayAdopt: may.includes('adopt') || may.includes('adopt-amended'),
    rejectsCase: may.includes('reject') && file.case !== undefined,
    mayPostpone: may.includes('postpone'),
    asksSummary: isFinal && file.case === undefined,
  };
}

async function peopleChoices({ directory }: Sight, people: readonly PersonId[]): Promise<readonly Choice[]> {
  const choices = people.map(async (person) => ({ title: await directory.nameOf(person), value: person }));
  return (await Promise.all(choices)).toSorted((one, other) => one.title.localeCompare(other.title, 'nl'));
}

export type ReasonForm = Problems & Readonly<{ file: ProposalFile; typed: Typed; kind: 'withdraw' | 'review' }>;

/** One question with a text box: why it is withdrawn, or what it brought. */
export function reasonView(form: ReasonForm, { locale }: Seen): object {
  const { say } = textsIn[locale];
  return {
    ...problemsOf(form, locale),
    proposal: form.file.id,
    verb: `decisions/${form.kind}-send`,
    question: form.kind === 'withdraw' ? say.withdrawAsk : say.reviewAsk,
    value: { reason: form.typed['reason'] ?? '' },
    lines: [lineOf(contentOf(form.file).title)],
  };
}

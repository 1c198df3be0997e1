import type { Locale } from '../../core/locale.ts';
import { formatEuros } from '../../core/money.ts';
import { choicesOf, day, type Line, lineOf, listed, type Problems, problemsOf } from '../../core/view-parts.ts';
import type { Typed } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { type Mandate, reaches } from './mandate.ts';
import { contentOf, type ProposalFile, type ProposalId } from './proposal-state.ts';
import { type PublicDecision, publicVersion } from './public-version.ts';
import type { Governance } from './route.ts';
import { holdsOn } from './standing-rule.ts';
import { subjects } from './subjects.ts';
import { textsIn } from './texts.ts';
import { usualVote } from './how-to-vote.ts';
import { typedVote } from './vote-form.ts';
import { majorityNames, secrecies } from '../voting/index.ts';
import { deciderName, type Seen, type Sight } from './view-format.ts';

/** `centres`: only asked for a new proposal of somebody with several. */
export type WriteForm = Problems &
  Readonly<{ proposal: ProposalId; typed: Typed; centres: readonly CentreCode[]; isNew: boolean }>;

export async function writeView({ directory }: Sight, form: WriteForm, { locale }: Seen): Promise<object> {
  const { names } = textsIn[locale];
  const { typed, centres, isNew, proposal } = form;
  const [first = ''] = centres;
  return {
    ...problemsOf(form, locale),
    ...{ proposal, isNew, verb: isNew ? 'decisions/write-send' : 'decisions/amend-send' },
    value: {
      ...{ centre: first, subject: '', name: '', text: '', amount: '', links: '', caseNumber: '', advice: 'false' },
      ...typedVote(usualVote),
      ...typed,
    },
    secrecies: choicesOf(secrecies, names.secrecy),
    majorities: choicesOf(majorityNames, names.majority),
    subjects: choicesOf(subjects, names.subject),
    centres: await Promise.all(centres.map(async (value) => ({ title: (await directory.centre(value)).label, value }))),
    hasCentres: isNew && centres.length > 1,
  };
}

export type ListState = Readonly<{
  own: readonly ProposalFile[];
  toDecide: readonly ProposalFile[];
  ofCentre: readonly ProposalFile[];
  mayWrite: boolean;
}>;

export function listView({ own, toDecide, ofCentre, mayWrite }: ListState, { locale }: Seen): object {
  const { cards } = textsIn[locale];
  const groups = [
    { title: cards.list.toDecide, files: toDecide, verb: 'decisions/show-decide' },
    { title: cards.list.own, files: own, verb: 'decisions/show' },
    { title: cards.list.ofCentre, files: ofCentre, verb: 'decisions/show' },
  ].filter(({ files }) => files.length > 0);
  return {
    groups: groups.map(({ title, files, verb }) => ({ title, rows: files.map((file) => rowOf(file, verb, locale)) })),
    isEmpty: groups.length === 0,
    mayWrite,
  };
}

function rowOf(file: ProposalFile, verb: string, locale: Locale): object {
  const { say, names } = textsIn[locale];
  const { title, subject } = contentOf(file);
  return {
    ...{ proposal: file.id, verb, title: say.heading(file.number, title) },
    line: say.listLine(names.stage[file.stage], names.subject[subject]),
  };
}

export type DecisionsState = Readonly<{
  centre: CentreCode;
  year: number;
  files: readonly ProposalFile[];
  isPublic: boolean;
  links?: Readonly<{ word: string; csv: string }>;
}>;

const shownDecisions = 20;

/** The newest decisions first, as the list of a centre and year: in full, or as anybody may read it. */
export async function decisionsView(sight: Sight, state: DecisionsState, { locale }: Seen): Promise<object> {
  const { say } = textsIn[locale];
  const { centre, year, files, isPublic, links } = state;
  const newest = files.toReversed().slice(0, shownDecisions);
  const rest = files.length - newest.length;
  const rows = isPublic
    ? newest.flatMap((file) => publicRow(publicVersion(file), locale))
    : await Promise.all(newest.map((file) => fullRow(sight, file, locale)));
  return {
    title: say.decisionsTitle(centre, year),
    ...{ centre, year: String(year), before: String(year - 1), rows, isPublic, isInternal: !isPublic },
    isEmpty: files.length === 0,
    ...{ hasLinks: links !== undefined, word: links?.word ?? '', csv: links?.csv ?? '' },
    more: rest > 0 ? say.moreDecisions(rest) : '',
    hasMore: rest > 0,
  };
}

async function fullRow(sight: Sight, file: ProposalFile, locale: Locale): Promise<object> {
  const { say, names } = textsIn[locale];
  const { decision } = file;
  const who = decision ? await deciderName(sight, decision.decides, locale) : '';
  const verdict = decision ? names.verdict[decision.verdict] : '';
  return {
    title: say.heading(file.number, contentOf(file).title),
    lines: [lineOf(say.decisionLine(day(decision?.at ?? file.updatedAt, locale), verdict, who))],
  };
}

function publicRow(decision: PublicDecision | undefined, locale: Locale): readonly object[] {
  if (!decision) return [];
  const { say, names } = textsIn[locale];
  const { number, date, subject, title = names.subject[subject], motivation = say.singleCase, amountCents } = decision;
  const line = say.publicLine(day(date, locale), names.verdict[decision.decision], names.subject[subject]);
  return [
    {
      title: say.heading(number, title),
      lines: [line, motivation, ...(amountCents === undefined ? [] : [formatEuros(amountCents, locale)])].map(lineOf),
    },
  ];
}

export type MandatesState = Readonly<{
  centres: readonly (Governance & Readonly<{ centre: CentreCode }>)[];
  /** Only who may decide on this much. */
  amountCents?: number;
}>;

/** Who may decide what, today, by centre. */
export async function mandatesView(
  sight: Sight,
  { centres, amountCents }: MandatesState,
  { locale }: Seen,
): Promise<object> {
  const { say } = textsIn[locale];
  const shown = centres.map(async (known) => {
    const valid = known.mandates.filter((mandate) => reaches(mandate, amountCents ?? 0) && holdsOn(mandate, known.day));
    return {
      title: (await sight.directory.centre(known.centre)).label,
      rows: await Promise.all(valid.map((mandate) => mandateRow(sight, mandate, { known, locale }))),
      hasNone: valid.length === 0 && amountCents === undefined,
      lines: bodyLines(known, locale),
    };
  });
  const amount = amountCents === undefined ? '' : say.decidesOn(formatEuros(amountCents, locale));
  return { amount, hasAmount: amount !== '', centres: await Promise.all(shown) };
}

type Known = Readonly<{ known: Governance; locale: Locale }>;

async function mandateRow(sight: Sight, mandate: Mandate, { known, locale }: Known): Promise<object> {
  const { say, names } = textsIn[locale];
  const { holder, ceilingCents, validTo } = mandate;
  const name =
    'person' in holder
      ? await sight.directory.nameOf(holder.person)
      : (known.bodies.find(({ id }) => id === holder.body)?.name ?? holder.body);
  const parts = [
    listed(
      mandate.subjects.map((subject) => names.subject[subject]),
      locale,
    ),
    ceilingCents === undefined ? say.noCeiling : say.upTo(formatEuros(ceilingCents, locale)),
    ...(validTo === undefined ? [] : [say.until(day(validTo, locale))]),
  ];
  return { name, line: parts.join(' · ') };
}

function bodyLines(
  { bodies, ...known }: Governance & Readonly<{ centre: CentreCode }>,
  locale: Locale,
): readonly Line[] {
  const { say } = textsIn[locale];
  const own = bodies.filter(({ centre, members }) => centre === known.centre && members.length > 0);
  const board = own.find(({ kind }) => kind === 'administrative-board');
  const adviser = own.find(({ kind }) => kind === 'sounding-board');
  return [
    lineOf(board ? say.board(board.name) : say.noBoard),
    ...(adviser ? [lineOf(say.adviserLine(adviser.name))] : []),
  ];
}

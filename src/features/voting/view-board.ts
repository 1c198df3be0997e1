import { lineOf } from '../../core/view-parts.ts';
import { type Board, type BoardFile, isBoard } from './board.ts';
import { texts } from './texts.ts';
import { settingsLine } from './view-settings.ts';
import { moment, type Names, outcomeView, type Seen } from './view-outcome.ts';

/** For all in the channel: how many votes are in, and nothing of who or what. */
export async function boardView(names: Names, board: Board, seen: Seen): Promise<object | undefined> {
  if (!isBoard(board)) return undefined;
  return { ...(await shared(names, board, { seen, withReasons: false })), people: board.people };
}

/** For the chair: the same number, and what only a chair can do. Others do not see the card. */
export async function manageView(names: Names, board: Board, seen: Seen): Promise<object | undefined> {
  if (!isBoard(board) || seen.person !== board.chair) return undefined;
  return {
    ...(await shared(names, board, { seen, withReasons: true })),
    mayExtend: board.extendedBecause === undefined,
  };
}

type About = Readonly<{ seen: Seen; withReasons: boolean }>;

async function shared(names: Names, board: BoardFile, { seen, withReasons }: About): Promise<object> {
  const { locale, now } = seen;
  const { say } = texts.in[locale];
  const { vote, title, number, voted, recused, seats, stage } = board;
  const isPast = now.toISOString() >= board.closesAt;
  return {
    vote,
    title: say.title(title, number),
    facts: factsOf(board, seen),
    isOpen: stage === 'open' && !isPast,
    hasProgress: stage === 'open',
    progress: say.progress(voted, seats - recused),
    lines: linesOf(board, seen, isPast),
    ...(await outcomeView(board.outcome, { withReasons, names, locale })),
  };
}

function factsOf(
  { body, caseNumber, closesAt, stage, outcome, settings }: BoardFile,
  { locale }: Seen,
): readonly object[] {
  const { say } = texts.in[locale];
  const closed = outcome?.closedAt ?? closesAt;
  return [
    { title: say.body, value: body },
    ...(caseNumber === undefined ? [] : [{ title: say.case, value: caseNumber }]),
    stage === 'closed'
      ? { title: say.closed, value: moment(closed, locale) }
      : { title: say.closes, value: moment(closesAt, locale) },
    ...(settings ? [{ title: say.how, value: settingsLine(settings, locale) }] : []),
  ];
}

function linesOf(board: BoardFile, { locale }: Seen, isPast: boolean): readonly object[] {
  const { say } = texts.in[locale];
  const { stage, extendedBecause, cancelledBecause } = board;
  return [
    ...(stage === 'open' && extendedBecause !== undefined ? [say.extended(extendedBecause)] : []),
    ...(stage === 'open' && isPast ? [say.counting] : []),
    ...(cancelledBecause === undefined ? [] : [say.cancelled(cancelledBecause)]),
  ].map(lineOf);
}

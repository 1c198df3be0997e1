import { type JsonObject, isObject } from '../../core/json.ts';
import type { PersonId } from '../../core/ids.ts';
import { choicesOf } from '../../core/view-parts.ts';
import { localDate } from '../../core/working-time.ts';
import { choicesFor } from './choices.ts';
import { deputiesOn, isOf, isSeat, type Seat, type SeatFile } from './seat-state.ts';
import { texts } from './texts.ts';
import { settingsLine } from './view-settings.ts';
import { moment, type Names, outcomeView, type Seen } from './view-outcome.ts';
import { isVote, type Vote, type VoteFile, type VoteId } from './vote-state.ts';

/** What views may look up: names, and the vote that a seat belongs to. */
export type Sight = Readonly<{ names: Names; vote(id: VoteId): Promise<Vote> }>;

/** Somebody's own ballot: what is asked, what they chose, and after closing how it ended. */
export async function ballotView(
  sight: Sight,
  seat: Seat,
  { seen, extra }: Readonly<{ seen: Seen; extra: JsonObject }>,
): Promise<object | undefined> {
  const { person, locale } = seen;
  if (!isSeat(seat) || person === undefined || !isOf(seat, person)) return undefined;
  const vote = await sight.vote(seat.vote);
  if (!isVote(vote)) return undefined;
  const { say } = texts.in[locale];
  const standing = standingOf(seat, vote, seen);
  const own = await ownLine(sight.names, { seat, vote, standing }, seen);
  return {
    ...{ vote: seat.vote, n: seat.n, text: vote.text, links: vote.links, own },
    ...{ hasText: vote.text !== '', hasOwn: own !== '' },
    title: say.title(vote.title, vote.number),
    facts: await factsOf(sight.names, { seat, vote }, seen),
    isOpen: standing.isOpen,
    mayRecuse: standing.isOpen && person === seat.holder,
    isSecret: standing.isOpen && seat.secrecy === 'secret',
    isReminder: extra['isReminder'] === true && standing.isOpen && seat.status === 'open',
    choices: choicesOf(choicesFor[seat.kind], texts.in[locale].names.choice),
    reasonLabel: seat.kind === 'advice' ? say.reasonAdvice : say.reasonDecision,
    value: valueOf(seat, person, extra),
    ...(await outcomeView(vote.outcome, { withReasons: true, names: sight.names, locale })),
  };
}

type Standing = Readonly<{ isOpen: boolean; isClosed: boolean; isDeputyNow: boolean }>;

function standingOf(seat: SeatFile, vote: VoteFile, { person, now }: Seen): Standing {
  const at = now.toISOString();
  const isClosed = seat.status === 'sealed' || at >= seat.closesAt || vote.stage === 'cancelled';
  const isDeputyNow = deputiesOn(seat, localDate(at)).some((deputy) => deputy === person);
  const mayVote = person === seat.holder || (isDeputyNow && seat.ballot?.by !== seat.holder);
  return { isClosed, isDeputyNow, isOpen: !isClosed && seat.status !== 'recused' && mayVote };
}

type About = Readonly<{ seat: SeatFile; vote: VoteFile }>;

async function factsOf(names: Names, { seat, vote }: About, { person, locale }: Seen): Promise<readonly object[]> {
  const { say } = texts.in[locale];
  const { outcome, body, caseNumber, settings } = vote;
  return [
    { title: say.body, value: body.name },
    ...(caseNumber === undefined ? [] : [{ title: say.case, value: caseNumber }]),
    ...(person === seat.holder ? [] : [{ title: say.for, value: await names.nameOf(seat.holder) }]),
    outcome
      ? { title: say.closed, value: moment(outcome.closedAt, locale) }
      : { title: say.closes, value: moment(seat.closesAt, locale) },
    { title: say.how, value: settingsLine(settings, locale) },
  ];
}

type Owning = About & Readonly<{ standing: Standing }>;

/** How it stands with this seat, for whoever holds it or stands in for them. */
async function ownLine(names: Names, { seat, vote, standing }: Owning, seen: Seen): Promise<string> {
  const { say } = texts.in[seen.locale];
  if (vote.cancelled) return say.cancelled(vote.cancelled.reason);
  if (seat.recusal) return recusedLine(names, seat, seen);
  const stated = await ballotLine(names, { seat, isClosed: standing.isClosed }, seen);
  if (standing.isClosed) return closedLine(stated === '' ? say.notVoted : stated, vote, seen);
  const mayAct = seen.person === seat.holder || standing.isDeputyNow;
  return stated === '' && !mayAct ? say.notDeputyNow : stated;
}

async function recusedLine(names: Names, { holder }: SeatFile, { person, locale }: Seen): Promise<string> {
  const { say } = texts.in[locale];
  return person === holder ? say.youRecused : say.holderRecused(await names.nameOf(holder));
}

function closedLine(stated: string, { outcome }: VoteFile, { locale }: Seen): string {
  return outcome ? stated : `${stated} ${texts.in[locale].say.counting}`;
}

type Given = Readonly<{ seat: SeatFile; isClosed: boolean }>;

async function ballotLine(names: Names, { seat, isClosed }: Given, seen: Seen): Promise<string> {
  const { say } = texts.in[seen.locale];
  const { ballot, holder } = seat;
  if (!ballot) return '';
  if (seen.person !== holder && ballot.by === holder) return say.holderVoted(await names.nameOf(holder));
  const line = chosenLine(seat, isClosed, seen);
  const isForHolder = seen.person === holder && ballot.by !== holder;
  return isForHolder ? `${say.deputyVoted(await names.nameOf(ballot.by))} ${line}` : line;
}

function chosenLine({ ballot, closesAt }: SeatFile, isClosed: boolean, { locale }: Seen): string {
  const { say, names } = texts.in[locale];
  const until = moment(closesAt, locale);
  if (ballot?.choice === undefined) return isClosed ? say.yourSecretVoteClosed : say.yourSecretVote(until);
  const choice = names.choice[ballot.choice];
  return isClosed ? say.yourVoteClosed(choice) : say.yourVote(choice, until);
}

/** What was just typed and has to be mended, else the ballot as it is; never that of the one they stand in for. */
function valueOf({ ballot, holder }: SeatFile, person: PersonId, { typed }: JsonObject): object {
  const isTheirs = person === holder || ballot?.by === person;
  const kept = isTheirs && ballot ? { choice: ballot.choice ?? '', reason: ballot.reason ?? '' } : undefined;
  return { choice: '', reason: '', ...kept, ...(isObject(typed) ? typed : {}) };
}

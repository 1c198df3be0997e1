import type { Locale, Text } from '../../core/locale.ts';
import { addDays, localDate } from '../../core/working-time.ts';
import { type Problems, problemsOf } from '../../core/view-parts.ts';
import type { Typed } from '../cases/index.ts';
import type { SeatFile } from './seat-state.ts';
import { texts } from './texts.ts';
import type { Sight } from './view-ballot.ts';
import { moment, type Seen } from './view-outcome.ts';
import { isVote, type VoteFile, type VoteId } from './vote-state.ts';

/** `inVote`: several seats in one vote, instead of what waits in all of them. */
export type OwedState = Readonly<{ seats: readonly SeatFile[]; inVote: boolean }>;

const shown = 15;

export async function owedView(sight: Sight, { seats, inVote }: OwedState, seen: Seen): Promise<object> {
  const { say } = texts.in[seen.locale];
  const rows = await Promise.all(seats.slice(0, shown).map((seat) => rowOf(sight, seat, seen)));
  return {
    heading: inVote ? say.seatsHeading : say.owedHeading,
    seats: rows.flat(),
    isEmpty: seats.length === 0,
    hasMore: seats.length > shown,
    more: say.more(seats.length - shown),
  };
}

async function rowOf({ vote: load, names }: Sight, seat: SeatFile, seen: Seen): Promise<readonly object[]> {
  const { say } = texts.in[seen.locale];
  const vote = await load(seat.vote);
  if (!isVote(vote)) return [];
  const until = moment(seat.closesAt, seen.locale);
  const isOwn = seat.holder === seen.person;
  return [
    {
      ...{ vote: seat.vote, n: seat.n },
      title: say.title(vote.title, vote.number),
      line: isOwn ? say.owedLine(until) : say.owedLineFor(await names.nameOf(seat.holder), until),
    },
  ];
}

/** `n`: of the seat; -1 when it is about the whole vote. */
export type ReasonForm = Problems &
  Readonly<{ vote: VoteId; n: number; verb: string; question: Text; explanation: Text; typed: Typed }>;

export function reasonView(form: ReasonForm, { locale }: Seen): object {
  const { vote, n, verb, question, explanation, typed } = form;
  return {
    ...{ vote, n, verb, question: question[locale], explanation: explanation[locale] },
    hasExplanation: explanation[locale] !== '',
    value: { reason: '', ...typed },
    ...problemsOf(form, locale),
  };
}

export type ExtendForm = Problems & Readonly<{ file: VoteFile; typed: Typed }>;

export function extendView(form: ExtendForm, { locale }: Readonly<{ locale: Locale }>): object {
  const { file, typed } = form;
  const { say } = texts.in[locale];
  return {
    vote: file.id,
    now: say.extendNow(moment(file.closesAt, locale)),
    min: addDays(localDate(file.closesAt), 1),
    question: say.extendAsk,
    value: { day: '', reason: '', ...typed },
    ...problemsOf(form, locale),
  };
}

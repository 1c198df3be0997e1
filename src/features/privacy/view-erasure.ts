import type { Locale, Text } from '../../core/locale.ts';
import { choicesOf, type Line, lineOf, problemsOf } from '../../core/view-parts.ts';
import { formatDay, localDate } from '../../core/working-time.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Directory } from '../directory/index.ts';
import { type AskedErasure, type Erasure, erasureGrounds, isLapsed } from './erasure.ts';
import { texts } from './texts.ts';

export type Present = Exclude<Erasure, { status: 'none' }>;
type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;
export type Names = Pick<Directory, 'nameOf'>;

/** What both people see of a request: never its reason, which is in the dialog. */
export async function erasureView(directory: Names, state: Erasure, seen: Seen): Promise<object | undefined> {
  if (state.status === 'none') return undefined;
  const { locale, person, now } = seen;
  const { say } = texts.in[locale];
  const today = localDate(now.toISOString());
  const isOpen = state.status === 'asked' && !isLapsed(state, today);
  const isAsker = person === state.request.by;
  return {
    title: say.erasureOf(state.number),
    number: state.number,
    lines: [await askedLine(directory, state, locale), ...(await standing(directory, state, seen))],
    isOpen,
    button: isAsker ? say.seeErasure : say.decideErasure,
  };
}

async function askedLine({ nameOf }: Names, { request }: AskedErasure, locale: Locale): Promise<Line> {
  const { say, names } = texts.in[locale];
  const [name, on] = [await nameOf(request.by), formatDay(request.at, locale)];
  return lineOf(say.erasureAsked({ name, on, ground: names.ground[request.ground] }));
}

async function standing(directory: Names, state: Present, { locale, person, now }: Seen): Promise<readonly Line[]> {
  const { say, names } = texts.in[locale];
  const { by, agreeBy, hasChannel } = state.request;
  if (state.status === 'stopped') return [lineOf(names.stopped[state.why])];
  if (state.status === 'agreed') {
    const agreed = say.erasureAgreed(await directory.nameOf(state.agreedBy), state.number);
    return [lineOf(agreed), ...(hasChannel ? [lineOf(say.erasureChannel)] : [])];
  }
  if (isLapsed(state, localDate(now.toISOString()))) return [lineOf(say.erasureLapsed)];
  const until = formatDay(agreeBy, locale);
  return [lineOf(person === by ? say.erasureWaits(until) : say.erasureYours(until))];
}

export type ErasureReview = Readonly<{ state: Present; isAsker: boolean }>;

export async function reviewView(directory: Names, review: ErasureReview, locale: Locale): Promise<object> {
  const { state, isAsker } = review;
  const { request, number } = state;
  const { say } = texts.in[locale];
  return {
    number,
    request: request.id,
    asked: (await askedLine(directory, state, locale)).text,
    reason: request.reason,
    isAsker,
    until: say.erasureUntil(formatDay(request.agreeBy, locale)),
  };
}

export type EraseForm = Readonly<{
  number: string;
  typed: Readonly<Record<string, string>>;
  problems: readonly Text[];
}>;

export function eraseFormView({ number, typed, problems }: EraseForm, locale: Locale): object {
  return {
    ...problemsOf({ problems }, locale),
    number,
    grounds: choicesOf(erasureGrounds, texts.in[locale].names.ground),
    value: { ground: erasureGrounds[0], reason: '', ...typed },
  };
}

import type { JsonObject } from '../../core/json.ts';
import type { Locale } from '../../core/locale.ts';
import { day, type Fact, lineOf, listed } from '../../core/view-parts.ts';
import { localDate } from '../../core/working-time.ts';
import {
  type Chosen,
  consentParties,
  isCrossing,
  openConsents,
  type Past,
  type PlaceRequestFile,
  type RequestStage,
} from './request-state.ts';
import { textsFor } from './texts.ts';
import { needFacts, type Seen, type Sight } from './view-format.ts';
import { type WaitingReason, waitingOrder } from './waiting.ts';

/** For who directs the case: how it stands, why it is where it is in the order, and the next step. */
export async function requestView(sight: Sight, file: PlaceRequestFile, { locale, now }: Seen): Promise<object> {
  const { say } = textsFor[locale];
  const lines = [
    ...(file.stage === 'stays' ? [say.staysLine] : []),
    ...(file.stage === 'searching' ? await orderLines(sight, file, { locale, now }) : []),
    ...(file.chosen ? chosenLines(file, file.chosen, locale) : []),
    ...pastLines(file, locale),
  ];
  return {
    request: file.id,
    title: say.requestTitle(file.about.number),
    facts: factsOf(file, locale),
    lines: lines.map(lineOf),
    ...buttonsOf(file, locale),
  };
}

function factsOf(file: PlaceRequestFile, locale: Locale): readonly Fact[] {
  const { say, names } = textsFor[locale];
  const { stage, chosen, needs, moves } = file;
  const state = { title: say.stage, value: names.stage[stage] };
  if (stage === 'stays') return [state];
  return [
    state,
    ...(chosen ? [{ title: say.place, value: placeName(chosen, locale) }] : []),
    ...(stage === 'held' && chosen ? [{ title: say.heldUntil, value: day(chosen.until, locale) }] : []),
    ...needFacts(needs, locale),
    ...(needs.tenableUntil === undefined ? [] : [{ title: say.tenable, value: day(needs.tenableUntil, locale) }]),
    { title: say.moves, value: String(moves) },
    ...(needs.money === undefined ? [] : [{ title: say.money, value: needs.money }]),
  ];
}

function placeName({ name, provider, places }: Chosen, locale: Locale): string {
  const { say } = textsFor[locale];
  return `${name}, ${provider}${places > 1 ? ` (${say.places(places)})` : ''}`;
}

type At = Readonly<{ locale: Locale; now: Date }>;

async function orderLines(sight: Sight, file: PlaceRequestFile, { locale, now }: At): Promise<readonly string[]> {
  const { say } = textsFor[locale];
  const all = waitingOrder(await sight.waiting(file.about.centre), localDate(now.toISOString()));
  const own = all.find((waiting) => waiting.file.id === file.id);
  return own ? [say.order(own.rank, all.length, whyOf(own.reasons, locale)), say.orderRule] : [];
}

export function whyOf(reasons: readonly WaitingReason[], locale: Locale): string {
  const { names } = textsFor[locale];
  return listed(
    reasons.map((reason) => names.waiting[reason]),
    locale,
  );
}

function chosenLines(file: PlaceRequestFile, chosen: Chosen, locale: Locale): readonly string[] {
  const { say, names } = textsFor[locale];
  const { stage } = file;
  if (stage === 'occupied') return [say.livesSince(day(chosen.movedIn ?? '', locale))];
  const given = consentParties.flatMap((party) => {
    const consent = chosen.consents[party];
    return consent ? [say.agreed(names.party[party].toLowerCase(), day(consent.at, locale))] : [];
  });
  const open = openConsents(file).map((party) => names.party[party].toLowerCase());
  return [
    ...(isCrossing(file, chosen) ? [say.crossing] : []),
    ...(stage === 'held' ? [say.waitsForOffer] : []),
    ...given,
    ...(stage === 'offered' ? [say.stillToAgree(listed(open, locale))] : []),
    ...(stage === 'accepted' ? [say.paysFrom] : []),
  ];
}

const pastShown = 3;

function pastLines({ past, left, stage }: PlaceRequestFile, locale: Locale): readonly string[] {
  const { say, names } = textsFor[locale];
  const ended = past.slice(-pastShown).flatMap(({ name, ending }) => {
    if (ending.because === 'left') return [];
    const said = ending.because === 'cannot' && ending.note !== '' ? [say.providerSaid(ending.note)] : [];
    return [say.before(name, names.ending[ending.because]), ...said];
  });
  const gone = stage === 'left' && left ? [say.leftOn(day(left.day, locale), names.destination[left.to])] : [];
  return [...gone, ...ended];
}

type Button = Readonly<{ title: string; verb: string; style: 'positive' | 'default' }>;
type Label = 'search' | 'extend' | 'giveBack' | 'withdraw' | 'accept' | 'moveIn' | 'leave';
type Offered = Readonly<{ label: Label; verb: string }>;

const giveBack: Offered = { label: 'giveBack', verb: 'places/decline' };
/** What takes the request a step further. */
const onward: readonly Label[] = ['accept', 'moveIn'];
const dialogs: Readonly<Record<RequestStage, readonly Offered[]>> = {
  stays: [],
  searching: [{ label: 'withdraw', verb: 'places/withdraw' }],
  held: [{ label: 'extend', verb: 'places/extend' }, giveBack],
  offered: [{ label: 'accept', verb: 'places/accept' }, giveBack],
  accepted: [{ label: 'moveIn', verb: 'places/move-in' }, giveBack],
  occupied: [{ label: 'leave', verb: 'places/leave' }],
  left: [],
  withdrawn: [],
};

function buttonsOf({ stage, chosen }: PlaceRequestFile, locale: Locale): object {
  const { say } = textsFor[locale];
  const isExtended = chosen?.extension !== undefined;
  const offered = dialogs[stage].filter(({ label }) => label !== 'extend' || !isExtended);
  const buttons = offered.map(({ label, verb }): Button => ({
    title: say[label],
    verb,
    style: onward.includes(label) ? 'positive' : 'default',
  }));
  return { search: say.search, maySearch: stage === 'searching', buttons, hasButtons: buttons.length > 0 };
}

/** For the provider's contact: number and general needs only. */
export function offerView(file: PlaceRequestFile, extra: JsonObject, { locale }: Seen): object | undefined {
  const place = placeAt(file, extra['index']);
  if (!place) return undefined;
  const { say } = textsFor[locale];
  const isCurrent = place === file.chosen;
  return {
    request: file.id,
    title: say.offerTitle(file.about.number),
    facts: [{ title: say.place, value: placeName(place, locale) }, ...needFacts(file.needs, locale)],
    line: offerLine(file, place, locale),
    mayOffer: isCurrent && file.stage === 'held',
    mayRefuse: isCurrent && file.stage !== 'occupied',
  };
}

function placeAt({ chosen, past }: PlaceRequestFile, index: unknown): Chosen | Past | undefined {
  if (typeof index !== 'number') return undefined;
  return past[index] ?? (index === past.length ? chosen : undefined);
}

function offerLine({ stage }: PlaceRequestFile, place: Chosen | Past, locale: Locale): string {
  const { say, names } = textsFor[locale];
  if ('ending' in place) return say.offerOver(names.ending[place.ending.because]);
  if (stage === 'held') return say.offerHeld(day(place.until, locale));
  if (stage === 'occupied') return say.offerOccupied(day(place.movedIn ?? '', locale));
  return stage === 'accepted' ? say.offerAccepted : say.offerOffered;
}

/** What rings a bell: see request-reactions.ts. */
export function newsView(file: PlaceRequestFile, extra: JsonObject, { locale }: Seen): object | undefined {
  const lines = newsLines(file, extra, locale);
  if (lines.length === 0) return undefined;
  return {
    request: file.id,
    title: textsFor[locale].say.requestTitle(file.about.number),
    lines: lines.map(lineOf),
    mayOpen: extra['reader'] === 'director',
  };
}

function newsLines(file: PlaceRequestFile, extra: JsonObject, locale: Locale): readonly string[] {
  const { say } = textsFor[locale];
  const { what, index, name } = extra;
  const isDirector = extra['reader'] === 'director';
  if (what === 'PlaceToldFree' && typeof name === 'string')
    return [isDirector ? say.newsFree(name) : say.newsFreeStaff(name)];
  const place = placeAt(file, index);
  if (!place) return [];
  if (what === 'PlaceOffered') return [say.newsOffered(place.name)];
  if (what === 'PlaceAccepted') return [say.newsAccepted(place.name)];
  return 'ending' in place ? backLines(place, isDirector, locale) : [];
}

function backLines({ name, ending }: Past, isDirector: boolean, locale: Locale): readonly string[] {
  const { say, names } = textsFor[locale];
  const { because, note } = ending;
  const back = say.newsBack(name, names.ending[because]);
  if (!isDirector) return [back];
  return [back, ...(because === 'cannot' && note !== '' ? [say.providerSaid(note)] : []), say.newsSearchOn];
}

export type ListState = Readonly<{ files: readonly PlaceRequestFile[] }>;

export function listView({ files }: ListState, { locale }: Seen): object {
  const { say, names } = textsFor[locale];
  const rows = files.slice(0, listShown).map(({ id, about, stage, updatedAt }) => ({
    ...{ request: id, title: about.number },
    line: say.listLine(names.stage[stage].toLowerCase(), day(updatedAt, locale)),
  }));
  return { rows, isEmpty: rows.length === 0 };
}

const listShown = 15;

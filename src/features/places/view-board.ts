import type { Locale } from '../../core/locale.ts';
import { type Fact, lineOf } from '../../core/view-parts.ts';
import { localDate } from '../../core/working-time.ts';
import type { CentreCode } from '../directory/index.ts';
import { hasClosed } from './decide-places.ts';
import { countsOf, facilityKinds, type KnownFacility, type PlaceStatus, placeStatuses } from './facility-state.ts';
import type { PlaceRequestFile } from './request-state.ts';
import { textsFor } from './texts.ts';
import type { Seen, Sight } from './view-format.ts';
import { whyOf } from './view-request.ts';
import { waitingOrder } from './waiting.ts';

export type BoardState = Readonly<{
  centre: CentreCode;
  centres: readonly CentreCode[];
  facilities: readonly KnownFacility[];
  waiting: readonly PlaceRequestFile[];
  mayManage: boolean;
}>;

const waitingShown = 10;
const facilitiesShown = 12;

/** Supply and demand of one centre (domain.md E21). */
export async function boardView({ directory }: Sight, board: BoardState, { locale, now }: Seen): Promise<object> {
  const { say } = textsFor[locale];
  const { centre, centres, facilities, waiting, mayManage } = board;
  const today = localDate(now.toISOString());
  const order = waitingOrder(waiting, today).slice(0, waitingShown);
  return {
    centre,
    title: say.boardTitle((await directory.centre(centre)).label),
    // A free place where nobody is taken any more is no supply.
    ...numbersOf(
      facilities.filter(({ facility }) => !hasClosed(facility, today)),
      locale,
    ),
    hasFacilities: facilities.length > 0,
    noFacilities: facilities.length === 0,
    waiting: order.map(({ file, rank, reasons }) =>
      lineOf(say.waitingLine(rank, file.about.number, whyOf(reasons, locale))),
    ),
    hasWaiting: order.length > 0,
    orderRule: say.orderRule,
    facilities: facilities.slice(0, facilitiesShown).map((known) => rowOf(known, today, locale)),
    mayManage,
    maySwitch: centres.length > 1,
    centres: await choicesFor(directory, centres),
  };
}

function numbersOf(facilities: readonly KnownFacility[], locale: Locale): object {
  const { names } = textsFor[locale];
  const totals = total(facilities);
  const kinds = facilityKinds.flatMap((kind): readonly Fact[] => {
    const own = facilities.filter(({ facility }) => facility.kind === kind);
    return own.length === 0 ? [] : [{ title: names.kind[kind], value: countsText(total(own), locale) }];
  });
  return {
    kinds,
    chart: placeStatuses.map((status) => ({ x: names.status[status], y: totals[status] })),
    totals: placeStatuses.map((status): Fact => ({ title: names.status[status], value: String(totals[status]) })),
  };
}

type Counts = Readonly<Record<PlaceStatus, number>>;

function total(facilities: readonly KnownFacility[]): Counts {
  const all = facilities.map(countsOf);
  const sum = (status: PlaceStatus) => all.reduce((count, counts) => count + counts[status], 0);
  return {
    ...{ free: sum('free'), held: sum('held'), offered: sum('offered') },
    ...{ occupied: sum('occupied'), 'to-create': sum('to-create') },
  };
}

/** "2 vrij, 1 vastgehouden": what there is none of is left out. */
function countsText(counts: Counts, locale: Locale): string {
  const { names } = textsFor[locale];
  const there = placeStatuses.filter((status) => counts[status] > 0);
  return there.map((status) => `${counts[status]} ${names.status[status]}`).join(', ');
}

function rowOf(known: KnownFacility, today: string, locale: Locale): object {
  const { say, names } = textsFor[locale];
  const { id, name, kind, ages, provider } = known.facility;
  return {
    facility: id,
    title: say.facilityTitle(name, names.kind[kind]),
    line: [
      ...[provider, say.ageBand(ages.from, ages.to), countsText(countsOf(known), locale)],
      ...(hasClosed(known.facility, today) ? [say.closed] : []),
    ].join(' · '),
  };
}

async function choicesFor(directory: Sight['directory'], centres: readonly CentreCode[]): Promise<readonly object[]> {
  return Promise.all(centres.map(async (code) => ({ title: (await directory.centre(code)).label, value: code })));
}

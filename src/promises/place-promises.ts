import { addWorkingDays, atLocalTime, type IsHoliday } from '../core/working-time.ts';
import type { Deed, Levels } from '../features/deadlines/index.ts';
import type { PlaceClocks, PlaceRequestFile } from '../features/places/index.ts';
import type { Promised, Promises } from './promise.ts';
import { deedTitles, reasons, titles } from './texts.ts';

export type PlaceSurroundings = Readonly<{ levels: Levels; clocks: Pick<PlaceClocks, 'hold'>; isHoliday: IsHoliday }>;

type Rule = (file: PlaceRequestFile, around: PlaceSurroundings) => Promised | undefined;

/** A search, a hold, an offer and a move, each with whoever has to take the next step. */
export function placePromises(file: PlaceRequestFile, around: PlaceSurroundings): Promises {
  const { id, about } = file;
  const all: readonly Rule[] = [search, offer, answer, moveIn];
  return {
    about: { kind: 'place', id, number: about.number, centre: about.centre },
    levels: around.levels,
    wished: all.map((each) => each(file, around)).filter((each) => each !== undefined),
    dropped: (key) => droppedBecause(file, key),
  };
}

function droppedBecause({ stage }: PlaceRequestFile, key: string): string | undefined {
  if (stage === 'withdrawn') return reasons.withdrawn;
  return key !== 'search' && stage === 'searching' ? reasons.placeGone : undefined;
}

type Step = Pick<Promised, 'key' | 'due' | 'plan'> & Readonly<{ deed: Omit<Deed, 'title' | 'data'> }>;

/** Of the director, unless it is said whose it is. */
function step({ id, director }: PlaceRequestFile, { key, due, plan, deed }: Step): Promised {
  const named = key as 'search' | 'offer' | 'answer' | 'move-in';
  return {
    ...{ key, due, plan, title: titles[named], owner: director, steward: director },
    deed: { ...deed, title: deedTitles[named], data: { request: id } },
  };
}

/** Until when the present place can last. */
const search: Rule = (file) => {
  const { tenableUntil } = file.needs;
  if (file.stage !== 'searching' || tenableUntil === undefined) return undefined;
  const due = atLocalTime(tenableUntil, '17:00');
  return step(file, { key: 'search', due, plan: 'long', deed: { verb: 'places/results', on: 'action' } });
};

/** After that a place that is set apart goes back by itself. */
const offer: Rule = (file) => {
  const { stage, chosen, director } = file;
  if (stage !== 'held' || !chosen) return undefined;
  const [owner = director, ...watchers] = chosen.contacts;
  const deed = { verb: 'places/offer', on: 'action' } as const;
  return { ...step(file, { key: 'offer', due: chosen.until, plan: 'short', deed }), owner, watchers };
};

/** Nothing ends an offer by itself: it is answered within the time for which a place is set apart. */
const answer: Rule = (file, { clocks, isHoliday }) => {
  const { stage, chosen } = file;
  if (stage !== 'offered' || chosen?.offered === undefined) return undefined;
  const due = addWorkingDays(chosen.offered.at, clocks.hold, isHoliday);
  return step(file, { key: 'answer', due, plan: 'short', deed: { verb: 'places/accept', on: 'dialog' } });
};

/** From the day on which a place is needed; of what is needed at once some days after the last consent. */
const moveIn: Rule = (file, { clocks, isHoliday }) => {
  const { stage, chosen, needs } = file;
  if (stage !== 'accepted' || !chosen) return undefined;
  const agreed = Object.values(chosen.consents).map(({ at }) => at);
  const soon = addWorkingDays([...agreed, chosen.heldAt].toSorted().at(-1) ?? chosen.heldAt, clocks.hold, isHoliday);
  const needed = atLocalTime(needs.from, '17:00');
  const due = needed > soon ? needed : soon;
  return step(file, { key: 'move-in', due, plan: 'short', deed: { verb: 'places/move-in', on: 'dialog' } });
};

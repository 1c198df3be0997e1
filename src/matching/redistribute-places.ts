import type { Plan } from './redistribute-plan.ts';

// Callers ask only for what is in the plan.
export const costAt = ({ costs }: Plan, place: number): number => costs[place] ?? 0;
export const expertAt = ({ experts }: Plan, place: number): number => experts[place] ?? 0;
export const minutesOf = ({ minutes }: Plan, request: number): number => minutes[request] ?? 0;

/** The places of a request's options, the cheapest first, equal ones by expert. */
export function cheapestFirst(plan: Plan, request: number): readonly number[] {
  const [from, to] = optionsOf(plan, request);
  return Array.from({ length: to - from }, (_, index) => from + index).sort((one, other) => compare(plan, one, other));
}

/** The first of them that is allowed, without sorting them all. */
export function cheapestPlace(plan: Plan, request: number, allowed: (place: number) => boolean): number | undefined {
  const [from, to] = optionsOf(plan, request);
  let best: number | undefined;
  for (let place = from; place < to; place++) {
    if ((best === undefined || compare(plan, place, best) < 0) && allowed(place)) best = place;
  }
  return best;
}

function optionsOf({ starts }: Plan, request: number): readonly [from: number, to: number] {
  return [starts[request] ?? 0, starts[request + 1] ?? 0];
}

function compare(plan: Plan, one: number, other: number): number {
  return costAt(plan, one) - costAt(plan, other) || expertAt(plan, one) - expertAt(plan, other);
}

/** Who has how much left, and is in which team, while seats are given away. */
export type Ledger = Readonly<{
  fits(request: number, place: number): boolean;
  give(request: number, place: number): void;
}>;

export function openLedger(plan: Plan): Ledger {
  const left = plan.free.slice();
  const seated = new Set<number>();
  const seat = (request: number, expert: number): number => (plan.teams[request] ?? 0) * left.length + expert;
  return {
    fits(request, place) {
      const expert = expertAt(plan, place);
      return (left[expert] ?? 0) >= minutesOf(plan, request) && !seated.has(seat(request, expert));
    },
    give(request, place) {
      const expert = expertAt(plan, place);
      left[expert] = (left[expert] ?? 0) - minutesOf(plan, request);
      seated.add(seat(request, expert));
    },
  };
}

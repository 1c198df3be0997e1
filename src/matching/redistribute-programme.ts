import { cheapestFirst, costAt, expertAt, minutesOf } from './redistribute-places.ts';
import type { Plan } from './redistribute-plan.ts';

/** Beyond this, the solver's tolerances (1e-6 of a whole number) would no longer tell one point from none. */
const mostPenalty = 1e7;

/** An integer programme: each column (an option that may matter) 0 or 1, least `costs`, no row above its limit. */
export type Programme = Readonly<{
  /** By column. */
  requests: Int32Array;
  /** By column: the place in the plan. */
  places: Int32Array;
  costs: Float64Array;
  limits: Float64Array;
  /** The matrix in compressed columns. */
  starts: Int32Array;
  rows: Int32Array;
  values: Float64Array;
}>;

/** Nothing when the costs are too large to be told apart. */
export function programmeOf(plan: Plan): Programme | undefined {
  const kept = [...plan.minutes.keys()].map((request) => optionsThatMatter(plan, request));
  // Dearer than all that placing one more request can cost: placing comes first, then the cost.
  const penalty = 1 + kept.reduce((sum, places) => sum + costAt(plan, places.at(-1) ?? -1), 0);
  if (penalty > mostPenalty) return undefined;
  const requests = Int32Array.from(kept.flatMap((places, request) => places.map(() => request)));
  const places = Int32Array.from(kept.flat());
  const costs = Float64Array.from(places, (place) => costAt(plan, place) - penalty);
  return { requests, places, costs, ...matrixOf(plan, requests, places) };
}

/**
 * The cheapest ones, as many as there are requests. All other requests together have fewer experts, so that one of these is
 * wholly free: whoever was given a dearer one can be given that one instead.
 */
function optionsThatMatter(plan: Plan, request: number): readonly number[] {
  const byExpert = new Map<number, number>();
  for (const place of cheapestFirst(plan, request)) {
    if (byExpert.size === plan.minutes.length) break;
    if (!byExpert.has(expertAt(plan, place))) byExpert.set(expertAt(plan, place), place);
  }
  return [...byExpert.values()];
}

/** What a column takes of a rule, by the number of the rule. */
type Demand = readonly [rule: number, amount: number];

/** The rules: a request has one expert, an expert has so many minutes, and sits in a team once. */
function demandsOf({
  plan,
  request,
  place,
}: Readonly<{ plan: Plan; request: number; place: number }>): readonly Demand[] {
  const [seats, width] = [plan.minutes.length, plan.free.length];
  const expert = expertAt(plan, place);
  const team = plan.teams[request] ?? 0;
  return [
    [request, 1],
    [seats + expert, minutesOf(plan, request)],
    [seats + width * (team + 1) + expert, 1],
  ];
}

function limitOf({ minutes, free }: Plan, rule: number): number {
  return rule < minutes.length ? 1 : (free[rule - minutes.length] ?? 1);
}

type Matrix = Pick<Programme, 'limits' | 'starts' | 'rows' | 'values'>;

/** Only the rules that can be broken have a row. */
function matrixOf(plan: Plan, requests: Int32Array, places: Int32Array): Matrix {
  const columns = Array.from(places, (place, column) => demandsOf({ plan, request: requests[column] ?? 0, place }));
  const asked = new Map<number, number>();
  for (const [rule, amount] of columns.flat()) asked.set(rule, (asked.get(rule) ?? 0) + amount);
  const tight = [...asked].filter(([rule, amount]) => amount > limitOf(plan, rule)).map(([rule]) => rule);
  const rowOf = new Map(tight.map((rule, row) => [rule, row]));
  const entries = columns.map((column) => column.filter(([rule]) => rowOf.has(rule)));
  const starts = new Int32Array(columns.length + 1);
  for (const [column, { length }] of entries.entries()) starts[column + 1] = (starts[column] ?? 0) + length;
  return {
    limits: Float64Array.from(tight, (rule) => limitOf(plan, rule)),
    starts,
    rows: Int32Array.from(entries.flat(), ([rule]) => rowOf.get(rule) ?? 0),
    values: Float64Array.from(entries.flat(), ([, amount]) => amount),
  };
}

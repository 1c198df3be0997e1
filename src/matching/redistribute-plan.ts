import type { ExpertHours, OpenRequest, RedistributionProblem, Seat } from './redistribution.ts';

/**
 * The problem in numbers, quick to hand to a worker. Requests and experts are in the order of their ids; the options of
 * request r are at `starts[r]` up to `starts[r + 1]`, without those who have fewer hours than it takes. Costs are with the
 * move.
 */
export type Plan = Readonly<{
  minutes: Int32Array;
  /** By request: a number that only seats of the same team share. */
  teams: Int32Array;
  free: Int32Array;
  starts: Int32Array;
  experts: Int32Array;
  costs: Int32Array;
}>;

/** By request: the place of the option taken, or -1. */
export type Taken = Int32Array;

/** Which requests and experts the numbers of a plan stand for. */
export type Legend<Request extends string, Expert extends string> = Readonly<{
  requests: readonly OpenRequest<Request, Expert>[];
  experts: readonly ExpertHours<Expert>[];
}>;

export function planOf<Request extends string, Expert extends string>(
  problem: RedistributionProblem<Request, Expert>,
): Readonly<{ plan: Plan; legend: Legend<Request, Expert> }> {
  const legend = { requests: problem.requests.toSorted(byId), experts: problem.experts.toSorted(byId) };
  // Whole minutes: tenths of an hour do not add up in binary.
  const minutes = Int32Array.from(legend.requests, ({ hours }) => inMinutes(hours));
  const free = Int32Array.from(legend.experts, ({ freeHours }) => inMinutes(freeHours));
  const hours = { minutes, teams: teamsOf(legend.requests), free };
  return { plan: { ...hours, ...optionsOf(legend, hours, problem.moveCost) }, legend };
}

function byId(one: Readonly<{ id: string }>, other: Readonly<{ id: string }>): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function inMinutes(hours: number): number {
  return Math.round(hours * 60);
}

function teamsOf(requests: readonly OpenRequest[]): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(requests, ({ team }, at) => {
    if (team === undefined) return at;
    const first = known.get(team) ?? at;
    known.set(team, first);
    return first;
  });
}

function optionsOf(
  { requests, experts }: Legend<string, string>,
  { minutes, free }: Pick<Plan, 'minutes' | 'free'>,
  moveCost: number,
): Pick<Plan, 'starts' | 'experts' | 'costs'> {
  const places = new Map(experts.map(({ id }, place) => [id, place]));
  const most = requests.reduce((sum, { options }) => sum + options.length, 0);
  const found = { experts: new Int32Array(most), costs: new Int32Array(most) };
  const starts = new Int32Array(requests.length + 1);
  let end = 0;
  for (const [at, { current, options }] of requests.entries()) {
    for (const { expert, cost } of options) {
      const place = places.get(expert);
      if (place === undefined || (free[place] ?? 0) < (minutes[at] ?? 0)) continue;
      found.experts[end] = place;
      found.costs[end++] = current === undefined || current === expert ? cost : cost + moveCost;
    }
    starts[at + 1] = end;
  }
  return { starts, experts: found.experts.slice(0, end), costs: found.costs.slice(0, end) };
}

export type Answer<Request extends string, Expert extends string> = Readonly<{
  seats: readonly Seat<Request, Expert>[];
  unplaced: number;
  cost: number;
}>;

export function answerOf<Request extends string, Expert extends string>(
  taken: Taken,
  plan: Plan,
  { requests, experts }: Legend<Request, Expert>,
): Answer<Request, Expert> {
  const seats = requests.map(({ id, current }, at) => {
    const expert = experts[plan.experts[taken[at] ?? -1] ?? -1]?.id;
    return { request: id, ...(expert !== undefined && { expert }), ...(current !== undefined && { current }) };
  });
  return {
    seats,
    unplaced: seats.filter(({ expert }) => expert === undefined).length,
    cost: taken.reduce((sum, place) => sum + (plan.costs[place] ?? 0), 0),
  };
}

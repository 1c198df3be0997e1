/** An expert who may take this request, and what that costs in whole points (0 or more), as in the choice of a team. */
export type Option<Expert extends string = string> = Readonly<{ expert: Expert; cost: number }>;

/**
 * One seat to fill. `team`: what seats of one team have in common; no expert takes two of them. `current`: who has been asked
 * for it; they can stay only when they are among the options.
 */
export type OpenRequest<Request extends string = string, Expert extends string = string> = Readonly<{
  id: Request;
  team?: string;
  hours: number;
  current?: Expert;
  options: readonly Option<Expert>[];
}>;

/** `freeHours`: for these requests together, so what they take of the expert now is counted as free. */
export type ExpertHours<Expert extends string = string> = Readonly<{ id: Expert; freeHours: number }>;

/** All open requests of a centre. The order of requests, experts and options does not matter. */
export type RedistributionProblem<Request extends string = string, Expert extends string = string> = Readonly<{
  requests: readonly OpenRequest<Request, Expert>[];
  experts: readonly ExpertHours<Expert>[];
  /** What giving a request to somebody else than its current expert costs on top: without it everybody moves for a point. */
  moveCost: number;
}>;

/** `expert` absent: nobody with hours left. */
export type Seat<Request extends string = string, Expert extends string = string> = Readonly<{
  request: Request;
  expert?: Expert;
  current?: Expert;
}>;

/** Why the answer is not the exact one. */
export type Setback = 'too-large' | 'time-limit' | 'failed';

/**
 * A proposal, nothing is moved by it. As many requests as possible have an expert, and of all such ways this is the cheapest
 * (`exact`), or the requests took their cheapest free expert one after another (`in-turn`). `seats` by the ids of the
 * requests; `cost` of those that have an expert, with the moves.
 */
export type Redistribution<Request extends string = string, Expert extends string = string> = Readonly<{
  seats: readonly Seat<Request, Expert>[];
  unplaced: number;
  cost: number;
}> &
  (Readonly<{ method: 'exact' }> | Readonly<{ method: 'in-turn'; setback?: Setback }>);

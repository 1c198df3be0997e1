import { commandId, type PersonId } from '../../core/ids.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { budgetAggregate, requestAggregate } from './aggregates.ts';
import type { Amounts, BudgetCommand } from './budget-messages.ts';
import {
  type Budget,
  type BudgetFile,
  budgetLines,
  type Holding,
  holdingOf,
  isThere,
  type RequestId,
  requestId,
} from './budget-state.ts';
import { type DeskDeps, loadBudget, type Place, sendBudget, sendRequest } from './budget-desk.ts';
import { runsOn } from './evolve-budget.ts';
import { followKind, settleKind } from './reactions.ts';
import {
  isAsked,
  type Money,
  type MoneyRequest,
  noHolding,
  requestStream,
  type Trouble,
  troubles,
} from './request-state.ts';
import { nextMove } from './settlement.ts';

const soon: Outcome = { done: false, again: true, afterMs: 2_000 };
/** Somebody has to shift money first, and nothing tells this request that it happened. */
const later: Outcome = { done: false, again: true, afterMs: 60 * 60_000 };

/** Brings the budget in step with a request. */
export function settleRunner(deps: DeskDeps): EffectRunner {
  return {
    kind: settleKind,
    async run({ stream }: StoredEffect): Promise<Outcome> {
      const state = stateOf(requestAggregate, await deps.store.load(stream));
      return isAsked(state) ? follow(deps, { request: state.id, place: state }) : { done: true };
    },
  };
}

/** The same from the side of the budget: it also finds money that was set apart for a request that never came to be. */
export function followRunner(deps: DeskDeps): EffectRunner {
  return {
    kind: followKind,
    async run({ stream, data }: StoredEffect): Promise<Outcome> {
      const budget = stateOf(budgetAggregate, await deps.store.load(stream));
      const request = requestId(typeof data['request'] === 'string' ? data['request'] : '');
      if (!isThere(budget)) return { done: true };
      const outcome = await follow(deps, { request, place: budget });
      // Hourly looks are kept up by the request's own effect.
      return outcome === later ? { done: true } : outcome;
    },
  };
}

type Following = Readonly<{ request: RequestId; place: Place }>;
/** More than any request takes; each step leaves the two nearer to one another. */
const mostSteps = 5;

/**
 * Takes what steps are missing, one after another, each on how things stand then: run twice, late, or by two at once, it
 * ends the same. Then the request is told what the budget holds.
 */
export async function follow(deps: DeskDeps, { request, place }: Following): Promise<Outcome> {
  let trouble: Trouble | undefined;
  for (let step = 0; step < mostSteps; step++) {
    const standing = await standingOf(deps, request, place);
    if (standing === 'on its way') return soon;
    const command = nextMove(standing, deps.clock.now().toISOString());
    if (command === undefined || trouble !== undefined) return tell(deps, standing, trouble);
    trouble = await take(deps, standing, command);
  }
  return soon;
}

type Standing = Readonly<{
  request: RequestId;
  state: MoneyRequest;
  place: Place;
  holding: Holding | undefined;
  /** Of both streams: what was decided on other states has another command id. */
  versions: string;
}>;

async function standingOf(deps: DeskDeps, request: RequestId, from: Place): Promise<Standing | 'on its way'> {
  const read = await deps.store.load(requestStream(request));
  const state = stateOf(requestAggregate, read);
  const found = await currentBudget(deps, isAsked(state) ? state : from);
  if (found === 'on its way') return found;
  const { place, budget, version } = found;
  const holding = isThere(budget) ? holdingOf(budget, request) : undefined;
  return { request, state, place, holding, versions: `${read.version}-${place.year}-${version}` };
}

export type Current = Readonly<{ place: Place; budget: Budget; version: number }>;

/** A closed year is followed to the year that its money went to. */
export async function currentBudget(deps: DeskDeps, { centre, year }: Place): Promise<Current | 'on its way'> {
  const { state, version } = await loadBudget(deps, { centre, year });
  if (!isThere(state) || state.status === 'open') return { place: { centre, year }, budget: state, version };
  const next = await loadBudget(deps, { centre, year: year + 1 });
  const hasArrived = isThere(next.state) && next.state.carriedFrom !== undefined;
  return hasArrived ? currentBudget(deps, { centre, year: year + 1 }) : 'on its way';
}

async function take(
  deps: DeskDeps,
  { request, place, versions }: Standing,
  command: BudgetCommand,
): Promise<Trouble | undefined> {
  const id = commandId(`${request}-${versions}-${command.type}`);
  const told = await sendBudget(deps, { by: 'system', at: deps.clock.now(), commandId: id }, { place, command });
  return told.ok ? undefined : troubles.find((each) => each === told.refused);
}

async function tell(deps: DeskDeps, standing: Standing, trouble: Trouble | undefined): Promise<Outcome> {
  const { request, state, place, holding, versions } = standing;
  if (!isAsked(state)) return { done: true };
  const at = deps.clock.now();
  const money = holding ? moneyOf(holding) : noHolding;
  const data = { at: at.toISOString(), money, year: place.year, ...(trouble === undefined ? {} : { trouble }) };
  const id = commandId(`${request}-${versions}-note-${trouble ?? 'well'}`);
  await sendRequest(deps, { by: 'system', at, commandId: id }, { id: request, command: { type: 'NoteMoney', data } });
  return trouble === undefined ? { done: true } : later;
}

function moneyOf({ status, reserved, committed, spent, settled }: Holding): Money {
  return { status, reserved, committed, spent, settled };
}

/** What goes to the next year of a closed one: what is free, and what runs on. Amounts of a line count both. */
export function carriedBy(budget: BudgetFile): Omit<Extract<BudgetCommand, { type: 'CarryIn' }>['data'], 'at'> {
  const { centre, year, lines, holdings } = budget;
  const amounts: Amounts = Object.fromEntries(budgetLines.map((line) => [line, lines[line].carriedOut]));
  return {
    ...{ centre, year: year + 1, fromYear: year, lines: amounts },
    holdings: holdings.filter(runsOn),
  };
}

/** Who leads the centre today, or the first of its staff while nobody does; some have neither. */
export async function leaderOf(
  { directory }: Pick<DeskDeps, 'directory'>,
  place: Place,
): Promise<PersonId | undefined> {
  const { projectLeader, staff } = await directory.centre(place.centre);
  return projectLeader ?? staff[0];
}

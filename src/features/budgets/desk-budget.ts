import type { Asked } from '../cases/index.ts';
import {
  type BudgetTold,
  byClick,
  type DeskDeps,
  enterCentre,
  loadBudget,
  manageRequest,
  type Place,
  refused,
  type Refused,
  sendBudget,
  type Told,
} from './budget-desk.ts';
import type { Amounts, BudgetCommand } from './budget-messages.ts';
import {
  type BudgetFile,
  type BudgetLine,
  budgetLines,
  freeOf,
  isThere,
  type RequestId,
  roomOf,
} from './budget-state.ts';
import { type RequestFile, type MoneyRequest, isAsked } from './request-state.ts';
import { currentBudget, follow } from './settle-desk.ts';

/** The budget of a centre for whoever may see it; `running`: its requests that are not over. */
export type Overview = Readonly<{
  ok: true;
  place: Place;
  budget?: BudgetFile;
  manages: boolean;
  running: readonly RequestFile[];
}>;

const mostShown = 8;

export async function overviewOf(
  deps: DeskDeps,
  asked: Asked,
  { centre, year }: Readonly<{ centre?: Place['centre']; year: number }>,
): Promise<Overview | Refused> {
  const entered = await enterCentre(deps, asked, { action: 'budget.see', ...(centre === undefined ? {} : { centre }) });
  if (!entered.ok) return entered;
  const place = { centre: entered.centre, year };
  const [{ state }, manages, running] = await Promise.all([
    loadBudget(deps, place),
    enterCentre(deps, asked, { action: 'budget.manage', centre: entered.centre }),
    runningRequests(deps, place),
  ]);
  return { ok: true, place, manages: manages.ok, running, ...(isThere(state) ? { budget: state } : {}) };
}

async function runningRequests({ store }: DeskDeps, { centre }: Place): Promise<readonly RequestFile[]> {
  const { items } = await store.find({
    type: 'moneyrequest',
    where: [
      { field: 'centre', equals: centre },
      { field: 'stage', in: ['asked', 'adopted', 'ending'] },
    ],
    order: { field: 'updatedAt', direction: 'desc' },
    limit: mostShown,
  });
  return items.map(({ state }) => state as unknown as MoneyRequest).filter(isAsked);
}

/** One command on the budget by who leads the centre; a refusal for too little says what is left on `line`. */
async function manage(
  deps: DeskDeps,
  asked: Asked,
  { place, command, line }: Readonly<{ place: Place; command: BudgetCommand; line?: BudgetLine }>,
): Promise<BudgetTold> {
  const entered = await enterCentre(deps, asked, { action: 'budget.manage', centre: place.centre });
  if (!entered.ok) return entered;
  const told = await sendBudget(deps, byClick(asked), { place, command });
  if (told.ok || told.refused !== 'not-enough' || line === undefined) return told;
  const { state } = await loadBudget(deps, place);
  return isThere(state) ? refused(told.refused, roomOf(state, line)) : told;
}

type Override = Readonly<{ override?: Readonly<{ reason: string }> }>;
export type AllocateWish = Override & Readonly<{ place: Place; lines: Amounts }>;

export async function allocate(deps: DeskDeps, asked: Asked, { place, ...wish }: AllocateWish): Promise<BudgetTold> {
  const { state } = await loadBudget(deps, place);
  const line = isThere(state) ? firstTooLow(state, wish.lines) : undefined;
  const data = { at: asked.at.toISOString(), by: asked.actor, ...place, ...wish };
  return manage(deps, asked, {
    place,
    command: { type: 'AllocateBudget', data },
    ...(line === undefined ? {} : { line }),
  });
}

function firstTooLow({ lines }: BudgetFile, amounts: Amounts): BudgetLine | undefined {
  return budgetLines.find((line) => {
    const money = lines[line];
    return freeOf(money) + (amounts[line] ?? money.allocated) - money.allocated < 0;
  });
}

export type ShiftWish = Override &
  Readonly<{ place: Place; from: BudgetLine; to: BudgetLine; cents: number; reason: string }>;

export function shift(deps: DeskDeps, asked: Asked, { place, ...wish }: ShiftWish): Promise<BudgetTold> {
  const data = { at: asked.at.toISOString(), by: asked.actor, ...wish };
  return manage(deps, asked, { place, command: { type: 'ShiftMoney', data }, line: wish.from });
}

export function closeYear(deps: DeskDeps, asked: Asked, place: Place): Promise<BudgetTold> {
  const data = { at: asked.at.toISOString(), by: asked.actor };
  return manage(deps, asked, { place, command: { type: 'CloseYear', data } });
}

export type PayWish = Readonly<{ id: RequestId; cents: number; day: string; what: string }>;

/** An expense, or what came back of a guarantee, on the budget that holds the request now. */
export async function pay(
  deps: DeskDeps,
  asked: Asked,
  { type, id, ...rest }: PayWish & Readonly<{ type: 'SpendMoney' | 'SettleMoney' }>,
): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor, request: id, ...rest };
  return onHolding(deps, asked, { id, command: { type, data } });
}

/** More was decided than the line has: the project leader may let it go below zero, by name and with a reason. */
export async function allowBelowZero(
  deps: DeskDeps,
  asked: Asked,
  { id, cents, reason }: Readonly<{ id: RequestId; cents: number; reason: string }>,
): Promise<Told> {
  const data = { at: asked.at.toISOString(), by: asked.actor, request: id, cents, override: { reason } };
  return onHolding(deps, asked, { id, command: { type: 'RaiseReservation', data } });
}

async function onHolding(
  deps: DeskDeps,
  asked: Asked,
  { id, command }: Readonly<{ id: RequestId; command: BudgetCommand }>,
): Promise<Told> {
  const entered = await manageRequest(deps, asked, id);
  if (!entered.ok) return entered;
  const current = await currentBudget(deps, entered.state);
  if (current === 'on its way') return refused('year-closed');
  const told = await sendBudget(deps, byClick(asked, command.type), { place: current.place, command });
  if (!told.ok) return told;
  await follow(deps, { request: id, place: current.place });
  return manageRequest(deps, asked, id);
}

/** After money was shifted: whether the budget can follow now. */
export async function tryAgain(deps: DeskDeps, asked: Asked, id: RequestId): Promise<Told> {
  const entered = await manageRequest(deps, asked, id);
  if (!entered.ok) return entered;
  await follow(deps, { request: id, place: entered.state });
  return manageRequest(deps, asked, id);
}

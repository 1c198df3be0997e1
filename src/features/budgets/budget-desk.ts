import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import { type CommandId, commandId, type PersonId } from '../../core/ids.ts';
import { handle, stateOf } from '../../store/handle.ts';
import type { Asked, DeskDeps as CaseDeskDeps, DeskRefusal as CaseDeskRefusal } from '../cases/index.ts';
import { type Action, type CentreCode, mayDo, type Workplace, workplaces } from '../directory/index.ts';
import { budgetAggregate, requestAggregate } from './aggregates.ts';
import type { BudgetCommand, BudgetRefusal } from './budget-messages.ts';
import { type Budget, type BudgetFile, budgetStream, isThere, type RequestId, type Room } from './budget-state.ts';
import type { Decisions } from './decisions-port.ts';
import type { RequestCommand, RequestRefusal } from './request-messages.ts';
import { isAsked, type MoneyRequest, type RequestFile, requestStream } from './request-state.ts';

export type DeskDeps = CaseDeskDeps & Readonly<{ decisions: Decisions; clock: Clock; log: Logger }>;

export type Refusal =
  BudgetRefusal | RequestRefusal | CaseDeskRefusal | 'unknown-request' | 'no-leader' | 'identifying-words';
/** `room`: what is left where it was too little. */
export type Refused = Readonly<{ ok: false; refused: Refusal; room?: Room }>;
export type Told = Readonly<{ ok: true; state: RequestFile }> | Refused;
export type BudgetTold = Readonly<{ ok: true; state: BudgetFile }> | Refused;

export function refused(code: Refusal, room?: Room): Refused {
  return { ok: false, refused: code, ...(room === undefined ? {} : { room }) };
}

export type LoadedBudget = Readonly<{ state: Budget; version: number }>;
export type Place = Readonly<{ centre: CentreCode; year: number }>;

export async function loadBudget({ store }: Pick<DeskDeps, 'store'>, { centre, year }: Place): Promise<LoadedBudget> {
  const read = await store.load(budgetStream(centre, year));
  return { state: stateOf(budgetAggregate, read), version: read.version };
}

export async function loadRequest({ store }: Pick<DeskDeps, 'store'>, id: RequestId): Promise<MoneyRequest> {
  return stateOf(requestAggregate, await store.load(requestStream(id)));
}

/** `by`: who is named as the one who did it. */
export type By = Readonly<{ by: PersonId | 'system'; at: Date; commandId: CommandId }>;

export function byClick({ actor, at, commandId: id }: Asked, part?: string): By {
  return { by: actor, at, commandId: part === undefined ? id : commandId(`${id}-${part}`) };
}

export async function sendBudget(
  { store }: Pick<DeskDeps, 'store'>,
  by: By,
  { place, command }: Readonly<{ place: Place; command: BudgetCommand }>,
): Promise<BudgetTold> {
  const stream = budgetStream(place.centre, place.year);
  const { decision, state } = await handle(store, budgetAggregate, { ...by, stream, command });
  if (decision.outcome === 'refused') return refused(decision.code);
  return isThere(state) ? { ok: true, state } : refused('no-budget');
}

export async function sendRequest(
  { store }: Pick<DeskDeps, 'store'>,
  by: By,
  { id, command }: Readonly<{ id: RequestId; command: RequestCommand }>,
): Promise<Told> {
  const { decision, state } = await handle(store, requestAggregate, { ...by, stream: requestStream(id), command });
  if (decision.outcome === 'refused') return refused(decision.code);
  return isAsked(state) ? { ok: true, state } : refused('unknown-request');
}

export type CentreAction = Extract<Action, 'budget.see' | 'budget.manage' | 'money.request-general'>;

/** How somebody must belong to the centre for it, beside holding the role. */
const belonging: Readonly<Record<CentreAction, readonly Workplace['as'][]>> = {
  'budget.see': ['project-leader', 'staff', 'member'],
  'budget.manage': ['project-leader'],
  'money.request-general': ['project-leader', 'staff'],
};

type Door = Readonly<{ action: CentreAction; centre?: CentreCode }>;

/** The policy table, and whether the centre is theirs; without a centre the first that is. Another one is refused. */
export async function enterCentre(
  { directory }: DeskDeps,
  { actor, at }: Omit<Asked, 'commandId'>,
  { action, centre }: Door,
): Promise<Readonly<{ ok: true; centre: CentreCode }> | Refused> {
  const [who, places] = await Promise.all([directory.person(actor), workplaces(directory, actor, at)]);
  if (!mayDo(action, who).allowed) return refused('not-allowed');
  const theirs = places.filter(({ as }) => belonging[action].includes(as));
  const found = theirs.find((place) => centre === undefined || place.centre === centre);
  return found ? { ok: true, centre: found.centre } : refused('not-allowed');
}

export async function mayManage(deps: DeskDeps, asked: Omit<Asked, 'commandId'>, centre: CentreCode): Promise<boolean> {
  return (await enterCentre(deps, asked, { action: 'budget.manage', centre })).ok;
}

/** The requester sees their own; who sees the budget sees its requests. */
export async function seeRequest(deps: DeskDeps, asked: Asked, id: RequestId): Promise<Told> {
  const state = await loadRequest(deps, id);
  if (!isAsked(state)) return refused('unknown-request');
  if (state.requester === asked.actor) return { ok: true, state };
  const entered = await enterCentre(deps, asked, { action: 'budget.see', centre: state.centre });
  return entered.ok ? { ok: true, state } : entered;
}

/** For whoever leads the centre that pays. */
export async function manageRequest(deps: DeskDeps, asked: Asked, id: RequestId): Promise<Told> {
  const state = await loadRequest(deps, id);
  if (!isAsked(state)) return refused('unknown-request');
  const entered = await enterCentre(deps, asked, { action: 'budget.manage', centre: state.centre });
  return entered.ok ? { ok: true, state } : entered;
}

import { commandId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import { handle } from '../../store/handle.ts';
import { type Asked, type CaseId, enterCase, isRunning, isSubmitted, type SubmittedCase } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import {
  byClick,
  type DeskDeps,
  enterCentre,
  loadBudget,
  loadRequest,
  manageRequest,
  type Place,
  refused,
  type Refused,
  sendBudget,
  sendRequest,
  type Told,
} from './budget-desk.ts';
import { type BudgetLine, budgetLines, isThere, type RequestId, roomOf } from './budget-state.ts';
import { faultIn } from './decide-request.ts';
import { numberingAggregate, numberingStream } from './numbering.ts';
import { takingBack } from './proposal-desk.ts';
import { requestDecider } from './request.ts';
import type { RequestCommand } from './request-messages.ts';
import { type Ask, generalLines, isAsked, type RequestNumber, type Yield } from './request-state.ts';
import { leaderOf } from './settle-desk.ts';

/** Where a request is made: for a case, or by the centre itself. */
export type Opened = Readonly<{ ok: true; centre: CentreCode; file?: SubmittedCase; lines: readonly BudgetLine[] }>;

/** For a case whoever directs it, otherwise whoever works for the centre. */
export async function openAsk(deps: DeskDeps, asked: Asked, id: CaseId | undefined): Promise<Opened | Refused> {
  if (id === undefined) {
    const entered = await enterCentre(deps, asked, { action: 'money.request-general' });
    return entered.ok ? { ok: true, centre: entered.centre, lines: generalLines } : entered;
  }
  const entered = await enterCase(deps, asked, { id, action: 'money.request' });
  if (!entered.ok) return refused(entered.refused);
  const { state: file } = entered;
  if (!isSubmitted(file)) return refused('unknown-case');
  if (!isRunning(file)) return refused('not-running');
  return { ok: true, centre: file.centre, file, lines: budgetLines };
}

/** The year whose budget pays: the one in which it begins. */
export function placeOf(centre: CentreCode, { period }: Pick<Ask, 'period'>): Place {
  return { centre, year: Number(period.from.slice(0, 4)) };
}

export type Wish = Readonly<{ id: RequestId; caseId: CaseId | undefined; ask: Ask }>;

/** What is wrong with the first step of the form, also when the line has too little. */
export async function checkAsk(
  deps: DeskDeps,
  asked: Asked,
  { centre, ask }: Readonly<{ centre: CentreCode; ask: Ask }>,
): Promise<Refused | undefined> {
  const fault = faultIn(ask, localDate(asked.at.toISOString()));
  if (fault) return refused(fault);
  const { state } = await loadBudget(deps, placeOf(centre, ask));
  if (!isThere(state)) return refused('no-budget');
  if (state.status === 'closed') return refused('year-closed');
  const room = roomOf(state, ask.line);
  return room.free < ask.cents ? refused('not-enough', room) : undefined;
}

/**
 * Sets the money apart first, where two who want the last of it meet, and records the request second. When the bot stops
 * in between, the budget gives the money back.
 */
export async function requestMoney(deps: DeskDeps, asked: Asked, { id, caseId, ask }: Wish): Promise<Told> {
  const opened = await openAsk(deps, asked, caseId);
  if (!opened.ok) return opened;
  const { centre, file } = opened;
  const place = placeOf(centre, ask);
  const leader = await leaderOf(deps, place);
  if (leader === undefined) return refused('no-leader');
  const about = file && { id: file.id, number: file.number };
  const command = (number: RequestNumber): RequestCommand => ({
    type: 'RequestMoney',
    data: {
      ...{ at: asked.at.toISOString(), by: asked.actor, id, number, ...place, leader, ask },
      ...(about === undefined ? {} : { case: about }),
    },
  });
  if (!isAsked(await loadRequest(deps, id))) {
    const reserved = await reserveFor(deps, asked, { id, ask, place, command: command('' as RequestNumber) });
    if (reserved) return reserved;
  }
  const number = await issueNumber(deps, asked, { id, centre });
  return sendRequest(deps, byClick(asked), { id, command: command(number) });
}

type Reserving = Readonly<{ id: RequestId; ask: Ask; place: Place; command: RequestCommand }>;

/** Undefined when the money is set apart. Nothing is for a request that would be refused all the same. */
async function reserveFor(
  deps: DeskDeps,
  asked: Asked,
  { id, ask, place, command }: Reserving,
): Promise<Refused | undefined> {
  const { decide, initial } = requestDecider;
  const decision = decide(command, initial);
  if (decision.outcome === 'refused') return refused(decision.code);
  const { line, cents } = ask;
  const data = { at: asked.at.toISOString(), by: asked.actor, request: id, line, cents };
  const told = await sendBudget(deps, byClick(asked, id), { place, command: { type: 'ReserveMoney', data } });
  if (told.ok) return undefined;
  const { state } = await loadBudget(deps, place);
  return told.refused === 'not-enough' && isThere(state) ? refused('not-enough', roomOf(state, line)) : told;
}

/** The command id is the request's: asked again, also by a later click, it is the number of the first time. */
async function issueNumber(
  { store }: DeskDeps,
  { at }: Asked,
  { id, centre }: Readonly<{ id: RequestId; centre: CentreCode }>,
): Promise<RequestNumber> {
  const year = Number(localDate(at.toISOString()).slice(0, 4));
  const { decision } = await handle(store, numberingAggregate, {
    stream: numberingStream(centre, year),
    command: { type: 'IssueRequestNumber', data: { centre, year, request: id } },
    by: 'system',
    at,
    commandId: commandId(`number-${id}`),
  });
  const issued = decision.outcome === 'accepted' ? decision.events[0] : undefined;
  if (!issued) throw new Error(`no number for request ${id}`);
  return issued.data.number;
}

/**
 * Only by who asked, and as long as nothing is decided. The proposal is taken back first: a decision and a withdrawal at
 * the same moment meet there, and one of them holds for both.
 */
export async function withdrawRequest(
  deps: DeskDeps,
  asked: Asked,
  { id, reason }: Readonly<{ id: RequestId; reason: string }>,
): Promise<Told> {
  const state = await loadRequest(deps, id);
  if (!isAsked(state) || state.requester !== asked.actor) return refused('unknown-request');
  if (reason.trim() !== '' && state.stage === 'asked') {
    const told = await deps.decisions.withdraw(asked, takingBack(state));
    if (!told.ok && told.refused !== 'unknown-proposal') return refused('already-decided');
  }
  const data = { at: asked.at.toISOString(), by: asked.actor, reason };
  return sendRequest(deps, byClick(asked), { id, command: { type: 'WithdrawRequest', data } });
}

export type EndWish = Readonly<{ id: RequestId; remains: string; yield: Yield }>;

export async function endRequest(deps: DeskDeps, asked: Asked, { id, ...rest }: EndWish): Promise<Told> {
  const entered = await manageRequest(deps, asked, id);
  if (!entered.ok) return entered;
  const data = { at: asked.at.toISOString(), by: asked.actor, ...rest };
  return sendRequest(deps, byClick(asked), { id, command: { type: 'EndRequest', data } });
}

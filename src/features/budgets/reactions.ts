import { type Effect, showCard } from '../../core/effect.ts';
import type { PersonId } from '../../core/ids.ts';
import { addDays, atLocalTime } from '../../core/working-time.ts';
import type { BudgetEvent } from './budget-messages.ts';
import { type Budget, isThere, type RequestId } from './budget-state.ts';
import type { RequestEvent } from './request-messages.ts';
import { isAsked, isGranted, type MoneyRequest, type RequestFile } from './request-state.ts';

/** Brings the budget in step with the request as it is then. */
export const settleKind = 'money-settle';
/** Raises the proposal of a request, or takes it back. */
export const proposeKind = 'money-propose';
/** The clock of the end date. */
export const tickKind = 'money-tick';
/** The same, set going by the budget: what it holds for a request changed, or has to be looked at again. */
export const followKind = 'budget-follow';
/** Tells who leads the centre that a line is nearly used up. */
export const warnKind = 'budget-warn';
/** Brings what is left of a closed year to the next. */
export const carryKind = 'budget-carry';

const reservationMs = 10 * 60_000;

export function reactToBudget(event: BudgetEvent, state: Budget): readonly Effect[] {
  if (!isThere(state)) return [];
  const told = requestIn(event).map((request): Effect => ({
    kind: followKind,
    key: `follow-${request}`,
    data: { request },
  }));
  switch (event.type) {
    case 'MoneyReserved':
      // Not at once: the request is recorded only after this.
      return [checkLater(event.data)];
    case 'YearClosed':
      return [{ kind: carryKind, key: 'carry', data: {} }];
    case 'LineWarned': {
      const { line, level } = event.data;
      return [{ kind: warnKind, key: `warn-${line}-${level}`, data: { line, level } }];
    }
    case 'WarningTold': {
      const { line, level, to } = event.data;
      const slot = `warning-${line}-${level}`;
      return [showCard({ slot, card: 'budgets/warning', to: { person: to }, extra: { line, level } })];
    }
    default:
      return told;
  }
}

/** Whose money it is about. */
function requestIn(event: BudgetEvent): readonly RequestId[] {
  if (event.type === 'CarriedIn') return event.data.holdings.map(({ request }) => request);
  return 'request' in event.data ? [event.data.request] : [];
}

/**
 * The money and the request are in two streams: a bot that stops between the two leaves money that nobody asked for, so
 * that every reservation is looked at again.
 */
function checkLater({ at, request }: Readonly<{ at: string; request: RequestId }>): Effect {
  const due = new Date(Date.parse(at) + reservationMs).toISOString();
  return { kind: followKind, key: `reservation-${request}`, due, data: { request } };
}

export function reactToRequest(event: RequestEvent, state: MoneyRequest): readonly Effect[] {
  if (!isAsked(state)) return [];
  return [...follow(event), ...clocks(event, state), ...cards(event, state)];
}

const movesMoney: readonly RequestEvent['type'][] = [
  'MoneyRequested',
  'RequestDecided',
  'RequestWithdrawn',
  'RequestEnded',
];
const movesProposal: readonly RequestEvent['type'][] = ['MoneyRequested', 'RequestWithdrawn'];

function follow({ type }: RequestEvent): readonly Effect[] {
  return [
    ...(movesMoney.includes(type) ? [{ kind: settleKind, key: 'settle', data: {} }] : []),
    ...(movesProposal.includes(type) ? [{ kind: proposeKind, key: 'propose', data: {} }] : []),
  ];
}

const reminderDays = 14;

function clocks({ type }: RequestEvent, file: RequestFile): readonly Effect[] {
  if (type !== 'RequestDecided' || !isGranted(file)) return [];
  const { until } = file.ask.period;
  const at = (day: string) => atLocalTime(day, '09:00');
  return [
    { kind: tickKind, key: 'remind', due: at(addDays(until, -reminderDays)), data: { what: 'remind' } },
    { kind: tickKind, key: 'end', due: at(addDays(until, 1)), data: { what: 'end' } },
  ];
}

const decides: readonly RequestEvent['type'][] = ['RequestDecided', 'RequestPostponed'];
const ends: readonly RequestEvent['type'][] = ['EndReminded', 'EndReached', 'RequestEnded'];

function cards({ type }: RequestEvent, file: RequestFile): readonly Effect[] {
  const { requester, leader } = file;
  const people = requester === leader ? [leader] : [requester, leader];
  const toEach = (name: string) => people.map((person) => shown(name, person, file));
  return [
    ...toEach('status'),
    ...(decides.includes(type) ? toEach('decision') : []),
    ...(ends.includes(type) ? toEach('ending') : []),
  ];
}

/** A slot for each person: a request that goes to another project leader is posted to them anew. */
function shown(name: string, person: PersonId, { id }: RequestFile): Effect {
  return showCard({
    slot: `${name}-${person}`,
    card: `budgets/${name}`,
    to: { person },
    lane: `cards-${id}-${person}`,
  });
}

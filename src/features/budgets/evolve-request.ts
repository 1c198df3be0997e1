import { dispatch, type Handlers } from '../../core/decider.ts';
import type { RequestEvent } from './request-messages.ts';
import {
  isAsked,
  type MoneyRequest,
  noHolding,
  type Outcome,
  type RequestFile,
  type RequestStage,
} from './request-state.ts';

type Later = Exclude<RequestEvent, { type: 'MoneyRequested' }>;

/** The state after an event. One from a newer deployment, or that does not fit the state, leaves it as it was. */
export function evolve(state: MoneyRequest, event: RequestEvent): MoneyRequest {
  if (event.type === 'MoneyRequested') return isAsked(state) ? state : requested(event.data);
  if (!isAsked(state)) return state;
  const changed = dispatch<Later, RequestFile, RequestFile>(later, event, state);
  return changed ? { ...changed, updatedAt: event.data.at } : state;
}

function requested({ at, by, ...asked }: Extract<RequestEvent, { type: 'MoneyRequested' }>['data']): RequestFile {
  return {
    ...asked,
    ...{ stage: 'asked', requester: by, askedAt: at, updatedAt: at },
    ...{ raised: false, postponed: false, money: noHolding },
  };
}

const stageAfter: Readonly<Record<Outcome, RequestStage>> = {
  adopted: 'adopted',
  'adopted-amended': 'adopted',
  rejected: 'rejected',
  postponed: 'asked',
  withdrawn: 'withdrawn',
  expired: 'expired',
};

const later: Handlers<Later, RequestFile, RequestFile> = {
  ProposalRaised: (_data, file) => ({ ...file, raised: true }),
  RequestDecided: (decision, file) => ({
    ...file,
    ...{ stage: stageAfter[decision.outcome], postponed: false, decision },
  }),
  RequestPostponed: (decision, file) => ({ ...file, postponed: true, decision: withoutAmount(decision) }),
  RequestWithdrawn: ({ reason }, file) => ({ ...file, stage: 'withdrawn', withdrawn: { reason } }),
  MoneyNoted: ({ money, year, trouble }, { trouble: _before, ...file }) => ({
    ...file,
    ...{ money, year },
    ...(trouble === undefined ? {} : { trouble }),
  }),
  RequestHandedOver: ({ leader }, file) => ({ ...file, leader }),
  EndReminded: (_data, file) => file,
  EndReached: (_data, file) => ({ ...file, stage: 'ending' }),
  RequestEnded: (ending, file) => ({ ...file, stage: 'ended', ending }),
};

/** What was decided is decided later: until then it stands as it was asked. */
function withoutAmount({ amountCents: _undecided, ...decision }: NonNullable<RequestFile['decision']>) {
  return decision;
}

import { localDate } from '../../core/working-time.ts';
import type { IndexedFields } from '../../store/event-store.ts';
import type { Aggregate } from '../../store/handle.ts';
import { type Mandate, mandateDecider } from './mandate.ts';
import { proposalDecider } from './proposal.ts';
import type { ProposalCommand, ProposalEvent, ProposalRefusal } from './proposal-messages.ts';
import { isWritten, type Proposal, type ProposalFile } from './proposal-state.ts';
import { react } from './reactions.ts';
import { routeDecider, type RouteRule } from './route.ts';
import type { LaidDown, LayDown, Standing, StandingRefusal, StandingState } from './standing-rule.ts';

export const proposalAggregate: Aggregate<Proposal, ProposalCommand, ProposalEvent, ProposalRefusal> = {
  type: 'proposal',
  decider: proposalDecider,
  react,
  fields: (state) => (isWritten(state) ? fieldsOf(state) : {}),
};

function fieldsOf({ stage, author, centre, number, updatedAt, decision, route }: ProposalFile): IndexedFields {
  const decides = route?.decide;
  return {
    ...{ stage, author, centre, number, updatedAt },
    ...(decision === undefined ? {} : { decidedOn: localDate(decision.at) }),
    ...(decides?.by === 'person' ? { decider: decides.person } : {}),
  };
}

type StandingAggregate<Rule extends Standing> = Aggregate<
  StandingState<Rule>,
  LayDown<Rule>,
  LaidDown<Rule>,
  StandingRefusal
>;

export const mandateAggregate: StandingAggregate<Mandate> = {
  ...{ type: 'mandate', decider: mandateDecider },
  ...{ react: () => [], fields: (state) => ruleFields(state) },
};

export const routeAggregate: StandingAggregate<RouteRule> = {
  ...{ type: 'route', decider: routeDecider },
  ...{ react: () => [], fields: (state) => ruleFields(state) },
};

function ruleFields(state: StandingState<Standing>): IndexedFields {
  if (state.status === 'none') return {};
  const { id, centre, validFrom, validTo } = state.rule;
  return { id, centre, validFrom, ...(validTo === undefined ? {} : { validTo }) };
}

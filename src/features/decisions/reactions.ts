import { type Effect, showCard } from '../../core/effect.ts';
import type { PersonId } from '../../core/ids.ts';
import { atLocalTime } from '../../core/working-time.ts';
import type { Informed, ProposalEvent } from './proposal-messages.ts';
import { isWritten, type Proposal, type ProposalFile, type Vote, voteOf } from './proposal-state.ts';
import type { Decides } from './route.ts';

/** Opens a vote that this proposal asks for, and takes one back. Both in the lane of the vote, so that the order stays. */
export const openVoteKind = 'decision-open-vote';
export const cancelVoteKind = 'decision-cancel-vote';
export const tickKind = 'decision-tick';
/** Tells the feature that raised the proposal what came of it. */
export const settledKind = 'decision-settled';

/** What a clock that ran out asks for. */
export const ticks = ['late', 'resume', 'review', 'expire'] as const;
export type Tick = (typeof ticks)[number];

type Reaction = (event: ProposalEvent, file: ProposalFile) => readonly Effect[];

/** What an event sets in motion. Cards are shown anew when something in them may have changed. */
export function react(event: ProposalEvent, state: Proposal): readonly Effect[] {
  if (!isWritten(state)) return [];
  return [votes, clocks, settlement, authorCards, deciderCards, informedCards, reviewCards].flatMap((reaction) =>
    reaction(event, state),
  );
}

const votes: Reaction = (event, file) => {
  switch (event.type) {
    case 'AdviceAsked':
      return [voteEffect(openVoteKind, 'open', event.data.vote)];
    case 'DecisionAsked':
      return [
        ...cancelled(file),
        ...(event.data.vote === undefined ? [] : [voteEffect(openVoteKind, 'open', event.data.vote)]),
      ];
    case 'ProposalAmended':
    case 'RouteRenewed':
    case 'ProposalWithdrawn':
    case 'ProposalExpired':
      return cancelled(file);
    default:
      return [];
  }
};

/** Cancelling twice changes nothing, so it is not asked which event cancelled them. */
function cancelled(file: ProposalFile): readonly Effect[] {
  return [...file.advice, ...file.votes]
    .filter(({ status }) => status === 'cancelled')
    .map(({ id }) => voteEffect(cancelVoteKind, 'cancel', id));
}

function voteEffect(kind: string, key: string, vote: Vote['id']): Effect {
  return { kind, key: `${key}-${vote}`, lane: `vote-${vote}`, data: { vote } };
}

const clocks: Reaction = (event, file) => {
  switch (event.type) {
    case 'ProposalDrafted':
    case 'ProposalResumed':
      return file.expiresAt === undefined ? [] : [tick('expire', file.expiresAt)];
    case 'DecisionAsked':
      return [tick('late', event.data.lateAt)];
    case 'ProposalPostponed':
      return [tick('resume', morningOf(event.data.until))];
    case 'ProposalDecided': {
      const { owner, reviewOn } = event.data.ruling;
      return owner === undefined || reviewOn === undefined ? [] : [tick('review', morningOf(reviewOn))];
    }
    default:
      return [];
  }
};

function morningOf(day: string): string {
  return atLocalTime(day, '09:00');
}

function tick(what: Tick, due: string): Effect {
  return { kind: tickKind, key: what, due, data: { what } };
}

const settles: readonly ProposalEvent['type'][] = [
  'ProposalDecided',
  'ProposalPostponed',
  'ProposalWithdrawn',
  'ProposalExpired',
];

/** One after another: that it was postponed is not told after what was decided. */
const settlement: Reaction = ({ type }, { settlements }) => {
  const index = settlements.length - 1;
  if (!settles.includes(type) || index < 0) return [];
  return [{ kind: settledKind, key: `settled-${index}`, lane: 'settled', data: { index } }];
};

/** A card that is updated rings no bell: what the author must hear comes as a message of its own. */
export const newsworthy = [
  'AdviceGiven',
  'AdviceCancelled',
  'VoteCancelled',
  'RouteRenewed',
  'DecisionLate',
  'ProposalPostponed',
  'ProposalResumed',
  'ProposalExpired',
] as const satisfies readonly ProposalEvent['type'][];

const authorCards: Reaction = ({ type, data }, { author }) => {
  const to = { person: author };
  const card = showCard({ slot: 'proposal', card: 'decisions/proposal', to });
  if (!newsworthy.some((one) => one === type)) return [card];
  const extra = { what: type };
  return [card, showCard({ slot: `news-${type}-${data.at}`, card: 'decisions/news', to, extra })];
};

const deciderCards: Reaction = (event, file) => {
  const { route, round } = file;
  if (!route || round === 0) return [];
  const before = event.type === 'RouteRenewed' ? cardsFor(event.data.was, file) : [];
  const now = event.type === 'RouteRenewed' ? [] : cardsFor(route.decide, file);
  return [...before, ...now];
};

/** A person decides on a card; of a body the chair gets one when its vote is over, or should long have been. */
function cardsFor(decide: Decides, file: ProposalFile): readonly Effect[] {
  const { round, isLate } = file;
  if (decide.by === 'person') return [decideCard(`decide-${round}`, decide.person)];
  const vote = voteOf(file);
  const isOver = isLate || vote?.status === 'closed' || vote?.cancelledBecause !== undefined;
  return vote && isOver ? [recordCard(`record-${vote.id}`, vote.body.chair)] : [];
}

function decideCard(slot: string, person: PersonId): Effect {
  return showCard({ slot, card: 'decisions/decide', to: { person } });
}

function recordCard(slot: string, person: PersonId): Effect {
  return showCard({ slot, card: 'decisions/record', to: { person } });
}

const informedCards: Reaction = (event, { author }) => {
  if (event.type !== 'ProposalDecided') return [];
  const { ruling, informed } = event.data;
  return informedOf(informed, [author, ...(ruling.owner === undefined ? [] : [ruling.owner])]);
};

function informedOf({ people, channels }: Informed, concerned: readonly PersonId[]): readonly Effect[] {
  const card = 'decisions/informed';
  return [
    ...[...new Set([...concerned, ...people])].map((person) =>
      showCard({ slot: `informed-${person}`, card, to: { person } }),
    ),
    ...channels.map((channel, index) => showCard({ slot: `informed-channel-${index}`, card, to: channel })),
  ];
}

const reviewCards: Reaction = ({ type }, { decision }) => {
  const owner = decision?.owner;
  if (owner === undefined || (type !== 'ReviewAsked' && type !== 'ReviewAnswered')) return [];
  return [showCard({ slot: 'review', card: 'decisions/review', to: { person: owner } })];
};

import { deepEqual, equal } from 'node:assert/strict';
import type { StreamId } from '../../src/core/ids.ts';
import {
  type BudgetFile,
  type BudgetLine,
  budgetStream,
  freeOf,
  holdingOf,
} from '../../src/features/budgets/budget-state.ts';
import { amountOf, isGranted, type RequestFile, requestStream } from '../../src/features/budgets/request-state.ts';
import { type ProposalFile, proposalId, proposalStream } from '../../src/features/decisions/proposal-state.ts';
import type { CentreCode } from '../../src/features/directory/index.ts';
import { seatStream, type VoteFile, voteId, voteStream } from '../../src/features/voting/vote-state.ts';
import type { Store } from '../../src/store/store.ts';

/** What the store knows of money, proposals and votes, for specs that saw only cards. */

async function stateIn<State>(store: Store, stream: StreamId): Promise<State> {
  const { state } = await store.load(stream);
  if (!state) throw new Error(`nothing in ${stream}`);
  return state as unknown as State;
}

export const budgetIn = (store: Store, centre: CentreCode, year: number): Promise<BudgetFile> =>
  stateIn(store, budgetStream(centre, year));

/** Every request for money of one centre, in the order of their numbers. */
export async function requestsIn(store: Store, centre: CentreCode): Promise<readonly RequestFile[]> {
  const { items } = await store.find({
    ...{ type: 'moneyrequest', where: [{ field: 'centre', equals: centre }], limit: 100 },
    order: { field: 'number', direction: 'asc' },
  });
  return items.map(({ state }) => state as unknown as RequestFile);
}

export async function typesIn(store: Store, stream: StreamId): Promise<readonly string[]> {
  return (await store.history(stream)).map(({ event }) => event.type);
}

type Followed = Readonly<{
  request: RequestFile;
  proposal: ProposalFile;
  /** Of advice first, then of decisions. */
  votes: readonly VoteFile[];
  /** What happened, in order, by stream: nothing that belongs there once may stand there twice. */
  happened: Readonly<Record<string, readonly string[]>>;
}>;

/** A request with its proposal, the votes of that, and what happened in each. */
export async function followed(store: Store, id: string): Promise<Followed> {
  const raised = proposalStream(proposalId(`money-${id}`));
  const proposal = await stateIn<ProposalFile>(store, raised);
  const ids = [...proposal.advice, ...proposal.votes].map((vote) => voteId(vote.id));
  const votes = await Promise.all(ids.map((vote) => stateIn<VoteFile>(store, voteStream(vote))));
  const seats = votes.flatMap((vote) => Array.from({ length: vote.seats }, (_, n) => seatStream(vote.id, n)));
  const request = requestStream(id as RequestFile['id']);
  const streams = [request, raised, ...ids.map(voteStream), ...seats];
  const happened = await Promise.all(streams.map(async (stream) => [stream, await typesIn(store, stream)] as const));
  return { request: await stateIn(store, request), proposal, votes, happened: Object.fromEntries(happened) };
}

type Place = Readonly<{ centre: CentreCode; year: number; line: BudgetLine }>;

/** Once all is decided, who was granted money holds what was decided and nobody else holds any, so that the line adds up. */
export async function addsUp(store: Store, { centre, year, line }: Place) {
  const budget = await budgetIn(store, centre, year);
  const requests = (await requestsIn(store, centre)).filter(({ ask }) => ask.line === line);
  const granted = requests.map((request) => (isGranted(request) ? amountOf(request) : 0));
  deepEqual(
    budget.holdings.filter((holding) => holding.line === line).map(({ request }) => request),
    requests.map(({ id }) => id),
  );
  deepEqual(
    requests.map(({ id }) => holdingOf(budget, id)).map((holding) => [holding?.reserved, holding?.committed]),
    granted.map((cents) => [0, cents]),
  );
  const committed = granted.reduce((sum, cents) => sum + cents, 0);
  const money = budget.lines[line];
  deepEqual([money.reserved, money.committed, money.spent], [0, committed, 0]);
  equal(freeOf(money) + committed, money.allocated);
  return { budget, requests };
}

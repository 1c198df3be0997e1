import type { Clock } from '../../core/clock.ts';
import type { EffectRunner } from '../../store/effect-queue.ts';
import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { createCards, definitionsOf } from './cards.ts';
import { remindRunner, spreadRunner } from './clocks-desk.ts';
import { closeRunner, type Listener, publishRunner, tellRunner } from './closing-desk.ts';
import { envelopeRunner, unsealRunner } from './envelope-desk.ts';
import { openSeatsRunner } from './opening-desk.ts';
import { progressRunner } from './progress-desk.ts';
import { ballotRoutes } from './teams-ballot.ts';
import { listRoutes, votingMessages } from './teams-lists.ts';
import { manageRoutes } from './teams-manage.ts';
import { voteStream } from './vote-state.ts';
import { loadVote, type VotingDeps } from './voting-desk.ts';

export type VotingFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

export function votingFeature(deps: VotingDeps): VotingFeature {
  const cards = createCards({ names: deps.directory, vote: (id) => loadVote(deps, voteStream(id)) });
  const kit = { deps, cards, log: deps.log };
  return {
    routes: [ballotRoutes, manageRoutes, listRoutes].flatMap((make) => make(kit)),
    messages: votingMessages(kit),
    cards: definitionsOf(cards),
  };
}

/** What runs by itself. `told`: the feature that asked for votes hears how they ended. */
export function votingRunners(deps: VotingDeps & Readonly<{ clock: Clock }>, told: Listener): readonly EffectRunner[] {
  const own = [openSeatsRunner, remindRunner, spreadRunner, closeRunner, publishRunner];
  const ballots = [progressRunner, envelopeRunner, unsealRunner];
  return [...[...own, ...ballots].map((make) => make(deps)), tellRunner(deps, told)];
}

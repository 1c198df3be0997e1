export {
  type Concept,
  type ConceptId,
  conceptId,
  type KeptTerm,
  type Matcher,
  type Profile,
  type Question,
  type Ranked,
  type Ranker,
  type Reading,
  type Reason,
} from './concepts.ts';
export {
  type Candidate,
  type Obstacle,
  obstacles,
  type Relaxation,
  type Team,
  type TeamChoice,
  type TeamMember,
  type TeamWeights,
  type TeamWish,
} from './team.ts';
export { chooseTeam, mostNeeds } from './choose-team.ts';
export { costOf, defaultWeights } from './team-cost.ts';
export { createMatcher } from './matcher.ts';
export {
  type ExpertHours,
  type OpenRequest,
  type Option,
  type Redistribution,
  type RedistributionProblem,
  type Seat,
  type Setback,
} from './redistribution.ts';
export { redistributeInTurn } from './redistribute-in-turn.ts';
export { redistribute } from './redistribute.ts';

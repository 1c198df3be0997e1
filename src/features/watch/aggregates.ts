import type { Aggregate } from '../../store/handle.ts';
import { digestDecider } from './digest.ts';
import type { Digest, DigestCommand, DigestEvent } from './gaps-state.ts';
import { reactToDigest, reactToRound } from './reactions.ts';
import { type Round, type RoundCommand, roundDecider, type RoundEvent, type RoundRefusal } from './round.ts';

export const roundAggregate: Aggregate<Round, RoundCommand, RoundEvent, RoundRefusal> = {
  type: 'round',
  decider: roundDecider,
  react: reactToRound,
  fields: () => ({}),
};

export const digestAggregate: Aggregate<Digest, DigestCommand, DigestEvent, never> = {
  type: 'digest',
  decider: digestDecider,
  react: reactToDigest,
  fields: ({ status }) => ({ status }),
};

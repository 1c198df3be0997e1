import { haveOneWeight } from '../voting/index.ts';
import type { DeskDeps } from './decision-desk.ts';
import { howToVote, type ProposalFile } from './proposal-state.ts';
import type { BodyOnRoute } from './route.ts';
import { seatFor } from './seats.ts';

/**
 * Voting takes no secret vote of a body in which one vote weighs more than another: that is said before it is asked.
 * `bodies`: those that are to vote.
 */
export async function cannotBeSecret(
  { directory }: Pick<DeskDeps, 'directory'>,
  file: ProposalFile,
  { bodies, at }: Readonly<{ bodies: readonly BodyOnRoute[]; at: Date }>,
): Promise<boolean> {
  if (howToVote(file).secrecy !== 'secret') return false;
  const ids = bodies.map(({ id }) => id);
  const voting = (await directory.bodies(at)).filter(({ id }) => ids.includes(id));
  return voting.some(({ members }) => members.length > 0 && !haveOneWeight(members.map(seatFor)));
}

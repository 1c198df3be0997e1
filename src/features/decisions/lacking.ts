import type { PersonId } from '../../core/ids.ts';
import { type Around, type Gap, gapsOf, standsStill } from '../../core/gap.ts';
import {
  adviceOf,
  isWritten,
  over,
  type Proposal,
  type ProposalFile,
  type ProposalStage,
  proposalStages,
} from './proposal-state.ts';

/** A draft is its author's own. */
export const openStages: readonly ProposalStage[] = proposalStages.filter(
  (stage) => stage !== 'draft' && !over.includes(stage),
);

/** No proposal without somebody whose turn it is, a way on, and a date. */
export function proposalLacks(state: Proposal, around: Around): readonly Gap[] {
  if (!isWritten(state) || !openStages.includes(state.stage)) return [];
  return gapsOf({
    owner: !around.isThere(ownerOf(state)),
    step: state.stage !== 'advised' && state.route === undefined,
    date: lacksDate(state, around),
  });
}

function ownerOf(file: ProposalFile): PersonId | undefined {
  if (file.stage === 'advised') return file.author;
  return file.stage === 'advising' ? file.route?.advise?.chair : deciderOf(file);
}

/** Who decides, or leads the body that does; undefined while there is no route. */
export function deciderOf({ route }: ProposalFile): PersonId | undefined {
  if (route === undefined) return undefined;
  return route.decide.by === 'person' ? route.decide.person : route.decide.body.chair;
}

function lacksDate(file: ProposalFile, around: Around): boolean {
  switch (file.stage) {
    case 'advised':
      return standsStill(file.updatedAt, around);
    case 'advising':
      return adviceOf(file)?.closesAt === undefined;
    case 'postponed':
      return file.postponed === undefined;
    default:
      return file.decideBy === undefined;
  }
}

import type { CoverTask, Piece } from './cover-task.ts';

/**
 * Out of `places` those that can be in one of the `wanted` lightest minimal covers, the lightest first.
 *
 * Let c be in a minimal cover T, and let d be lighter and cover at least what c covers. T without c is no cover (each piece
 * of T has a bit of its own), nor does it hold d (c would be superfluous). So every minimal cover within T - c + d holds d,
 * and is lighter than T: each such d that fits gives another cover that comes before T. d fits unless its group is in T by
 * another piece than c. T has at most `atMost` - 1 other pieces: d's of c's own group always fit, and of the d's of other
 * groups at most so many groups do not. When `wanted` d's fit however T is chosen, c is in none of the covers asked for.
 */
export function withoutDominated(
  { pieces, atMost }: CoverTask,
  places: readonly number[],
  wanted: number,
): readonly number[] {
  const order = places.filter((place) => at(pieces, place).mask !== 0);
  order.sort((one, other) => at(pieces, one).weight - at(pieces, other).weight || one - other);
  const kept: number[] = [];
  for (const place of order) {
    if (sureToFit(at(pieces, place), { kept, pieces, atMost }) < wanted) kept.push(place);
  }
  return kept;
}

type Lighter = Readonly<{ kept: readonly number[]; pieces: readonly Piece[]; atMost: number }>;

/** How many of `kept` can take the place of `piece` in any cover: all of its own group, and one for each other group. */
function sureToFit(piece: Piece, { kept, pieces, atMost }: Lighter): number {
  const others = new Set<number>();
  let own = 0;
  for (const place of kept) {
    const { mask, group, weight } = at(pieces, place);
    if ((piece.mask & ~mask) !== 0 || weight === piece.weight) continue;
    if (group === piece.group) own++;
    else others.add(group);
  }
  return own + Math.max(0, others.size - (atMost - 1));
}

const none: Piece = { mask: 0, group: 0, weight: 0 };
function at(pieces: readonly Piece[], place: number): Piece {
  return pieces[place] ?? none;
}

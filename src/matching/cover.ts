import { withoutDominated } from './cover-reduce.ts';
import { lightestOf } from './cover-table.ts';
import type { Cover, CoverTask } from './cover-task.ts';

/** The lightest cover that does without the pieces at `banned`. */
type Node = Readonly<{ banned: ReadonlySet<number>; cover: Cover }>;

/**
 * The `wanted` lightest covers out of which nothing can be left, the lightest first. Exact: branch and bound, best first.
 *
 * The lightest cover C of a node is minimal, as weights are above 0. Every other minimal cover does not contain C, so it does
 * without some piece of C: it lives on in the node where that piece is banned as well. So whatever is not found yet is in an
 * open node, and weighs no less than the lightest of them.
 */
export function lightestCovers(task: CoverTask, wanted: number): readonly Cover[] {
  // In a minimal cover every piece has a bit that no other has.
  const small = { ...task, atMost: Math.min(task.atMost, task.bits) };
  if (small.atMost < 1) return [];
  const places = withoutDominated(small, [...task.pieces.keys()], wanted);
  const open = new Map<string, Node>();
  const found = new Map<string, Cover>();
  const root: ReadonlySet<number> = new Set();
  grow(open, small, { places, banned: root });
  while (found.size < wanted && open.size > 0) {
    const [name, node] = lightestIn(open);
    open.delete(name);
    found.set(nameOf(node.cover.places), node.cover);
    for (const place of node.cover.places) grow(open, small, { places, banned: new Set([...node.banned, place]) });
  }
  return [...found.values()];
}

type Growth = Readonly<{ places: readonly number[]; banned: ReadonlySet<number> }>;

function grow(open: Map<string, Node>, task: CoverTask, { places, banned }: Growth): void {
  const name = nameOf([...banned]);
  if (open.has(name)) return;
  const left = places.filter((place) => !banned.has(place));
  const cover = lightestOf(task, withoutDominated(task, left, 1));
  if (cover !== undefined) open.set(name, { banned, cover });
}

function lightestIn(open: ReadonlyMap<string, Node>): readonly [string, Node] {
  return [...open].reduce((least, one) => (one[1].cover.weight < least[1].cover.weight ? one : least));
}

function nameOf(places: readonly number[]): string {
  return places.toSorted((one, other) => one - other).join(' ');
}

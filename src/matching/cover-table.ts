import type { Cover, CoverTask, Piece } from './cover-task.ts';

/** The lightest cover by the pieces at `places`, if there is one. `atMost` is 1 or more. */
export function lightestOf({ pieces, bits, atMost }: CoverTask, places: readonly number[]): Cover | undefined {
  const groups = [...Map.groupBy(places, (place) => pieces[place]?.group).values()];
  // Counting makes the table larger, and the lightest cover of all is seldom too large.
  const cover = solve(pieces, groups, { size: 2 ** bits, layers: 1 });
  if (cover === undefined || cover.places.length <= atMost) return cover;
  return solve(pieces, groups, { size: 2 ** bits, layers: atMost + 1 });
}

/** One layer: any number of pieces. More: in layer n at most n pieces. */
type Layout = Readonly<{ size: number; layers: number }>;
type Groups = readonly (readonly number[])[];

function solve(pieces: readonly Piece[], groups: Groups, layout: Layout): Cover | undefined {
  const { size, layers } = layout;
  const block = size * layers;
  const table = new Float64Array((groups.length + 1) * block).fill(Infinity);
  for (let layer = 0; layer < layers; layer++) table[groups.length * block + layer * size] = 0;
  for (let group = groups.length - 1; group >= 0; group--) {
    const here = group * block;
    // Without anybody of this group, or with one of them.
    table.copyWithin(here, here + block, here + 2 * block);
    for (const place of groups[group] ?? []) offer(table, layout, { here, piece: pieces[place] });
  }
  return readBack({ table, layout, pieces, groups });
}

type Offer = Readonly<{ here: number; piece: Piece | undefined }>;

/** Row by row: what `rest` weighs at least by this group and the later ones. */
function offer(table: Float64Array, { size, layers }: Layout, { here, piece }: Offer): void {
  if (piece === undefined) return;
  const { mask, weight } = piece;
  const step = layers === 1 ? 0 : 1;
  const next = here + size * layers;
  for (let layer = step; layer < layers; layer++) {
    const [to, from] = [here + layer * size, next + (layer - step) * size];
    for (let rest = 1; rest < size; rest++) {
      const sum = weight + (table[from + (rest & ~mask)] ?? Infinity);
      if (sum < (table[to + rest] ?? 0)) table[to + rest] = sum;
    }
  }
}

type Solved = Readonly<{ table: Float64Array; layout: Layout; pieces: readonly Piece[]; groups: Groups }>;

/** Goes through the table once more, and takes whoever makes the weight that stands there. */
function readBack({ table, layout: { size, layers }, pieces, groups }: Solved): Cover | undefined {
  const step = layers === 1 ? 0 : 1;
  const least = (group: number, layer: number, rest: number): number =>
    table[(group * layers + layer) * size + rest] ?? Infinity;
  let [layer, rest] = [layers - 1, size - 1];
  const weight = least(0, layer, rest);
  if (weight === Infinity) return undefined;
  const taken: number[] = [];
  for (const [group, members] of groups.entries()) {
    const sum = least(group, layer, rest);
    if (sum === least(group + 1, layer, rest)) continue;
    const place = members.find((one) => {
      const piece = pieces[one];
      return piece !== undefined && piece.weight + least(group + 1, layer - step, rest & ~piece.mask) === sum;
    });
    if (place === undefined) continue;
    taken.push(place);
    rest &= ~(pieces[place]?.mask ?? 0);
    layer -= step;
  }
  return { places: taken.sort((one, other) => one - other), weight };
}

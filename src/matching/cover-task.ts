/** Covers the bits of `mask`; at most one piece of a group is in a cover. `weight`: a whole number above 0. */
export type Piece = Readonly<{ mask: number; group: number; weight: number }>;

/** `bits`: how many there are to cover, at least one. */
export type CoverTask = Readonly<{ pieces: readonly Piece[]; bits: number; atMost: number }>;

/** Places in `pieces`, in rising order. */
export type Cover = Readonly<{ places: readonly number[]; weight: number }>;

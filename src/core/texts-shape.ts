/** What texts in another language must have: the same keys, and the same values to fill in. */
export type TextsLike<Source> = Source extends string
  ? string
  : Source extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof Source]: TextsLike<Source[Key]> };

/** Spellings that sound the same in Dutch, and the one that stands for them. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/ij|y/g, 'ei'],
  [/ou/g, 'au'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ch/g, 'g'],
  [/ck|c(?=[aourlktb]|$)|q/g, 'k'],
  [/c/g, 's'],
  [/x/g, 'ks'],
  [/v/g, 'f'],
  [/z/g, 's'],
  [/ie/g, 'i'],
  [/dt|d$/g, 't'],
  [/(.)\1+/g, '$1'],
];

/** What a word sounds like: `verslaafing` as `verslaving`, `suiside` as `suicide`. Not a word itself. */
export function soundOf(plain: string): string {
  return alike.reduce((sound, [spelling, letter]) => sound.replace(spelling, letter), plain);
}

import wordForms from './data/word-forms.json' with { type: 'json' };

const baseOf: ReadonlyMap<string, string> = new Map(
  Object.entries(wordForms).flatMap(([base, forms]) => [base, ...forms].map((form): [string, string] => [form, base])),
);

const shortestInflected = 5;

/**
 * What the inflections of a Dutch word have in common, not a word itself: `stoornissen` and `stoornis` → `stoorni`.
 * Lighter than Snowball on purpose: `angst` and `angstig` stay apart, and so do all short words (abbreviations).
 */
export function stem(plain: string): string {
  const base = baseOf.get(plain);
  if (base !== undefined) return base;
  if (plain.length < 4 || /\d/.test(plain)) return plain;
  return evened(plain.length < shortestInflected ? plain : withoutEndings(plain));
}

function withoutEndings(word: string): string {
  return word
    .replace(/heden$/, 'heid')
    .replace(/(?<=.{3}[^s])s$/, '')
    .replace(/(?<=.{4}|.{3}r)tje$/, '')
    .replace(/(?<=.{3})(?:en|e)$/, '')
    .replace(/([bdfgklmnprst])\1$/, '$1')
    .replace(/(?<=.{4})s$/, '')
    .replace(/(?<=.{2}[bcdfghjklmnpqrsvwxz])(?:dt|t|d)$/, '');
}

/** Spelling of an open and a closed syllable: `slapen` and `slaap`, `huizen` and `huis`. */
function evened(word: string): string {
  return word
    .replace(/(a|e|o|u)\1(?=[bcdfghjklmnpqrstvwxz]$)/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}

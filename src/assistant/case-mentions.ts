/**
 * How somebody speaks of a case: by its number as far as that was said, as the one that is at hand, as another one, as one of
 * a list that was just shown (counted from 1; -1 is the last), or by a day (`text` is for readWhen).
 */
export type CaseMention = Readonly<
  | { by: 'number'; centre?: string; year?: number; counter: number }
  | { by: 'hand' }
  | { by: 'other' }
  | { by: 'place'; place: number }
  | { by: 'day'; text: string }
>;

/** Two letters with a space behind them are mostly a word: "en 2026-015". */
const full =
  /(?<![\p{L}\d-])(?!(?:aan|al|as|at|by|bv|de|do|en|er|he|ik|in|is|it|je|me|na|no|nr|nu|of|om|on|op|or|te|to|uw|we|wo|ze|zo)[ \d])([a-z]{2})[ -]?(20\d\d)[ -](\d{1,5})(?![\d-])/giu;
const ofYear = /(?<![\p{L}\d-])#?(20\d\d) ?[-/] ?(\d{1,5})(?![\d/-])/gu;
const caseWord = String.raw`(?:casussen|cassussen|casusnummer|casus|cassus|casuss|casis|cass|zaaknummer|zaken|zaak|dossiers|dossiernummer|dossier|dosier|cases|case)`;
const bare = new RegExp(
  String.raw`(?<!\p{L})${caseWord} ?(?:nummer|nr\.?|no\.?|number)? ?#?(\d{1,4}(?:(?:, ?| en | and | & )#?\d{1,4})*)(?![\d/.:-]|,\d| ?(?:dagen|weken|maanden|jaar|keer|uur|euro|%))`,
  'giu',
);
const hand = new RegExp(
  String.raw`(?<!\p{L})(?:(?:deze|dit|this) ${caseWord}|(?:die|dat|that|de|the) (?:casus|zaak|dossier|case)(?! \p{L}*(?:van|die|uit|of|over)(?!\p{L}))(?!\p{L})|hierover|hiervan|deze(?= (?:sluiten|heropenen|af|dicht|ook)|$|[.?!]))`,
  'iu',
);
const other = /(?<!\p{L})(?:(?:die|de|dat|the|that) andere?|die ander|the other(?: one)?)(?!\p{L})/iu;
const places = ['eerste|first', 'tweede|second', 'derde|third', 'vierde|fourth', 'vijfde|fifth'];
const place = new RegExp(
  String.raw`(?<!\p{L})(?:de|die|the) (?:${places.map((names) => `(${names})`).join('|')}|(laatste|last))(?: (?:casus|zaak|case|one|van de lijst|uit de lijst))?(?=$|[ ,.?!])`,
  'iu',
);
const ofDay =
  /(?<!\p{L})(?:die|degene|(?:de|die|the) (?:casus|zaak|case)) (?:van|of|from) (gisteren|eergisteren|vandaag|vanochtend|vanmiddag|yesterday|today|(?:vorige|afgelopen|last) \p{L}+|(?:maan|dins|woens|donder|vrij|zater|zon)dag|\d{1,2} \p{L}+)/iu;

/** Every case that is spoken of. Where numbers are given, nothing else is looked for. */
export function readCases(text: string): readonly CaseMention[] {
  const numbered = byNumber(text);
  if (numbered.length > 0) return numbered;
  const day = ofDay.exec(text)?.[1];
  if (day !== undefined) return [{ by: 'day', text: day }];
  if (other.test(text)) return [{ by: 'other' }];
  if (hand.test(text)) return [{ by: 'hand' }];
  const ranked = place.exec(text)?.slice(1).findIndex(Boolean);
  return ranked === undefined ? [] : [{ by: 'place', place: ranked < places.length ? ranked + 1 : -1 }];
}

type Placed = Readonly<{ at: number; mention: CaseMention }>;

/** The fullest form first: what it covers is blanked, and not found again in a shorter one. */
function byNumber(text: string): readonly CaseMention[] {
  const withoutFull = blanked(text, full);
  const found = [
    ...Array.from(text.matchAll(full), ({ index, 1: centre = '', 2: year, 3: counter }) =>
      placed(index, { centre: centre.toUpperCase(), year: Number(year), counter: Number(counter) }),
    ),
    ...Array.from(withoutFull.matchAll(ofYear), ({ index, 1: year, 2: counter }) =>
      placed(index, { year: Number(year), counter: Number(counter) }),
    ),
    ...Array.from(blanked(withoutFull, ofYear).matchAll(bare)).flatMap(({ index, 1: numbers = '' }) =>
      Array.from(numbers.matchAll(/\d+/g), (counter) => placed(index + counter.index, { counter: Number(counter[0]) })),
    ),
  ];
  return found.toSorted((one, next) => one.at - next.at).map(({ mention }) => mention);
}

function placed(at: number, number: Readonly<{ centre?: string; year?: number; counter: number }>): Placed {
  return { at, mention: { by: 'number', ...number } };
}

function blanked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (whole) => ' '.repeat(whole.length));
}

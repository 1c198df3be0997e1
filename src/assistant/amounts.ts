import { parseEuros } from '../core/money.ts';

const amount = String.raw`\d{1,3}(?:[. ]\d{3})+(?:,(?:\d{2}|-))?|\d+(?:,(?:\d{1,2}|-))?`;
const many: Readonly<Record<string, number>> = {
  k: 1_000,
  duizend: 1_000,
  mille: 1_000,
  thousand: 1_000,
  ton: 100_000,
  miljoen: 1_000_000,
  million: 1_000_000,
};
const scale = Object.keys(many).join('|');
const amounts = new RegExp(
  String.raw`(?<![\d-])(?:(?:€|\beuro?) ?(?<before>${amount}) ?(?<scale>(?:${scale})(?!\p{L}))?|(?<after>${amount}) ?(?<scaleAfter>${scale})? ?(?:€|euro|eur)(?!\p{L})|(?<thousands>\d+(?:,\d)?)k(?!\p{L}))`,
  'giu',
);

/** The amounts of money in a sentence, in euro cents: "€ 24.000", "1.250,50 euro", "2,5k", "3 ton euro". */
export function readAmounts(text: string): readonly number[] {
  return Array.from(text.matchAll(amounts)).flatMap(({ groups = {} }) => {
    const written = groups['before'] ?? groups['after'] ?? groups['thousands'] ?? '';
    const times =
      many[(groups['thousands'] === undefined ? (groups['scale'] ?? groups['scaleAfter'] ?? '') : 'k').toLowerCase()];
    const cents =
      times === undefined
        ? parseEuros(written)
        : Math.round(Number(written.replace(/[. ]/g, '').replace(',', '.')) * times * 100);
    return cents === undefined ? [] : [cents];
  });
}

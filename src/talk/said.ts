import { z } from 'zod/v4';
import { readAmounts, readWhen, type When, type WhenSaid } from '../assistant/index.ts';
import type { Day } from '../core/calendar.ts';
import type { JsonObject } from '../core/json.ts';
import type { Text } from '../core/locale.ts';
import { formatEuros } from '../core/money.ts';
import { formatDay } from '../core/working-time.ts';
import { texts, type Wish } from './texts.ts';

/**
 * The days (each a first and a last one; several: one of them is meant), the amounts in euro cents (likewise) and the ids of the
 * people that were named. `ends`: the day was said as an end. It may go onto a button: it holds no word of the sentence.
 */
export type Said = Readonly<{
  days: readonly Span[];
  cents: readonly number[];
  people: readonly string[];
  ends: boolean;
}>;
type Span = Readonly<{ from: Day; until: Day }>;

export const nothingSaid: Said = { days: [], cents: [], people: [], ends: false };

const day = z.iso.date();
export const saidField = z.object({
  days: z.array(z.object({ from: day, until: day })).max(9),
  cents: z.array(z.int().positive()).max(9),
  people: z.array(z.string().max(80)).max(9),
  ends: z.boolean(),
});

/** An amount that is asked about may be said without euros. */
const bareAmount =
  /(?<![\p{L}\d.-])\d{1,3}(?:[. ]\d{3})+(?![\d-])|(?<![\p{L}\d.-])\d+(?:,\d)? ?(?:ton|mille|duizend|miljoen|thousand|million)(?!\p{L})/giu;

export function saidIn(text: string, when: WhenSaid): Omit<Said, 'people'> {
  const euros = readAmounts(text);
  const bare = (text.match(bareAmount) ?? []).flatMap((amount) => readAmounts(`€ ${amount}`));
  return {
    days: spansOf(readWhen(text, when)),
    cents: [...new Set(euros.length > 0 ? euros : bare)],
    ends: /(?<!\p{L})(?:tot|until|till)(?!\p{L})/iu.test(text),
  };
}

function spansOf(when: When | undefined): readonly Span[] {
  if (when === undefined) return [];
  if (when.kind === 'period') return [{ from: when.from, until: when.to }];
  const days = when.kind === 'date' ? [when.day] : when.options;
  return days.map((one) => ({ from: one, until: one }));
}

/** What a dialog can be opened with, and how that is said in full. */
export type Prefill = Readonly<{ label: Text; data: JsonObject }>;

/** Several when one of them is meant. */
export function prefillsOf(intent: Wish, { days, cents }: Said): readonly Prefill[] {
  switch (intent) {
    case 'geld_aanvragen':
      return cents.map((amount) => ({ label: amountText(amount), data: { cents: amount } }));
    case 'beschikbaarheid':
      return days.map((span) => ({ label: spanText(span), data: { from: span.from, until: span.until } }));
    case 'taak_toevoegen':
      return singleDays(days).map((one) => ({ label: dayText(one), data: { day: one } }));
    case 'plek_reserveren':
      return days.map(({ from }) => ({ label: dayText(from), data: { from } }));
    default:
      return [];
  }
}

/** Of a period its two ends: which one is meant is for them to say. */
export const singleDays = (days: readonly Span[]): readonly Day[] => [
  ...new Set(days.flatMap(({ from, until }) => [from, until])),
];

export const amountText = (cents: number): Text => texts.inBoth((_, locale) => formatEuros(cents, locale));
export const dayText = (one: Day): Text => texts.inBoth((_, locale) => formatDay(one, locale));
const spanText = ({ from, until }: Span): Text =>
  from === until
    ? dayText(from)
    : texts.inBoth(({ say }, locale) => say.span(formatDay(from, locale), formatDay(until, locale)));

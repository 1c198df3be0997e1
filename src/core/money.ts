import type { Locale } from './locale.ts';

const euros: Readonly<Record<Locale, Intl.NumberFormat>> = { nl: numbers('nl-NL'), en: numbers('en-IE') };

function numbers(language: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' });
}

/** Of whole euro cents: "€ 24.000" or "€ 24.000,50", "€24,000". A space in it never breaks the line. */
export function formatEuros(cents: number, locale: Locale): string {
  return euros[locale].format(cents / 100);
}

const typed = /^(?:€|eur)?\s*(?<whole>\d{1,9}|\d{1,3}(?:[., ]\d{3}){1,2})(?:[.,](?<cents>\d{2}|-{1,2}))?$/i;

/**
 * An amount as people type it, in euro cents: "24000", "24.000", "€ 24.000,-", "1.250,50". Three digits after a mark are
 * thousands, two are cents. Undefined when it is no amount from 0 up.
 */
export function parseEuros(text: string): number | undefined {
  const { whole, cents = '' } = typed.exec(text.trim().replaceAll(' ', ' '))?.groups ?? {};
  if (whole === undefined) return undefined;
  return Number(whole.replaceAll(/\D/g, '')) * 100 + (/^\d{2}$/.test(cents) ? Number(cents) : 0);
}

/** As a person would type it: "24000" or "24000,50". */
export function typedEuros(cents: number): string {
  const whole = String(Math.floor(cents / 100));
  return cents % 100 === 0 ? whole : `${whole},${String(cents % 100).padStart(2, '0')}`;
}

import { addMonths } from '../core/calendar.ts';

/** In months; a deployer sets them, with the legal basis that docs/privacy.md asks for. */
export const defaultRetention = {
  /** From the last change of a case that is closed, or was given back. */
  caseMonths: 12,
  /** From the last line of the access log of a case that is deleted (domain.md 3.1: five years at least). */
  accessMonths: 60,
} as const;

export type Retention = Readonly<Record<keyof typeof defaultRetention, number>>;

/** The UTC instant of the same day and time that many months before; the last of a shorter month. */
export function monthsBefore(at: Date, months: number): string {
  const instant = at.toISOString();
  return `${addMonths(instant.slice(0, 10), -months)}${instant.slice(10)}`;
}

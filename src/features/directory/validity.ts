/** Days are YYYY-MM-DD in Amsterdam; both count. */
type Validity = Readonly<{ validFrom: string; validTo?: string }>;

export function isWithin(day: string, { validFrom, validTo }: Validity): boolean {
  return validFrom <= day && (validTo === undefined || day <= validTo);
}

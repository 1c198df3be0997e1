/** The headers of an answer; Microsoft's SDKs bring a type of their own. */
type Headers = Readonly<{ get(name: string): string | null | undefined }>;

/**
 * Milliseconds to wait by an answer's Retry-After: seconds, or a date that is read against the answer's own Date, so that
 * clocks need not agree. Undefined when it says nothing we understand.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = (headers.get('retry-after') ?? '').trim();
  if (value === '') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const wait = Date.parse(value) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

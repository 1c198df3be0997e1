/** Whether two records say the same; the order of their keys says nothing, the order of a list does. */
export function sameFacts(one: object, other: object): boolean {
  return canonical(one) === canonical(other);
}

export function canonical(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: object): object {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
}

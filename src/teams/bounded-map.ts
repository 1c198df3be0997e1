/** A map that forgets what was used longest ago beyond `limit` entries, so that a busy day cannot fill the memory. */
type BoundedMap<Value> = Readonly<{
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  size(): number;
}>;

export function boundedMap<Value>(limit: number): BoundedMap<Value> {
  const entries = new Map<string, Value>();
  function set(key: string, value: Value): void {
    entries.delete(key);
    entries.set(key, value);
    const [oldest] = entries.keys();
    if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
  }
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    set,
    delete: (key) => void entries.delete(key),
    size: () => entries.size,
  };
}

/** One running program on this store. `at`: UTC instant of its last sign of life. */
export type Heartbeat = Readonly<{ instance: string; at: string }>;

/** What every running program says of itself, so that those that live can tell which one does not. */
export type Heartbeats = Readonly<{
  beat(beat: Heartbeat): Promise<void>;
  /** Those of the last day, by name; what stopped as it should is not among them. */
  heartbeats(now: Date): Promise<readonly Heartbeat[]>;
  /** It stops as it should, and is not missed. */
  farewell(instance: string): Promise<void>;
}>;

export const heartbeatsKeptMs = 24 * 60 * 60 * 1_000;
/** An instance beats once a minute; one that missed two does not live. */
const missedMs = 3 * 60_000;

export function lives(now: Date): (beat: Heartbeat) => boolean {
  return ({ at }) => now.getTime() - Date.parse(at) <= missedMs;
}

import { createHash } from 'node:crypto';
import type { Store } from '../../src/store/store.ts';
import type { StreamId } from '../../src/core/ids.ts';
import { ask } from './store-samples.ts';

/** Under which a spec lets something be remembered. */
export const keptKey = 'kept';
const veryLater = 400 * 24 * 60 * 60 * 1_000;

/** Whatever a store tells of a stream: events, state, access log, and by what it would do also its effects. */
export async function checksumOf(store: Store, stream: StreamId): Promise<string> {
  const { state, version } = await store.load(stream);
  const lanes = await store.dueLanesOf(stream, ask(veryLater).now);
  const effects = [];
  for (const lane of lanes) {
    const claim = await store.claim(lane, ask(veryLater));
    effects.push(claim?.effects);
    if (claim) await store.release(claim);
  }
  const parked = (await store.parked(1_000)).filter((effect) => effect.stream === stream);
  const [history, lines, kept] = [store.history(stream), store.access.read(stream), store.kept(stream, keptKey)];
  const told = [state, version, effects, parked, ...(await Promise.all([history, lines, kept]))];
  return createHash('sha256')
    .update(JSON.stringify(told.map(inOrder)))
    .digest('hex');
}

export async function streamsOf(store: Store, type: string): Promise<readonly StreamId[]> {
  const page = await store.find({ type, where: [], order: { field: 'none', direction: 'asc' }, limit: 100 });
  return page.items.map(({ stream }) => stream);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => [name, inOrder(each)]);
}

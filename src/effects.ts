import process from 'node:process';
import { readConfig } from './config.ts';
import { type Clock } from './core/clock.ts';
import { parseStreamId, type StreamId } from './core/ids.ts';
import { openStore } from './open-store.ts';
import { type EffectQueue, type StoredEffect } from './store/effect-queue.ts';

/** `npm run effects`: what was given up, and how to set it going again. */
export type EffectsParts = Readonly<{
  store: Pick<EffectQueue, 'parked' | 'requeue'>;
  clock: Clock;
  print(line: string): void;
}>;

const usage = `npm run effects                             lists what was given up
npm run effects -- requeue <stream> <key>   puts one back in its lane
npm run effects -- requeue --all            puts all of them back`;
const atATime = 100;

/** Answers the exit code: 0 done, 1 nothing to put back, 2 not understood. */
export async function effectsCommand(args: readonly string[], parts: EffectsParts): Promise<number> {
  const [word, name, key, ...rest] = args;
  if (word === undefined) return list(parts);
  if (word === 'requeue' && name === '--all' && key === undefined) return requeueAll(parts);
  const stream = parseStreamId(name ?? '');
  if (word === 'requeue' && stream !== undefined && key !== undefined && rest.length === 0) {
    return requeueOne(parts, { stream, key });
  }
  parts.print(usage);
  return 2;
}

async function list({ store, print }: EffectsParts): Promise<number> {
  const parked = await store.parked(atATime);
  if (parked.length === 0) print('Nothing was given up.');
  for (const effect of parked) print(lineOf(effect));
  if (parked.length === atATime) print(`The first ${atATime} are shown.`);
  return 0;
}

function lineOf({ stream, key, kind, error, due }: StoredEffect): string {
  return [stream, key, kind, due, error ?? 'no error noted'].join('\t');
}

async function requeueOne(
  { store, clock, print }: EffectsParts,
  { stream, key }: Readonly<{ stream: StreamId; key: string }>,
): Promise<number> {
  const back = await store.requeue(stream, key, clock.now());
  print(
    back
      ? `${stream} ${key} is back in its lane.`
      : `${stream} ${key} is not parked. \`npm run effects\` lists what is.`,
  );
  return back ? 0 : 1;
}

async function requeueAll({ store, clock, print }: EffectsParts): Promise<number> {
  // No further than what was parked at the start: what fails again meanwhile would keep this going for ever.
  const since = new Set<string>();
  for (;;) {
    const parked = (await store.parked(atATime)).filter(({ stream, key }) => !since.has(`${stream} ${key}`));
    if (parked.length === 0) break;
    for (const { stream, key } of parked) {
      since.add(`${stream} ${key}`);
      await store.requeue(stream, key, clock.now());
    }
  }
  print(`${since.size} back in their lanes.`);
  return 0;
}

if (import.meta.main) {
  const store = await openStore(readConfig(process.env));
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  process.exitCode = await effectsCommand(process.argv.slice(2), { store, clock: { now: () => new Date() }, print });
  await store.close();
}

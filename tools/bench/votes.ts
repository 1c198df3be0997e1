import { type Child, startChild } from './child.ts';
import { type Latencies, type Load } from './load.ts';
import { option } from './option.ts';

// What a vote costs: the frameworks alone against the bot with its votes, in turns within one run. Every vote turn is the
// first ballot of somebody in a vote of many, with all that it sets in motion. One JSON line per result.

const kinds = ['bare-click', 'bare-send', 'vote'] as const;
type Kind = (typeof kinds)[number];
type Spent = Readonly<{ cpuUs: number; rssMb: number }>;
type Sample = Latencies & Spent;

const rounds = option('rounds', 5);
const count = option('count', 500);
const connections = option('connections', 64);
const mostTimesBare = 3;

const microsoft = startChild('microsoft.ts');
const { url, token } = await microsoft.ask<{ url: string; token: string }>('go');
const servers = new Map<Kind, Child>(
  kinds.map((kind) => [kind, startChild(kind === 'vote' ? 'serve-votes.ts' : 'serve.ts', kind, url)]),
);
const load = startChild('load.ts');
try {
  for (const kind of kinds) await measure(kind, `warm-${kind}`);
  report(await interleaved());
} finally {
  for (const child of [...servers.values(), load, microsoft]) child.stop();
}

async function interleaved(): Promise<ReadonlyMap<Kind, readonly Sample[]>> {
  const samples = new Map<Kind, Sample[]>(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) samples.get(kind)?.push(await measure(kind, `${kind}-${round}`));
  }
  return samples;
}

async function measure(kind: Kind, run: string): Promise<Sample> {
  const server = servers.get(kind);
  if (server === undefined) throw new Error(`no server for ${kind}`);
  const port = await server.ask<number>('port');
  if (kind === 'vote') await server.ask({ open: run, seats: count });
  const before = await server.ask<Spent>('spent');
  const about = kind === 'vote' ? { vote: run } : {};
  const ask: Load = { port, serviceUrl: `${url}/`, token, connections, count, run, ...about };
  const latencies = await load.ask<Latencies>(ask);
  const after = await server.ask<Spent>('spent');
  const counted = kind === 'vote' ? await server.ask<number>({ votesIn: run }) : count;
  if (counted !== count) throw new Error(`${counted} of ${count} votes were counted`);
  return { ...latencies, cpuUs: Math.round((after.cpuUs - before.cpuUs) / count), rssMb: after.rssMb };
}

function report(samples: ReadonlyMap<Kind, readonly Sample[]>): void {
  const median = (kind: Kind, key: keyof Sample): number => {
    const sorted = (samples.get(kind) ?? []).map((sample) => sample[key]).toSorted((left, right) => left - right);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
  };
  for (const kind of kinds) {
    const keys = ['cpuUs', 'p50Ms', 'p95Ms', 'p99Ms', 'turnsPerSecond', 'rssMb'] as const;
    const figures = Object.fromEntries(keys.map((key) => [key, median(kind, key)]));
    console.log(JSON.stringify({ bench: 'votes', kind, connections, rounds, count, ...figures }));
  }
  for (const bare of ['bare-click', 'bare-send'] as const) {
    for (const what of ['cpuUs', 'p95Ms'] as const) {
      const ratio = median('vote', what) / median(bare, what);
      const timesBare = Number(ratio.toFixed(2));
      console.log(
        JSON.stringify({
          bench: 'votes',
          what,
          against: bare,
          timesBare,
          target: mostTimesBare,
          met: ratio <= mostTimesBare,
        }),
      );
    }
  }
}

import { type Child, startChild } from './child.ts';
import { type Latencies, type Load } from './load.ts';
import { option } from './option.ts';

// What a turn costs: the frameworks alone against the whole bot, in turns within one run, so that a busy neighbour
// burdens both. CPU time is that of the bot's own process. One JSON line per result.

const kinds = ['bare-click', 'our-click', 'bare-send', 'our-send'] as const;
type Kind = (typeof kinds)[number];
type Sample = Latencies & Readonly<{ cpuUs: number; rssMb: number }>;
type Spent = Readonly<{ cpuUs: number; rssMb: number }>;
type Site = Readonly<{ servers: ReadonlyMap<Kind, Child>; load: Child; url: string; token: string }>;

const rounds = option('rounds', 5);
const count = option('count', 1_500);
const only = option('connections', 0);
const connectionCounts = only > 0 ? [only] : [1, 16, 64];
const mostTimesBare = 2;

const microsoft = startChild('microsoft.ts');
const { url, token } = await microsoft.ask<{ url: string; token: string }>('go');
const site: Site = {
  servers: new Map(kinds.map((kind) => [kind, startChild('serve.ts', kind, url)])),
  load: startChild('load.ts'),
  url,
  token,
};
try {
  for (const kind of kinds) await measure(site, kind, { connections: 16, run: `warm-${kind}` });
  for (const connections of connectionCounts) report(connections, await interleaved(site, connections));
} finally {
  for (const child of [...site.servers.values(), site.load, microsoft]) child.stop();
}

async function interleaved(at: Site, connections: number): Promise<ReadonlyMap<Kind, readonly Sample[]>> {
  const samples = new Map<Kind, Sample[]>(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) {
      samples.get(kind)?.push(await measure(at, kind, { connections, run: `${kind}-${connections}-${round}` }));
    }
  }
  return samples;
}

async function measure(
  { servers, load, url: serviceUrl, token: bearer }: Site,
  kind: Kind,
  { connections, run }: Readonly<{ connections: number; run: string }>,
): Promise<Sample> {
  const server = servers.get(kind);
  if (server === undefined) throw new Error(`no server for ${kind}`);
  const port = await server.ask<number>('port');
  const before = await server.ask<Spent>('spent');
  const ask: Load = { port, serviceUrl: `${serviceUrl}/`, token: bearer, connections, count, run };
  const latencies = await load.ask<Latencies>(ask);
  const after = await server.ask<Spent>('spent');
  return { ...latencies, cpuUs: Math.round((after.cpuUs - before.cpuUs) / count), rssMb: after.rssMb };
}

function report(connections: number, samples: ReadonlyMap<Kind, readonly Sample[]>): void {
  const spread = (kind: Kind, key: keyof Sample) => spreadOf((samples.get(kind) ?? []).map((sample) => sample[key]));
  for (const kind of kinds) {
    const keys = ['cpuUs', 'p50Ms', 'p99Ms', 'turnsPerSecond', 'rssMb'] as const;
    const figures = Object.fromEntries(keys.map((key) => [key, spread(kind, key)]));
    console.log(JSON.stringify({ bench: 'turns', kind, connections, rounds, count, ...figures }));
  }
  for (const what of ['click', 'send'] as const) {
    const ratio = spread(`our-${what}`, 'cpuUs').median / spread(`bare-${what}`, 'cpuUs').median;
    const timesBare = Number(ratio.toFixed(2));
    console.log(
      JSON.stringify({
        bench: 'turns',
        what,
        connections,
        timesBare,
        target: mostTimesBare,
        met: ratio <= mostTimesBare,
      }),
    );
  }
}

function spreadOf(values: readonly number[]): Readonly<{ min: number; median: number; max: number }> {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (index: number) => sorted[index] ?? NaN;
  return { min: at(0), median: at(Math.floor(sorted.length / 2)), max: at(sorted.length - 1) };
}

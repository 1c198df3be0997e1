import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { EffectRunner } from '../../src/store/effect-queue.ts';
import { startWorker } from '../../src/store/effects-worker.ts';
import type { Store } from '../../src/store/store.ts';
import { type CosmosDouble, startCosmosDouble } from './cosmos-double/cosmos-double.ts';
import { openCosmosStore } from './cosmos-double/open-store.ts';
import { now } from './purge-setting.ts';
import { openedStore } from './store-opened.ts';
import { openTemporary } from './store-sqlite.ts';

const clock = { now: () => new Date(now) };

/** The same specs on both stores: each with an empty one, and a folder of its own for exports. */
export function onBothStores(what: string, specs: (opened: () => Store, folder: () => string) => void): void {
  let double: CosmosDouble;
  before(async () => {
    double = await startCosmosDouble({ clock });
  });
  after(() => double.close());

  for (const [name, open] of [
    ['SQLite', openTemporary],
    ['Cosmos DB (double)', () => openCosmosStore(double)],
  ] as const) {
    describe(`${what}, on ${name}`, () => {
      const opened = openedStore(open);
      let folder: string;
      beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), 'doorbraak-exports-'));
      });
      afterEach(() => rm(folder, { recursive: true, force: true }));
      specs(opened, () => folder);
    });
  }
}

/** What is due runs as in the bot. */
export async function runDue(store: Store, runners: readonly EffectRunner[]): Promise<void> {
  const worker = startWorker({
    ...{ queue: store, runners, clock, log: pino({ level: 'silent' }), owner: 'w' },
    settings: { maxAttempts: 1 },
  });
  await worker.idle();
  await worker.drain();
}

import process from 'node:process';
import { openOne } from './one-world.ts';
import { openTwo } from './two-world.ts';
import type { World, WorldOptions } from './world-shape.ts';

export { type BotProcess, botProcess } from './bot-launch.ts';
export type { World, WorldOptions } from './world-shape.ts';

/** One bot in this process; with `DOORBRAAK_WORLD=two` two instances on one Cosmos DB (double), of which one at a time is killed. */
export const openWorld = (options: WorldOptions = {}): Promise<World> =>
  process.env['DOORBRAAK_WORLD'] === 'two' ? openTwo(options) : openOne(options);

import { parentPort, workerData } from 'node:worker_threads';
import { takeExactly } from './redistribute-exact.ts';
import type { Plan } from './redistribute-plan.ts';

// Begun by redistribute.ts, which ends it as well.
parentPort?.postMessage(await takeExactly(workerData as Plan));

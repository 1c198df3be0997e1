import type { Logger } from 'pino';
import type { Clock } from './core/clock.ts';
import { type OperationsDeps, tellPermissions, watchPermissions } from './features/operations/index.ts';
import type { GraphSettings } from './graph/graph-channels.ts';
import type { PermissionUse } from './graph/permissions.ts';
import { attempt, lookAtGraph, rolesIn } from './graph-checks.ts';

/** What must be looked at before anybody runs into it. */
export type SelfTestSettings = Readonly<{
  /** In what the container differs from what it must be. */
  storeFaults(): Promise<readonly string[]>;
}>;

export type SelfTestParts = Readonly<{
  graph: GraphSettings;
  clock: Clock;
  log: Logger;
  /** Without it only what calls run into is told. */
  selfTest?: SelfTestSettings;
  /** Somebody must hear of it now. */
  soon(): void;
}>;

export type SelfTest = Readonly<{
  /** Hears what each call to Graph tells of our permissions. */
  used(use: PermissionUse): void;
  /** To be called again and again; tells operators what changed. */
  look(deps: OperationsDeps): Promise<void>;
  /** For `/readyz`: names only. */
  told(): object;
}>;

const everyMs = 3_600_000;

/** What `npm run doctor` looks at and costs little, looked at by the bot itself: after its start, and each hour. */
export function createSelfTest(parts: SelfTestParts): SelfTest {
  const permissions = watchPermissions();
  let ill: readonly string[] | undefined;
  let again = 0;
  return {
    used(use) {
      if (permissions.used(use) && !use.given) parts.soon();
    },
    async look(deps) {
      if (parts.selfTest && performance.now() >= again) {
        again = performance.now() + everyMs;
        ill = await lookOnce(parts, deps, parts.selfTest);
      }
      const token = parts.selfTest && (await attempt(() => parts.graph.token()));
      if (typeof token === 'string') permissions.granted(rolesIn(token));
      await tellPermissions(permissions, deps);
    },
    told: () => ({ missingPermissions: permissions.missing(), ...(ill === undefined ? {} : { selfTest: ill }) }),
  };
}

async function lookOnce(
  { graph, clock, log }: SelfTestParts,
  { store }: OperationsDeps,
  { storeFaults }: SelfTestSettings,
): Promise<string[]> {
  const ill: string[] = [];
  for await (const { what, fix, permission } of lookAtGraph(graph, store, clock)) {
    if (fix === undefined) continue;
    log.warn({ what, fix }, 'self-test');
    // A permission is told by itself, as it is now.
    if (permission === undefined) ill.push(what);
  }
  const faults = await attempt(storeFaults);
  if (!(faults instanceof Error) && faults.length === 0) return ill;
  log.warn({ what: 'store', faults }, 'self-test');
  return [...ill, 'store'];
}

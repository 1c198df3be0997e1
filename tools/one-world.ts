/** Journeys that do not run on two instances of which one is killed, and why. All others do: `DOORBRAAK_WORLD=two`. */
export const onOneOnly: Readonly<Record<string, string>> = {
  'kill.spec.ts': 'starts and kills a bot of its own, on both stores',
  'kill-again.spec.ts': 'starts and kills a bot of its own',
  'kill-consultation.spec.ts': 'starts and kills a bot of its own',
  'kill-money.spec.ts': 'starts and kills a bot of its own',
  'two-instances.spec.ts': 'starts and kills two bots of its own',
  'missing-permission.spec.ts': 'gives the self-test of one bot what it is to find',
  'many.spec.ts': 'measures how much one bot takes, on both stores',
  'storm.spec.ts': 'counts from the log of one bot what a storm in Teams did to it',
  'traces.spec.ts': 'collects the traces of one bot in memory',
};

/** What in a journey keeps it from running on two instances; undefined when nothing does. */
export function boundToOne(source: string): string | undefined {
  if (!/\bopenWorld\(/.test(source)) return 'opens no world';
  if (/\bbotProcess\(/.test(source)) return 'starts a bot of its own';
  return /\bopenWorld\([^;]*?\b(store|rates|tracing|selfTest|languageModel)\b/s.exec(source)?.[1];
}

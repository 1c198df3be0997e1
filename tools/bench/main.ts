// npm run bench -- <name> [options]
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  matching: () => import('./matching.ts'),
  turns: () => import('./turns.ts'),
  understand: () => import('./understand.ts'),
  start: () => import('./start.ts'),
  votes: () => import('./votes.ts'),
  sweep: () => import('./sweep.ts'),
  lag: () => import('./lag.ts'),
  year: () => import('./year.ts'),
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`Which bench? ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
await bench();

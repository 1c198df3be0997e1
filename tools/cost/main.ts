// npm run cost [-- --measure]: works out anew what stands in docs/operating.md; with --measure from a new measurement.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Measured } from './estimate.ts';
import { withCosts } from './page.ts';

const page = path.join(import.meta.dirname, '../../docs/operating.md');
const file = path.join(import.meta.dirname, 'measured.json');

if (process.argv.includes('--measure')) {
  const [{ measureIdle, measureWork }, { steps }] = await Promise.all([import('./measure.ts'), import('./steps.ts')]);
  const measured = { ...(await measureWork(steps())), idle: await measureIdle() };
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
}
const measured = JSON.parse(readFileSync(file, 'utf8')) as Measured;
writeFileSync(page, withCosts(readFileSync(page, 'utf8'), measured));
console.log(`What it costs is worked out in ${path.relative(process.cwd(), page)}.`);

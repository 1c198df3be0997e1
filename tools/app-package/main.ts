/** `npm run package -- --env prod`: writes the Teams app package of one environment, or says what is wrong with it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { problemsOf } from './check.ts';
import { environments, fill, folder, type Values, valuesOf } from './fill.ts';
import { pack } from './pack.ts';

const { env, to } = parseArgs({ options: { env: { type: 'string' }, to: { type: 'string' } } }).values;
if (env === undefined || !environments().includes(env)) {
  console.error(`Which environment? npm run package -- --env ${environments().join('|')}`);
  process.exit(2);
}
const values = valuesOf(env);
const filled = fill(values);
const problems = problemsOf(filled);
if (problems.length > 0) {
  console.error(`The app package is not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  process.exit(1);
}
const file = to ?? path.join(folder, 'build', `doorbraak.${env}.zip`);
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, pack(filled));
console.log(file);
for (const name of examplesIn(values)) {
  console.warn(
    `${name} is still the example: fill it in in appPackage/environments/${env}.json before you upload this.`,
  );
}

function examplesIn(all: Values): readonly string[] {
  return Object.entries(all)
    .filter(([, value]) => /^0{8}-|\.example\.|^Voorbeeldgemeente$/.test(value))
    .map(([name]) => name);
}

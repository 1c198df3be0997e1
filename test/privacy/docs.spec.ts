import { deepEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

describe('docs/privacy.md', () => {
  it('has every kind of thing that is kept', () => {
    const source = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(path.join(root, 'src', file), 'utf8'));
    const kinds = new Set(
      source.flatMap((text) => [...text.matchAll(/streamId\(\s*'([a-z-]+)'/g)].map(([, kind]) => kind)),
    );
    const told = readFileSync(path.join(root, 'docs/privacy.md'), 'utf8');
    deepEqual(
      [...kinds].filter((kind) => !told.includes(`\`${kind}\``)),
      [],
    );
  });
});

import { zipSync } from 'fflate';
import type { AppPackage } from './fill.ts';

/** The same package gives the same bytes: names in order, and one moment for all files. */
const moment = new Date(2026, 0, 1);

export function pack({ manifest, languages, icons }: AppPackage): Uint8Array {
  const used = new Set(filesIn(manifest));
  const texts = Object.entries({ 'manifest.json': manifest, ...languages })
    .filter(([name]) => name === 'manifest.json' || used.has(name))
    .map(([name, value]) => [name, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)] as const);
  const files = [...texts, ...Object.entries(icons)].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(files), { mtime: moment, level: 9 });
}

/** The default language stands in the manifest itself. */
function filesIn(manifest: AppPackage['manifest']): readonly string[] {
  const { additionalLanguages } = manifest['localizationInfo'] as { additionalLanguages: { file: string }[] };
  return additionalLanguages.map(({ file }) => file);
}

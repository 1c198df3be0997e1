/** Draws the PNGs of the app package from their SVGs: `node tools/app-package/draw-icons.ts`, after a change of the drawing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from '../../test/support/browser.ts';

const folder = path.join(import.meta.dirname, '../../appPackage/icons');
const browser = await openBrowser();
if (browser === undefined) throw new Error('No Chromium: install one or set CHROME_PATH.');
for (const [name, size] of [
  ['color', 192],
  ['outline', 32],
] as const) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawing = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: path.join(folder, `${name}.png`), omitBackground: true });
}
await browser.close();

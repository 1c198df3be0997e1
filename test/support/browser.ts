import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium } from 'playwright-core';

const places = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];
const pictures = {
  /** In the documents: written only on request, as a picture of the same page is never the same file. */
  kept: fileURLToPath(new URL('../../docs/screenshots/', import.meta.url)),
  passing: fileURLToPath(new URL('../screenshots/', import.meta.url)),
};
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where a Chromium is on this machine; undefined when there is none. CHROME_PATH goes first. */
export function findChromium(): string | undefined {
  const known = [process.env['CHROME_PATH'] ?? '', ...places.map((name) => `/usr/bin/${name}`)];
  return known.find((place) => place !== '' && existsSync(place));
}

/** Undefined when there is no Chromium here; in CI that is a failure, as nobody would notice the missing specs. */
export async function openBrowser(): Promise<Browser | undefined> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    if (process.env['CI'] === 'true') throw new Error('No Chromium: install one or set CHROME_PATH.');
    console.log('    browser specs skipped: no Chromium found, set CHROME_PATH');
    return undefined;
  }
  return chromium.launch({
    executablePath,
    // For what the browser itself says, such as how a date is written.
    env: { ...process.env, LANGUAGE: 'nl' },
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type View = Readonly<{ width?: number; height?: number; theme?: 'light' | 'dark' }>;

/** The page as a newcomer sees it. An error on the page throws at the next `failOnPageErrors`. */
export async function openStart(browser: Browser, url: string, view: View = {}): Promise<Page> {
  const { width = 1280, height = 900, theme = 'light' } = view;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, locale: 'nl-NL' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  pageErrors.set(page, []);
  page.on('pageerror', (error) => pageErrors.get(page)?.push(error.message));
  page.on('console', (message) => {
    // A refused call is written there by the browser itself; the page shows it to the person.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      pageErrors.get(page)?.push(message.text());
    }
  });
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor();
  return page;
}

/** Chooses a persona on the start screen, as a person does. */
export async function asPersona(
  browser: Browser,
  url: string,
  { name, ...view }: View & Readonly<{ name: string }>,
): Promise<Page> {
  const page = await openStart(browser, url, view);
  await page.getByRole('link', { name }).click();
  await page.locator('body[data-ready] .app').waitFor();
  return page;
}

const pageErrors = new WeakMap<Page, string[]>();

/** What went wrong on the page so far: uncaught errors and console errors. */
export const errorsOf = (page: Page): readonly string[] => pageErrors.get(page) ?? [];

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

type AxeResult = Readonly<{
  violations: readonly Readonly<{
    id: string;
    nodes: readonly Readonly<{ html: string; failureSummary?: string }>[];
  }>[];
}>;

/** What axe finds wrong: rule and element. An empty list is what a spec wants. */
export async function checkAccessibility(page: Page): Promise<readonly string[]> {
  // By evaluating, as the page's content security policy refuses a script tag.
  await page.evaluate(axe);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(rules)} })`;
  const { violations }: AxeResult = await page.evaluate<AxeResult>(run);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`),
  );
}

/** Whether the page can be scrolled sideways: on a phone it may not. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Writes docs/screenshots/<name>.png with UPDATE_SCREENSHOTS=1, else test/screenshots/<name>.actual.png, which git ignores. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const isKept = process.env['UPDATE_SCREENSHOTS'] === '1';
  const folder = isKept ? pictures.kept : pictures.passing;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}${isKept ? '' : '.actual'}.png`, animations: 'disabled' });
}

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { pino } from 'pino';
import type { Message } from '../../src/local-tenant/api.ts';
import { type Local, startLocal } from '../../src/local.ts';
import { defaultMonitoring } from '../../src/monitoring.ts';
import { type View, asPersona, checkAccessibility, errorsOf, screenshot, scrollsSideways } from './browser.ts';
import type { OpenBrowser } from './page-bench.ts';
import { type Persona, call, eventually, personas } from './persona.ts';
import { openTenant } from './tenant-controls.ts';

export const phone = { width: 360, height: 740 };
export const wide = { width: 1280, height: 900 };

/** The bot and its tenant as `npm start` runs them, on files of their own, and pages on it. A page error fails the spec. */
export type FlowPages = Readonly<{
  url(): string;
  /** Somebody by the tenant's API: for the steps that a spec is not about. */
  by(name: string): Persona;
  as(name: string, view?: View): Promise<Page>;
  chat(name: string, view?: View): Promise<Page>;
  /** In the thread of a message. */
  reply(name: string, to: Message, text: string): Promise<void>;
  /** Resolves when the bot has done everything that is due. */
  idle(): Promise<void>;
  /** The files of the stores and the log that hold this text. */
  filesWith(text: string): readonly string[];
}>;

/** A Monday morning, so that the days that cards name are always the same. */
const now = '2026-11-23T09:00:00.000Z';

export function useFlow(browser: OpenBrowser): FlowPages {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-flow-'));
  let local: Local;
  let by: (name: string) => Persona;
  let pages: Page[] = [];
  before(async () => {
    const log = pino({ level: 'info' }, pino.destination({ dest: path.join(folder, 'doorbraak.log'), sync: true }));
    const settings = { mode: 'local', dataFolder: folder, botPort: 0, tenantPort: 0, logLevel: 'info' } as const;
    const config = { ...settings, exportFolder: path.join(folder, 'exports') };
    // Before the bot is there, so that nothing it says first is of another day.
    const early = await openTenant({ port: 0, file: path.join(folder, 'tenant.db'), log }, now);
    await early.close();
    local = await startLocal({ ...config, monitoring: defaultMonitoring }, log);
    by = await personas(local.tenant.url);
    await local.idle();
  });
  after(async () => {
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    const errors = pages.flatMap(errorsOf);
    await Promise.all(pages.map((page) => page.context().close()));
    pages = [];
    assert.deepEqual(errors, []);
  });
  const as = async (name: string, view: View = {}): Promise<Page> => {
    const page = await asPersona(browser.use(), local.tenant.url, { name, ...view });
    pages.push(page);
    return page;
  };
  return {
    url: () => local.tenant.url,
    by: (name) => by(name),
    as,
    async chat(name, view) {
      const page = await as(name, view);
      await openRow(page, /^Doorbraak, chat/);
      return page;
    },
    async reply(name, { id, conversation }, text) {
      const place = `${local.tenant.url}/api/as/${by(name).id}/conversations/${encodeURIComponent(conversation)}`;
      await call(`${place}/messages`, { text, replyTo: id });
    },
    idle: () => local.idle(),
    filesWith: (text) => readdirSync(folder).filter((file) => readFileSync(path.join(folder, file)).includes(text)),
  };
}

/** Opens a chat or a channel from the list. */
export async function openRow(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.locator('#conversation-title').waitFor();
}

/** The newest card that holds this text. */
export const cardWith = (page: Page, text: string): Locator => page.locator('.card-frame', { hasText: text }).last();

export const button = (place: Page | Locator, name: string): Locator =>
  place.getByRole('button', { name, exact: true });

export const field = (page: Page, name: string): Locator =>
  page.getByRole('dialog').getByLabel(name, { exact: true }).first();

/** Waits for a dialog with this title and gives it. */
export async function dialogOf(page: Page, title: string | RegExp): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  return dialog;
}

/** Presses the dialog's last button and waits until it is gone: what is typed before that is lost behind it. */
export async function closeDialog(page: Page): Promise<void> {
  await button(page.getByRole('dialog'), 'Sluiten').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Waits until the first field of the dialog holds this. Asked from here: the page's own policy lets nothing look by itself. */
export async function filledWith(page: Page, text: string): Promise<void> {
  const first = page.locator('dialog[open] input').first();
  await eventually(`a field with ${text}`, async () => ((await first.inputValue()) === text ? true : undefined));
}

/** Everybody can use what is on the page now, on this width. */
export async function checkPage(page: Page): Promise<void> {
  assert.deepEqual(await checkAccessibility(page), []);
  assert.equal(await scrollsSideways(page), false);
}

/** The card as it looks on a wide page and on a phone, where it is checked too. */
export async function onBothWidths(page: Page, card: Locator, name: string): Promise<void> {
  for (const [suffix, view] of [
    ['', wide],
    ['-phone', phone],
  ] as const) {
    await page.setViewportSize(view);
    await checkPage(page);
    // From its beginning, also when it is longer than the page.
    await card.evaluate((element) => {
      element.scrollIntoView();
    });
    await screenshot(page, `${name}${suffix}`);
  }
}

/** Opens the channel of a case from the list, and waits for its summary. */
export async function openConference(page: Page, number: string): Promise<void> {
  await openRow(page, new RegExp(`^${number}, privékanaal`));
  await cardWith(page, `Casus ${number}`).waitFor();
}

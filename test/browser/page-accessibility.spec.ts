import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { botSays, chatOf, fatima, hanna, say } from '../local-tenant/support/bench.ts';
import { checkAccessibility, openStart, scrollsSideways } from '../support/browser.ts';
import { buttons, card, everythingCard, input, openDialog, submit } from '../support/page-cards.ts';
import { continueDialog, marieke, openCaseChannel, sendToHanna, useBrowser, usePages } from '../support/page-bench.ts';

const views = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 360 },
] as const;

describe('page: for everybody', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const pages = usePages(browser);

  async function check(page: Page): Promise<void> {
    assert.deepEqual(await checkAccessibility(page), []);
    assert.equal(await scrollsSideways(page), false);
  }

  for (const view of views) {
    describe(`${view.theme}, ${view.width} px`, () => {
      it('has a start screen without violations', async () => {
        const page = await openStart(browser.use(), pages.bench().tenant.url, view);
        await check(page);
        await page.context().close();
      });

      it('has a chat with every element without violations', async () => {
        await sendToHanna(pages.bench(), everythingCard);
        await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: 'Dag. Kies:\n- **een**\n- twee' });
        const page = await pages.chat('Hanna Bosman', view);
        await page.getByRole('button', { name: 'Meer', exact: true }).click();
        await page.getByRole('button', { name: 'Verstuur', exact: true }).click();
        await page.getByText('Vul in wat er nodig is.').waitFor();
        await check(page);
      });

      it('has a channel, a dialog and settings without violations', async () => {
        const { id, root } = await openCaseChannel(pages.bench(), 'DB-2026-0001', [fatima]);
        await say(pages.bench(), [marieke, id], { text: 'Wie kan donderdag?', replyTo: root });
        await botSays(pages.bench(), chatOf(marieke), { type: 'message', text: 'Er is nieuws.' });
        const page = await pages.as('Marieke Jansen', view);
        await check(page);
        await page.getByRole('button', { name: /^DB-2026-0001/ }).click();
        await page.getByRole('button', { name: 'Beantwoorden' }).click();
        await check(page);
        await page.getByRole('button', { name: 'Instellingen' }).click();
        await check(page);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /Wissel van persoon/ }).click();
        await check(page);
      });

      it('has a dialog of the bot without violations', async () => {
        await sendToHanna(pages.bench(), card(buttons(openDialog('Open'))));
        const form = card(input('Text', { id: 'a', label: 'Waarom?' }), buttons(submit('Bewaar', {})));
        pages.answer('task/fetch', () => continueDialog('Toelichting', form));
        const page = await pages.chat('Hanna Bosman', view);
        await page.getByRole('button', { name: 'Open' }).click();
        await page.getByRole('dialog', { name: 'Toelichting' }).waitFor();
        await check(page);
      });
    });
  }

  it('can be used at 200 % zoom: half the width holds everything', async () => {
    await sendToHanna(pages.bench(), everythingCard);
    const page = await pages.chat('Hanna Bosman', { width: 640, height: 450 });
    await page.locator('.ac-adaptiveCard').waitFor();
    assert.equal(await scrollsSideways(page), false);
    assert.equal(await page.getByRole('textbox', { name: 'Typ een bericht' }).isVisible(), true);
  });

  it('can be used by keyboard alone, from the start to an answer', async () => {
    const page = await openStart(browser.use(), pages.bench().tenant.url);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dag Hanna' }).waitFor();
    const chat = page.getByRole('button', { name: /^Doorbraak, chat/ });
    await chat.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Doorbraak', level: 2 }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'conversation-title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('help');
    await page.keyboard.press('Enter');
    await page.locator('.own', { hasText: 'help' }).waitFor();
    await page.context().close();
  });
});

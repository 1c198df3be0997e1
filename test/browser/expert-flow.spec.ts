import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { screenshot } from '../support/browser.ts';
import { button, cardWith, checkPage, closeDialog, dialogOf, phone, useFlow } from '../support/flow-pages.ts';
import { useBrowser } from '../support/page-bench.ts';

const bsn = '123456782';

describe('browser: who can think along', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);

  async function type(page: Page, sentence: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Typ een bericht' }).fill(sentence);
    await page.keyboard.press('Enter');
  }

  it('becomes an expert on a phone, and reads back what was understood', async () => {
    const page = await flow.chat('Hanna Bosman', phone);
    await type(page, 'word expert');
    await button(cardWith(page, 'Nog geen expert'), 'Word expert').click();
    const form = await dialogOf(page, 'Word expert');
    await checkPage(page);
    await screenshot(page, 'expert-form-phone');
    const ownWords = form.getByRole('textbox', { name: /^In je eigen woorden/ });
    await ownWords.fill(`Ik behandelde ${bsn}`);
    await form.getByRole('checkbox', { name: 'Noord-Limburg' }).check();
    await button(page, 'Bewaar').click();
    await page.getByText('lijkt een burgerservicenummer te staan').waitFor();
    assert.equal(await ownWords.inputValue(), '');
    await ownWords.fill('Meisjes met anorexia en autisme, en knuffeltherapie.');
    await checkPage(page);
    await screenshot(page, 'expert-form-wrong-phone');
    await button(page, 'Bewaar').click();
    await page.getByText('Niet herkend: knuffeltherapie.').waitFor();
    await checkPage(page);
    await screenshot(page, 'expert-read-back-phone');
    await closeDialog(page);
    await flow.idle();
    await page.getByText('Noord-Limburg').first().waitFor();
    await screenshot(page, 'expert-profile-phone');
    assert.deepEqual(flow.filesWith(bsn), []);
  });

  it('finds who fits, with partners, and opens a profile', async () => {
    const page = await flow.chat('Kees Willems', phone);
    await type(page, 'wie kan helpen met een meisje dat niet eet en autisme heeft?');
    const list = cardWith(page, 'Experts voor:');
    await list.waitFor();
    await checkPage(page);
    await screenshot(page, 'expert-list-phone');
    await list.getByRole('button', { name: /Femke Wiersma/ }).click();
    await dialogOf(page, 'Expert');
    await checkPage(page);
    await screenshot(page, 'expert-of-list-phone');
    await button(page, 'Sluiten').last().click();
    await button(list, 'Wie nog meer?').click();
    await dialogOf(page, 'Wie kan nog meer meedenken?');
    await checkPage(page);
    await screenshot(page, 'expert-partners-phone');
  });

  it('pauses on the card that came by itself', async () => {
    const page = await flow.chat('Femke Wiersma', phone);
    const card = cardWith(page, 'Je profiel als expert');
    await button(card, 'Even niet').click();
    await screenshot(page, 'expert-pause-phone');
    await button(card, 'Zet op pauze').click();
    await button(cardWith(page, 'Je profiel als expert'), 'Weer beschikbaar').waitFor();
    await checkPage(page);
  });

  it('keeps words', async () => {
    const page = await flow.chat('Nora Visser', phone);
    await type(page, 'woorden');
    await cardWith(page, 'Nieuwe woorden').waitFor();
    await checkPage(page);
    await screenshot(page, 'expert-words-phone');
  });
});

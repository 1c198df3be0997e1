import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { buttons, card, input, openDialog, submit, text } from '../support/page-cards.ts';
import { continueDialog, sendToHanna, showText, useBrowser, usePages } from '../support/page-bench.ts';

const details = card(text('Zaak 1'), buttons(openDialog('Open', { case: '1' })));
const step = (label: string): object =>
  card(input('Text', { id: 'answer', label }), buttons(submit('Verder', { verb: 'next' })));

describe('page: dialogs', function () {
  this.timeout(30_000);
  const pages = usePages(useBrowser());

  async function openOn(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('dialog', { name: 'Stap 1' }).waitFor();
  }

  beforeEach(async () => {
    await sendToHanna(pages.bench(), details);
    pages.answer('task/fetch', () => continueDialog('Stap 1', step('Wie?')));
  });

  it('opens with the data of its button, and the first input has the focus', async () => {
    const page = await pages.chat('Hanna Bosman');
    await openOn(page);
    await page.keyboard.type('ik');
    assert.equal(await page.getByRole('textbox', { name: 'Wie?' }).inputValue(), 'ik');
    assert.deepEqual(pages.asked('task/fetch'), [
      { data: { case: '1', msteams: { type: 'task/fetch' } }, context: { theme: 'default' } },
    ]);
  });

  it('goes on to the next step, shows the text at the end and closes', async () => {
    const answers = [continueDialog('Stap 2', step('Wat?')), { task: { type: 'message', value: 'Het is bewaard.' } }];
    pages.answer('task/submit', () => answers.shift());
    const page = await pages.chat('Hanna Bosman');
    await openOn(page);
    await page.getByRole('textbox', { name: 'Wie?' }).fill('ik');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('dialog', { name: 'Stap 2' }).getByRole('textbox', { name: 'Wat?' }).fill('rust');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByText('Het is bewaard.').waitFor();
    await page.getByRole('button', { name: 'Sluiten' }).click();
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.deepEqual(
      pages.asked('task/submit'),
      ['ik', 'rust'].map((answer) => ({ data: { verb: 'next', answer }, context: { theme: 'default' } })),
    );
  });

  it('closes when the bot has nothing more to say', async () => {
    const page = await pages.chat('Hanna Bosman');
    await openOn(page);
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('closes on Escape, sends nothing and gives the focus back', async () => {
    const page = await pages.chat('Hanna Bosman');
    await openOn(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Open');
    assert.deepEqual(pages.asked('task/submit'), []);
  });

  it('keeps the inputs and shows why when the submit fails', async () => {
    const page = await pages.chat('Hanna Bosman');
    await openOn(page);
    await page.getByRole('textbox', { name: 'Wie?' }).fill('ik');
    await page.route('**/dialog/submit', (route) => route.abort());
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('alert').filter({ hasText: 'De oefenomgeving reageert niet.' }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Wie?' }).inputValue(), 'ik');
  });

  it('is not disturbed by what happens behind it', async () => {
    const page = await pages.chat('Hanna Bosman');
    await openOn(page);
    await page.getByRole('textbox', { name: 'Wie?' }).fill('ik');
    await sendToHanna(pages.bench(), card(text('iets nieuws')));
    await page.getByText('iets nieuws').waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Wie?' }).inputValue(), 'ik');
  });

  it('does not open when the bot refuses: the reason stands under the card', async () => {
    pages.answer('task/fetch', () => showText('geen dialoog'));
    const page = await pages.chat('Hanna Bosman');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('alert').filter({ hasText: 'De app gaf een antwoord dat Teams niet kan tonen.' }).waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
  });
});

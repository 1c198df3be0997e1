import assert from 'node:assert/strict';
import { botSays, chatOf, hanna, startTenant } from '../local-tenant/support/bench.ts';
import { card, text } from '../support/page-cards.ts';
import { sendToHanna, useBrowser, usePages } from '../support/page-bench.ts';
import { errorsOf, openStart, scrollsSideways } from '../support/browser.ts';
import { eventually } from '../support/persona.ts';

const hourMs = 3_600_000;

describe('page: around the conversation', function () {
  this.timeout(30_000);
  const browser = useBrowser();
  const pages = usePages(browser);

  it('begins with who you can be, everybody with their role, organisation and origin', async () => {
    const page = await openStart(browser.use(), pages.bench().tenant.url);
    assert.equal(await page.getByRole('link').count(), 41);
    const cards = await page.getByRole('link', { name: /Ilse Koster|Pieter Claes/ }).allInnerTexts();
    assert.deepEqual(
      cards.map((said) => said.split('\n').filter((line) => line !== '')),
      [
        ['IK', 'Ilse Koster', 'Aanmelder', 'Ouder', 'gast'],
        ['PC', 'Pieter Claes', 'Hulpverlener', 'Kliniek Zuiderhof', 'extern'],
      ],
    );
    await page.context().close();
  });

  it('asks again when the address names somebody who is not there', async () => {
    const page = await openStart(browser.use(), `${pages.bench().tenant.url}/?als=niemand`);
    await page.getByRole('alert').filter({ hasText: 'Kies iemand uit de lijst.' }).waitFor();
    assert.deepEqual(errorsOf(page), []);
    await page.context().close();
  });

  it('keeps the person and the conversation in the address', async () => {
    await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: 'nog steeds hier' });
    const page = await pages.chat('Hanna Bosman');
    await page.reload();
    await page.getByText('nog steeds hier').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('als'), hanna);
  });

  it('lets a person become somebody else', async () => {
    const page = await pages.as('Hanna Bosman');
    await page.getByRole('button', { name: /Wissel van persoon/ }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Jan Peeters' }).click();
    await page.getByRole('heading', { name: 'Dag Jan' }).waitFor();
  });

  it('shows one pane at a time on a phone, without scrolling sideways', async () => {
    await sendToHanna(pages.bench(), card(text('Een kaart met eenheellangwoordzonderspaties'.repeat(4))));
    const page = await pages.chat('Hanna Bosman', { width: 360, height: 740 });
    await page.locator('.ac-adaptiveCard').waitFor();
    assert.equal(await page.getByRole('navigation').count(), 0);
    assert.equal(await scrollsSideways(page), false);
    await page.getByRole('button', { name: 'Terug naar chats en kanalen' }).click();
    await page.getByRole('navigation', { name: 'Chats en kanalen' }).waitFor();
    assert.equal(await page.locator('.message').count(), 0);
    assert.equal(await scrollsSideways(page), false);
  });

  it('moves the clock of the tenant and shows its time', async () => {
    const page = await pages.as('Hanna Bosman');
    await page.getByRole('button', { name: 'Instellingen' }).click();
    const time = page.locator('.time-now');
    const before = await time.innerText();
    await page.getByRole('button', { name: '+ 1 week' }).click();
    await eventually('another time', async () => ((await time.innerText()) === before ? undefined : true));
    const { body } = await pages.bench().api('/api/tenant/clock');
    assert.equal((body as { offsetMs: number }).offsetMs, 7 * 24 * hourMs);
  });

  it('starts again for everybody after a confirmed reset', async () => {
    await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: 'van vóór de reset' });
    const page = await pages.chat('Hanna Bosman');
    await page.getByText('van vóór de reset').waitFor();
    await page.getByRole('button', { name: 'Instellingen' }).click();
    await page.getByRole('button', { name: 'Alles terugzetten…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Alles terugzetten' }).click();
    await page.getByText('van vóór de reset').waitFor({ state: 'detached' });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('resets nothing when the person thinks better of it', async () => {
    await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: 'blijft staan' });
    const page = await pages.chat('Hanna Bosman');
    await page.getByRole('button', { name: 'Instellingen' }).click();
    await page.getByRole('button', { name: 'Alles terugzetten…' }).click();
    await page.getByRole('button', { name: 'Niet doen' }).click();
    await page.reload();
    await page.getByText('blijft staan').waitFor();
  });

  it('keeps the chosen colours, without wiping what is typed', async () => {
    const page = await pages.chat('Hanna Bosman', { theme: 'light' });
    await page.getByRole('textbox', { name: 'Typ een bericht' }).fill('bezig');
    await page.getByRole('button', { name: 'Instellingen' }).click();
    await page.getByRole('radio', { name: 'Donker' }).check();
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    assert.equal(await page.getByRole('textbox', { name: 'Typ een bericht' }).inputValue(), 'bezig');
    await page.reload();
    assert.equal(await page.locator('html[data-theme=dark]').count(), 1);
  });

  it('searches with the message extension and shows what the bot says when there is nothing', async () => {
    const result = {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: card(text('Alles over zaak 1')),
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: 'Zaak 1', text: 'triage' },
      },
    };
    const found = { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [result] } };
    const none = { composeExtension: { type: 'message', text: 'Geen zaak met dat nummer.' } };
    pages.answer('composeExtension/query', (value) => (JSON.stringify(value).includes('DB-1') ? found : none));
    const page = await pages.as('Hanna Bosman');
    await page.getByRole('button', { name: 'Zoeken met Doorbraak' }).click();
    const box = page.getByRole('searchbox', { name: 'Waar zoek je naar?' });
    await box.fill('DB-1');
    await box.press('Enter');
    await page.getByText('1 resultaat').waitFor();
    await page.getByText('Zaak 1', { exact: true }).click();
    await page.getByText('Alles over zaak 1').waitFor();
    await box.fill('DB-9');
    await box.press('Enter');
    await page.getByText('Geen zaak met dat nummer.').waitFor();
    assert.deepEqual(
      pages.asked('composeExtension/query').map((value) => (value as { parameters: unknown }).parameters),
      [[{ name: 'query', value: 'DB-1' }], [{ name: 'query', value: 'DB-9' }]],
    );
  });

  it('reads what it missed when a tab that was out of sight comes back', async () => {
    const page = await pages.chat('Hanna Bosman');
    const setHidden = (hidden: boolean): Promise<void> =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await setHidden(true);
    await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: 'terwijl je weg was' });
    assert.equal(await page.getByText('terwijl je weg was').count(), 0);
    await setHidden(false);
    await page.getByText('terwijl je weg was').waitFor();
    await page.getByRole('button', { name: 'Doorbraak, chat', exact: true }).waitFor();
  });

  it('says that the connection is lost, and shows all that happened when it is back', async () => {
    const first = await startTenant();
    const page = await openStart(browser.use(), `${first.url}/?als=${hanna}`);
    await page.getByRole('button', { name: /^Doorbraak, chat/ }).click();
    await first.close();
    await page.getByText('De verbinding is weg.').waitFor();
    const again = await startTenant({ port: Number(new URL(first.url).port) });
    const path = `${again.url}/api/as/${hanna}/conversations/${encodeURIComponent(chatOf(hanna))}/messages`;
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"gemist"}' };
    assert.equal((await fetch(path, init)).status, 200);
    await page.getByText('gemist').waitFor();
    await page.getByText('De verbinding is weg.').waitFor({ state: 'detached' });
    await page.context().close();
    await again.close();
  });
});

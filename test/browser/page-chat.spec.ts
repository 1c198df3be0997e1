import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { botSays, chatOf, fatima, hanna, marieke, say } from '../local-tenant/support/bench.ts';
import { checkAccessibility, scrollsSideways } from '../support/browser.ts';
import { openCaseChannel, useBrowser, usePages } from '../support/page-bench.ts';

describe('page: talking', function () {
  this.timeout(30_000);
  const pages = usePages(useBrowser());
  const openCase = (page: Page): Promise<void> => page.getByRole('button', { name: /^DB-2026-0001/ }).click();
  const textsHeard = (): readonly unknown[] =>
    pages
      .bench()
      .bot.received.filter(({ type }) => type === 'message')
      .map(({ text }) => text);

  it('sends on Enter, empties the box and shows the answer when it comes', async () => {
    const page = await pages.chat('Hanna Bosman');
    const box = page.getByRole('textbox', { name: 'Typ een bericht' });
    await box.fill('nieuwe zaak');
    await box.press('Enter');
    await page.locator('.own', { hasText: 'nieuwe zaak' }).waitFor();
    assert.equal(await box.inputValue(), '');
    await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: 'Dat kan. **Vertel** maar.' });
    await page.locator('.message strong', { hasText: 'Vertel' }).waitFor();
    assert.deepEqual(textsHeard(), ['nieuwe zaak']);
  });

  it('begins a new line on Shift+Enter and sends nothing', async () => {
    const page = await pages.chat('Hanna Bosman');
    const box = page.getByRole('textbox', { name: 'Typ een bericht' });
    await box.fill('een');
    await box.press('Shift+Enter');
    await box.pressSequentially('twee');
    assert.equal(await box.inputValue(), 'een\ntwee');
    assert.equal(await page.locator('.message').count(), 0);
  });

  it('sends nothing when there is nothing to send', async () => {
    const page = await pages.chat('Hanna Bosman');
    await page.getByRole('textbox', { name: 'Typ een bericht' }).fill('   ');
    await page.getByRole('button', { name: 'Versturen' }).click();
    assert.equal(await page.locator('.message').count(), 0);
    assert.deepEqual(textsHeard(), []);
  });

  it('keeps what was typed and says what to do when it cannot be sent', async () => {
    const page = await pages.chat('Hanna Bosman');
    await page.route('**/messages', (route) => route.abort());
    const box = page.getByRole('textbox', { name: 'Typ een bericht' });
    await box.fill('hallo');
    await box.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'De oefenomgeving reageert niet.' }).waitFor();
    assert.equal(await box.inputValue(), 'hallo');
  });

  it('shows markup from people and from the bot as text', async () => {
    await say(pages.bench(), [hanna, chatOf(hanna)], { text: '<img src=x onerror=alert(1)>' });
    await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: '<b onclick=x>vet</b>' });
    const page = await pages.chat('Hanna Bosman');
    await page.locator('.message .formatted').waitFor();
    assert.deepEqual(await page.locator('.message .text').allInnerTexts(), [
      '<img src=x onerror=alert(1)>',
      '<b onclick=x>vet</b>',
    ]);
    assert.equal(await page.locator('.message img, .message b').count(), 0);
  });

  it('tells of a message elsewhere, counts it as unread, and opens it on a click', async () => {
    await openCaseChannel(pages.bench(), 'DB-2026-0001', [fatima]);
    const page = await pages.chat('Marieke Jansen');
    await page.getByRole('button', { name: 'DB-2026-0001, privékanaal, 1 ongelezen' }).waitFor();
    const { id } = await openCaseChannel(pages.bench(), 'DB-2026-0002', [fatima]);
    const toast = page.locator('.toast', { hasText: 'Hier begint de zaak.' });
    await toast.getByRole('button', { name: /Hier begint/ }).click();
    await page.getByRole('heading', { name: 'DB-2026-0002', level: 2 }).waitFor();
    await page.getByRole('button', { name: 'DB-2026-0002, privékanaal', exact: true }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('gesprek'), id);
    assert.equal(await page.locator('.toast').count(), 0);
  });

  it('gives no notice of what the person writes or of a changed card', async () => {
    const message = await botSays(pages.bench(), chatOf(marieke), { type: 'message', text: 'een' });
    const page = await pages.as('Marieke Jansen');
    await say(pages.bench(), [marieke, chatOf(marieke)], { text: 'in een ander tabblad' });
    const path = `PUT /conversations/${encodeURIComponent(chatOf(marieke))}/activities/${message}`;
    await pages.bench().connector(path, { type: 'message', text: 'twee' });
    await botSays(pages.bench(), chatOf(marieke), { type: 'message', text: 'het enige nieuwe' });
    await page.locator('.toast').first().waitFor();
    assert.deepEqual(await page.locator('.toast-open span').allInnerTexts(), ['Doorbraak: het enige nieuwe']);
  });

  it('answers in the thread, and the bot hears it only when it is named', async () => {
    const { id } = await openCaseChannel(pages.bench(), 'DB-2026-0001', [fatima]);
    const page = await pages.as('Marieke Jansen');
    await openCase(page);
    await page.getByRole('button', { name: 'Beantwoorden' }).click();
    const box = page.getByRole('textbox', { name: 'Antwoord' });
    await box.fill('onder ons');
    await box.press('Enter');
    await page.locator('.replies', { hasText: 'onder ons' }).waitFor();
    await page.getByRole('checkbox', { name: /@Doorbraak noemen/ }).check();
    await box.fill('status');
    await box.press('Enter');
    await page.locator('.replies', { hasText: '@Doorbraak status' }).waitFor();
    await pages.bench().bot.wait(({ type }) => type === 'message');
    assert.deepEqual(textsHeard(), ['<at>Doorbraak</at> status']);
    assert.equal(new URL(page.url()).searchParams.get('gesprek'), id);
  });

  it('has no box to write in when the channel is archived', async () => {
    const { id } = await openCaseChannel(pages.bench(), 'DB-2026-0001');
    const page = await pages.as('Marieke Jansen');
    await openCase(page);
    const { status } = await pages
      .bench()
      .graph(`POST /teams/10000000-0000-4000-8000-000000000008/channels/${id}/archive`);
    assert.equal(status, 202);
    await page.getByText('Dit kanaal is gearchiveerd.').waitFor();
    assert.equal(await page.locator('main').getByRole('textbox').count(), 0);
  });

  it('shows that the bot is typing', async () => {
    const page = await pages.chat('Hanna Bosman');
    await pages.bench().connector(`/conversations/${encodeURIComponent(chatOf(hanna))}/activities`, { type: 'typing' });
    await page.getByText('Doorbraak is aan het typen…').waitFor();
    await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: 'klaar' });
    await page.getByText('Doorbraak is aan het typen…').waitFor({ state: 'detached' });
  });

  const byModel = {
    ...{ type: 'message', text: 'Dit bedoel je.', channelData: { feedbackLoop: { type: 'default' } } },
    entities: [{ type: 'https://schema.org/Message', additionalType: ['AIGeneratedContent'] }],
  };

  it('says of an answer that AI made it, and sends a thumb with what was written', async () => {
    pages.answer('message/submitAction', () => ({}));
    await botSays(pages.bench(), chatOf(hanna), byModel);
    const page = await pages.chat('Hanna Bosman', { width: 360, height: 740 });
    await page.locator('.message', { hasText: 'AI-gegenereerd' }).waitFor();
    const thumb = page.getByRole('button', { name: 'Geen goed antwoord' });
    await thumb.click();
    await page.getByRole('textbox', { name: /^Wat was er niet goed/ }).fill('Ik zocht iets anders.');
    assert.deepEqual(await checkAccessibility(page), []);
    await page.getByRole('dialog').getByRole('button', { name: 'Verstuur' }).click();
    await page.getByRole('button', { name: 'Geen goed antwoord', pressed: true }).waitFor();
    assert.deepEqual(await checkAccessibility(page), []);
    assert.equal(await scrollsSideways(page), false);
    const feedback = JSON.stringify({ feedbackText: 'Ik zocht iets anders.' });
    assert.deepEqual(pages.asked('message/submitAction'), [
      { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback } },
    ]);
  });

  it('says so no more when the answer became another one', async () => {
    const message = await botSays(pages.bench(), chatOf(hanna), byModel);
    const page = await pages.chat('Hanna Bosman');
    const path = `PUT /conversations/${encodeURIComponent(chatOf(hanna))}/activities/${message}`;
    await page.getByRole('button', { name: 'Goed antwoord', exact: true }).waitFor();
    await pages.bench().connector(path, { type: 'message', text: 'Toch iets anders.' });
    await page.getByText('Toch iets anders.').waitFor();
    assert.equal(await page.getByText('AI-gegenereerd').count(), 0);
    assert.equal(await page.getByRole('button', { name: /antwoord$/ }).count(), 0);
  });

  it('shows what was said before its line to the tenant was up', async () => {
    const page = await pages.chat('Hanna Bosman');
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    await page.route('**/events', async (route) => {
      await released;
      await route.continue();
    });
    await page.reload();
    await page.getByText('Nog geen berichten.').waitFor();
    await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: 'Net te vroeg.' });
    release(undefined);
    await page.getByText('Net te vroeg.').waitFor();
  });

  it('keeps two people in two tabs apart', async () => {
    const [one, other] = await Promise.all([pages.chat('Hanna Bosman'), pages.chat('Marieke Jansen')]);
    await botSays(pages.bench(), chatOf(hanna), { type: 'message', text: 'alleen voor Hanna' });
    await botSays(pages.bench(), chatOf(marieke), { type: 'message', text: 'alleen voor Marieke' });
    await one.locator('.message').waitFor();
    await other.locator('.message').waitFor();
    assert.deepEqual(await one.locator('.message .text').allInnerTexts(), ['alleen voor Hanna']);
    assert.deepEqual(await other.locator('.message .text').allInnerTexts(), ['alleen voor Marieke']);
  });
});

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { submitExample } from '../support/case-walk.ts';
import { runningCase, wolf } from '../support/governance-walk.ts';
import { button, cardWith, checkPage, dialogOf, onBothWidths, openRow, phone, useFlow } from '../support/flow-pages.ts';
import { useBrowser } from '../support/page-bench.ts';

const [marieke, fatima, jan, erik] = ['Marieke Jansen', 'Fatima El Amrani', 'Jan Peeters', 'Erik Mulder'];

describe('browser: the message extension', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);
  let number = '';
  /** The centre's team, further down, has such a channel too. */
  const openGeneral = (page: Page) =>
    page
      .getByRole('button', { name: /^Algemeen, / })
      .first()
      .click();
  before(async () => {
    number = await runningCase(flow.by, wolf);
    await submitExample(flow.by('Samira Haddad'), 'egel');
    await flow.idle();
  });

  it('finds a case, and puts a card of it where others read along: each sees of it what is theirs', async () => {
    const page = await flow.as(marieke);
    await openGeneral(page);
    await button(page, 'Kaart van Doorbraak toevoegen').click();
    const search = await dialogOf(page, 'Zoeken met Doorbraak');
    await search.getByRole('searchbox').fill(number);
    await button(search, 'Zoek').click();
    await search.getByText('1 resultaat').waitFor();
    await search.getByText(number, { exact: true }).click();
    await onBothWidths(page, search, 'extension-search');
    await button(search, `Zet ${number} in je bericht`).click();
    await page.getByText('Met kaart:').waitFor();
    await page.getByRole('textbox', { name: 'Begin een gesprek in dit kanaal' }).fill('Hier gaat het over:');
    await checkPage(page);
    await button(page, 'Versturen').click();
    const card = cardWith(page, `Casus ${number}`);
    await card.waitFor();
    assert.equal(await page.getByText('Met kaart:').count(), 0);
    await onBothWidths(page, card, 'extension-card');
    await button(card, 'Bekijk').click();
    await (await dialogOf(page, `Aanmelding ${number}`)).waitFor();

    const outsider = await flow.as(jan, phone);
    await openGeneral(outsider);
    await button(cardWith(outsider, `Casus ${number}`), 'Bekijk').click();
    const refused = await dialogOf(outsider, 'Dat kan nu niet');
    assert.equal(await refused.getByText('Wolf').count(), 0);
    await onBothWidths(outsider, refused, 'extension-refused');
  });

  it('finds nothing for who has nothing to do with it, and refuses lists that are not theirs', async () => {
    const page = await flow.chat(erik, phone);
    await button(page, 'Kaart van Doorbraak toevoegen').click();
    const search = await dialogOf(page, 'Zoeken met Doorbraak');
    await search.getByRole('searchbox').fill(number);
    await search.getByRole('searchbox').press('Enter');
    await search.getByText(/Ik vind hiermee geen casus/).waitFor();
    await search.getByRole('radio', { name: 'Besluiten' }).check();
    await search.getByRole('searchbox').press('Enter');
    await search
      .getByRole('status')
      .filter({ hasNotText: /Zoeken|geen casus/ })
      .waitFor();
    assert.equal(await search.getByRole('listitem').count(), 0);
    await search.getByRole('searchbox').fill('bsn 123456782');
    await search.getByRole('searchbox').press('Enter');
    await search.getByText(/Hierin staan persoonsgegevens/).waitFor();
    await checkPage(page);
    assert.deepEqual(flow.filesWith('123456782'), []);
  });

  it('makes a task of a message in the channel of a case, without the number in it, and tells the conversation', async () => {
    const page = await flow.as(fatima, phone);
    await openRow(page, new RegExp(`^${number}, privékanaal`));
    await page
      .getByRole('textbox', { name: 'Begin een gesprek in dit kanaal' })
      .fill('Wie belt de school? Via 06-12345678.');
    await button(page, 'Versturen').click();
    await button(page, `Meer acties bij het bericht van ${fatima}`).last().click();
    await checkPage(page);
    await button(page, 'Maak taak van dit bericht').click();
    const form = await dialogOf(page, 'Taak van dit bericht');
    await form.getByText(/Dat is afgedekt/).waitFor();
    assert.equal(
      await form.getByRole('textbox', { name: /^Wat moet er gebeuren/ }).inputValue(),
      'Wie belt de school? Via [telefoonnummer].',
    );
    await onBothWidths(page, form, 'extension-task');
    await form.getByLabel(/^Wanneer moet het klaar zijn/).fill('2026-12-02');
    await button(form, 'Bewaar').click();
    const done = await dialogOf(page, 'Gedaan');
    await done.getByText(/Staat genoteerd: woensdag 2 december 2026/).waitFor();
    await button(done, 'Zet een kaart in dit gesprek').click();
    await page.getByText('Met kaart:').waitFor();
    await button(page, 'Versturen').click();
    const card = cardWith(page, `Taak bij casus ${number}`);
    await card.getByText('Uiterlijk woensdag 2 december 2026').waitFor();
    assert.equal(await card.getByText('school').count(), 0);
    await onBothWidths(page, card, 'extension-task-card');
    await button(card, 'Bekijk').click();
    const details = await dialogOf(page, /Wie belt de school/);
    await details.getByRole('link', { name: 'Open het bericht' }).click();
    await page.waitForURL(/gesprek=/);
    await page.getByText('Wie belt de school? Via 06-12345678.').waitFor();
  });
});

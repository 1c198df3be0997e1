import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { screenshot } from '../support/browser.ts';
import {
  button,
  cardWith,
  checkPage,
  closeDialog,
  dialogOf,
  onBothWidths,
  phone,
  useFlow,
} from '../support/flow-pages.ts';
import { allMet, askMoney, decideOn, egel, fatima, jan, runningCase, wolf } from '../support/governance-walk.ts';
import { useBrowser } from '../support/page-bench.ts';

const criteriaCount = Object.keys(allMet).length / 2;
const ask = {
  ...{ line: 'availability', amount: '24.000', from: '2026-12-01', until: '2027-02-28' },
  ...{ purpose: 'Een maatwerkplek drie maanden beschikbaar houden.', municipality: '30.000' },
};

/** Steps of two cases in Limburg. */
describe('browser: money, from the question to the budget', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);
  let number: string;

  before(async () => {
    number = await runningCase(flow.by, wolf);
    await flow.idle();
  });

  /** Answers every criterion with "ja", but the one that is about regular care. */
  async function answerCriteria(page: Page, regular: string): Promise<void> {
    const form = page.getByRole('dialog');
    for (let index = 0; index < criteriaCount; index += 1) {
      await form.getByRole('combobox').nth(index).selectOption({ label: 'ja' });
      await form
        .getByRole('textbox', { name: /^Reden/ })
        .nth(index)
        .fill('Besproken met het expertteam.');
    }
    await form.getByRole('combobox', { name: /^Gewone zorg/ }).selectOption({ label: regular });
  }

  it('is asked on the card of the case, in two steps', async () => {
    const page = await flow.chat(fatima, phone);
    await button(cardWith(page, `Casus ${number}`), 'Geld aanvragen').click();
    await dialogOf(page, `Geld aanvragen bij casus ${number}`);
    await checkPage(page);
    await button(page, 'Volgende').click();
    await page.getByText('Vul een bedrag in, bijvoorbeeld 24.000.').first().waitFor();
    await page.getByRole('combobox', { name: /^Waarvoor/ }).selectOption({ label: 'beschikbaarheid van plekken' });
    await page.getByRole('textbox', { name: /^Bedrag van het centrum/ }).fill(ask.amount);
    await page.getByLabel(/^Vanaf/).fill(ask.from);
    await page.getByLabel(/^Tot en met/).fill(ask.until);
    await page.getByRole('textbox', { name: /^Wat gebeurt er met het geld/ }).fill(ask.purpose);
    await button(page, 'Volgende').click();
    await page.getByText('De elf criteria').waitFor();
    await checkPage(page);
    await screenshot(page, 'money-criteria-phone');
    await answerCriteria(page, 'nee');
    await button(page, 'Vraag aan').click();
    await page.getByText('“Gewone zorg en geld van de gemeente lossen dit niet op” moet.').waitFor();
    await answerCriteria(page, 'ja');
    await button(page, 'Vraag aan').click();
    await page.getByText('het geld is gereserveerd').waitFor();
    await closeDialog(page);
    const status = cardWith(page, 'Geldaanvraag LI-G-2026-0001');
    await status.waitFor();
    assert.equal((await status.innerText()).includes('Wolf'), false);
  });

  it('is decided by who has the mandate', async () => {
    await flow.idle();
    const page = await flow.chat(jan, phone);
    const card = cardWith(page, 'Besluit nemen');
    await checkPage(page);
    await button(card, 'Besluit nemen').click();
    const form = await dialogOf(page, /^Besluit over/);
    await checkPage(page);
    await screenshot(page, 'decision-money-phone');
    await button(form, 'Leg het besluit vast').click();
    await form.getByText('Schrijf op waarom.').waitFor();
    await form.getByRole('radio', { name: /(^|\s)Aannemen$/ }).check();
    await form.getByRole('textbox', { name: /^Waarom\?/ }).fill('Tijdelijk, en de gemeente betaalt het vervolg.');
    await button(form, 'Leg het besluit vast').click();
    await page.getByText('Vastgelegd. Wie het aangaat, krijgt bericht.').waitFor();
    await closeDialog(page);
    await flow.idle();
    const asker = await flow.chat(fatima, phone);
    await cardWith(asker, 'Tijdelijk, en de gemeente betaalt het vervolg.').waitFor();
  });

  it('is on the card of the budget', async () => {
    const other = await runningCase(flow.by, egel);
    const guarantee = {
      ...{ line: 'guarantee', amount: '6000', from: '2026-12-01', until: '2027-03-31' },
      ...{ purpose: 'De behandeling nu laten beginnen.', guarantor: 'De verantwoordelijke gemeente' },
      ...{ guaranteeUntil: '2027-03-31', settlement: 'De gemeente betaalt terug zodra zij besloten heeft.' },
    };
    await askMoney(flow.by, { director: fatima, number: other, ask: guarantee });
    await flow.idle();
    await flow.by(jan).say('budget');
    await flow.idle();
    const page = await flow.chat(jan);
    const card = cardWith(page, 'Per post');
    await card.getByText('okt–dec').waitFor();
    await card.getByText('vastgelegd € 24.000', { exact: true }).waitFor();
    await card.getByText('gereserveerd € 6.000', { exact: true }).waitFor();
    await onBothWidths(page, card, 'budget');
  });

  it('is refused with what can be done instead', async () => {
    const refusal = {
      ...{ verdict: 'reject', motivation: 'In de buurregio is gewoon aanbod.' },
      ...{ alternative: 'Aanmelden bij de aanbieder in de buurregio.', contact: flow.by('Lotte Hendriks').id },
    };
    await decideOn(flow.by(jan), 'LI-G-2026-0002', refusal);
    await flow.idle();
    const page = await flow.chat(fatima, phone);
    await cardWith(page, 'Aanmelden bij de aanbieder').getByText('Lotte Hendriks').waitFor();
    await checkPage(page);
  });
});

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { button, cardWith, closeDialog, dialogOf, onBothWidths, phone, useFlow } from '../support/flow-pages.ts';
import { fatima } from '../support/governance-walk.ts';
import { useBrowser } from '../support/page-bench.ts';
import type { Inputs } from '../support/persona.ts';
import { morningOf } from '../support/tenant-controls.ts';

const tom = 'Tom Bakker';

describe('browser: deadlines, from a reminder to the end of it', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);

  const morning = (day: string) => morningOf(flow.url(), day, () => flow.idle());
  /** By the tenant's API: what these specs begin with. */
  async function promise(name: string, inputs: Inputs): Promise<void> {
    const persona = flow.by(name);
    await persona.say('mijn termijnen');
    const form = await persona.open(await persona.card('Nieuwe termijn'), 'Nieuwe termijn');
    await persona.next(form, 'Bewaar', inputs);
  }
  const reminder = (page: Page, title: string) => cardWith(page, title);

  before(async () => {
    await promise(fatima, { title: 'Cijfers aanleveren', day: '2026-12-17' });
    await promise(fatima, { title: 'Jaarverslag afronden', day: '2026-12-18' });
    await promise(tom, { title: 'Rooster maken', day: '2026-12-14' });
    await promise(tom, { title: 'Afspraken nakijken', day: '2026-12-15' });
    await promise(tom, { title: 'Verslag sturen', day: '2026-12-16' });
    await promise(tom, { title: 'Plan bespreken', day: '2026-12-22' });
    await promise(tom, { title: 'Lijst nalopen', day: '2026-12-16', owner: flow.by(fatima).id });
    await flow.idle();
  });

  it('are set in a dialog that refuses what is not filled in', async () => {
    const page = await flow.chat(fatima, phone);
    await flow.by(fatima).say('mijn termijnen');
    const list = cardWith(page, 'Mijn termijnen');
    await button(list, 'Nieuwe termijn').click();
    const form = await dialogOf(page, 'Nieuwe termijn');
    await button(form, 'Bewaar').click();
    await form.getByText('Vul dit in.').first().waitFor();
    await onBothWidths(page, form, 'deadline-own');
    await page.keyboard.press('Escape');
  });

  it('come to mind with what can be done, and later again when that is better', async () => {
    for (const day of ['11-30', '12-01', '12-02', '12-03', '12-04', '12-07', '12-08', '12-09', '12-10'])
      await morning(`2026-${day}`);
    const page = await flow.chat(fatima);
    const card = reminder(page, 'Cijfers aanleveren');
    await card.getByText('over 7 dagen').waitFor();
    await onBothWidths(page, card, 'deadline-nudge');
    await button(card, 'Over 1 dag').click();
    await card.getByText('Je hoort dit weer op vrijdag 11 december 2026.').waitFor();
    assert.equal(await button(card, 'Gedaan').count(), 0);
    await onBothWidths(page, card, 'deadline-snooze');
  });

  it('are done with one click, after which nothing is left to press', async () => {
    await morning('2026-12-11');
    const page = await flow.chat(fatima);
    const card = reminder(page, 'Jaarverslag afronden');
    await button(card, 'Gedaan').click();
    await card.getByText('Gedaan door Fatima El Amrani op vrijdag 11 december 2026.').waitFor();
    assert.equal(await card.getByRole('button').count(), 0);
    await onBothWidths(page, card, 'deadline-done');
  });

  it('are handed over to a colleague, with what they should know', async () => {
    const page = await flow.chat(fatima, phone);
    const card = reminder(page, 'Cijfers aanleveren');
    await button(card, 'Overdragen').click();
    const form = await dialogOf(page, 'Cijfers aanleveren');
    await button(form, 'Bewaar').click();
    await form.getByText('Vul dit in.').first().waitFor();
    await form.getByRole('combobox', { name: /^Wie neemt het over/ }).fill('Jan Peeters');
    await form
      .getByRole('textbox', { name: /^Wat moet je collega weten/ })
      .fill('Jij kent de cijfers van het centrum.');
    await onBothWidths(page, form, 'deadline-hand-over');
    await button(form, 'Bewaar').click();
    await page.getByText('Overgedragen. Jan Peeters krijgt bericht.').waitFor();
    await closeDialog(page);
    await flow.idle();
    await reminder(page, 'Cijfers aanleveren').getByText('Overgedragen aan Jan Peeters.').waitFor();
  });

  it('are one overview when there are many, which follows what is done', async () => {
    for (const day of ['2026-12-14', '2026-12-15']) await morning(day);
    const page = await flow.chat(tom);
    const card = cardWith(page, 'Jouw overzicht');
    await card.getByText('Wacht op anderen').waitFor();
    await onBothWidths(page, card, 'deadline-digest');
    await button(card, 'Gedaan').first().click();
    await cardWith(page, 'Klaar of niet meer van jou').getByText('Gedaan door Tom Bakker').waitFor();
  });

  it('say everything that happened in a dialog', async () => {
    const page = await flow.chat(tom);
    await button(cardWith(page, 'Jouw overzicht'), 'Bekijk').first().click();
    const details = page.getByRole('dialog');
    await button(details, 'Niet meer nodig').waitFor();
    await onBothWidths(page, details, 'deadline-details');
  });

  it('come at the hours, on the days and in the language that somebody chose', async () => {
    await flow.by(fatima).say('mijn termijnen');
    await flow.idle();
    const page = await flow.chat(fatima);
    await button(cardWith(page, 'Mijn termijnen'), 'Instellingen voor herinneringen').click();
    const form = await dialogOf(page, 'Instellingen voor herinneringen');
    await onBothWidths(page, form, 'deadline-preferences');
    await button(form, 'Bewaar').click();
    await page.getByText('Je instellingen zijn bewaard.').waitFor();
  });
});

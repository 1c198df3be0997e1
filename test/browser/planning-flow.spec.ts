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
  wide,
} from '../support/flow-pages.ts';
import { useBrowser } from '../support/page-bench.ts';

const miriam = 'Miriam van Loon';
const title = 'Planning: BEN Brabant Zeeland';
const first = 'Projectleider van het centrum aanstellen';

/** A centre that has no planning yet, as Limburg does. */
describe('browser: a planning, from its start to a row that moves', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const flow = useFlow(browser);

  it('is started from the home card, in a month', async () => {
    await flow.by(miriam).say('hallo');
    await flow.idle();
    const page = await flow.chat(miriam, phone);
    await button(page, 'Planning').last().click();
    const empty = cardWith(page, title);
    await empty.getByText('Er is nog geen planning.').waitFor();
    await checkPage(page);
    await button(empty, 'Planning starten').click();
    const form = await dialogOf(page, 'Planning starten');
    await form.getByLabel('Eerste maand').selectOption({ label: 'juni 2026' });
    await checkPage(page);
    await screenshot(page, 'planning-start-phone');
    await button(form, 'Start').click();
    await page.getByText('De planning staat: 15 rijen.').waitFor();
    await closeDialog(page);
  });

  it('marks a row as done, with a note', async () => {
    await flow.by(miriam).say('planning');
    const page = await flow.chat(miriam, phone);
    const board = cardWith(page, title);
    await board.getByText(first, { exact: true }).waitFor();
    await board.getByTitle(`Bekijk: ${first}`).click();
    const row = await dialogOf(page, 'Rij uit de planning');
    await row.getByText('brief aan de Tweede Kamer, juni 2020').waitFor();
    await button(row, 'Gedaan').click();
    await row.getByLabel(/^Wil je er iets bij zeggen/).fill('Sinds de zomer aan het werk.');
    await checkPage(page);
    await screenshot(page, 'planning-done-phone');
    await button(row, 'Leg vast').click();
    await page.getByText('Vastgelegd. Vernieuw het bord').waitFor();
    await closeDialog(page);
  });

  it('moves a row with a reason, and says what that does to others', async () => {
    await flow.by(miriam).say('planning');
    const page = await flow.chat(miriam, phone);
    const board = cardWith(page, title);
    await board.getByText('1 gedaan', { exact: false }).waitFor();
    await board.getByTitle('Bekijk: Plan van aanpak opstellen').click();
    const row = await dialogOf(page, 'Rij uit de planning');
    await button(row, 'Verplaatsen').click();
    await row.getByLabel('Nieuwe maand').selectOption({ label: 'april 2027' });
    await row.getByLabel(/^Waarom/).fill('De gemeenten vragen meer tijd.');
    await checkPage(page);
    await screenshot(page, 'planning-move-phone');
    await button(row, 'Verplaats').click();
    await page.getByText('Vastgelegd. Vernieuw het bord').waitFor();
    await closeDialog(page);
    await button(board, 'Vernieuwen').click();
    await board.getByText('Staat eerder dan', { exact: false }).waitFor();
    await onBothWidths(page, board, 'planning-board');
    await button(board, 'Volgende').click();
    await board.getByText('Doorlopend').waitFor();
    await onBothWidths(page, board, 'planning-board-end');
  });

  it('shows everything of a row, and what can be changed in it', async () => {
    await flow.by(miriam).say('planning');
    const page = await flow.chat(miriam, wide);
    const board = cardWith(page, title);
    await board.getByTitle('Bekijk: Plan van aanpak opstellen').click();
    const row = await dialogOf(page, 'Rij uit de planning');
    await row.getByText('verplaatst naar april 2027', { exact: false }).waitFor();
    await onBothWidths(page, row, 'planning-row');
    await button(row, 'Wijzigen').click();
    await row.getByRole('group', { name: 'Wacht op (mag leeg)' }).waitFor();
    await onBothWidths(page, row, 'planning-edit');
  });
});
